import { raw, type Database } from '@itellico/kernel/db'
import { pseudonym } from '@itellico/kernel/personal'
import '../database.ts'
import type { RoleData } from './listings.policy.ts'

const withRoles = { roles: { orderBy: { position: 'asc' } } } as const

/** Text with the wildcards of LIKE taken literally. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** A casting with its roles, by id or by address. */
export async function find(db: Database, where: { id: string } | { slug: string }) {
  return db.listing.findUnique({ where: where as { id: string }, include: withRoles })
}

/** Castings with their roles, by id. */
export async function findMany(db: Database, ids: string[]) {
  return db.listing.findMany({ where: { id: { in: ids } }, include: withRoles })
}

/** Holds a casting as it is until the transaction ends: `share` against changes, `update` against other holders, too. */
export async function lock(db: Database, id: string, mode: 'share' | 'update'): Promise<void> {
  await raw(db).$queryRawUnsafe(`select 1 as locked from "__tenant__"."listing" where id = $1::uuid for ${mode}`, id)
}

/** Castings that take applications, newest published first. */
export async function listOpen(db: Database, filter: { q?: string; after: { at: Date; id: string } | null }, now: Date, take: number) {
  const { q, after } = filter
  const contains = q && { contains: literally(q), mode: 'insensitive' as const }
  return db.listing.findMany({
    where: {
      status: 'published',
      AND: [
        { OR: [{ deadline: null }, { deadline: { gt: now } }] },
        ...(contains ? [{ OR: [{ title: contains }, { description: contains }, { location: contains }, { roles: { some: { name: contains } } }] }] : []),
        ...(after ? [{ OR: [{ publishedAt: { lt: after.at } }, { publishedAt: after.at, id: { lt: after.id } }] }] : []),
      ],
    },
    include: withRoles,
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take,
  })
}

/** Whether an account has a casting that takes applications. */
export async function hasOpen(db: Database, accountId: string, now: Date): Promise<boolean> {
  return (await db.listing.count({ where: { accountId, status: 'published', OR: [{ deadline: null }, { deadline: { gt: now } }] }, take: 1 })) > 0
}

/** Castings of an account, newest first. */
export async function listOwn(db: Database, accountId: string, filter: { status?: string; beforeId: string | null }, take: number) {
  return db.listing.findMany({
    where: { accountId, ...(filter.status && { status: filter.status }), ...(filter.beforeId && { id: { lt: filter.beforeId } }) },
    include: withRoles,
    orderBy: { id: 'desc' },
    take,
  })
}

/** Ids of published castings whose deadline is over, or of all published ones of an account. */
export async function findClosable(db: Database, where: { deadlineBy: Date } | { accountId: string }, take: number): Promise<string[]> {
  const rows = await db.listing.findMany({
    where: { status: 'published', ...('accountId' in where ? { accountId: where.accountId } : { deadline: { lte: where.deadlineBy } }) },
    select: { id: true },
    orderBy: { id: 'asc' },
    take,
  })
  return rows.map((r) => r.id)
}

/** Whether a casting has this address already. */
export async function slugTaken(db: Database, slug: string): Promise<boolean> {
  return (await db.listing.count({ where: { slug } })) > 0
}

/** Writes a casting with its roles. */
export async function insert(
  db: Database,
  row: Parameters<Database['listing']['create']>[0]['data'] & { id: string },
  roles: readonly RoleData[],
): Promise<void> {
  await db.listing.create({ data: row })
  await writeRoles(db, row.id, roles)
}

/** Changes a casting and counts its version up. */
export async function update(db: Database, id: string, data: Parameters<Database['listing']['update']>[0]['data']): Promise<void> {
  await db.listing.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
}

/** Makes the roles of a casting equal to a set: what is not in it goes. */
export async function writeRoles(db: Database, listingId: string, roles: readonly RoleData[]): Promise<void> {
  await db.castingRole.deleteMany({ where: { listingId } })
  await db.castingRole.createMany({ data: roles.map((r, position) => ({ ...r, listingId, position })) })
}

/** All castings of accounts, with their roles. */
export async function ofAccounts(db: Database, accountIds: string[]) {
  return db.listing.findMany({ where: { accountId: { in: accountIds } }, include: { roles: true }, orderBy: { id: 'asc' } })
}

/** Closes a casting and takes all texts away. */
export async function forget(db: Database, id: string): Promise<void> {
  const title = pseudonym('Erased casting', id)
  await db.listing.update({
    where: { id },
    data: { slug: `erased-${id.slice(-12)}`, title, description: '', location: null, usage: null, status: 'closed', version: { increment: 1 } },
  })
  await db.castingRole.updateMany({ where: { listingId: id }, data: { name: 'Role', description: '' } })
}
