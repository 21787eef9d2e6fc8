import { recordAudit } from '@itellico/contracts/audit'
import { because } from '@itellico/contracts/refusals'
import { rateLimited } from '@itellico/contracts/request'
import type { Ctx } from '@itellico/kernel/context'
import { sha256 } from '@itellico/kernel/crypto'
import { peerOf } from '@itellico/kernel/devices'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { tenantKey } from '@itellico/kernel/keys'
import { ask } from '@itellico/kernel/operations'
import { ATTEMPTS } from './auth.policy.ts'

// Takes a try before it is made, so that parallel ones cannot slip through. KEYS: tries of this peer or device at this account, and
// (for unknown devices) all tries at the account. Answers the milliseconds to wait, 0 for go.
const TAKE = `
local now, window, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
for i = 1, #KEYS do redis.call('zremrangebyscore', KEYS[i], '-inf', now - window) end
if redis.call('zcard', KEYS[1]) >= most then
  local oldest = redis.call('zrange', KEYS[1], 0, 0, 'withscores')
  return math.max(1, math.ceil(tonumber(oldest[2]) + window - now))
end
if KEYS[2] then
  local over = redis.call('zcard', KEYS[2]) - tonumber(ARGV[4])
  if over >= 0 then
    local last = redis.call('zrange', KEYS[2], -1, -1, 'withscores')
    local pause = math.min(tonumber(ARGV[5]), 1000 * 2 ^ math.min(over, 20))
    if last[2] and tonumber(last[2]) + pause > now then return math.ceil(tonumber(last[2]) + pause - now) end
  end
end
for i = 1, #KEYS do
  redis.call('zadd', KEYS[i], now, ARGV[6])
  redis.call('pexpire', KEYS[i], window)
end
return 0`

/** A try that was let through; `succeeded` gives it back. */
export interface Attempt {
  succeeded(): Promise<void>
}

/** What is tried, at which account, from where. `account` is whatever names it, known or not. */
export interface Attempted {
  readonly what: 'password' | 'code'
  readonly account: string
  readonly userId: string | null
  /** The device, where it has signed in to this account before. */
  readonly deviceId: string | null
}

/**
 * Lets a try through or says how long to wait. A peer has few tries at an account, a known device has its own, and tries of all unknown
 * devices together make the waits between them grow: whoever guesses is slowed, and cannot keep the owner out on a device of theirs.
 */
export async function takeAttempt(ctx: Ctx, { what, account, userId, deviceId }: Attempted): Promise<Attempt> {
  const { redis, config } = ctx.kernel
  const key = (...parts: string[]): string => `${config.REDIS_PREFIX}:${tenantKey(ctx.realm.id, 'tries', what, sha256(account).slice(0, 32), ...parts)}`
  const own = deviceId ? key('device', deviceId) : key('peer', peerOf(ctx.ip ?? ''))
  const keys = deviceId ? [own] : [own, key('all')]
  const scale = (n: number): number => Math.max(1, Math.round(n * config.RATE_LIMIT_SCALE))
  const member = newId()
  let wait: number
  try {
    wait = Number(
      await redis.eval(
        TAKE,
        keys.length,
        ...keys,
        ctx.now().getTime(),
        ATTEMPTS.windowMs,
        scale(deviceId ? ATTEMPTS.ofDevice : ATTEMPTS.ofPeer),
        scale(ATTEMPTS.ofAll),
        ATTEMPTS.longestPauseMs,
        member,
      ),
    )
  } catch (err) {
    // limits are off while Redis is away: the service must go on
    ctx.log.warn({ err }, 'tries are not counted')
    return { succeeded: () => Promise.resolve() }
  }
  if (wait > 0) {
    if (userId && (await firstIn(ctx, key('told')))) await ask(ctx, recordAudit, { action: 'auth.login_slowed', entity: 'user', entityId: userId })
    const seconds = Math.ceil(wait / 1000)
    const why = seconds < 120 ? because('tooFast', { seconds }) : because('tooManyTries', { minutes: Math.ceil(seconds / 60) })
    throw fail(rateLimited, { ...why, retryAfterSeconds: seconds })
  }
  return {
    async succeeded() {
      await Promise.all([redis.del(own), ...(keys[1] ? [redis.zrem(keys[1], member)] : [])]).catch(() => undefined)
    },
  }
}

/** Forgets the tries at an account, after its owner has set a new password. */
export async function forgiveAttempts(ctx: Ctx, account: string): Promise<void> {
  const key = `${ctx.kernel.config.REDIS_PREFIX}:${tenantKey(ctx.realm.id, 'tries', 'password', sha256(account).slice(0, 32), 'all')}`
  await ctx.kernel.redis.del(key).catch(() => 0)
}

/** Whether this is the first time in a window: a trail with one entry says more than one with thousands. */
async function firstIn(ctx: Ctx, key: string): Promise<boolean> {
  return (await ctx.kernel.redis.set(key, '1', 'PX', ATTEMPTS.windowMs, 'NX').catch(() => null)) === 'OK'
}
