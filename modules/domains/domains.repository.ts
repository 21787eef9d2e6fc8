import type { Database } from '@itellico/kernel/db'
import type { Prisma } from '../generated/prisma/client.ts'
import '../database.ts'

export type DomainRow = Prisma.TenantDomainGetPayload<object>

export async function list(db: Database, tenantId: string): Promise<DomainRow[]> {
  return db.tenantDomain.findMany({ where: { tenantId }, orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }] })
}

export async function find(db: Database, tenantId: string, id: string): Promise<DomainRow | null> {
  return db.tenantDomain.findFirst({ where: { id, tenantId } })
}

export async function holder(db: Database, host: string): Promise<DomainRow | null> {
  return db.tenantDomain.findFirst({ where: { host, status: 'active' } })
}

export async function insert(db: Database, data: Prisma.TenantDomainUncheckedCreateInput): Promise<DomainRow> {
  return db.tenantDomain.create({ data })
}

export async function update(db: Database, id: string, data: Prisma.TenantDomainUncheckedUpdateInput): Promise<DomainRow> {
  return db.tenantDomain.update({ where: { id }, data })
}

export async function clearPrimary(db: Database, tenantId: string): Promise<number> {
  return (await db.tenantDomain.updateMany({ where: { tenantId, isPrimary: true }, data: { isPrimary: false } })).count
}

export async function remove(db: Database, id: string): Promise<void> {
  await db.tenantDomain.deleteMany({ where: { id } })
}

export async function removeOfTenant(db: Database, tenantId: string): Promise<number> {
  return (await db.tenantDomain.deleteMany({ where: { tenantId } })).count
}

/** Domains that should be looked at, the longest waiting first. */
export async function due(db: Database, now: Date, take: number): Promise<DomainRow[]> {
  return db.tenantDomain.findMany({ where: { nextCheckAt: { lte: now } }, orderBy: { nextCheckAt: 'asc' }, take })
}
