import { idOf } from './ids.ts'
import type { World } from './world.ts'

interface Party {
  readonly partyId: string
  readonly kind: 'account' | 'user'
  readonly side: 'agency' | 'client' | 'talent'
}

/** Writes conversations between accounts and people; the last message of every third is still unread. */
export async function seedTalk(world: World): Promise<void> {
  const { db } = world.ctx
  const members = await db.accountMember.findMany({ include: { account: true } })
  const partyOf = (userId: string): Party => {
    const own = members.filter((m) => m.userId === userId)
    const account = own.find((m) => m.account.type === 'agency') ?? own.find((m) => m.account.type === 'client')
    return account
      ? { partyId: account.accountId, kind: 'account', side: account.account.type === 'agency' ? 'agency' : 'client' }
      : { partyId: userId, kind: 'user', side: 'talent' }
  }
  for (const [n, c] of world.activity.conversations.entries()) {
    const first = c.messages[0]
    const last = c.messages.at(-1)
    if (!first || !last) continue
    const id = idOf(first.at, world.slug, 'conversation', c.key)
    await db.conversation.create({
      data: {
        id,
        subject: c.subject,
        profileId: c.profile ? world.profileId(c.profile) : null,
        threadKey: `demo:${c.key}`,
        createdAt: new Date(first.at),
        updatedAt: new Date(last.at),
      },
    })
    await db.conversationParty.createMany({
      data: c.participants.map((email) => ({ conversationId: id, ...partyOf(world.userId(email)) })),
      skipDuplicates: true,
    })
    const unread = (email: string): boolean => n % 3 === 0 && email !== last.from
    await db.conversationReader.createMany({
      data: c.participants.map((email) => ({
        conversationId: id,
        userId: world.userId(email),
        lastReadAt: new Date(new Date(last.at).getTime() - (unread(email) ? 1 : 0)),
      })),
    })
    await db.message.createMany({
      data: c.messages.map((m, i) => ({
        id: idOf(m.at, id, String(i)),
        conversationId: id,
        authorId: world.userId(m.from),
        body: m.body,
        sentAt: new Date(m.at),
      })),
    })
  }
}
