import { listingChanged } from '@itellico/contracts/listings'
import { inTx } from '@itellico/kernel/context'
import { emit } from '@itellico/kernel/events'
import type { PersonalBinding } from '@itellico/kernel/personal'
import * as repository from './listings.repository.ts'

/** Castings of accounts that a person has for themselves alone. */
export const personalOfListings: PersonalBinding = {
  tables: ['listing', 'casting_role'],
  collect: async (ctx, { accountIds }) => ({ castings: await repository.ofAccounts(ctx.db, [...accountIds]) }),
  erase: (ctx, { accountIds }) =>
    inTx(ctx, async (tx) => {
      for (const row of await repository.ofAccounts(tx.db, [...accountIds])) {
        await repository.forget(tx.db, row.id)
        await emit(tx, listingChanged, `listing:${row.id}`, { listingId: row.id, accountId: row.accountId, status: 'closed' })
      }
    }),
}
