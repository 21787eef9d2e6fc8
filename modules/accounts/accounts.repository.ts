import type { Database } from '@itellico/kernel/db'
import '../database.ts'

export async function find(db: Database, id: string) {
  return db.account.findUnique({ where: { id }, include: { _count: { select: { members: true } } } })
}

export async function slugTaken(db: Database, slug: string): Promise<boolean> {
  return (await db.account.count({ where: { slug } })) > 0
}

export async function create(
  db: Database,
  data: { id: string; slug: string; name: string; type: string; status: string; city: string | null; country: string | null },
) {
  return db.account.create({ data })
}

export async function setStatus(db: Database, id: string, status: string) {
  return db.account.update({ where: { id }, data: { status, version: { increment: 1 } } })
}

export async function setVerified(db: Database, id: string, verifiedAt: Date | null) {
  return db.account.update({ where: { id }, data: { verifiedAt, version: { increment: 1 } } })
}

export async function list(db: Database, filter: { q?: string; type?: string; status?: string; beforeId?: string | null }, take: number) {
  return db.account.findMany({
    where: {
      ...(filter.q && { name: { contains: filter.q, mode: 'insensitive' } }),
      ...(filter.type && { type: filter.type }),
      ...(filter.status && { status: filter.status }),
      ...(filter.beforeId && { id: { lt: filter.beforeId } }),
    },
    include: { _count: { select: { members: true } } },
    orderBy: { id: 'desc' },
    take,
  })
}

export async function byIds(db: Database, ids: string[]) {
  return db.account.findMany({ where: { id: { in: ids } } })
}

/** Accounts in the order of their ids, for exports. */
export async function pageById(db: Database, after: string | null, take: number) {
  return db.account.findMany({
    where: { ...(after && { id: { gt: after } }) },
    include: { _count: { select: { members: true } } },
    orderBy: { id: 'asc' },
    take,
  })
}

/** Active client accounts by name, for pickers. */
export async function clients(db: Database, q: string | undefined) {
  return db.account.findMany({
    where: { type: 'client', status: 'active', ...(q && { name: { contains: q, mode: 'insensitive' } }) },
    orderBy: { name: 'asc' },
    take: 20,
  })
}

export async function members(db: Database, accountIds: string[]) {
  return db.accountMember.findMany({ where: { accountId: { in: accountIds } }, orderBy: { createdAt: 'asc' } })
}

export async function findMember(db: Database, accountId: string, userId: string) {
  return db.accountMember.findUnique({ where: { accountId_userId: { accountId, userId } } })
}

export async function addMember(db: Database, accountId: string, userId: string, role: string) {
  return db.accountMember.create({ data: { accountId, userId, role } })
}

export async function setRole(db: Database, accountId: string, userId: string, role: string) {
  return db.accountMember.update({ where: { accountId_userId: { accountId, userId } }, data: { role } })
}

export async function removeMember(db: Database, accountId: string, userId: string) {
  await db.accountMember.delete({ where: { accountId_userId: { accountId, userId } } })
}

/** Members that run an account, in its own kind: owners, clients, guardians. */
export async function countRole(db: Database, accountId: string, role: string): Promise<number> {
  return db.accountMember.count({ where: { accountId, role } })
}

/** Memberships of users in accounts that are not suspended, by name. */
export async function membershipsOf(db: Database, userIds: string[]) {
  return db.accountMember.findMany({
    where: { userId: { in: userIds }, account: { status: { not: 'suspended' } } },
    include: { account: true },
    orderBy: { account: { name: 'asc' } },
    relationLoadStrategy: 'join',
  })
}

/** Users who hold one of some roles in an account. */
export async function membersWithRole(db: Database, roles: string[]): Promise<string[]> {
  return (await db.accountMember.findMany({ where: { role: { in: roles } }, select: { userId: true }, distinct: ['userId'] })).map((m) => m.userId)
}

/** Suspended accounts of a user, by name. */
export async function suspendedOf(db: Database, userId: string) {
  return db.account.findMany({ where: { status: 'suspended', members: { some: { userId } } }, orderBy: { name: 'asc' } })
}

export async function createInvitation(
  db: Database,
  data: { id: string; accountId: string; email: string; role: string; tokenHash: string; invitedBy: string | null; createdAt: Date; expiresAt: Date },
) {
  return db.invitation.create({ data })
}

export async function openInvitations(db: Database, accountId: string, now: Date) {
  return db.invitation.findMany({ where: { accountId, acceptedAt: null, expiresAt: { gt: now } }, orderBy: { createdAt: 'desc' } })
}

export async function findInvitation(db: Database, tokenHash: string) {
  return db.invitation.findUnique({ where: { tokenHash } })
}

/** Uses up an invitation; false when somebody was faster or it is over. */
export async function acceptInvitation(db: Database, id: string, now: Date): Promise<boolean> {
  const { count } = await db.invitation.updateMany({ where: { id, acceptedAt: null, expiresAt: { gt: now } }, data: { acceptedAt: now } })
  return count === 1
}

export async function deleteInvitation(db: Database, accountId: string, id: string): Promise<number> {
  const { count } = await db.invitation.deleteMany({ where: { id, accountId, acceptedAt: null } })
  return count
}
