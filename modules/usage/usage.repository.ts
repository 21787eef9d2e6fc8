import { raw, type Database } from '@itellico/kernel/db'
import '../database.ts'

const COUNTER = '"__tenant__"."usage_counter"'

/** A counter as it stands. */
export interface Counter {
  readonly key: string
  readonly used: number
  readonly told: number
}

export async function counters(db: Database): Promise<Counter[]> {
  return (await db.usageCounter.findMany()).map((c) => ({ key: c.key, used: Number(c.used), told: c.told }))
}

/** Adds to a counter unless that would pass the limit; the row stays locked until the transaction ends, so that no two can pass it together. */
export async function add(db: Database, key: string, by: number, limit: number): Promise<Counter | null> {
  const [row] = await raw(db).$queryRawUnsafe<{ used: string; told: number }[]>(
    `update ${COUNTER} set used = greatest(0, used + $2::bigint), updated_at = now()
     where key = $1 and ($2::bigint <= 0 or $3::bigint < 0 or used + $2::bigint <= $3::bigint) returning used::text, told`,
    key,
    by,
    limit,
  )
  return row ? { key, used: Number(row.used), told: row.told } : null
}

export async function setTold(db: Database, key: string, told: number): Promise<void> {
  await db.usageCounter.update({ where: { key }, data: { told } })
}

/** What the tables themselves hold. The one place that counts rows of other modules for limits. */
export async function count(db: Database): Promise<Record<'users' | 'profiles' | 'storageBytes', number>> {
  const t = (name: string): string => `"__tenant__"."${name}"`
  const [row] = await raw(db).$queryRawUnsafe<[{ users: number; profiles: number; bytes: string }]>(
    `select (select count(*) from ${t('user')} where erased_at is null)::int as users, (select count(*) from ${t('profile')})::int as profiles,
            (select coalesce(sum(size_bytes), 0) from ${t('media')})::text as bytes`,
  )
  return { users: row.users, profiles: row.profiles, storageBytes: Number(row.bytes) }
}

/** Locks the counters and sets them to what the tables hold. */
export async function lockCounters(db: Database): Promise<void> {
  await raw(db).$queryRawUnsafe(`select key from ${COUNTER} order by key for update`)
}

export async function setUsed(db: Database, key: string, used: number): Promise<void> {
  await db.usageCounter.update({ where: { key }, data: { used: BigInt(used) } })
}

/** Calls of a month as they are written down. */
export async function calls(db: Database, tenantId: string, month: string): Promise<{ calls: number; told: number }> {
  const row = await db.tenantCalls.findUnique({ where: { tenantId_month: { tenantId, month: new Date(month) } } })
  return { calls: Number(row?.calls ?? 0), told: row?.told ?? 0 }
}

/** Writes calls down; a lower number than before is an old one. */
export async function saveCalls(db: Database, tenantId: string, month: string, n: number): Promise<void> {
  await raw(db).$executeRawUnsafe(
    `insert into "__tenant__"."tenant_calls" as c (tenant_id, month, calls) values ($1::uuid, $2::date, $3::bigint)
     on conflict (tenant_id, month) do update set calls = greatest(c.calls, excluded.calls)`,
    tenantId,
    month,
    n,
  )
}

export async function setCallsTold(db: Database, tenantId: string, month: string, told: number): Promise<void> {
  await db.tenantCalls.update({ where: { tenantId_month: { tenantId, month: new Date(month) } }, data: { told } })
}
