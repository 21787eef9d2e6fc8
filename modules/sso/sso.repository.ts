import type { Database } from '@itellico/kernel/db'
import type { Prisma } from '../generated/prisma/client.ts'
import '../database.ts'

export type ConnectionRow = Prisma.SsoConnectionGetPayload<object>
export type DomainRow = Prisma.SsoDomainGetPayload<object>

export async function list(db: Database) {
  return db.ssoConnection.findMany({ orderBy: { id: 'asc' }, include: { domains: { orderBy: { domain: 'asc' } } } })
}

export async function find(db: Database, id: string) {
  return db.ssoConnection.findUnique({ where: { id }, include: { domains: { orderBy: { domain: 'asc' } } } })
}

export async function listEnabled(db: Database) {
  return db.ssoConnection.findMany({ where: { enabled: true }, orderBy: { name: 'asc' } })
}

export async function count(db: Database): Promise<number> {
  return db.ssoConnection.count()
}

export async function insert(db: Database, data: Prisma.SsoConnectionUncheckedCreateInput): Promise<void> {
  await db.ssoConnection.create({ data })
}

/** Changes a connection; whoever is at its provider must begin anew. */
export async function update(db: Database, id: string, data: Prisma.SsoConnectionUncheckedUpdateInput): Promise<void> {
  await db.ssoConnection.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
}

/** Keeps what a test found; sign-ins that are under way go on. */
export async function saveTest(db: Database, id: string, test: string): Promise<void> {
  await db.ssoConnection.updateMany({ where: { id }, data: { test } })
}

export async function remove(db: Database, id: string): Promise<number> {
  return (await db.ssoConnection.deleteMany({ where: { id } })).count
}

export async function insertDomain(db: Database, data: Prisma.SsoDomainUncheckedCreateInput): Promise<DomainRow> {
  return db.ssoDomain.create({ data })
}

export async function findDomain(db: Database, id: string) {
  return db.ssoDomain.findUnique({ where: { id }, include: { connection: true } })
}

export async function findDomainByName(db: Database, domain: string) {
  return db.ssoDomain.findUnique({ where: { domain }, include: { connection: true } })
}

export async function updateDomain(db: Database, id: string, data: Prisma.SsoDomainUncheckedUpdateInput): Promise<DomainRow> {
  return db.ssoDomain.update({ where: { id }, data })
}

export async function removeDomain(db: Database, id: string): Promise<void> {
  await db.ssoDomain.deleteMany({ where: { id } })
}

/** Domains that are to be looked at again, the longest waiting first. */
export async function dueDomains(db: Database, before: Date, take: number) {
  return db.ssoDomain.findMany({ where: { verifiedAt: { not: null }, checkedAt: { lt: before } }, orderBy: { checkedAt: 'asc' }, take })
}

export async function findIdentity(db: Database, connectionId: string, subjectHash: string) {
  return db.ssoIdentity.findUnique({ where: { connectionId_subjectHash: { connectionId, subjectHash } } })
}

export async function listIdentities(db: Database, userId: string) {
  return db.ssoIdentity.findMany({ where: { userId }, orderBy: { id: 'asc' }, include: { connection: true } })
}

/** Links an identity; false when another request has done so meanwhile. */
export async function insertIdentity(db: Database, data: Prisma.SsoIdentityCreateManyInput): Promise<boolean> {
  return (await db.ssoIdentity.createMany({ data, skipDuplicates: true })).count === 1
}

export async function touchIdentity(db: Database, id: string, email: string | null, now: Date): Promise<void> {
  await db.ssoIdentity.updateMany({ where: { id }, data: { lastUsedAt: now, email } })
}

export async function removeIdentity(db: Database, userId: string, id: string): Promise<number> {
  return (await db.ssoIdentity.deleteMany({ where: { id, userId } })).count
}

/** Takes all identities from a person. */
export async function removeIdentitiesOf(db: Database, userId: string): Promise<void> {
  await db.ssoIdentity.deleteMany({ where: { userId } })
}
