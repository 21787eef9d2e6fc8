import { raw, type Database } from '@itellico/kernel/db'
import '../database.ts'

export type ExportRow = NonNullable<Awaited<ReturnType<typeof findExport>>>
export type ErasureRow = NonNullable<Awaited<ReturnType<typeof findErasure>>>

export async function findExport(db: Database, id: string) {
  return db.personExport.findUnique({ where: { id } })
}

/** Exports of a person, newest first. */
export async function exportsOf(db: Database, userId: string, take: number) {
  return db.personExport.findMany({ where: { userId }, orderBy: { id: 'desc' }, take })
}

/** An export of a person that is still being made for somebody. */
export async function openExport(db: Database, userId: string, requestedBy: string) {
  return db.personExport.findFirst({ where: { userId, requestedBy, status: { in: ['queued', 'running'] } } })
}

export async function insertExport(db: Database, row: { id: string; userId: string; requestedBy: string; createdAt: Date }) {
  return db.personExport.create({ data: { ...row, status: 'queued' } })
}

/** Begins, or begins again after a crash; false when there is nothing to make any more. */
export async function beginExport(db: Database, id: string): Promise<boolean> {
  return (await db.personExport.updateMany({ where: { id, status: { in: ['queued', 'running', 'failed'] } }, data: { status: 'running' } })).count === 1
}

/** Notes what was written; false when nobody waits for it any more. */
export async function finishExport(db: Database, id: string, file: { byteCount: bigint; sha256: string; expiresAt: Date }): Promise<boolean> {
  return (await db.personExport.updateMany({ where: { id, status: 'running' }, data: { ...file, status: 'ready' } })).count === 1
}

export async function failExport(db: Database, id: string): Promise<void> {
  await db.personExport.updateMany({ where: { id, status: { in: ['queued', 'running'] } }, data: { status: 'failed' } })
}

export async function expireExport(db: Database, id: string): Promise<void> {
  await db.personExport.updateMany({ where: { id }, data: { status: 'expired' } })
}

/** Exports whose file has to go. */
export async function expiredExports(db: Database, now: Date, take: number) {
  return db.personExport.findMany({ where: { status: 'ready', expiresAt: { lte: now } }, orderBy: { id: 'asc' }, take })
}

/** Exports that were asked for long ago and never finished. */
export async function lostExports(db: Database, before: Date, take: number) {
  return db.personExport.findMany({ where: { status: { in: ['queued', 'running'] }, createdAt: { lt: before } }, orderBy: { id: 'asc' }, take })
}

export async function findErasure(db: Database, id: string) {
  return db.personErasure.findUnique({ where: { id } })
}

/** The newest erasure of a person that was not called off. */
export async function erasureOf(db: Database, userId: string) {
  return db.personErasure.findFirst({ where: { userId, status: { not: 'called_off' } }, orderBy: { id: 'desc' } })
}

export async function insertErasure(db: Database, data: Parameters<Database['personErasure']['create']>[0]['data']) {
  return db.personErasure.create({ data })
}

/** Begins an erasure whose time has come, with what goes along; false when it is over or was called off. */
export async function beginErasure(db: Database, id: string, scope: { profileIds: string[]; accountIds: string[] }): Promise<boolean> {
  return (await db.personErasure.updateMany({ where: { id, status: 'waiting' }, data: { ...scope, status: 'running' } })).count === 1
}

export async function finishErasure(db: Database, id: string, finishedAt: Date): Promise<void> {
  await db.personErasure.updateMany({ where: { id, status: 'running' }, data: { status: 'done', finishedAt } })
}

/** Makes a waiting erasure due now. */
export async function hasten(db: Database, id: string, change: { dueAt: Date; reason: string; requestedBy: string }): Promise<boolean> {
  return (await db.personErasure.updateMany({ where: { id, status: 'waiting' }, data: change })).count === 1
}

/** Calls off a waiting erasure; false when it is too late. */
export async function callOff(db: Database, userId: string, finishedAt: Date): Promise<boolean> {
  return (await db.personErasure.updateMany({ where: { userId, status: 'waiting' }, data: { status: 'called_off', finishedAt } })).count === 1
}

/** Erasures whose time has come, or that were begun and not finished. */
export async function dueErasures(db: Database, now: Date, take: number) {
  return db.personErasure.findMany({ where: { status: { in: ['waiting', 'running'] }, dueAt: { lte: now } }, orderBy: { dueAt: 'asc' }, take })
}

/** Takes a person's values from events, and forgets the answers that were kept for their repeated requests. */
export async function forgetTraces(db: Database, userId: string): Promise<void> {
  await raw(db).$queryRawUnsafe('select "__tenant__".event_forget($1::uuid)::text', userId)
  await raw(db).$executeRawUnsafe(`delete from "__tenant__"."idempotency_key" where principal like $1`, `${userId}/%`)
}

/** Events of a person's own stream. */
export async function eventsOf(db: Database, userId: string) {
  return raw(db).$queryRawUnsafe<{ name: string; payload: unknown; occurred_at: Date }[]>(
    `select name, payload, occurred_at from "__tenant__"."event" where stream = $1 order by id`,
    `user:${userId}`,
  )
}

/** Notes that a person was erased; in the control schema. */
export async function noteTombstone(
  db: Database,
  { userId, ...row }: { userId: string; tenantId: string; profileIds: string[]; accountIds: string[]; erasedAt: Date },
): Promise<void> {
  await db.erasureTombstone.upsert({ where: { userId }, create: { userId, ...row }, update: {} })
}

/** Who of given persons was erased; in the control schema. */
export async function tombstones(db: Database, userIds: string[]) {
  return db.erasureTombstone.findMany({ where: { userId: { in: userIds } } })
}
