import { raw, type Database } from '@itellico/kernel/db'
import '../database.ts'

/** A new application. */
export interface NewApplication {
  readonly id: string
  readonly listingId: string
  readonly listingAccountId: string
  readonly roleId: string
  readonly profileId: string
  readonly source: string
  readonly submittedBy: string
  readonly submittedAccountId: string | null
  readonly message: string
  readonly createdAt: Date
}

/** An application by id. */
export async function find(db: Database, id: string) {
  return db.application.findUnique({ where: { id } })
}

/** Reads an application and holds it until the transaction ends. */
export async function hold(db: Database, id: string) {
  await raw(db).$queryRawUnsafe('select 1 as locked from "__tenant__"."application" where id = $1::uuid for update', id)
  return find(db, id)
}

/** Writes an application; false when the talent has an open one for the role, also when it is being written at this moment. */
export async function insert(db: Database, row: NewApplication): Promise<boolean> {
  const { count } = await db.application.createMany({ data: [{ ...row, status: 'submitted', updatedAt: row.createdAt }], skipDuplicates: true })
  return count === 1
}

/** Changes an application and counts its version up. */
export async function update(db: Database, id: string, data: { status?: string; note?: string | null; updatedAt: Date }): Promise<void> {
  await db.application.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
}

/** Applications for given profiles, or submitted by given accounts; newest first. */
export async function listOwn(db: Database, by: { profileIds: string[]; accountIds: string[] }, beforeId: string | null, take: number) {
  return db.application.findMany({
    where: { OR: [{ profileId: { in: by.profileIds } }, { submittedAccountId: { in: by.accountIds } }], ...(beforeId && { id: { lt: beforeId } }) },
    orderBy: { id: 'desc' },
    take,
  })
}

/** Applications for a casting, newest first. */
export async function listForListing(db: Database, listingId: string, filter: { status?: string; roleId?: string; beforeId: string | null }, take: number) {
  const { status, roleId, beforeId } = filter
  return db.application.findMany({
    where: { listingId, ...(status && { status }), ...(roleId && { roleId }), ...(beforeId && { id: { lt: beforeId } }) },
    orderBy: { id: 'desc' },
    take,
  })
}

/** How many applications castings have in each state. */
export async function countByStatus(db: Database, listingIds: string[], roleId?: string) {
  const groups = await db.application.groupBy({
    by: ['listingId', 'status'],
    where: { listingId: { in: listingIds }, ...(roleId && { roleId }) },
    _count: { _all: true },
  })
  return groups.map((g) => ({ listingId: g.listingId, status: g.status, count: g._count._all }))
}
