import { raw, type Database } from '@itellico/kernel/db'
import '../database.ts'

const inOrder = [{ addedAt: 'asc' as const }, { profileId: 'asc' as const }]

/** A shortlist of an account with its talents in the order in which they were added. */
export async function find(db: Database, accountId: string, id: string) {
  return db.shortlist.findFirst({ where: { id, accountId }, include: { items: { orderBy: inOrder } } })
}

/** Reads a shortlist and holds it until the transaction ends, so that the limit is counted right. */
export async function hold(db: Database, accountId: string, id: string) {
  await raw(db).$queryRawUnsafe('select 1 as locked from "__tenant__"."shortlist" where id = $1::uuid and account_id = $2::uuid for update', id, accountId)
  return find(db, accountId, id)
}

/** Shortlists of an account, last changed first, with how many talents they hold. */
export async function list(db: Database, accountId: string, take: number) {
  return db.shortlist.findMany({
    where: { accountId },
    include: { _count: { select: { items: true } } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take,
  })
}

/** The first talents of each shortlist, in one query. */
export async function firstItems(db: Database, shortlistIds: string[], perList: number) {
  return raw(db).$queryRawUnsafe<{ shortlistId: string; profileId: string }[]>(
    `select shortlist_id::text as "shortlistId", profile_id::text as "profileId" from (
       select shortlist_id, profile_id, row_number() over (partition by shortlist_id order by added_at, profile_id) as n from "__tenant__"."shortlist_item" where shortlist_id = any($1::uuid[])
     ) first where n <= $2::int order by shortlist_id, n`,
    shortlistIds,
    perList,
  )
}

/** Which of the shortlists hold a talent. */
export async function holding(db: Database, shortlistIds: string[], profileId: string): Promise<string[]> {
  const rows = await db.shortlistItem.findMany({ where: { shortlistId: { in: shortlistIds }, profileId }, select: { shortlistId: true } })
  return rows.map((r) => r.shortlistId)
}

/** Writes a shortlist without talents. */
export async function insert(
  db: Database,
  row: { id: string; accountId: string; name: string; note: string; createdBy: string | null; createdAt: Date; updatedAt: Date },
): Promise<void> {
  await db.shortlist.create({ data: row })
}

/** Changes a shortlist, or only touches it, and counts its version up. */
export async function update(db: Database, id: string, data: { name?: string; note?: string; updatedAt: Date }): Promise<void> {
  await db.shortlist.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
}

/** Deletes a shortlist with everything on it. */
export async function remove(db: Database, id: string): Promise<void> {
  await db.shortlist.delete({ where: { id } })
}

/** Puts talents on a shortlist that are not on it. */
export async function addItems(
  db: Database,
  rows: { shortlistId: string; profileId: string; note: string; addedBy: string | null; addedAt: Date }[],
): Promise<void> {
  await db.shortlistItem.createMany({ data: rows })
}

/** Changes what is noted on a talent. */
export async function setItemNote(db: Database, shortlistId: string, profileId: string, note: string): Promise<void> {
  await db.shortlistItem.update({ where: { shortlistId_profileId: { shortlistId, profileId } }, data: { note } })
}

/** Takes a talent off; false when it is not there. */
export async function removeItem(db: Database, shortlistId: string, profileId: string): Promise<boolean> {
  const { count } = await db.shortlistItem.deleteMany({ where: { shortlistId, profileId } })
  return count === 1
}
