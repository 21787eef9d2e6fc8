import type { PersonalBinding } from '@itellico/kernel/personal'
import * as repository from './scim.repository.ts'

/** What a directory keeps of a person: their names there, and their groups. */
export const personalOfScim: PersonalBinding = {
  tables: ['scim_user', 'scim_member'],
  impersonal: ['scim_group'],
  collect: async ({ db }, { userId }) => ({
    directory: (await repository.links(db, [userId])).map(({ userName, externalId }) => ({ userName, externalId })),
    directoryGroups: (await repository.groups(db)).filter((g) => g.members.some((m) => m.userId === userId)).map((g) => g.displayName),
  }),
  erase: async ({ db }, { userId }) => {
    await repository.removeMembers(db, { userIds: [userId] })
    await repository.deleteLink(db, userId)
  },
}
