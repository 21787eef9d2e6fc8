import { randomUUID } from 'node:crypto'
import { getPublicTenant } from '@itellico/contracts/tenants'
import { tenantKey } from '@itellico/kernel/keys'
import { take } from '@itellico/kernel/rate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '@itellico/modules/testing/harness'

let api: TestApi
beforeAll(async () => {
  api = await startApi({ RATE_LIMIT_SCALE: '0.05' })
})
afterAll(() => api.close())

const HOUR = 3_600_000
const keyOf = (): string => `${api.config.REDIS_PREFIX}:rate-test:${randomUUID()}`
/** Where Redis stands in the present window, as a part of it. */
async function into(windowMs: number): Promise<{ slot: number; part: number }> {
  const [seconds, micros] = await api.kernel.redis.time()
  const now = Number(seconds) * 1000 + Math.floor(Number(micros) / 1000)
  return { slot: Math.floor(now / windowMs), part: (now % windowMs) / windowMs }
}

describe('a sliding window', () => {
  it('gives so many and no more, also to those who ask at once', async () => {
    const key = keyOf()
    const all = await Promise.all(Array.from({ length: 50 }, () => take(api.kernel.redis, key, 20, HOUR)))
    expect(all.filter((t) => t.allowed)).toHaveLength(20)
    expect(all.filter((t) => t.allowed).map((t) => t.used)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    // what was refused takes nothing away from later
    expect(await api.kernel.redis.hvals(key)).toEqual(['20'])
  })

  it('counts the window before by the part that is still within reach', async () => {
    // once more where a window turns in the middle
    for (let done = false; !done;) {
      const key = keyOf()
      const before = await into(HOUR)
      await api.kernel.redis.hset(key, String(before.slot - 1), '100000')
      const { used } = await take(api.kernel.redis, key, 1_000_000, HOUR)
      const after = await into(HOUR)
      done = after.slot === before.slot
      if (!done) continue
      expect(used).toBeLessThanOrEqual(Math.floor(100_000 * (1 - before.part)) + 1)
      expect(used).toBeGreaterThanOrEqual(Math.floor(100_000 * (1 - after.part)) + 1)
    }
  })

  it('says after how long it is worth trying again, and is right', async () => {
    const key = keyOf()
    const { slot, part } = await into(HOUR)
    await api.kernel.redis.hset(key, String(slot - 1), '1000', String(slot), '10')
    const max = 10 + Math.floor(1000 * (1 - part)) - 50
    const refused = await take(api.kernel.redis, key, max, HOUR)
    expect(refused.allowed).toBe(false)
    // by then the older window has given back what is missing, and not long before it
    const free = (ms: number): boolean => 10 + Math.floor(1000 * (1 - part - ms / HOUR)) < max
    expect(free(refused.waitMs + 1000)).toBe(true)
    expect(free(refused.waitMs - 10_000)).toBe(false)
  })

  it('leaves nothing behind for ever', async () => {
    const key = keyOf()
    await take(api.kernel.redis, key, 5, HOUR)
    expect(await api.kernel.redis.pttl(key)).toBeGreaterThan(HOUR)
    expect(await api.kernel.redis.pttl(key)).toBeLessThanOrEqual(2 * HOUR)
  })
})

describe('the API', () => {
  it('says how much is left, then refuses with the time to wait', async () => {
    const tenant = await api.tenant()
    const answers = []
    for (let i = 0; i < 6; i++) answers.push(await api.caller(tenant.host).call(getPublicTenant))
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200, 429])
    expect(answers.map((a) => Number(a.headers['x-ratelimit-remaining']))).toEqual([4, 3, 2, 1, 0, 0])
    const last = answers.at(-1)
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(last?.headers['retry-after'])).toBeLessThanOrEqual(1800)
    expect((last?.body as { code: string }).code).toBe('request.rate_limited')
  })

  it('slows a whole marketplace that floods, and no other', async () => {
    const [loud, quiet] = [await api.tenant(), await api.tenant()]
    const { slot } = await into(900_000)
    await api.kernel.redis.hset(`${api.config.REDIS_PREFIX}:${tenantKey(loud.id, 'limit', 'all')}`, String(slot), '10000000')
    expect(await api.caller(loud.host).problem(getPublicTenant)).toBe('429 request.rate_limited')
    expect((await api.caller(quiet.host).call(getPublicTenant)).status).toBe(200)
  })
})
