import type { Database } from '@itellico/kernel/db'
import type { Prisma } from '../generated/prisma/client.ts'
import '../database.ts'

export type BrandRow = Prisma.BrandGetPayload<object>

export async function find(db: Database): Promise<BrandRow | null> {
  return db.brand.findUnique({ where: { id: 1 } })
}

export async function save(db: Database, data: Omit<Prisma.BrandUncheckedUpdateInput, 'version' | 'id'>): Promise<BrandRow> {
  return db.brand.upsert({ where: { id: 1 }, create: { ...data, id: 1 } as Prisma.BrandUncheckedCreateInput, update: { ...data, version: { increment: 1 } } })
}
