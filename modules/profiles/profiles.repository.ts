import type { Database } from '@itellico/kernel/db'
import type { Reader } from '@itellico/contracts/profiles'
import type { Prisma } from '../generated/prisma/client.ts'
import '../database.ts'

export async function currentSchema(db: Database) {
  return db.modelSchema.findFirst({ where: { entity: 'profile' }, orderBy: { version: 'desc' } })
}

export async function schemaHistory(db: Database) {
  return db.modelSchema.findMany({ where: { entity: 'profile' }, orderBy: { version: 'desc' }, take: 50 })
}

export async function insertSchema(db: Database, row: { id: string; version: number; definition: unknown; publishedBy: string | null }) {
  return db.modelSchema.create({ data: { ...row, entity: 'profile', definition: row.definition as Prisma.InputJsonValue } })
}

export async function find(db: Database, where: { id: string } | { slug: string }) {
  return db.profile.findUnique({ where: where as { id: string } })
}

export async function findMany(db: Database, where: { ids?: string[]; accountId?: string; managingUserId?: string }) {
  return db.profile.findMany({
    where: {
      ...(where.ids && { id: { in: where.ids } }),
      ...(where.accountId && { accountId: where.accountId }),
      ...(where.managingUserId && { managingUserId: where.managingUserId }),
    },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  })
}

/** Published profiles that a reader may see: the search index asks the same of its documents. */
export async function findVisible(db: Database, reader: Reader, where: { ids: string[] } | { slug: string }) {
  return db.profile.findMany({
    where: {
      ...('ids' in where ? { id: { in: where.ids } } : where),
      status: 'active',
      OR: [
        { isMinor: false, ...(!reader.members && { visibility: 'public' }) },
        ...(reader.minors ? [{ isMinor: true }] : []),
        ...(reader.accountId ? [{ accountId: reader.accountId }] : []),
        ...(reader.userId ? [{ managingUserId: reader.userId }] : []),
      ],
    },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  })
}

/** The roster by name; stable when names tie. */
export async function roster(
  db: Database,
  accountId: string,
  filter: { q?: string; status?: string; after: { text: string; id: string } | null },
  take: number,
) {
  return db.profile.findMany({
    where: {
      accountId,
      ...(filter.status && { status: filter.status }),
      ...(filter.q && { displayName: { contains: filter.q, mode: 'insensitive' } }),
      ...(filter.after && { OR: [{ displayName: { gt: filter.after.text } }, { displayName: filter.after.text, id: { gt: filter.after.id } }] }),
    },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    take,
  })
}

/** Profiles of an account, or of all, in the order of their ids; for exports. */
export async function pageById(db: Database, accountId: string | null, after: string | null, take: number) {
  return db.profile.findMany({ where: { ...(accountId && { accountId }), ...(after && { id: { gt: after } }) }, orderBy: { id: 'asc' }, take })
}

export async function countAll(db: Database): Promise<number> {
  return db.profile.count()
}

export async function slugTaken(db: Database, slug: string): Promise<boolean> {
  return (await db.profile.count({ where: { slug } })) > 0
}

export async function insert(
  db: Database,
  row: {
    id: string
    slug: string
    displayName: string
    accountId: string
    managingUserId: string | null
    status: string
    visibility: string
    isMinor: boolean
    dateOfBirth: Date | null
    city: string | null
    country: string | null
    values: unknown
    schemaVersion: number
  },
) {
  return db.profile.create({ data: { ...row, values: row.values as Prisma.InputJsonValue } })
}

/** Changes a profile if it is still at the version that was read; false when somebody was faster. */
export async function update(db: Database, id: string, version: number, data: Prisma.ProfileUpdateManyMutationInput): Promise<boolean> {
  const { count } = await db.profile.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } })
  return count === 1
}
