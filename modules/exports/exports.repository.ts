import type { Database } from '@itellico/kernel/db'
import '../database.ts'

/** An export by id. */
export async function find(db: Database, id: string) {
  return db.exportJob.findUnique({ where: { id } })
}

/** Exports of an account, or of the marketplace when it is null; newest first. */
export async function list(db: Database, accountId: string | null, take: number) {
  return db.exportJob.findMany({ where: { accountId }, orderBy: { id: 'desc' }, take })
}

/** Writes an export that waits to be made. */
export async function insert(
  db: Database,
  row: { id: string; accountId: string | null; dataset: string; format: string; requestedBy: string; createdAt: Date },
) {
  return db.exportJob.create({ data: { ...row, status: 'queued' } })
}

/** Begins, or begins again after a crash. */
export async function markRunning(db: Database, id: string): Promise<void> {
  await db.exportJob.update({ where: { id }, data: { status: 'running', progress: 0, error: null } })
}

/** Notes how far an export is. */
export async function setProgress(db: Database, id: string, progress: number): Promise<void> {
  await db.exportJob.updateMany({ where: { id, status: 'running' }, data: { progress } })
}

/** Notes what was written; false when the export is not being written any more. */
export async function markReady(db: Database, id: string, file: { rowCount: number; byteCount: number; sha256: string; expiresAt: Date }): Promise<boolean> {
  const { count } = await db.exportJob.updateMany({ where: { id, status: 'running' }, data: { ...file, status: 'ready', progress: 100 } })
  return count === 1
}

/** Notes that an export cannot be made; false when it is not being made. */
export async function markFailed(db: Database, id: string, error: string): Promise<boolean> {
  const { count } = await db.exportJob.updateMany({ where: { id, status: { in: ['queued', 'running'] } }, data: { status: 'failed', error } })
  return count === 1
}

/** Notes that the file of an export is gone. */
export async function markExpired(db: Database, id: string): Promise<void> {
  await db.exportJob.updateMany({ where: { id, status: 'ready' }, data: { status: 'expired' } })
}

/** Exports that a person asked for. */
export async function askedBy(db: Database, requestedBy: string) {
  return db.exportJob.findMany({ where: { requestedBy }, orderBy: { id: 'asc' } })
}

/** Exports whose file is there. */
export async function findReady(db: Database) {
  return db.exportJob.findMany({ where: { status: 'ready' }, orderBy: { id: 'asc' } })
}

/** Exports whose file has to go. */
export async function findExpired(db: Database, now: Date, take: number) {
  return db.exportJob.findMany({ where: { status: 'ready', expiresAt: { lte: now } }, orderBy: { id: 'asc' }, take })
}

/** Exports that were asked for long ago and never finished. */
export async function findLost(db: Database, before: Date, take: number) {
  return db.exportJob.findMany({ where: { status: { in: ['queued', 'running'] }, createdAt: { lt: before } }, orderBy: { id: 'asc' }, take })
}
