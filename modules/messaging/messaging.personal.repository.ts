import { pseudonym, type PersonalBinding } from '@itellico/kernel/personal'
import '../database.ts'

/** What a person wrote. Conversations stay for the others, with a mark in the place of each of the person's messages. */
export const personalOfMessaging: PersonalBinding = {
  tables: ['conversation', 'conversation_party', 'conversation_reader', 'message'],
  collect: async ({ db }, { userId }) => ({
    messages: await db.message.findMany({ where: { authorId: userId }, include: { conversation: { select: { subject: true } } }, orderBy: { id: 'asc' } }),
  }),
  async erase({ db, now }, { userId, profileIds }) {
    await db.message.updateMany({ where: { authorId: userId, erasedAt: null }, data: { body: '…', clientKey: null, erasedAt: now() } })
    await db.conversationReader.deleteMany({ where: { userId } })
    for (const id of profileIds) await db.conversation.updateMany({ where: { profileId: id }, data: { subject: pseudonym('Erased talent', id) } })
  },
}
