import type { PersonalBinding } from '@itellico/kernel/personal'
import * as repository from './privacy.repository.ts'
import { archiveKey } from './privacy.writing.ts'

const ALL = 1000

/** What was done for a person's privacy, and what the kernel itself keeps: the stream of events and the answers to repeated requests. */
export const personalOfPrivacy: PersonalBinding = {
  tables: ['person_export', 'event', 'idempotency_key'],
  impersonal: ['person_erasure', 'schema_migration'],
  collect: async (ctx, { userId }) => ({
    exports: await repository.exportsOf(ctx.db, userId, ALL),
    events: await repository.eventsOf(ctx.db, userId),
  }),
  async erase(ctx, { userId }) {
    for (const { id } of await repository.exportsOf(ctx.db, userId, ALL)) {
      await ctx.kernel.storage.remove(archiveKey(ctx, id))
      await repository.expireExport(ctx.db, id)
    }
    await repository.forgetTraces(ctx.db, userId)
  },
}
