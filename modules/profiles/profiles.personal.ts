import { profileUpdated, type ProfileStatus } from '@itellico/contracts/profiles'
import { inTx } from '@itellico/kernel/context'
import { emit } from '@itellico/kernel/events'
import type { PersonalBinding } from '@itellico/kernel/personal'
import * as repository from './profiles.personal.repository.ts'

/** Profiles that are a person's own. Search and public pages follow what is emitted here. */
export const personalOfProfiles: PersonalBinding = {
  tables: ['profile'],
  impersonal: ['model_schema'],
  collect: async (ctx, { profileIds }) => ({ profiles: await repository.collect(ctx.db, profileIds) }),
  erase: (ctx, { userId, profileIds }) =>
    inTx(ctx, async (tx) => {
      for (const id of profileIds) {
        await repository.forget(tx.db, id)
        await emit(tx, profileUpdated, `profile:${id}`, { profileId: id, status: 'hidden' })
      }
      for (const row of await repository.detach(tx.db, userId))
        await emit(tx, profileUpdated, `profile:${row.id}`, { profileId: row.id, status: row.status as ProfileStatus })
    }),
}
