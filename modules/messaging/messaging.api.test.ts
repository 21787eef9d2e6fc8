import { memberChanged, removeMember } from '@itellico/contracts/accounts'
import { login } from '@itellico/contracts/auth'
import * as contract from '@itellico/contracts/messaging'
import { listNotifications } from '@itellico/contracts/notification'
import { inTx } from '@itellico/kernel/context'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as accountsRepository from '../accounts/accounts.repository.ts'
import { startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import { PASSWORD, type TestUser } from '../testing/people.ts'

type Member = TestUser & { accountId: string }
let api: TestApi
let tenant: TestTenant
let client: Member
let agency: Member
let talent: TestUser
let profileId: string
const pushes: { rooms: readonly string[]; event: string; payload: unknown }[] = []

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  client = await tenant.party('client')
  agency = await tenant.party('agency')
  talent = await tenant.user()
  profileId = (await tenant.profile(agency.accountId, { managingUserId: talent.id })).id
  vi.spyOn(api.kernel.pusher, 'send').mockImplementation((rooms, event, payload) => void pushes.push({ rooms, event, payload }))
})
beforeEach(() => void pushes.splice(0))
afterAll(() => api.close())

async function booking(options: { clientAccountId?: string | null; profileId?: string } = {}): Promise<string> {
  const id = newId()
  const startsAt = new Date('2090-05-01T08:00:00Z')
  await tenant.ctx.db.booking.create({
    data: {
      id,
      profileId: options.profileId ?? profileId,
      accountId: agency.accountId,
      clientAccountId: options.clientAccountId === undefined ? client.accountId : options.clientAccountId,
      clientName: 'North Studio',
      status: 'held',
      rank: 1,
      title: 'Lookbook',
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      timezone: 'Europe/Vienna',
    },
  })
  return id
}
const start = (by: Caller, about: contract.ConversationTopic, body = 'Hello', subject?: string) =>
  by.ok(contract.startConversation, { body: { about, body, ...(subject && { subject }) } })
const send = (by: Caller, id: string, body: string, clientKey?: string) =>
  by.ok(contract.sendMessage, { params: { id }, body: { body, ...(clientKey && { clientKey }) } })
const get = (by: Caller, id: string) => by.ok(contract.getConversation, { params: { id } })
const rooms = (event: string) => [...new Set(pushes.filter((p) => p.event === event).flatMap((p) => p.rooms))].sort()
const roomsOf = (...users: { id: string }[]) => users.map((u) => `tenant:${tenant.id}:user:${u.id}`).sort()
/** A fresh sign-in: rights of the old token are gone once a membership changes. */
async function again(user: TestUser): Promise<Caller> {
  return api.caller(tenant.host, (await tenant.guest.ok(login, { body: { email: user.email, password: PASSWORD } })).accessToken)
}

