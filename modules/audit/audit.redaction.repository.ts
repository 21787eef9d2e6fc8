import { raw, type Database } from '@itellico/kernel/db'
import type { AuditRedaction } from '../generated/prisma/client.ts'
import type { EntryRow, LinkRow } from './audit.repository.ts'
import '../database.ts'

/** That a person was erased from an entry. */
export type RedactionRow = AuditRedaction

/** Entries from an id on, oldest first. */
export const entriesAfter = (db: Database, after: string | null, take: number): Promise<EntryRow[]> =>
  db.auditEntry.findMany({ where: { ...(after && { id: { gt: after } }) }, orderBy: { id: 'asc' }, take })

/** What a person did, and what was done with them. */
export const entriesOf = (db: Database, userId: string): Promise<EntryRow[]> =>
  db.auditEntry.findMany({ where: { OR: [{ actorId: userId }, { entityId: userId }] }, orderBy: { id: 'asc' } })

/** Takes a person from entries, as many as are asked for at most; gives which were changed. The database allows nothing else. */
export async function redact(db: Database, person: string, about: readonly string[], most: number): Promise<string[]> {
  const rows = await raw(db).$queryRawUnsafe<{ id: string }[]>(
    `select id::text from "__tenant__".audit_redact($1::uuid, $2::uuid[], $3::int) as id`,
    person,
    [...about],
    most,
  )
  return rows.map((r) => r.id)
}

export async function insert(db: Database, rows: readonly RedactionRow[]): Promise<void> {
  await db.auditRedaction.createMany({ data: [...rows] })
}

/** The newest redaction of entries, by entry. */
export async function ofEntries(db: Database, ids: readonly string[]): Promise<Map<string, RedactionRow>> {
  const rows = await db.auditRedaction.findMany({ where: { entryId: { in: [...ids] } }, orderBy: { notedIn: 'asc' } })
  return new Map(rows.map((r) => [r.entryId, r]))
}

/** All redactions that an entry notes. */
export const notedIn = (db: Database, id: string): Promise<RedactionRow[]> => db.auditRedaction.findMany({ where: { notedIn: id } })

/** The link of an entry. */
export const linkOf = (db: Database, entryId: string): Promise<LinkRow | null> => db.auditLink.findUnique({ where: { entryId } })
