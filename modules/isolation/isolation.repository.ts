import { raw, type Database, type Shard } from '@itellico/kernel/db'
import { readMarks } from '@itellico/kernel/migrate'
import type { Prisma } from '../generated/prisma/client.ts'
import '../database.ts'
import { kinds } from './isolation.kinds.ts'

export type CheckRow = Prisma.IsolationCheckGetPayload<object>

const OPEN = ['queued', 'running']

/** A check by id. */
export async function find(db: Database, id: string): Promise<CheckRow | null> {
  return db.isolationCheck.findUnique({ where: { id } })
}

/** The newest checks. */
export async function list(db: Database, take: number): Promise<Omit<CheckRow, 'report'>[]> {
  return db.isolationCheck.findMany({ orderBy: { id: 'desc' }, take, omit: { report: true } })
}

/** Gives up checks that nobody has finished since a moment. */
export async function giveUpLost(db: Database, before: Date, error: string): Promise<void> {
  await db.isolationCheck.updateMany({ where: { status: { in: OPEN }, createdAt: { lt: before } }, data: { status: 'failed', error } })
}

/** Whether a check is waiting or running. */
export async function isOpen(db: Database): Promise<boolean> {
  return (await db.isolationCheck.count({ where: { status: { in: OPEN } } })) > 0
}

/** Writes a check that waits to be run. */
export async function insert(db: Database, row: { id: string; version: string; requestedBy: string; createdAt: Date }): Promise<CheckRow> {
  return db.isolationCheck.create({ data: { ...row, status: 'queued' } })
}

/** Changes a check that has not ended; null when it has. */
export async function update(db: Database, id: string, data: Prisma.IsolationCheckUpdateManyMutationInput): Promise<CheckRow | null> {
  const { count } = await db.isolationCheck.updateMany({ where: { id, status: { in: OPEN } }, data })
  return count === 1 ? find(db, id) : null
}

/** One id, slug or token of every kind of thing that a tenant has; the newest of each, and nothing of what has none. */
export async function sampleKinds(db: Database): Promise<Map<string, Record<string, string>>> {
  const found = new Map<string, Record<string, string>>()
  for (const kind of kinds) {
    const columns = Object.entries(kind.columns).map(([name, column]) => `"${column}"::text as "${name}"`)
    const [row] = await raw(db).$queryRawUnsafe<Record<string, string>[]>(
      `select ${columns.join(', ')} from "__tenant__"."${kind.table}" ${kind.where ? `where ${kind.where}` : ''} order by "${Object.values(kind.columns)[0]}" desc limit 1`,
    )
    if (row) found.set(kind.name, row)
  }
  return found
}

/** Words that a tenant can be found by: names of talents and titles of castings, never kept anywhere. */
export async function sampleWords(db: Database, take: number): Promise<string[]> {
  const profiles = await db.profile.findMany({ where: { status: 'active' }, orderBy: { id: 'desc' }, take, select: { displayName: true } })
  const listings = await db.listing.findMany({ where: { status: 'published' }, orderBy: { id: 'desc' }, take, select: { title: true } })
  return [...new Set([...profiles.map((p) => p.displayName), ...listings.map((l) => l.title)])]
}

/** How many rows of a table have an id. */
export async function countIds(db: Database, table: string, id: string): Promise<number> {
  const [row] = await raw(db).$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n from "__tenant__"."${table}" where id = $1::uuid`, id)
  return row?.n ?? 0
}

const UNDEFINED_TABLE = '42P01'

/** Whether the application's role can read a table without saying in which schema it is. */
export async function readsUnqualified(pool: Shard['pool'], table: string): Promise<boolean> {
  try {
    await pool.query(`select 1 from "${table}" limit 1`)
    return true
  } catch (e) {
    if ((e as { code?: string }).code === UNDEFINED_TABLE) return false
    throw e
  }
}

/** The mark that a schema carries. */
export async function markOfSchema(pool: Shard['pool'], schema: string): Promise<string | null> {
  const client = await pool.connect()
  try {
    return (await readMarks(client)).get(schema) ?? null
  } finally {
    client.release()
  }
}
