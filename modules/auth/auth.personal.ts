import { changeUsage } from '@itellico/contracts/usage'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import { ERASED_NAME, type PersonalBinding } from '@itellico/kernel/personal'
import { disconnectUser } from '@itellico/kernel/realtime'
import * as personal from './auth.personal.repository.ts'
import * as repository from './auth.repository.ts'

const [FIRST = '', LAST = ''] = ERASED_NAME.split(' ')

/** What is kept of a login. The row itself stays, under a pseudonym: what others have done with the person hangs on its id. */
export const personalOfAuth: PersonalBinding = {
  tables: ['user', 'session', 'refresh_token', 'email_token', 'user_role', 'totp', 'passkey', 'backup_code', 'remembered_device'],
  impersonal: ['factor_policy'],
  when: 'last',
  collect: (ctx, { userId }) => personal.collect(ctx.db, userId),
  async erase(ctx, { userId }) {
    await inTx(ctx, async (tx) => {
      await personal.removeAccess(tx.db, userId)
      const row = { email: `erased-${userId}@erased.invalid`, emailIndex: `erased:${userId}`, firstName: FIRST, lastName: LAST, erasedAt: tx.now() }
      if (await personal.forget(tx.db, userId, row)) await ask(tx, changeUsage, { key: 'users', by: -1 })
      disconnectUser(tx, userId)
    })
  },
}

/** Locks the login of somebody who wants to be erased at a time, and ends all access; without a time it opens again. */
export async function setLeaving(ctx: Ctx, userId: string, at: Date | null): Promise<void> {
  await inTx(ctx, async (tx) => {
    await repository.updateUser(tx.db, userId, { leavingAt: at, epoch: { increment: 1 } })
    await repository.revokeSessions(tx.db, { userId }, tx.now(), 'the account is being deleted')
    disconnectUser(tx, userId)
  })
}
