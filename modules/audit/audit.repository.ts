import { raw, type Database } from '@itellico/kernel/db'
import type { AuditEntry, AuditLink, Prisma } from '../generated/prisma/client.ts'
import '../database.ts'

/** An entry as it is kept, unsealed. */
export type EntryRow = AuditEntry
/** The link of an entry in the chain. */
export type LinkRow = AuditLink

/** What a search of the trail may narrow by. */
export interface AuditFilter {
  readonly actorId?: string
  readonly action?: string
  readonly entityId?: string
  readonly from?: Date
  readonly to?: Date
  readonly q?: string
  readonly beforeId: string | null
}

export async function insert(
  db: Database,
  entry: {
    id: string
    at: Date
    actorId: string | null
    actorName: string
    keyId: string | null
    keyName: string | null
    action: string
    entity: string
    entityId: string | null
    summary: string
    data: Record<string, string | number>
    changes: unknown
    ip: string | null
    requestId: string
  },
): Promise<void> {
  await db.auditEntry.create({ data: { ...entry, changes: entry.changes as Prisma.InputJsonValue } })
}

/** Entries, newest first. */
export async function list(db: Database, f: AuditFilter, take: number) {
  return db.auditEntry.findMany({
    where: {
      ...(f.actorId && { actorId: f.actorId }),
      ...(f.action && { action: { startsWith: f.action } }),
      ...(f.entityId && { entityId: f.entityId }),
      ...((f.from || f.to) && { at: { ...(f.from && { gte: f.from }), ...(f.to && { lt: f.to }) } }),
      ...(f.q && {
        OR: [
          { summary: { contains: f.q, mode: 'insensitive' } },
          { actorName: { contains: f.q, mode: 'insensitive' } },
          { action: { contains: f.q, mode: 'insensitive' } },
        ],
      }),
      ...(f.beforeId && { id: { lt: f.beforeId } }),
    },
    orderBy: { id: 'desc' },
    take,
  })
}

/** Entries by id. */
export async function byIds(db: Database, ids: readonly string[]): Promise<Map<string, EntryRow>> {
  const rows = await db.auditEntry.findMany({ where: { id: { in: [...ids] } } })
  return new Map(rows.map((r) => [r.id, r]))
}

/** The end of the chain. */
export const lastLink = (db: Database): Promise<LinkRow | null> => db.auditLink.findFirst({ orderBy: { seq: 'desc' } })

/** A link by its place. */
export const linkAt = (db: Database, seq: bigint): Promise<LinkRow | null> => db.auditLink.findFirst({ where: { seq } })

/** Links from a place on. */
export const linksFrom = (db: Database, seq: bigint, take: number): Promise<LinkRow[]> =>
  db.auditLink.findMany({ where: { seq: { gte: seq } }, orderBy: { seq: 'asc' }, take })

/** Id of the youngest entry that has a link. */
export async function newestLinked(db: Database): Promise<string | null> {
  return (await db.auditLink.findFirst({ orderBy: { entryId: 'desc' } }))?.entryId ?? null
}

const WITHOUT_LINK = `from "__tenant__"."audit_entry" e where ($1::uuid is null or e.id > $1::uuid) and not exists (select 1 from "__tenant__"."audit_link" l where l.entry_id = e.id)`

/** Entries without a link from an id on, oldest first. */
export async function unlinked(db: Database, afterId: string | null, take: number): Promise<EntryRow[]> {
  const found = await raw(db).$queryRawUnsafe<{ id: string }[]>(`select e.id::text ${WITHOUT_LINK} order by e.id limit $2`, afterId, take)
  const rows = await byIds(
    db,
    found.map((r) => r.id),
  )
  return found.map((r) => rows.get(r.id)).filter((r) => r !== undefined)
}

/** How many entries from an id on have no link yet. */
export async function countUnlinked(db: Database, afterId: string | null): Promise<number> {
  const [row] = await raw(db).$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n ${WITHOUT_LINK}`, afterId)
  return row?.n ?? 0
}

/** Id of the oldest entry from before an instant that has no link. */
export async function oldestUnlinked(db: Database, before: Date): Promise<string | null> {
  const [row] = await raw(db).$queryRawUnsafe<{ id: string }[]>(
    `select e.id::text ${WITHOUT_LINK} and e.at < $2::timestamptz order by e.id limit 1`,
    null,
    before.toISOString(),
  )
  return row?.id ?? null
}

/** Adds links to the end of the chain. */
export async function addLinks(db: Database, links: readonly LinkRow[]): Promise<void> {
  await db.auditLink.createMany({ data: [...links] })
}

/** How far the platform has seen a tenant's chain. */
export const anchorOf = (db: Database, realm: string) => db.auditAnchor.findFirst({ where: { realm } })

/** Notes the end of a tenant's chain; a chain only grows. */
export async function note(db: Database, realm: string, link: LinkRow, at: Date): Promise<void> {
  await raw(db).$executeRawUnsafe(
    `insert into "__tenant__"."audit_anchor" as a (realm, seq, hash, noted_at) values ($1, $2::bigint, $3, $4::timestamptz)
     on conflict (realm) do update set seq = excluded.seq, hash = excluded.hash, noted_at = excluded.noted_at where a.seq < excluded.seq`,
    realm,
    link.seq.toString(),
    link.hash,
    at.toISOString(),
  )
}

/** Removes linked entries from before an instant; the database refuses what is younger than a year. */
export async function prune(db: Database, before: Date): Promise<number> {
  const [row] = await raw(db).$queryRawUnsafe<{ n: number }[]>(`select "__tenant__".audit_prune($1::timestamptz)::int as n`, before.toISOString())
  return row?.n ?? 0
}
