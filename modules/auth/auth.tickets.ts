import { proofUnavailable, ticketInvalid } from '@itellico/contracts/second-factors'
import type { Ctx } from '@itellico/kernel/context'
import { randomToken, sha256 } from '@itellico/kernel/crypto'
import { fail } from '@itellico/kernel/errors'
import { tenantKey } from '@itellico/kernel/keys'
import { PENDING_SECONDS, PENDING_TRIES } from './auth.policy.ts'

/** A sign-in whose password was right and which is not finished. It belongs to one realm, one person and one purpose. */
export interface Pending {
  readonly userId: string
  readonly epoch: number
  readonly remember: boolean
  readonly purpose: 'confirm' | 'enrol' | 'keep'
}

const keyOf = (ctx: Ctx, kind: string, token: string): string => `${ctx.kernel.config.REDIS_PREFIX}:${tenantKey(ctx.realm.id, kind, sha256(token))}`

/** Does something with Redis, without which nothing can be proven step by step. */
async function withRedis<T>(ctx: Ctx, work: (redis: Ctx['kernel']['redis']) => Promise<T>): Promise<T> {
  try {
    return await work(ctx.kernel.redis)
  } catch (err) {
    ctx.log.warn({ err }, 'a proof cannot be kept')
    throw fail(proofUnavailable, { retryAfterSeconds: 5 })
  }
}

/** Keeps a sign-in that waits and gives its ticket; Redis sees only the hash of it. */
export async function keepPending(ctx: Ctx, pending: Pending): Promise<string> {
  const ticket = randomToken()
  await withRedis(ctx, (redis) => redis.set(keyOf(ctx, 'pending', ticket), JSON.stringify(pending), 'EX', PENDING_SECONDS))
  return ticket
}

/** The sign-in of a ticket, which stays. */
export async function readTicket(ctx: Ctx, ticket: string, purpose: Pending['purpose']): Promise<Pending> {
  const text = await withRedis(ctx, (redis) => redis.get(keyOf(ctx, 'pending', ticket)))
  const pending = text === null ? null : (JSON.parse(text) as Pending)
  if (pending?.purpose !== purpose) throw fail(ticketInvalid)
  return pending
}

/** Takes one of the tries of a ticket before it is made; after the last the sign-in is over, whatever the next code is. */
export async function takeTry(ctx: Ctx, ticket: string): Promise<void> {
  const [key, tries] = [keyOf(ctx, 'pending', ticket), keyOf(ctx, 'pending-tries', ticket)]
  const count = await withRedis(ctx, async (redis) => {
    const n = await redis.incr(tries)
    await redis.expire(tries, PENDING_SECONDS)
    if (n > PENDING_TRIES) await redis.del(key)
    return n
  })
  if (count > PENDING_TRIES) throw fail(ticketInvalid)
}

/** Uses up a ticket; only one of several can. */
export async function useTicket(ctx: Ctx, ticket: string): Promise<void> {
  const text = await withRedis(ctx, (redis) => redis.getdel(keyOf(ctx, 'pending', ticket)))
  if (text === null) throw fail(ticketInvalid)
}

/** What a passkey was asked to sign, for whom and on which page. */
export interface Challenge {
  readonly challenge: string
  readonly origin: string
  readonly purpose: 'sign-in' | 'confirm' | 'create'
  /** Whose passkey is asked for; null for whoever comes. */
  readonly userId: string | null
}

/** Keeps a challenge for five minutes and gives its id. */
export async function keepChallenge(ctx: Ctx, challenge: Challenge): Promise<string> {
  const id = randomToken()
  await withRedis(ctx, (redis) => redis.set(keyOf(ctx, 'challenge', id), JSON.stringify(challenge), 'EX', PENDING_SECONDS))
  return id
}

/** Takes a challenge, once; null when it is unknown, used, too old or meant for something else. */
export async function takeChallenge(ctx: Ctx, id: string, purpose: Challenge['purpose'], userId: string | null): Promise<Challenge | null> {
  const text = await withRedis(ctx, (redis) => redis.getdel(keyOf(ctx, 'challenge', id)))
  const found = text === null ? null : (JSON.parse(text) as Challenge)
  return found?.purpose === purpose && found.userId === userId ? found : null
}
