import { recordAudit } from '@itellico/contracts/audit'
import { accountLeaving, type Tokens } from '@itellico/contracts/auth'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { sha256 } from '@itellico/kernel/crypto'
import { deviceToken } from '@itellico/kernel/devices'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { knownTo, type Device } from './auth.devices.ts'
import { ACCESS_SECONDS, PENDING_SECONDS, REMEMBER_DEVICE_DAYS, sessionEnd } from './auth.policy.ts'
import { rememberDevice } from './auth.factors.repository.ts'
import * as repository from './auth.repository.ts'
import { keepPending } from './auth.tickets.ts'
import { opaqueToken, signAccess } from './auth.tokens.ts'

/** Purpose of the signatures in refresh tokens. */
export const REFRESH = 'refresh-token'

/** Whoever signs in. */
export interface SigningIn {
  readonly id: string
  readonly firstName: string
  readonly lastName: string
  readonly epoch: number
  /** When the person is to be erased, if they have asked for that. */
  readonly leavingAt: Date | null
}

interface SessionWish {
  readonly remember: boolean
  /** Whether the person has proven all that can be asked of them, and did not lean on a remembered device. */
  readonly verified: boolean
  readonly rememberDevice?: boolean
}

/** Opens a full session: nothing is left to prove. Somebody who is about to be erased gets a ticket instead, with which to stay. */
export async function openSession(ctx: Ctx, user: SigningIn, wish: SessionWish, device: Device): Promise<Tokens> {
  if (user.leavingAt) {
    const ticket = await keepPending(ctx, { userId: user.id, epoch: user.epoch, remember: wish.remember, purpose: 'keep' })
    throw fail(accountLeaving, { context: { ticket, expiresIn: PENDING_SECONDS, erasedAt: user.leavingAt.toISOString() } })
  }
  return inTx(ctx, async (tx) => {
    const now = tx.now()
    const sessionId = newId()
    const expiresAt = sessionEnd(now, wish.remember)
    const deviceId = knownTo(user, device)?.id ?? newId()
    const [userAgent, ip] = [device.userAgent.slice(0, 300), device.ip]
    await repository.createSession(tx.db, {
      id: sessionId,
      userId: user.id,
      remember: wish.remember,
      userAgent,
      ip,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      verifiedAt: wish.verified ? now : null,
    })
    const by = { userId: user.id, name: `${user.firstName} ${user.lastName}` }
    await ask(tx, recordAudit, { action: 'auth.login', by, entity: 'user', entityId: user.id, data: { name: by.name } })
    if (wish.rememberDevice) {
      const until = new Date(now.getTime() + REMEMBER_DEVICE_DAYS * 86_400_000)
      await rememberDevice(tx.db, { id: deviceId, userId: user.id, userAgent, ip, createdAt: now, expiresAt: until })
      await ask(tx, recordAudit, { action: 'auth.device_remembered', by, entity: 'user', entityId: user.id })
    }
    const issued = await issue(tx, { userId: user.id, sessionId, epoch: user.epoch, expiresAt })
    return { ...issued, device: deviceToken(tx.kernel, tx.realm.id, { id: deviceId, userId: user.id }) }
  })
}

interface Lineage {
  readonly userId: string
  readonly sessionId: string
  readonly epoch: number
  readonly expiresAt: Date
}

/** Makes the next pair of tokens of a session. */
export async function issue(tx: TxCtx, s: Lineage, tokenId: string = newId()): Promise<Tokens> {
  const refreshToken = opaqueToken(tx.kernel, REFRESH, tx.realm.id, tokenId)
  await repository.createRefreshToken(tx.db, { id: tokenId, sessionId: s.sessionId, tokenHash: sha256(refreshToken), createdAt: tx.now() })
  return tokens(tx, s, refreshToken)
}

/** A pair of tokens with a refresh token that is there already. */
export async function tokens(ctx: Ctx, s: Lineage, refreshToken: string): Promise<Tokens> {
  const accessToken = await signAccess(ctx.kernel, { userId: s.userId, sessionId: s.sessionId, realmId: ctx.realm.id, epoch: s.epoch })
  return { accessToken, expiresIn: ACCESS_SECONDS, refreshToken, refreshExpiresAt: s.expiresAt.toISOString(), sessionId: s.sessionId }
}