describe('a conversation about a booking', () => {
  it('is one, whoever of the two sides begins, and reaches all members of both', async () => {
    const booker = await tenant.user({ account: { id: agency.accountId, role: 'account_booker' } })
    const bookingId = await booking()
    const first = await start(client.caller, { bookingId, with: 'agency' }, '  Is the day still free?  ')
    expect(first).toMatchObject({ subject: 'Lookbook', bookingId, unread: 0, lastMessage: { body: 'Is the day still free?', authorId: client.id } })
    expect(first.participants.map((p) => [p.userId, p.side]).sort()).toEqual(
      [
        [agency.id, 'agency'],
        [booker.id, 'agency'],
        [client.id, 'client'],
      ].sort(),
    )
    expect(rooms('message.created')).toEqual(roomsOf(agency, booker, client))
    const second = await start(agency.caller, { bookingId, with: 'client' }, 'It is.')
    expect(second.id).toBe(first.id)
    expect((await get(client.caller, first.id)).unread).toBe(1)
    await api.work()
    expect((await client.caller.ok(listNotifications)).items[0]).toMatchObject({ kind: 'message', body: 'It is.', link: `/messages?c=${first.id}` })
    await accountsRepository.removeMember(tenant.ctx.db, agency.accountId, booker.id)
  })

  it('is another one with the talent', async () => {
    const bookingId = await booking()
    const withTalent = await start(agency.caller, { bookingId, with: 'talent' })
    const withClient = await start(agency.caller, { bookingId, with: 'client' })
    expect(withTalent.id).not.toBe(withClient.id)
    expect((await start(talent.caller, { bookingId, with: 'agency' })).id).toBe(withTalent.id)
    expect(await client.caller.problem(contract.getConversation, { params: { id: withTalent.id } })).toBe('404 access.not_found')
  })

  it('is opened once, however many begin at the same moment, and loses no message', async () => {
    const bookingId = await booking()
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2 ? start(client.caller, { bookingId, with: 'agency' }, `c${i}`) : start(agency.caller, { bookingId, with: 'client' }, `a${i}`),
      ),
    )
    expect(new Set(all.map((c) => c.id)).size).toBe(1)
    const { items } = await client.caller.ok(contract.listMessages, { params: { id: all[0]?.id as string }, query: { limit: 100 } })
    expect(items).toHaveLength(20)
    expect(new Set(items.map((m) => m.sentAt)).size).toBe(20)
    expect((await get(client.caller, all[0]?.id as string)).unread).toBe(10)
  })

  it('is closed to everybody else', async () => {
    const bookingId = await booking()
    const { id } = await start(client.caller, { bookingId, with: 'agency' })
    const rival = await tenant.party('client')
    const elsewhere = await (await api.tenant()).party('client')
    for (const caller of [rival.caller, elsewhere.caller]) {
      expect(await caller.problem(contract.startConversation, { body: { about: { bookingId, with: 'agency' }, body: 'Hi' } })).toBe('404 access.not_found')
      expect(await caller.problem(contract.getConversation, { params: { id } })).toBe('404 access.not_found')
      expect(await caller.problem(contract.listMessages, { params: { id } })).toBe('404 access.not_found')
      expect(await caller.problem(contract.sendMessage, { params: { id }, body: { body: 'Hi' } })).toBe('404 access.not_found')
      expect(await caller.problem(contract.markRead, { params: { id } })).toBe('404 access.not_found')
      expect((await caller.ok(contract.listConversations)).items).toEqual([])
    }
    expect(await client.caller.problem(contract.startConversation, { body: { about: { bookingId: newId(), with: 'agency' }, body: 'Hi' } })).toBe(
      '404 access.not_found',
    )
    expect(await tenant.guest.problem(contract.listConversations)).toBe('401 auth.sign_in_required')
  })

  it('needs somebody on the other side', async () => {
    const alone = await booking({ clientAccountId: null })
    const unmanaged = await tenant.profile(agency.accountId)
    const empty = await booking({ clientAccountId: (await tenant.account('client')).id, profileId: unmanaged.id })
    for (const about of [
      { bookingId: alone, with: 'client' },
      { bookingId: empty, with: 'client' },
      { bookingId: empty, with: 'talent' },
      { bookingId: alone, with: 'agency' },
    ] as const) {
      expect(await agency.caller.problem(contract.startConversation, { body: { about, body: 'Hi' } })).toBe('422 messaging.nobody')
    }
    expect(await tenant.ctx.db.conversation.count({ where: { bookingId: { in: [alone, empty] } } })).toBe(0)
  })
})

