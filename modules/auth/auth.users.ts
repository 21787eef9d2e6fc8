import { rightsOf } from '@itellico/contracts/access'
import type { Me, Membership } from '@itellico/contracts/auth'
import { lastAdmin, membershipsOf, suspendedAccountsOf } from '@itellico/contracts/accounts'
import { changeUsage } from '@itellico/contracts/usage'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { disconnectUser } from '@itellico/kernel/realtime'
import { actorId, found, userOf } from '../actor.ts'
import { hashPassword, requireStrong } from './auth.password.ts'
import { normaliseEmail } from './auth.policy.ts'
import * as repository from './auth.repository.ts'

/** The roles that a person holds in the realm now. */
export async function rolesOf(ctx: Ctx, userId: string): Promise<{ role: string; expiresAt: string | null }[]> {
  const rows = await repository.liveRoles(ctx.db, [userId], ctx.now())
  return rows.map((r) => ({ role: r.role, expiresAt: r.expiresAt?.toISOString() ?? null }))
}

/** Everybody who holds one of some roles now. */
export async function holdersOf(ctx: Ctx, roles: string[]): Promise<string[]> {
  return repository.holdersOf(ctx.db, roles, ctx.now())
}

/** How a login is found by its address: the address itself is kept sealed. */
export async function emailIndexOf(ctx: Ctx, email: string): Promise<string> {
  return (await ctx.kernel.keyrings.of(ctx.realm.id)).index(normaliseEmail(email))
}

/** The signed-in person with memberships and rights. */
export async function me(ctx: Ctx): Promise<Me> {
  const { userId, grants, accounts } = userOf(ctx)
  const user = found(await repository.findUser(ctx.db, { id: userId }))
  const rights = await ask(ctx, rightsOf, { userId, epoch: user.epoch })
  const memberships: Membership[] =
    ctx.realm.kind === 'platform'
      ? []
      : (await ask(ctx, membershipsOf, { userId })).flatMap((m) => {
          const acting = accounts.find((a) => a.accountId === m.accountId)
          return acting ? [{ ...m, permissions: [...acting.grants] }] : []
        })
  return {
    id: user.id,
    email: user.email,
    emailVerified: user.emailVerifiedAt !== null,
    firstName: user.firstName,
    lastName: user.lastName,
    locale: user.locale,
    timezone: user.timezone,
    realm: ctx.realm.kind,
    roles: rights.roles,
    permissions: [...grants],
    memberships,
    suspended: ctx.realm.kind === 'platform' ? [] : await ask(ctx, suspendedAccountsOf, { userId }),
    createdAt: user.createdAt.toISOString(),
  }
}

/** Changes the own name, language or time zone. */
export async function updateMe(ctx: Ctx, change: { firstName?: string; lastName?: string; locale?: string; timezone?: string }): Promise<Me> {
  await repository.updateUser(ctx.db, userOf(ctx).userId, change)
  return me(ctx)
}

/** Creates a login with a confirmed address, or finds the one there is. */
export async function ensureUser(
  ctx: Ctx,
  input: { email: string; firstName: string; lastName: string; password: string | null; locale: string },
): Promise<{ userId: string; created: boolean }> {
  const emailIndex = await emailIndexOf(ctx, input.email)
  const known = await repository.findUser(ctx.db, { emailIndex })
  if (known) {
    if (!known.emailVerifiedAt) await repository.updateUser(ctx.db, known.id, { emailVerifiedAt: ctx.now() })
    return { userId: known.id, created: false }
  }
  if (input.password) requireStrong(ctx, input.password, input)
  const passwordHash = input.password ? await hashPassword(input.password) : null
  const user = {
    id: newId(),
    email: input.email.trim(),
    emailIndex,
    passwordHash,
    firstName: input.firstName,
    lastName: input.lastName,
    locale: input.locale,
    timezone: ctx.realm.timezone,
    status: 'active',
    emailVerifiedAt: ctx.now(),
  }
  await inTx(ctx, async (tx) => {
    await ask(tx, changeUsage, { key: 'users', by: 1 })
    await repository.createUser(tx.db, user)
  })
  return { userId: user.id, created: true }
}

/** Finds a login by address. */
export async function findUserByEmail(ctx: Ctx, email: string): Promise<{ userId: string; hasPassword: boolean } | null> {
  const user = await repository.findUser(ctx.db, { emailIndex: await emailIndexOf(ctx, email) })
  return user && { userId: user.id, hasPassword: user.passwordHash !== null }
}

/** Ends the access of users: tokens made before are refused, sessions end when asked for. */
export async function bumpEpoch(ctx: Ctx, userIds: readonly string[], endSessions: boolean, reason: string): Promise<void> {
  await repository.raiseEpochs(ctx.db, userIds)
  if (endSessions) await repository.revokeSessions(ctx.db, { userId: { in: [...userIds] } }, ctx.now(), reason)
  for (const userId of userIds) disconnectUser(ctx, userId)
}

/** Facts of users for other modules. */
export async function userRecords(ctx: Ctx, filter: { ids?: string[]; q?: string; role?: string; beforeId?: string; limit?: number }) {
  const now = ctx.now()
  const wanted = filter.q?.includes('@') ? { ...filter, emailIndex: await emailIndexOf(ctx, filter.q) } : filter
  const users = await repository.pageUsers(ctx.db, wanted, filter.limit ?? 500, now)
  const ids = users.map((u) => u.id)
  const [roles, seen] = await Promise.all([repository.liveRoles(ctx.db, ids, now), repository.lastSeen(ctx.db, ids)])
  return users.map((u) => ({
    id: u.id,
    email: u.email,
    firstName: u.firstName,
    lastName: u.lastName,
    locale: u.locale,
    status: u.status as 'active' | 'disabled',
    emailVerified: u.emailVerifiedAt !== null,
    roles: roles.filter((r) => r.userId === u.id).map((r) => r.role),
    createdAt: u.createdAt.toISOString(),
    updatedAt: u.updatedAt.toISOString(),
    lastSeenAt: seen.get(u.id)?.toISOString() ?? null,
  }))
}

/** Changes state or marketplace roles of a user; the last active admin cannot be taken away. */
export async function setUserAccess(ctx: Ctx, userId: string, change: { status?: 'active' | 'disabled'; roles?: string[] }): Promise<boolean> {
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, 'tenant-admins')
    const user = await repository.findUser(tx.db, { id: userId })
    if (!user || user.erasedAt) return false
    const now = tx.now()
    if (change.roles) await repository.replaceRoles(tx.db, userId, change.roles, actorId(tx), now)
    if (change.status) await repository.updateUser(tx.db, userId, { status: change.status })
    if ((await repository.countHolders(tx.db, 'tenant_admin', now)) === 0) throw fail(lastAdmin)
    await bumpEpoch(tx, [userId], change.status === 'disabled', 'disabled by an admin')
    return true
  })
}
