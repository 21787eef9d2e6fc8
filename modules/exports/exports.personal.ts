import type { PersonalBinding } from '@itellico/kernel/personal'
import * as repository from './exports.repository.ts'
import { fileKey } from './exports.writing.ts'

/** Files that were exported. Any of them may have the person in it, and can be made again without. */
export const personalOfExports: PersonalBinding = {
  tables: ['export_job'],
  collect: async (ctx, { userId }) => ({ exports: await repository.askedBy(ctx.db, userId) }),
  async erase(ctx) {
    for (const row of await repository.findReady(ctx.db)) {
      await ctx.kernel.storage.remove(fileKey(ctx.realm.id, row))
      await repository.markExpired(ctx.db, row.id)
    }
  },
}
