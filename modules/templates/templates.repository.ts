import type { Database } from '@itellico/kernel/db'
import '../database.ts'

/** What was installed last; null when nothing was written down. */
export async function latest(db: Database) {
  return db.templateInstall.findFirst({ orderBy: { id: 'desc' } })
}

/** Writes down what was installed. */
export async function insert(
  db: Database,
  row: { id: string; template: string; version: string; definitionHash: string; schemaVersion: number; installedBy: string | null; installedAt: Date },
) {
  return db.templateInstall.create({ data: row })
}
