import type { PersonalBinding } from '@itellico/kernel/personal'
import '../database.ts'

/** Lists that a person made, and places of their own profiles in lists of others. */
export const personalOfPackages: PersonalBinding = {
  tables: ['shortlist', 'shortlist_item'],
  collect: async ({ db }, { userId, profileIds }) => ({
    shortlists: await db.shortlist.findMany({ where: { createdBy: userId }, include: { items: true }, orderBy: { id: 'asc' } }),
    onShortlists: await db.shortlistItem.findMany({ where: { profileId: { in: [...profileIds] } }, select: { profileId: true, note: true, addedAt: true } }),
  }),
  async erase({ db }, { userId, profileIds, accountIds }) {
    await db.shortlistItem.deleteMany({ where: { profileId: { in: [...profileIds] } } })
    await db.shortlist.deleteMany({ where: { accountId: { in: [...accountIds] } } })
    await db.shortlist.updateMany({ where: { createdBy: userId }, data: { createdBy: null } })
    await db.shortlistItem.updateMany({ where: { addedBy: userId }, data: { addedBy: null } })
  },
}
