import { raw, type Database } from '@itellico/kernel/db'
import type { Prisma } from '../generated/prisma/client.ts'
import '../database.ts'

const FULL = { stats: true, migrationFailure: true } as const
export type TenantRow = Prisma.TenantGetPayload<{ include: typeof FULL }>

export async function find(db: Database, id: string): Promise<TenantRow | null> {
  return db.tenant.findUnique({ where: { id }, include: FULL })
}

/** The hidden tenant that isolation checks come from. */
export async function findProbe(db: Database): Promise<TenantRow | null> {
  return db.tenant.findFirst({ where: { probe: true }, include: FULL })
}

export async function slugTaken(db: Database, slug: string): Promise<boolean> {
  return (await db.tenant.count({ where: { slug } })) > 0
}

export async function insert(db: Database, row: Prisma.TenantUncheckedCreateInput): Promise<void> {
  await db.tenant.create({ data: row })
}

export async function update(db: Database, id: string, data: Prisma.TenantUncheckedUpdateInput): Promise<void> {
  await db.tenant.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
}

/** How many tenants each server holds. */
export async function countByShard(db: Database): Promise<Map<string, number>> {
  const rows = await db.tenant.groupBy({ by: ['shard'], where: { probe: false, status: { not: 'purged' } }, _count: true })
  return new Map(rows.map((r) => [r.shard, r._count]))
}

/** The server among `shards` that holds the fewest tenants; the first of them when several do. */
export async function leastLoaded(db: Database, shards: readonly string[]): Promise<string> {
  const load = await countByShard(db)
  return [...shards].sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))[0] ?? 'main'
}

/** Trials that are over. */
export async function trialsEnded(db: Database, now: Date): Promise<string[]> {
  return (await db.tenant.findMany({ where: { status: 'trial', trialEndsAt: { lt: now } }, select: { id: true } })).map((r) => r.id)
}

/** Tenants overdue since before a moment. */
export async function overdueSince(db: Database, before: Date): Promise<string[]> {
  return (await db.tenant.findMany({ where: { status: 'past_due', pastDueSince: { lt: before } }, select: { id: true } })).map((r) => r.id)
}

/** Archived tenants whose days of grace are over. */
export async function purgeable(db: Database, now: Date): Promise<string[]> {
  return (await db.tenant.findMany({ where: { status: 'archived', purgeAfter: { lt: now } }, select: { id: true } })).map((r) => r.id)
}

/** Notes how far provisioning is, without making a new version. */
export async function setProgress(db: Database, id: string, provisioning: Prisma.InputJsonValue): Promise<void> {
  await db.tenant.update({ where: { id }, data: { provisioning } })
}

export async function list(db: Database, filter: { q?: string; status?: string; beforeId: string | null }, take: number): Promise<TenantRow[]> {
  return db.tenant.findMany({
    where: {
      probe: false,
      ...(filter.status && { status: filter.status }),
      ...(filter.q && { OR: [{ name: { contains: filter.q, mode: 'insensitive' } }, { slug: { contains: filter.q, mode: 'insensitive' } }] }),
      ...(filter.beforeId && { id: { lt: filter.beforeId } }),
    },
    include: FULL,
    orderBy: { id: 'desc' },
    take,
  })
}

export async function names(db: Database, ids: string[]): Promise<{ id: string; name: string; slug: string }[]> {
  return db.tenant.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, slug: true } })
}

export async function countByStatus(db: Database): Promise<Map<string, number>> {
  const rows = await db.tenant.groupBy({ by: ['status'], where: { probe: false }, _count: true })
  return new Map(rows.map((r) => [r.status, r._count]))
}

export async function sumStats(db: Database) {
  const { _sum } = await db.tenantStats.aggregate({ _sum: { users: true, profiles: true, bookings: true } })
  return { users: _sum.users ?? 0, profiles: _sum.profiles ?? 0, bookings: _sum.bookings ?? 0 }
}

/** Sizes of a tenant. The one place that counts rows of other modules: numbers leave the tenant, rows never do. */
export async function measure(
  db: Database,
): Promise<{ users: number; accounts: number; profiles: number; publicProfiles: number; openListings: number; bookings: number }> {
  const t = (name: string): string => `"__tenant__"."${name}"`
  const [row] = await raw(db).$queryRawUnsafe<[Awaited<ReturnType<typeof measure>>]>(
    `select (select count(*) from ${t('user')})::int as users, (select count(*) from ${t('account')})::int as accounts, (select count(*) from ${t('profile')})::int as profiles,
            (select count(*) from ${t('profile')} where status = 'active' and visibility = 'public' and not is_minor)::int as "publicProfiles",
            (select count(*) from ${t('listing')} where status = 'published' and (deadline is null or deadline > now()))::int as "openListings",
            (select count(*) from ${t('booking')} where status in ('confirmed', 'completed'))::int as bookings`,
  )
  return row
}

export async function remove(db: Database, id: string): Promise<void> {
  await db.tenant.deleteMany({ where: { id } })
}

export async function removeStats(db: Database, tenantId: string): Promise<void> {
  await db.tenantStats.deleteMany({ where: { tenantId } })
}

export async function saveStats(db: Database, tenantId: string, stats: Awaited<ReturnType<typeof measure>>, measuredAt: Date): Promise<void> {
  await db.tenantStats.upsert({ where: { tenantId }, create: { tenantId, ...stats, measuredAt }, update: { ...stats, measuredAt } })
}
