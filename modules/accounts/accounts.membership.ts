import * as contract from '@itellico/contracts/accounts'
import { recordAudit } from '@itellico/contracts/audit'
import { bumpEpoch } from '@itellico/contracts/auth'
import { inTx, lockInTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { ask } from '@itellico/kernel/operations'
import * as repository from './accounts.repository.ts'

type Role = contract.Member['role']

/** The role that runs an account of a type. */
export function leadRole(type: string): Role {
  return type === 'client' ? 'client_owner' : type === 'guardian' ? 'guardian' : 'account_owner'
}

/**
 * Makes somebody a member in a role, gives a member another role, or removes them (null); access changes at once. The last one who runs an
 * account stays. An account that is not there has no members.
 */
export async function setMembership(ctx: Ctx, { accountId, userId, role }: { accountId: string; userId: string; role: Role | null }): Promise<void> {
  await inTx(ctx, async (tx) => {
    await lockInTx(tx, `account-members/${accountId}`)
    const [account, member] = [await repository.find(tx.db, accountId), await repository.findMember(tx.db, accountId, userId)]
    const before = member?.role ?? null
    if (!account || before === role) return
    if (before === leadRole(account.type) && (await repository.countRole(tx.db, accountId, before)) <= 1) throw fail(contract.lastOwner)
    if (role === null) await repository.removeMember(tx.db, accountId, userId)
    else if (before === null) await repository.addMember(tx.db, accountId, userId, role)
    else await repository.setRole(tx.db, accountId, userId, role)
    await ask(tx, bumpEpoch, { userIds: [userId], endSessions: false, reason: role === null ? 'removed from an account' : 'role changed' })
    await tell(tx, { accountId, userId, name: account.name }, before, role)
  })
}

async function tell(tx: TxCtx, who: { accountId: string; userId: string; name: string }, before: string | null, role: string | null): Promise<void> {
  const { accountId, userId } = who
  const change = role === null ? 'removed' : before === null ? 'joined' : 'role'
  const action = { removed: 'accounts.member_removed', joined: 'accounts.member_joined', role: 'accounts.role_changed' } as const
  await emit(tx, contract.memberChanged, `account:${accountId}`, { accountId, userId, change })
  await ask(tx, recordAudit, {
    action: action[change],
    entity: 'account',
    entityId: accountId,
    ...(change === 'joined' && { data: { account: who.name } }),
    changes: [{ field: 'role', from: before, to: role }],
  })
}
