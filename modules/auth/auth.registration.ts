import { recordAudit } from '@itellico/contracts/audit'
import { emailVerificationRequested, invalidCredentials, linkInvalid, passwordChanged, passwordResetRequested, userRegistered } from '@itellico/contracts/auth'
import { sendMail } from '@itellico/contracts/notification'
import { changeUsage } from '@itellico/contracts/usage'
import { refused } from '@itellico/contracts/refusals'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { sha256 } from '@itellico/kernel/crypto'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { webUrl } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import { disconnectUser } from '@itellico/kernel/realtime'
import { sessionOf, userOf } from '../actor.ts'
import { forgetDevices } from './auth.factors.repository.ts'
import { forgiveAttempts } from './auth.lockout.ts'
import { checkPassword, hashPassword, requireStrong } from './auth.password.ts'
import { emailIndexOf } from './auth.users.ts'
import * as repository from './auth.repository.ts'
import { opaqueToken, openToken } from './auth.tokens.ts'

const EMAIL = 'email-token'
const HOURS = { verify: 48, reset: 2, welcome: 72 } as const

const personOf = (user: { id: string; firstName: string; lastName: string }) => ({ userId: user.id, name: `${user.firstName} ${user.lastName}` })

/** What somebody gives to register. */
export interface Registration {
  readonly email: string
  readonly password: string
  readonly firstName: string
  readonly lastName: string
  readonly as: 'talent' | 'client'
  readonly dateOfBirth?: string
  readonly companyName?: string
  readonly locale?: string
}

/** Registers a person. A known address gets a message instead of a second login, and the caller cannot tell. */
export async function register(ctx: Ctx, input: Registration): Promise<void> {
  requireStrong(ctx, input.password, input)
  const emailIndex = await emailIndexOf(ctx, input.email)
  const passwordHash = await hashPassword(input.password)
  await inTx(ctx, async (tx) => {
    const known = await repository.findUser(tx.db, { emailIndex })
    if (known) {
      if (known.emailVerifiedAt)
        await ask(tx, sendMail, {
          template: 'already-registered',
          to: known.email,
          userId: known.id,
          locale: known.locale,
          data: { link: webUrl(tx.kernel.config, tx.realm, '/login'), firstName: known.firstName },
        })
      else await emit(tx, emailVerificationRequested, `user:${known.id}`, { userId: known.id })
      return
    }
    const locale = input.locale && tx.realm.locales.includes(input.locale) ? input.locale : (tx.realm.locales[0] ?? 'en')
    const user = await repository.createUser(tx.db, {
      id: newId(),
      email: input.email.trim(),
      emailIndex,
      passwordHash,
      firstName: input.firstName.trim(),
      lastName: input.lastName.trim(),
      locale,
      timezone: tx.realm.timezone,
      status: 'active',
    })
    await ask(tx, changeUsage, { key: 'users', by: 1 })
    await emit(tx, userRegistered, `user:${user.id}`, {
      userId: user.id,
      firstName: user.firstName,
      lastName: user.lastName,
      as: input.as,
      dateOfBirth: input.dateOfBirth ?? null,
      companyName: input.companyName?.trim() || null,
    })
    await emit(tx, emailVerificationRequested, `user:${user.id}`, { userId: user.id })
    const by = personOf(user)
    await ask(tx, recordAudit, { action: 'auth.registered', by, entity: 'user', entityId: user.id, data: { name: by.name } })
  })
}

/** Sends the message that confirms an address. */
export async function sendVerification(tx: TxCtx, userId: string): Promise<void> {
  await sendLink(tx, userId, { purpose: 'verify', path: '/verify-email', template: 'verify-email', hours: HOURS.verify })
}

/** Sends the message that sets a new password; a new admin is welcomed and gets more time. */
export async function sendReset(tx: TxCtx, userId: string, welcome: boolean): Promise<void> {
  await sendLink(tx, userId, {
    purpose: 'reset',
    path: '/reset-password',
    template: welcome ? 'admin-welcome' : 'reset-password',
    hours: welcome ? HOURS.welcome : HOURS.reset,
  })
}

