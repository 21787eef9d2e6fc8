import type { Database } from '@itellico/kernel/db'
import '../database.ts'

export type RoleRow = NonNullable<Awaited<ReturnType<typeof findRole>>>
export type GrantRow = NonNullable<Awaited<ReturnType<typeof findGrant>>>

export async function roles(db: Database) {
  return db.customRole.findMany({ orderBy: { name: 'asc' } })
}

export async function findRole(db: Database, key: string) {
  return db.customRole.findUnique({ where: { key } })
}

export async function insertRole(db: Database, data: Parameters<Database['customRole']['create']>[0]['data']) {
  return db.customRole.create({ data })
}

export async function updateRole(db: Database, key: string, data: Parameters<Database['customRole']['update']>[0]['data']) {
  return db.customRole.update({ where: { key }, data: { ...data, version: { increment: 1 } } })
}

export async function deleteRole(db: Database, key: string) {
  return db.customRole.delete({ where: { key } })
}

/** What counts for a person at a moment. */
export async function liveGrants(db: Database, userId: string, now: Date) {
  return db.accessGrant.findMany({ where: { userId, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }, orderBy: { id: 'asc' } })
}

/** Newest first; those that have ended as well. */
export async function grants(db: Database, filter: { userId?: string; beforeId?: string | null }, take: number) {
  return db.accessGrant.findMany({
    where: { ...(filter.userId && { userId: filter.userId }), ...(filter.beforeId && { id: { lt: filter.beforeId } }) },
    orderBy: { id: 'desc' },
    take,
  })
}

/** Everything that was ever allowed or denied to a person. */
export async function grantsOfUser(db: Database, userId: string) {
  return db.accessGrant.findMany({ where: { userId }, orderBy: { id: 'asc' } })
}

export async function removeGrantsOf(db: Database, userId: string): Promise<void> {
  await db.accessGrant.deleteMany({ where: { userId } })
}

export async function findGrant(db: Database, id: string) {
  return db.accessGrant.findUnique({ where: { id } })
}

export async function insertGrant(db: Database, data: Parameters<Database['accessGrant']['create']>[0]['data']) {
  return db.accessGrant.create({ data })
}

export async function deleteGrant(db: Database, id: string): Promise<number> {
  return (await db.accessGrant.deleteMany({ where: { id } })).count
}
