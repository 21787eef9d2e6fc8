import { rightsOf } from '@itellico/contracts/access'
import { liveUnavailable, type Principal } from '@itellico/contracts/auth'
import type { Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { createContext } from '@itellico/kernel/kernel'
import { tenantKey } from '@itellico/kernel/keys'
import { ask } from '@itellico/kernel/operations'
import { randomToken } from '@itellico/kernel/crypto'
import { sessionOf } from '../actor.ts'
import * as repository from './auth.repository.ts'
import { readAccess } from './auth.tokens.ts'

const TICKET_SECONDS = 30

/** Checks an access token and looks up what its owner may do right now. A token of another realm is `foreign`. */
export async function authenticate(ctx: Ctx, token: string): Promise<{ outcome: 'ok'; principal: Principal } | { outcome: 'invalid' | 'foreign' }> {
  const claims = await readAccess(ctx.kernel, token)
  if (!claims) return { outcome: 'invalid' }
  if (claims.realmId !== ctx.realm.id) return { outcome: 'foreign' }
  const session = await repository.findSession(ctx.db, claims.sessionId)
  const now = ctx.now()
  if (
    !session ||
    session.userId !== claims.userId ||
    session.revokedAt ||
    session.expiresAt <= now ||
    session.user.status !== 'active' ||
    session.user.epoch !== claims.epoch
  )
    return { outcome: 'invalid' }
  return { outcome: 'ok', principal: await principalOf(ctx, session) }
}

type Standing = Pick<Principal, 'name' | 'grants' | 'accounts'>

async function principalOf(
  ctx: Ctx,
  session: { id: string; userId: string; verifiedAt: Date | null; user: { firstName: string; lastName: string; epoch: number } },
): Promise<Principal> {
  return {
    userId: session.userId,
    sessionId: session.id,
    ...(await standing(ctx, { id: session.userId, ...session.user })),
    verifiedAt: session.verifiedAt?.toISOString() ?? null,
  }
}

async function standing(ctx: Ctx, user: { id: string; firstName: string; lastName: string; epoch: number }): Promise<Standing> {
  const { grants, accounts } = await ask(ctx, rightsOf, { userId: user.id, epoch: user.epoch })
  return { name: `${user.firstName} ${user.lastName}`, grants, accounts }
}

/** What an active person may do right now; null when there is none, or when they are about to be erased. */
export async function standingOf(ctx: Ctx, userId: string): Promise<Standing | null> {
  const user = await repository.findUser(ctx.db, { id: userId })
  return user?.status === 'active' && !user.leavingAt ? standing(ctx, user) : null
}

/** Makes a ticket to open the live connection with; kept in Redis until it is used, 30 s at most. */
export async function createTicket(ctx: Ctx): Promise<{ ticket: string; expiresIn: number }> {
  const sessionId = sessionOf(ctx)
  const ticket = randomToken()
  const key = `${ctx.kernel.config.REDIS_PREFIX}:${tenantKey(ctx.realm.id, 'ticket', ticket)}`
  await ctx.kernel.redis.set(key, sessionId, 'EX', TICKET_SECONDS).catch(() => {
    throw fail(liveUnavailable, { retryAfterSeconds: 5 })
  })
  return { ticket: `${ctx.realm.id}.${ticket}`, expiresIn: TICKET_SECONDS }
}

/** Takes a ticket, once. */
export async function redeemTicket(ctx: Ctx, value: string): Promise<{ realmId: string; principal: Principal } | null> {
  const [realmId, ticket] = value.split('.')
  if (!realmId || !ticket || !/^[\w-]{10,100}$/.test(ticket)) return null
  const realm = await ctx.kernel.realms.byId(realmId)
  if (!realm) return null
  const sessionId = await ctx.kernel.redis.getdel(`${ctx.kernel.config.REDIS_PREFIX}:${tenantKey(realm.id, 'ticket', ticket)}`)
  if (!sessionId) return null
  const inside = createContext(ctx.kernel, realm, { kind: 'system' }, ctx.requestId, ctx.ip)
  const session = await repository.findSession(inside.db, sessionId)
  if (!session || session.revokedAt || session.expiresAt <= ctx.now() || session.user.status !== 'active') return null
  return { realmId: realm.id, principal: await principalOf(inside, session) }
}

/** Whether a session still gives access. */
export async function sessionAlive(ctx: Ctx, sessionId: string): Promise<boolean> {
  const session = await repository.findSession(ctx.db, sessionId)
  return session !== null && session.revokedAt === null && session.expiresAt > ctx.now() && session.user.status === 'active'
}
