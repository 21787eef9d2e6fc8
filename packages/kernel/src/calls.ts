import type { Kernel } from './kernel.ts'
import { tenantKey } from './keys.ts'

const DAYS_KEPT = 40

const keyOf = (kernel: Kernel, realm: string, month: string): string => `${kernel.config.REDIS_PREFIX}:${tenantKey(realm, 'calls', month)}`

/** First day of a month in UTC, as `2026-11-01`: what calls are counted by. */
export function monthOf(now: Date): string {
  return `${now.toISOString().slice(0, 7)}-01`
}

/** Counts a call of a tenant in a month and gives how many there were; null while Redis is away, when calls are not counted. */
export async function countCall(kernel: Kernel, realm: string, month: string): Promise<number | null> {
  if (kernel.redis.status !== 'ready') return null
  const key = keyOf(kernel, realm, month)
  try {
    const calls = await kernel.redis.incr(key)
    if (calls !== 1) return calls
    // the first since the month began, or since Redis lost it: what is written down goes on
    await kernel.redis.expire(key, DAYS_KEPT * 86_400)
    const { rows } = await kernel.shards.main.pool.query<{ calls: string }>(
      'select calls::text from control.tenant_calls where tenant_id = $1 and month = $2',
      [realm, month],
    )
    return rows[0] ? await kernel.redis.incrby(key, Number(rows[0].calls)) : calls
  } catch {
    return null
  }
}

/** Calls of a tenant in a month so far; null when nobody knows right now. */
export async function readCalls(kernel: Kernel, realm: string, month: string): Promise<number | null> {
  if (kernel.redis.status !== 'ready') return null
  const calls = await kernel.redis.get(keyOf(kernel, realm, month)).catch(() => null)
  return calls === null ? null : Number(calls)
}
