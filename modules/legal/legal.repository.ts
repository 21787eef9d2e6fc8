import { raw, type Database } from '@itellico/kernel/db'
import type { Prisma } from '../generated/prisma/client.ts'
import '../database.ts'

export type LegalRow = Prisma.LegalPageGetPayload<object>

export async function list(db: Database): Promise<LegalRow[]> {
  return db.legalPage.findMany({ orderBy: { id: 'asc' } })
}

export async function find(db: Database, id: string): Promise<LegalRow | null> {
  return db.legalPage.findUnique({ where: { id } })
}

export async function findBySlug(db: Database, slug: string): Promise<LegalRow | null> {
  return db.legalPage.findUnique({ where: { slug } })
}

export async function insert(db: Database, data: Prisma.LegalPageUncheckedCreateInput): Promise<LegalRow> {
  return db.legalPage.create({ data })
}

export async function update(db: Database, id: string, data: Prisma.LegalPageUncheckedUpdateInput): Promise<LegalRow> {
  return db.legalPage.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
}

/** Takes what everybody reads away; the client of the tables cannot write a JSON column empty. */
export async function withdraw(db: Database, id: string): Promise<void> {
  await raw(db).$executeRawUnsafe(
    `update "__tenant__"."legal_page" set published = null, published_at = null, updated_at = now(), version = version + 1 where id = $1::uuid`,
    id,
  )
}

export async function remove(db: Database, id: string): Promise<void> {
  await db.legalPage.deleteMany({ where: { id } })
}
