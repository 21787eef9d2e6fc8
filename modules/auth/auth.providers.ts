import { recordAudit } from '@itellico/contracts/audit'
import { accessDisabled, emailUnverified, type Tokens } from '@itellico/contracts/auth'
import { because } from '@itellico/contracts/refusals'
import type { Ctx } from '@itellico/kernel/context'
import { DEVICE_HEADER } from '@itellico/kernel/devices'
import { fail } from '@itellico/kernel/errors'
import { ask } from '@itellico/kernel/operations'
import { deviceOf } from './auth.devices.ts'
import { listPasskeys } from './auth.factors.repository.ts'
import { openSession } from './auth.issue.ts'
import * as repository from './auth.repository.ts'
import { signIn } from './auth.signin.ts'
import { emailIndexOf } from './auth.users.ts'

/** Signs somebody in whom a provider has confirmed. Who must have a second factor here proves it, unless the provider vouches for one. */
export async function signInByProvider(
  ctx: Ctx,
  { userId, factors, remember, userAgent, devices }: { userId: string; factors: boolean; remember: boolean; userAgent: string; devices: string | null },
): Promise<Tokens> {
  const user = await repository.findUser(ctx.db, { id: userId })
  if (user?.status !== 'active') {
    await ask(ctx, recordAudit, { action: 'auth.login_failed', entity: 'user', entityId: userId })
    throw fail(accessDisabled, because('askAdmins'))
  }
  if (!user.emailVerifiedAt) throw fail(emailUnverified, because('verifyFirst'))
  const device = deviceOf(ctx, { 'user-agent': userAgent, [DEVICE_HEADER]: devices ?? undefined })
  return factors ? openSession(ctx, user, { remember, verified: true }, device) : signIn(ctx, user, { remember }, device)
}

/** A login by id or address, with what it can be opened with here. */
export async function findLogin(ctx: Ctx, { userId, email }: { userId?: string; email?: string }) {
  const user = await repository.findUser(ctx.db, userId === undefined ? { emailIndex: await emailIndexOf(ctx, email ?? '') } : { id: userId })
  if (!user) return null
  const [passkeys, roles] = await Promise.all([listPasskeys(ctx.db, user.id), repository.liveRoles(ctx.db, [user.id], ctx.now())])
  return {
    userId: user.id,
    email: user.email,
    emailVerified: user.emailVerifiedAt !== null,
    active: user.status === 'active',
    hasPassword: user.passwordHash !== null,
    passkeys: passkeys.length,
    roles: roles.map((r) => r.role),
  }
}