describe('a conversation about a talent', () => {
  it('goes to the agency, one for each account that writes', async () => {
    const colleague = await tenant.user({ account: { id: client.accountId, role: 'client_booker' } })
    const one = await start(client.caller, { profileId }, 'Is she free in May?', 'May')
    expect(one.subject).toBe('May')
    expect((await start(colleague.caller, { profileId }, 'And in June?')).id).toBe(one.id)
    expect(one.participants.map((p) => p.userId).sort()).toEqual([client.id, colleague.id, agency.id].sort())
    expect((await start((await tenant.party('client')).caller, { profileId })).id).not.toBe(one.id)
    const visitor = await tenant.user()
    const own = await start(visitor.caller, { profileId })
    expect(own.participants.map((p) => [p.userId, p.side]).sort()).toEqual(
      [
        [agency.id, 'agency'],
        [visitor.id, 'client'],
      ].sort(),
    )
    await accountsRepository.removeMember(tenant.ctx.db, client.accountId, colleague.id)
  })

  it('does not betray talents that are not published', async () => {
    const hidden = await tenant.profile(agency.accountId, { status: 'hidden' })
    for (const id of [hidden.id, newId()])
      expect(await client.caller.problem(contract.startConversation, { body: { about: { profileId: id }, body: 'Hi' } })).toBe('404 access.not_found')
  })

  it('needs somebody in the agency', async () => {
    const orphan = await tenant.profile((await tenant.account('agency')).id)
    expect(await client.caller.problem(contract.startConversation, { body: { about: { profileId: orphan.id }, body: 'Hi' } })).toBe('422 messaging.nobody')
    const self = await tenant.party('agency')
    const own = await tenant.profile(self.accountId, { managingUserId: self.id })
    expect(await self.caller.problem(contract.startConversation, { body: { about: { profileId: own.id }, body: 'Hi' } })).toBe('422 messaging.nobody')
  })
})

describe('a message', () => {
  it('with the same key is sent once, also from two tabs at once', async () => {
    const { id } = await start(client.caller, { bookingId: await booking(), with: 'agency' })
    pushes.splice(0)
    const sent = await Promise.all(Array.from({ length: 10 }, () => send(client.caller, id, 'Once', 'key-1')))
    expect(new Set(sent.map((m) => m.id)).size).toBe(1)
    expect(pushes.filter((p) => p.event === 'message.created')).toHaveLength(1)
    expect(sent[0]).toMatchObject({ body: 'Once', clientKey: 'key-1', authorName: expect.stringMatching(/^Pat /) as string })
    // the key belongs to its sender
    expect((await send(agency.caller, id, 'Other', 'key-1')).id).not.toBe(sent[0]?.id)
    expect((await client.caller.ok(contract.listMessages, { params: { id } })).items.map((m) => m.body)).toEqual(['Other', 'Once', 'Hello'])
  })

  it('holds text, whatever text it is', async () => {
    const { id } = await start(client.caller, { bookingId: await booking(), with: 'agency' })
    for (const body of ['<script>alert(1)</script>', "'; drop table message; --", '😀'.repeat(2500), 'a\nb'])
      expect((await send(client.caller, id, body)).body).toBe(body)
    for (const body of ['', ' \n\t ', 'x'.repeat(5001)])
      expect(await client.caller.problem(contract.sendMessage, { params: { id }, body: { body } })).toBe('400 request.invalid')
    expect(await client.caller.problem(contract.sendMessage, { params: { id }, body: { body: 'nul\u0000' } })).toBe('400 request.unstorable_text')
  })

  it('is found again in pages, newest first', async () => {
    const { id } = await start(client.caller, { bookingId: await booking(), with: 'agency' }, '0')
    for (let i = 1; i < 7; i++) await send(i % 2 ? client.caller : agency.caller, id, String(i))
    const bodies: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: contract.Message[]; page: { nextCursor: string | null } } = await client.caller.ok(contract.listMessages, {
        params: { id },
        query: { limit: 3, ...(cursor && { cursor }) },
      })
      bodies.push(...page.items.map((m) => m.body))
      cursor = page.page.nextCursor
    } while (cursor)
    expect(bodies).toEqual(['6', '5', '4', '3', '2', '1', '0'])
  })
})

