import { accountStatusChanged } from '@itellico/contracts/accounts'
import { inTx } from '@itellico/kernel/context'
import { emit } from '@itellico/kernel/events'
import type { PersonalBinding } from '@itellico/kernel/personal'
import * as repository from './accounts.personal.repository.ts'

/** Memberships, invitations, and accounts that a person has for themselves alone. */
export const personalOfAccounts: PersonalBinding = {
  tables: ['account', 'account_member', 'invitation'],
  collect: (ctx, { userId, email }) => repository.collect(ctx.db, userId, email),
  erase: (ctx, person) =>
    inTx(ctx, async (tx) => {
      await repository.erase(tx.db, person)
      for (const accountId of person.accountIds) await emit(tx, accountStatusChanged, `account:${accountId}`, { accountId, status: 'suspended' })
    }),
}
