import * as contract from '@itellico/contracts/accounts'
import { recordAudit } from '@itellico/contracts/audit'
import { bumpEpoch, ensureUser, findUserByEmail } from '@itellico/contracts/auth'
import { sendMail } from '@itellico/contracts/notification'
import { refused } from '@itellico/contracts/refusals'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { randomToken, sha256 } from '@itellico/kernel/crypto'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { webUrl } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import { accountOf, actorId, found } from '../actor.ts'
import * as repository from './accounts.repository.ts'
import { requireGivable } from './accounts.giving.ts'

const DAYS = 14

/** The invitation as it is shown. */
export function toInvitation(row: { id: string; email: string; role: string; expiresAt: Date; createdAt: Date }): contract.Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role as contract.Invitation['role'],
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  }
}

/** Writes an invitation and sends its message. */
export async function inviteTo(tx: TxCtx, accountId: string, email: string, role: string): Promise<contract.Invitation> {
  const account = found(await repository.find(tx.db, accountId))
  const token = randomToken()
  const now = tx.now()
  const row = await repository.createInvitation(tx.db, {
    id: newId(),
    accountId,
    email: email.trim(),
    role,
    tokenHash: sha256(token),
    invitedBy: actorId(tx),
    createdAt: now,
    expiresAt: new Date(now.getTime() + DAYS * 86_400_000),
  })
  await ask(tx, sendMail, {
    template: 'invitation',
    to: row.email,
    userId: null,
    locale: tx.realm.locales[0] ?? 'en',
    data: { link: webUrl(tx.kernel.config, tx.realm, `/invitations/${token}`), accountName: account.name, days: String(DAYS) },
  })
  await emit(tx, contract.memberInvited, `account:${accountId}`, { invitationId: row.id, accountId })
  return toInvitation(row)
}

/** Invites a person to the active account. */
export async function invite(ctx: Ctx, email: string, role: string): Promise<contract.Invitation> {
  const { accountId } = accountOf(ctx)
  return inTx(ctx, async (tx) => {
    await requireGivable(tx, [role], 'account', accountOf(tx).grants)
    const known = await ask(tx, findUserByEmail, { email })
    if (known && (await repository.findMember(tx.db, accountId, known.userId))) throw fail(contract.alreadyMember)
    const invitation = await inviteTo(tx, accountId, email, role)
    await ask(tx, recordAudit, {
      action: 'accounts.member_invited',
      entity: 'account',
      entityId: accountId,
      changes: [
        { field: 'email', from: null, to: email },
        { field: 'role', from: null, to: role },
      ],
    })
    return invitation
  })
}

/** Withdraws an open invitation of the active account. */
export async function withdraw(ctx: Ctx, id: string): Promise<void> {
  found((await repository.deleteInvitation(ctx.db, accountOf(ctx).accountId, id)) || null)
}

async function openByToken(ctx: Ctx, token: string) {
  const row = await repository.findInvitation(ctx.db, sha256(token))
  const account = row && (await repository.find(ctx.db, row.accountId))
  if (!row || !account || row.acceptedAt || row.expiresAt <= ctx.now()) throw fail(contract.invitationInvalid)
  return { ...row, account }
}

/** What an invitation is for. */
export async function read(ctx: Ctx, token: string): Promise<{ accountName: string; email: string; role: string; hasLogin: boolean }> {
  const row = await openByToken(ctx, token)
  const known = await ask(ctx, findUserByEmail, { email: row.email })
  return { accountName: row.account.name, email: row.email, role: row.role, hasLogin: known?.hasPassword ?? false }
}

/** Joins the account; makes the login when the address has none. The message itself has proved the address. */
export async function accept(
  ctx: Ctx,
  token: string,
  input: { firstName?: string; lastName?: string; password?: string },
): Promise<{ email: string; accountName: string }> {
  return inTx(ctx, async (tx) => {
    const row = await openByToken(tx, token)
    const known = await ask(tx, findUserByEmail, { email: row.email })
    if (!known && !(input.firstName && input.lastName && input.password))
      throw fail(contract.invitationNeedsPassword, {
        errors: (['firstName', 'lastName', 'password'] as const).filter((f) => !input[f]).map((field) => refused(field, 'required')),
      })
    if (!(await repository.acceptInvitation(tx.db, row.id, tx.now()))) throw fail(contract.invitationInvalid)
    const { userId } = await ask(tx, ensureUser, {
      email: row.email,
      firstName: input.firstName ?? '',
      lastName: input.lastName ?? '',
      password: input.password ?? null,
      locale: tx.realm.locales[0] ?? 'en',
    })
    if (!(await repository.findMember(tx.db, row.accountId, userId))) {
      await repository.addMember(tx.db, row.accountId, userId, row.role)
      await ask(tx, bumpEpoch, { userIds: [userId], endSessions: false, reason: 'joined an account' })
    }
    await emit(tx, contract.memberChanged, `account:${row.accountId}`, { accountId: row.accountId, userId, change: 'joined' })
    await ask(tx, recordAudit, {
      action: 'accounts.member_joined',
      entity: 'account',
      entityId: row.accountId,
      data: { account: row.account.name },
      changes: [{ field: 'email', from: null, to: row.email }],
    })
    return { email: row.email, accountName: row.account.name }
  })
}
