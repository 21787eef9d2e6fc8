import { mediaDeleted } from '@itellico/contracts/media'
import { changeUsage } from '@itellico/contracts/usage'
import { inTx } from '@itellico/kernel/context'
import { emit } from '@itellico/kernel/events'
import { ask } from '@itellico/kernel/operations'
import type { PersonalBinding } from '@itellico/kernel/personal'
import { allKeys, originalKey } from './media.links.ts'
import * as repository from './media.repository.ts'

const ALL = { readyPublicOnly: false, coversOnly: false }
const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/avif': 'avif' }

/** Pictures of a person's own profiles: originals and everything made of them. */
export const personalOfMedia: PersonalBinding = {
  tables: ['media'],
  collect: async (ctx, { profileIds }) => ({ pictures: await repository.ofProfiles(ctx.db, [...profileIds], ALL) }),
  async files(ctx, { profileIds }) {
    const rows = await repository.ofProfiles(ctx.db, [...profileIds], ALL)
    return rows.map((r) => ({ path: `pictures/${r.id}.${ENDINGS[r.mimeType] ?? 'bin'}`, key: originalKey(ctx.realm.id, r.id) }))
  },
  async erase(ctx, { userId, profileIds }) {
    for (const row of await repository.ofProfiles(ctx.db, [...profileIds], ALL)) {
      const keys = allKeys(ctx.realm.id, row.id)
      // the files first: a crash in between leaves a row that is found again
      for (const key of keys) await ctx.kernel.storage.remove(key)
      await inTx(ctx, async (tx) => {
        await repository.remove(tx.db, row.id)
        await ask(tx, changeUsage, { key: 'storageBytes', by: -Number(row.sizeBytes) })
        await emit(tx, mediaDeleted, `media:${row.id}`, { mediaId: row.id, profileId: row.profileId, keys })
      })
    }
    await repository.forgetUploader(ctx.db, userId)
  },
}