async function sendLink(
  tx: TxCtx,
  userId: string,
  { purpose, path, template, hours }: { purpose: 'verify' | 'reset'; path: string; template: string; hours: number },
): Promise<void> {
  const user = await repository.findUser(tx.db, { id: userId })
  if (!user || user.status !== 'active' || (purpose === 'verify' && user.emailVerifiedAt)) return
  const id = newId()
  const token = opaqueToken(tx.kernel, EMAIL, tx.realm.id, id)
  const now = tx.now()
  await repository.createEmailToken(tx.db, {
    id,
    userId,
    purpose,
    tokenHash: sha256(token),
    createdAt: now,
    expiresAt: new Date(now.getTime() + hours * 3_600_000),
  })
  await ask(tx, sendMail, {
    template,
    to: user.email,
    userId,
    locale: user.locale,
    data: { link: webUrl(tx.kernel.config, tx.realm, `${path}?token=${encodeURIComponent(token)}`), firstName: user.firstName, hours: String(hours) },
  })
}

async function redeem(tx: TxCtx, purpose: 'verify' | 'reset', token: string) {
  const id = openToken(tx.kernel, EMAIL, tx.realm.id, token)
  const row = id && (await repository.useEmailToken(tx.db, id, purpose, sha256(token), tx.now()))
  const user = row && (await repository.findUser(tx.db, { id: row.userId }))
  if (!user || user.status !== 'active') throw fail(linkInvalid)
  return user
}

/** Confirms an address with the token from the message. */
export async function verifyEmail(ctx: Ctx, token: string): Promise<string> {
  return inTx(ctx, async (tx) => {
    const user = await redeem(tx, 'verify', token)
    await repository.updateUser(tx.db, user.id, { emailVerifiedAt: tx.now() })
    await ask(tx, recordAudit, { action: 'auth.email_verified', by: personOf(user), entity: 'user', entityId: user.id })
    return user.email
  })
}

/** Asks for a message to set a new password; does nothing for an unknown address. */
export async function forgotPassword(ctx: Ctx, email: string): Promise<void> {
  const user = await repository.findUser(ctx.db, { emailIndex: await emailIndexOf(ctx, email) })
  if (!user || user.status !== 'active') return
  await inTx(ctx, (tx) => emit(tx, passwordResetRequested, `user:${user.id}`, { userId: user.id, welcome: false }))
}

/** Sets a new password with the token from the message, ends every session and confirms the address. */
export async function resetPassword(ctx: Ctx, token: string, password: string): Promise<void> {
  requireStrong(ctx, password, null)
  const passwordHash = await hashPassword(password)
  await inTx(ctx, async (tx) => {
    const user = await redeem(tx, 'reset', token)
    requireStrong(tx, password, user)
    const now = tx.now()
    await repository.updateUser(tx.db, user.id, { passwordHash, emailVerifiedAt: user.emailVerifiedAt ?? now, epoch: { increment: 1 } })
    await repository.revokeSessions(tx.db, { userId: user.id }, now, 'password reset')
    await forgetDevices(tx.db, user.id)
    tx.afterCommit(() => forgiveAttempts(tx, user.emailIndex))
    disconnectUser(tx, user.id)
    await emit(tx, passwordChanged, `user:${user.id}`, { userId: user.id, how: 'reset' })
    await ask(tx, recordAudit, { action: 'auth.password_reset', by: personOf(user), entity: 'user', entityId: user.id })
  })
}

/** Changes the own password; every other session ends, this one stays. */
export async function changePassword(ctx: Ctx, currentPassword: string, newPassword: string): Promise<void> {
  const { userId } = userOf(ctx)
  const sessionId = sessionOf(ctx)
  const user = await repository.findUser(ctx.db, { id: userId })
  if (!user || !(await checkPassword(ctx, user, currentPassword))) throw fail(invalidCredentials, { errors: [refused('currentPassword', 'wrong')] })
  requireStrong(ctx, newPassword, user, 'newPassword')
  const passwordHash = await hashPassword(newPassword)
  await inTx(ctx, async (tx) => {
    await repository.updateUser(tx.db, userId, { passwordHash })
    await repository.revokeSessions(tx.db, { userId, exceptId: sessionId }, tx.now(), 'password changed')
    await forgetDevices(tx.db, userId)
    disconnectUser(tx, userId)
    await emit(tx, passwordChanged, `user:${userId}`, { userId, how: 'change' })
    await ask(tx, recordAudit, { action: 'auth.password_changed', entity: 'user', entityId: userId })
  })
}