describe('reading', () => {
  it('counts what others wrote since, and tells everybody when it is read', async () => {
    const { id } = await start(client.caller, { bookingId: await booking(), with: 'agency' }, '1')
    await send(client.caller, id, '2')
    expect([(await get(agency.caller, id)).unread, (await get(client.caller, id)).unread]).toEqual([2, 0])
    pushes.splice(0)
    await agency.caller.ok(contract.markRead, { params: { id } })
    expect(rooms('conversation.read')).toEqual(roomsOf(agency, client))
    expect((await get(agency.caller, id)).unread).toBe(0)
    pushes.splice(0)
    await agency.caller.ok(contract.markRead, { params: { id } })
    expect(pushes).toEqual([])
    await send(client.caller, id, '3')
    expect((await get(agency.caller, id)).unread).toBe(1)
  })

  it('lists own conversations by their last message, in pages', async () => {
    const house = await tenant.party('client')
    const ids: string[] = []
    for (let i = 0; i < 4; i++) ids.unshift((await start(house.caller, { bookingId: await booking({ clientAccountId: house.accountId }), with: 'agency' })).id)
    await send(agency.caller, ids[3] as string, 'Up again')
    const first = await house.caller.ok(contract.listConversations, { query: { limit: 3 } })
    const rest = await house.caller.ok(contract.listConversations, { query: { limit: 3, cursor: first.page.nextCursor as string } })
    expect([...first.items, ...rest.items].map((c) => c.id)).toEqual([ids[3], ids[0], ids[1], ids[2]])
    expect(first.items.map((c) => c.unread)).toEqual([1, 0, 0])
    expect(first.items[0]?.lastMessage?.body).toBe('Up again')
  })
})

describe('membership', () => {
  it('decides at every moment who takes part', async () => {
    const house = await tenant.party('agency')
    const ours = await tenant.profile(house.accountId)
    const booker = await tenant.user({ account: { id: house.accountId, role: 'account_booker' } })
    const { id } = await start(client.caller, { profileId: ours.id }, 'One')
    expect((await get(booker.caller, id)).unread).toBe(1)

    await house.caller.ok(removeMember, { params: { id: booker.id } })
    const gone = await again(booker)
    expect(await gone.problem(contract.getConversation, { params: { id } })).toBe('404 access.not_found')
    expect((await gone.ok(contract.listConversations)).items).toEqual([])
    expect(await gone.problem(contract.sendMessage, { params: { id }, body: { body: 'Still here' } })).toBe('404 access.not_found')
    pushes.splice(0)
    const { id: messageId } = await send(client.caller, id, 'Two')
    expect(rooms('message.created')).toEqual(roomsOf(house, client))
    expect((await ask(tenant.ctx, contract.messageFacts, { messageId }))?.readerIds).toEqual([house.id])
    expect(await ask(tenant.ctx, contract.conversationPeers, { conversationId: id, userId: booker.id })).toBeNull()
    expect(await ask(tenant.ctx, contract.conversationPeers, { conversationId: id, userId: client.id })).toEqual([house.id])
  })

  it('lets a newcomer read what was said, without calling it unread', async () => {
    const house = await tenant.party('agency')
    const ours = await tenant.profile(house.accountId)
    const { id } = await start(client.caller, { profileId: ours.id }, 'Before')
    const newcomer = await tenant.user({ account: { id: house.accountId, role: 'account_booker' } })
    await inTx(tenant.ctx, (tx) => emit(tx, memberChanged, `account:${house.accountId}`, { accountId: house.accountId, userId: newcomer.id, change: 'joined' }))
    await api.work()
    expect(await get(newcomer.caller, id)).toMatchObject({ unread: 0, lastMessage: { body: 'Before' } })
    await send(client.caller, id, 'After')
    expect((await get(newcomer.caller, id)).unread).toBe(1)
  })

  it('facts of what does not exist are null', async () => {
    expect(await ask(tenant.ctx, contract.messageFacts, { messageId: newId() })).toBeNull()
    expect(await ask(tenant.ctx, contract.conversationPeers, { conversationId: newId(), userId: client.id })).toBeNull()
  })
})
