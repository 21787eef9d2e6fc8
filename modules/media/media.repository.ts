import type { Database } from '@itellico/kernel/db'
import type { Prisma } from '../generated/prisma/client.ts'
import '../database.ts'

export async function find(db: Database, id: string) {
  return db.media.findUnique({ where: { id } })
}

export async function ofProfiles(db: Database, profileIds: string[], filter: { readyPublicOnly: boolean; coversOnly: boolean }) {
  return db.media.findMany({
    where: {
      profileId: { in: profileIds },
      ...(filter.readyPublicOnly && { status: 'ready', visibility: 'public' }),
      ...(filter.coversOnly && { isCover: true, status: 'ready' }),
    },
    orderBy: [{ profileId: 'asc' }, { position: 'asc' }, { id: 'asc' }],
  })
}

export async function count(db: Database, profileId: string): Promise<number> {
  return db.media.count({ where: { profileId } })
}

export async function insert(db: Database, row: Prisma.MediaUncheckedCreateInput) {
  return db.media.create({ data: row })
}

export async function update(db: Database, id: string, data: Prisma.MediaUncheckedUpdateInput) {
  return db.media.update({ where: { id }, data })
}

/** Moves a picture on if it is in the expected state; false when it is not. */
export async function advance(db: Database, id: string, from: string[], data: Prisma.MediaUncheckedUpdateManyInput): Promise<boolean> {
  const { count: n } = await db.media.updateMany({ where: { id, status: { in: from } }, data })
  return n === 1
}

/** Makes one picture the cover of its profile. */
export async function setCover(db: Database, profileId: string, id: string): Promise<void> {
  await db.media.updateMany({ where: { profileId, isCover: true, NOT: { id } }, data: { isCover: false } })
  await db.media.update({ where: { id }, data: { isCover: true } })
}

/** The first picture that could be a cover, when there is none. */
export async function firstReady(db: Database, profileId: string) {
  return db.media.findFirst({ where: { profileId, status: 'ready' }, orderBy: [{ isCover: 'desc' }, { position: 'asc' }] })
}

export async function setPosition(db: Database, profileId: string, id: string, position: number): Promise<void> {
  await db.media.updateMany({ where: { id, profileId }, data: { position } })
}

export async function remove(db: Database, id: string): Promise<void> {
  await db.media.delete({ where: { id } })
}

/** Takes away who uploaded pictures. */
export async function forgetUploader(db: Database, userId: string): Promise<void> {
  await db.media.updateMany({ where: { uploadedBy: userId }, data: { uploadedBy: null } })
}

/** Reserved uploads that never arrived. */
export async function abandoned(db: Database, before: Date) {
  return db.media.findMany({ where: { status: 'upload_pending', createdAt: { lt: before } }, take: 500 })
}
