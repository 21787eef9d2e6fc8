import type { Database } from '@itellico/kernel/db'
import type { Prisma } from '../generated/prisma/client.ts'
import '../database.ts'

export type KeyRow = Prisma.ApiKeyGetPayload<object>

export async function listOf(db: Database, userId: string): Promise<KeyRow[]> {
  return db.apiKey.findMany({ where: { userId }, orderBy: { id: 'desc' } })
}

/** Keys of everybody, newest first. */
export async function list(db: Database, beforeId: string | null, take: number): Promise<KeyRow[]> {
  return db.apiKey.findMany({ where: { ...(beforeId && { id: { lt: beforeId } }) }, orderBy: { id: 'desc' }, take })
}

/** A key by its id: an own one of `userId`, anybody's where that is not given. */
export async function find(db: Database, id: string, userId?: string): Promise<KeyRow | null> {
  return db.apiKey.findFirst({ where: { id, ...(userId && { userId }) } })
}

export async function findByPublicId(db: Database, publicId: string): Promise<KeyRow | null> {
  return db.apiKey.findUnique({ where: { publicId } })
}

/** How many keys of somebody work now. */
export async function countActive(db: Database, userId: string, now: Date): Promise<number> {
  return db.apiKey.count({ where: { userId, revokedAt: null, expiresAt: { gt: now } } })
}

export async function insert(db: Database, data: Prisma.ApiKeyUncheckedCreateInput): Promise<KeyRow> {
  return db.apiKey.create({ data })
}

export async function update(db: Database, id: string, data: Prisma.ApiKeyUncheckedUpdateInput): Promise<KeyRow> {
  return db.apiKey.update({ where: { id }, data })
}

/** Ends one key, or all of a person; gives how many worked until now. */
export async function revoke(db: Database, where: { id: string } | { userId: string }, now: Date): Promise<number> {
  return (await db.apiKey.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: now } })).count
}

/** Notes that a key is in use, at most once a minute. */
export async function touch(db: Database, id: string, now: Date, ip: string): Promise<void> {
  const before = new Date(now.getTime() - 60_000)
  await db.apiKey.updateMany({ where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] }, data: { lastUsedAt: now, lastUsedIp: ip } })
}

/** Deletes keys that ended before a day. */
export async function deleteEnded(db: Database, before: Date): Promise<void> {
  await db.apiKey.deleteMany({ where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] } })
}

/** Deletes all keys of a person. */
export async function deleteOf(db: Database, userId: string): Promise<void> {
  await db.apiKey.deleteMany({ where: { userId } })
}
