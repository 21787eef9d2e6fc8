import type { Database } from '@itellico/kernel/db'
import type { Person, PersonalBinding } from '@itellico/kernel/personal'
import '../database.ts'

const ofPerson = ({ userId, profileIds }: Person) => ({ OR: [{ submittedBy: userId }, { profileId: { in: [...profileIds] } }] })

/** Applications for a person's own profiles, or sent by them. Notes of whoever casts are theirs and about the person: they are given, too. */
export const personalOfApplications: PersonalBinding = {
  tables: ['application'],
  collect: async ({ db }, person) => ({ applications: await db.application.findMany({ where: ofPerson(person), orderBy: { id: 'asc' } }) }),
  erase: ({ db }, person) => erase(db, person),
}

async function erase(db: Database, person: Person): Promise<void> {
  await db.application.updateMany({ where: ofPerson(person), data: { message: '', note: null } })
  await db.application.updateMany({
    where: { profileId: { in: [...person.profileIds] }, status: { in: ['submitted', 'viewed', 'shortlisted', 'offered'] } },
    data: { status: 'withdrawn', version: { increment: 1 } },
  })
}
