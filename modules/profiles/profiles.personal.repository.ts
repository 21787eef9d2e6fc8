import type { Database } from '@itellico/kernel/db'
import { pseudonym } from '@itellico/kernel/personal'
import '../database.ts'

/** Profiles as they are kept, with every field. */
export async function collect(db: Database, ids: readonly string[]) {
  return db.profile.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } })
}

/** Puts a pseudonym in the place of a profile. The row stays: bookings hang on its id. */
export async function forget(db: Database, id: string): Promise<void> {
  await db.profile.updateMany({
    where: { id },
    data: {
      slug: `erased-${id.slice(-12)}`,
      displayName: pseudonym('Erased talent', id),
      managingUserId: null,
      status: 'hidden',
      visibility: 'members',
      dateOfBirth: null,
      city: null,
      country: null,
      bio: null,
      categories: [],
      values: {},
      version: { increment: 1 },
    },
  })
}

/** Takes a person away as the manager of profiles that others keep, too; gives which these are. */
export async function detach(db: Database, userId: string) {
  const where = { managingUserId: userId }
  const rows = await db.profile.findMany({ where, select: { id: true, status: true } })
  await db.profile.updateMany({ where, data: { managingUserId: null } })
  return rows
}
