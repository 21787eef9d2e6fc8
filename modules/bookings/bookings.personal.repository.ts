import type { Database } from '@itellico/kernel/db'
import { ERASED_NAME, pseudonym, type Person, type PersonalBinding } from '@itellico/kernel/personal'
import '../database.ts'

const ofPerson = ({ profileIds, accountIds }: Person) => ({
  OR: [{ profileId: { in: [...profileIds] } }, { accountId: { in: [...accountIds] } }, { clientAccountId: { in: [...accountIds] } }],
})

/** Jobs of a person's own profiles and accounts. They stay, for the books must stay right: with period, state and fee, and under pseudonyms. */
export const personalOfBookings: PersonalBinding = {
  tables: ['booking', 'booking_change', 'bookout'],
  collect: async ({ db }, person) => ({
    bookings: await db.booking.findMany({ where: ofPerson(person), include: { changes: { orderBy: { id: 'asc' } } }, orderBy: { id: 'asc' } }),
    blockedTime: await db.bookout.findMany({ where: { profileId: { in: [...person.profileIds] } }, orderBy: { id: 'asc' } }),
  }),
  erase: ({ db }, person) => erase(db, person),
}

async function erase(db: Database, person: Person): Promise<void> {
  const [profileIds, accountIds] = [[...person.profileIds], [...person.accountIds]]
  const own = await db.booking.findMany({ where: ofPerson(person), select: { id: true } })
  const bookingIds = own.map((b) => b.id)
  await db.booking.updateMany({ where: { id: { in: bookingIds } }, data: { title: 'Job', location: null, notes: null, reason: null } })
  for (const id of accountIds) await db.booking.updateMany({ where: { clientAccountId: id }, data: { clientName: pseudonym('Erased account', id) } })
  await db.bookingChange.updateMany({ where: { OR: [{ bookingId: { in: bookingIds } }, { byUserId: person.userId }] }, data: { reason: null } })
  await db.bookingChange.updateMany({ where: { byUserId: person.userId }, data: { byName: ERASED_NAME } })
  await db.bookout.deleteMany({ where: { profileId: { in: profileIds } } })
  await db.bookout.updateMany({ where: { createdBy: person.userId }, data: { reason: null } })
}
