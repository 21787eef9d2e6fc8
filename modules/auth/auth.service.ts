import { recordAudit } from '@itellico/contracts/audit'
import { accessDisabled, emailUnverified, invalidCredentials, sessionEnded, type Session, type Tokens } from '@itellico/contracts/auth'
import { because } from '@itellico/contracts/refusals'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { sha256 } from '@itellico/kernel/crypto'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { disconnectUser } from '@itellico/kernel/realtime'
import { found, userOf } from '../actor.ts'
import { checkPassword } from './auth.password.ts'
import { REFRESH, issue, tokens } from './auth.issue.ts'
import { takeAttempt } from './auth.lockout.ts'
import { refreshVerdict } from './auth.policy.ts'
import { refuseForced } from './auth.forced.ts'
import * as repository from './auth.repository.ts'
import { knownTo, type Device } from './auth.devices.ts'
import { signIn } from './auth.signin.ts'
import { emailIndexOf } from './auth.users.ts'
import { opaqueToken, openToken } from './auth.tokens.ts'

/** Signs in with address and password; says the same, in the same time, for unknown and for wrong. Only the right password learns more. */
export async function login(ctx: Ctx, input: { email: string; password: string; mfaCode?: string; remember?: boolean }, device: Device): Promise<Tokens> {
  const emailIndex = await emailIndexOf(ctx, input.email)
  const user = await repository.findUser(ctx.db, { emailIndex })
  const attempt = await takeAttempt(ctx, { what: 'password', account: emailIndex, userId: user?.id ?? null, deviceId: knownTo(user, device)?.id ?? null })
  const right = await checkPassword(ctx, user, input.password)
  if (!user || !right || user.status !== 'active') {
    if (user) await ask(ctx, recordAudit, { action: 'auth.login_failed', entity: 'user', entityId: user.id })
    await refuseForced(ctx, input.email, null)
    if (user && right) throw fail(accessDisabled, because('askAdmins'))
    throw fail(invalidCredentials)
  }
  await refuseForced(ctx, input.email, user.id)
  if (!user.emailVerifiedAt) throw fail(emailUnverified, because('verifyFirst'))
  await attempt.succeeded()
  return signIn(ctx, user, input, device)
}

/**
 * Exchanges a refresh token. Parallel calls with the same one get the same successor; one that comes back later than
 * the grace ends the whole session (RFC 9700, section 4.14.2).
 */
export async function refresh(ctx: Ctx, refreshToken: string): Promise<Tokens> {
  const id = openToken(ctx.kernel, REFRESH, ctx.realm.id, refreshToken)
  if (!id) throw fail(sessionEnded)
  const result = await inTx(ctx, async (tx) => {
    const token = await repository.lockRefreshToken(tx.db, id, sha256(refreshToken))
    const session = token && (await repository.findSession(tx.db, token.sessionId))
    if (!token || !session || session.user.status !== 'active') return null
    const now = tx.now()
    const s = { userId: session.userId, sessionId: session.id, epoch: session.user.epoch, expiresAt: session.expiresAt }
    switch (refreshVerdict(token, session, now)) {
      case 'rotate': {
        const successorId = newId()
        await repository.markRotated(tx.db, id, successorId, now)
        await repository.touchSession(tx.db, session.id, now)
        return issue(tx, s, successorId)
      }
      case 'repeat':
        return tokens(tx, s, opaqueToken(tx.kernel, REFRESH, tx.realm.id, token.successorId as string))
      case 'reuse':
        await repository.revokeSessions(tx.db, { id: session.id }, now, 'refresh token used twice')
        await ask(tx, recordAudit, {
          action: 'auth.refresh_reuse',
          entity: 'user',
          entityId: session.userId,
        })
        return null
      default:
        return null
    }
  })
  if (!result) throw fail(sessionEnded)
  return result
}

/** Ends the session of a refresh token; an unknown one is no error. */
export async function logout(ctx: Ctx, refreshToken: string): Promise<void> {
  const id = openToken(ctx.kernel, REFRESH, ctx.realm.id, refreshToken)
  if (!id) return
  await inTx(ctx, async (tx) => {
    const token = await repository.lockRefreshToken(tx.db, id, sha256(refreshToken))
    if (token) await repository.revokeSessions(tx.db, { id: token.sessionId }, tx.now(), 'signed out')
  })
}

/** Devices of the signed-in person. */
export async function listSessions(ctx: Ctx): Promise<Session[]> {
  const user = userOf(ctx)
  const rows = await repository.listSessions(ctx.db, user.userId, ctx.now())
  return rows.map((s) => ({
    id: s.id,
    current: s.id === user.sessionId,
    userAgent: s.userAgent,
    ip: s.ip,
    createdAt: s.createdAt.toISOString(),
    lastSeenAt: s.lastSeenAt.toISOString(),
    expiresAt: s.expiresAt.toISOString(),
  }))
}

/** Signs one own device out. */
export async function endSession(ctx: Ctx, id: string): Promise<void> {
  const { userId } = userOf(ctx)
  const count = await repository.revokeSessions(ctx.db, { id, userId }, ctx.now(), 'ended by the user')
  found(count || null)
  disconnectUser(ctx, userId)
}
