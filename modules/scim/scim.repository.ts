import type { Database } from '@itellico/kernel/db'
import { newId } from '@itellico/kernel/ids'
import type { Prisma } from '../generated/prisma/client.ts'
import '../database.ts'

export type LinkRow = Prisma.ScimUserGetPayload<object>
export type GroupRow = Prisma.ScimGroupGetPayload<{ include: { members: true } }>
const WITH_MEMBERS = { members: { orderBy: { userId: 'asc' } } } as const

export async function links(db: Database, userIds: readonly string[]): Promise<LinkRow[]> {
  return db.scimUser.findMany({ where: { userId: { in: [...userIds] } } })
}

export async function linkBy(db: Database, where: { userNameIndex: string } | { externalIdIndex: string }): Promise<LinkRow | null> {
  return db.scimUser.findFirst({ where })
}

/** Ids of those whom the directory has taken out. */
export async function removedIds(db: Database): Promise<string[]> {
  return (await db.scimUser.findMany({ where: { removedAt: { not: null } }, select: { userId: true } })).map((r) => r.userId)
}

export async function saveLink(db: Database, link: Omit<LinkRow, 'id'>): Promise<void> {
  await db.scimUser.upsert({ where: { userId: link.userId }, create: { id: newId(), ...link }, update: link })
}

export async function groups(db: Database): Promise<GroupRow[]> {
  return db.scimGroup.findMany({ include: WITH_MEMBERS, orderBy: { id: 'asc' } })
}

export async function group(db: Database, id: string): Promise<GroupRow | null> {
  return db.scimGroup.findUnique({ where: { id }, include: WITH_MEMBERS })
}

/** Groups that somebody is in. */
export async function groupsOf(db: Database, userIds: readonly string[]) {
  return db.scimMember.findMany({ where: { userId: { in: [...userIds] } }, include: { group: true }, orderBy: { groupId: 'asc' } })
}

export async function insertGroup(db: Database, data: Prisma.ScimGroupUncheckedCreateInput): Promise<void> {
  await db.scimGroup.create({ data })
}

export async function updateGroup(db: Database, id: string, data: Prisma.ScimGroupUncheckedUpdateInput): Promise<void> {
  await db.scimGroup.update({ where: { id }, data })
}

export async function deleteGroup(db: Database, id: string): Promise<void> {
  await db.scimGroup.delete({ where: { id } })
}

export async function addMembers(db: Database, groupId: string, userIds: readonly string[]): Promise<void> {
  await db.scimMember.createMany({ data: userIds.map((userId) => ({ groupId, userId })) })
}

/** Takes people out of one group, or somebody out of all. */
export async function removeMembers(db: Database, where: { groupId?: string; userIds: readonly string[] }): Promise<void> {
  await db.scimMember.deleteMany({ where: { userId: { in: [...where.userIds] }, ...(where.groupId && { groupId: where.groupId }) } })
}

/** Forgets how a directory calls a person. */
export async function deleteLink(db: Database, userId: string): Promise<void> {
  await db.scimUser.deleteMany({ where: { userId } })
}

/** The group of a name, as names are compared. */
export async function groupNamed(db: Database, nameKey: string): Promise<{ id: string } | null> {
  return db.scimGroup.findUnique({ where: { nameKey }, select: { id: true } })
}
