import type { Redis } from 'ioredis'

/**
 * Takes one of `max` per window, sliding: what was taken in the window before counts by the part of it that still lies within reach,
 * so that nobody gets twice as much around the turn of a window. What is refused is not counted. One hash per key, gone after two windows.
 */
const TAKE = `
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window, max = tonumber(ARGV[1]), tonumber(ARGV[2])
local slot, into = math.floor(now / window), now % window
local before = tonumber(redis.call('hget', KEYS[1], slot - 1) or 0)
local current = tonumber(redis.call('hget', KEYS[1], slot) or 0)
local used = current + math.floor(before * (1 - into / window))
if used >= max then
  if current < max then return { used + 1, math.ceil(window * (1 - (max - current) / before) - into) + 1 } end
  return { used + 1, math.ceil(window - into + window * (1 - max / current)) + 1 }
end
redis.call('hincrby', KEYS[1], slot, 1)
if current == 0 then
  redis.call('hdel', KEYS[1], slot - 2)
  redis.call('pexpire', KEYS[1], window * 2)
end
return { used + 1, window - into }
`

/** What became of a try to take one: whether there was one left, how many are used, and the milliseconds after which it is worth trying again. */
export interface Taken {
  readonly allowed: boolean
  readonly used: number
  readonly waitMs: number
}

/** Takes one of `max` in a sliding window of some milliseconds; rejects while Redis is away. */
export async function take(redis: Redis, key: string, max: number, windowMs: number): Promise<Taken> {
  const [used, waitMs] = (await redis.eval(TAKE, 1, key, windowMs, max)) as [number, number]
  return { allowed: used <= max, used, waitMs }
}
