import type { Database } from '@itellico/kernel/db'
import type { Prisma } from '../generated/prisma/client.ts'
import '../database.ts'

export type OperationRow = Prisma.TenantOperationGetPayload<object>

export async function insert(db: Database, row: Prisma.TenantOperationUncheckedCreateInput): Promise<OperationRow> {
  return db.tenantOperation.create({ data: row })
}

export async function find(db: Database, id: string): Promise<OperationRow | null> {
  return db.tenantOperation.findUnique({ where: { id } })
}

/** What is being done to a tenant right now. */
export async function findOpen(db: Database, tenantId: string): Promise<OperationRow | null> {
  return db.tenantOperation.findFirst({ where: { tenantId, status: { in: ['queued', 'running'] } } })
}

export async function list(db: Database, tenantId: string, take: number): Promise<OperationRow[]> {
  return db.tenantOperation.findMany({ where: { tenantId }, orderBy: { id: 'desc' }, take })
}

export async function update(db: Database, id: string, data: Prisma.TenantOperationUncheckedUpdateInput): Promise<OperationRow> {
  return db.tenantOperation.update({ where: { id }, data })
}

/** Archives whose file is no longer to be kept. */
export async function expired(db: Database, now: Date, take: number): Promise<OperationRow[]> {
  return db.tenantOperation.findMany({ where: { kind: 'archive', status: 'done', expiresAt: { lt: now } }, take })
}
