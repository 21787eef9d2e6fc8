import type { Database } from '@itellico/kernel/db'
import '../database.ts'

/** Writes notifications; one per user and key, however often it is tried. Gives those that are new. */
export async function insert(
  db: Database,
  rows: { id: string; userId: string; kind: string; title: string; body: string; link: string | null; dedupeKey: string; createdAt: Date }[],
) {
  return db.notification.createManyAndReturn({ data: rows, skipDuplicates: true })
}

export async function list(db: Database, userId: string, unreadOnly: boolean, beforeId: string | null, take: number) {
  return db.notification.findMany({
    where: { userId, ...(unreadOnly && { readAt: null }), ...(beforeId && { id: { lt: beforeId } }) },
    orderBy: { id: 'desc' },
    take,
  })
}

export async function countUnread(db: Database, userId: string): Promise<number> {
  return db.notification.count({ where: { userId, readAt: null } })
}

export async function markRead(db: Database, userId: string, ids: string[] | null, now: Date): Promise<void> {
  await db.notification.updateMany({ where: { userId, readAt: null, ...(ids && { id: { in: ids } }) }, data: { readAt: now } })
}

/** Writes a message to be sent; false when the same one is there already. */
export async function insertMail(
  db: Database,
  row: { id: string; template: string; userId: string | null; recipient: string; data: Record<string, string> },
): Promise<boolean> {
  const { count } = await db.mailDelivery.createMany({ data: [{ ...row, status: 'queued' }], skipDuplicates: true })
  return count === 1
}

export async function findMail(db: Database, id: string) {
  return db.mailDelivery.findUnique({ where: { id } })
}

export async function markSending(db: Database, id: string): Promise<void> {
  await db.mailDelivery.update({ where: { id }, data: { status: 'sending', attempts: { increment: 1 } } })
}

/** Marks a message as sent and forgets what was in it: links in it are secrets. */
export async function markSent(db: Database, id: string, now: Date): Promise<void> {
  await db.mailDelivery.update({ where: { id }, data: { status: 'sent', sentAt: now, data: {} } })
}

/** Marks a message as failed. What was in it is kept for a while, so that it can still be sent. */
export async function markFailed(db: Database, id: string): Promise<void> {
  await db.mailDelivery.update({ where: { id }, data: { status: 'failed' } })
}

/** Deletes what was sent or read before a day, and failed messages of before another. */
export async function deleteOld(db: Database, before: Date, failedBefore: Date): Promise<void> {
  await db.mailDelivery.deleteMany({ where: { createdAt: { lt: before }, status: 'sent' } })
  await db.mailDelivery.deleteMany({ where: { createdAt: { lt: failedBefore }, status: 'failed' } })
  await db.notification.deleteMany({ where: { createdAt: { lt: before }, readAt: { not: null } } })
}
