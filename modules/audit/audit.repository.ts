import type { Database } from '@itellico/kernel/db'
import type { Prisma } from '../generated/prisma/client.ts'
import '../database.ts'

/** What a search of the trail may narrow by. */
export interface AuditFilter {
  readonly actorId?: string
  readonly action?: string
  readonly entityId?: string
  readonly from?: Date
  readonly to?: Date
  readonly q?: string
  readonly beforeId: string | null
}

export async function insert(
  db: Database,
  entry: {
    id: string
    at: Date
    actorId: string | null
    actorName: string
    action: string
    entity: string
    entityId: string | null
    summary: string
    data: Record<string, string | number>
    changes: unknown
    ip: string | null
    requestId: string
  },
): Promise<void> {
  await db.auditEntry.create({ data: { ...entry, changes: entry.changes as Prisma.InputJsonValue } })
}

/** Entries, newest first. */
export async function list(db: Database, f: AuditFilter, take: number) {
  return db.auditEntry.findMany({
    where: {
      ...(f.actorId && { actorId: f.actorId }),
      ...(f.action && { action: { startsWith: f.action } }),
      ...(f.entityId && { entityId: f.entityId }),
      ...((f.from || f.to) && { at: { ...(f.from && { gte: f.from }), ...(f.to && { lt: f.to }) } }),
      ...(f.q && {
        OR: [
          { summary: { contains: f.q, mode: 'insensitive' } },
          { actorName: { contains: f.q, mode: 'insensitive' } },
          { action: { contains: f.q, mode: 'insensitive' } },
        ],
      }),
      ...(f.beforeId && { id: { lt: f.beforeId } }),
    },
    orderBy: { id: 'desc' },
    take,
  })
}
