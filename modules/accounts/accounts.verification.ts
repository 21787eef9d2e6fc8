import * as contract from '@itellico/contracts/accounts'
import { recordAudit } from '@itellico/contracts/audit'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { emit } from '@itellico/kernel/events'
import { ask } from '@itellico/kernel/operations'
import * as repository from './accounts.repository.ts'
import { get } from './accounts.service.ts'

/** Says that an account has been checked, or takes that back. Saying it twice keeps the day on which it was said first. */
export async function setVerified(ctx: Ctx, id: string, verified: boolean): Promise<contract.Account> {
  return inTx(ctx, async (tx) => {
    const before = await get(tx, id)
    if ((before.verifiedAt !== null) === verified) return before
    await repository.setVerified(tx.db, id, verified ? tx.now() : null)
    await emit(tx, contract.accountVerificationChanged, `account:${id}`, { accountId: id, verified })
    await ask(tx, recordAudit, {
      action: verified ? 'accounts.verified' : 'accounts.unverified',
      entity: 'account',
      entityId: id,
      data: { name: before.name },
      changes: [{ field: 'verified', from: !verified, to: verified }],
    })
    return get(tx, id)
  })
}

/** What an account is and how far it is trusted. */
export async function standingOf(ctx: Ctx, id: string) {
  const account = await repository.find(ctx.db, id)
  return (
    account && {
      type: account.type as contract.Account['type'],
      status: account.status as contract.Account['status'],
      verified: account.verifiedAt !== null,
    }
  )
}
