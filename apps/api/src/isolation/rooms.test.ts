import type { AddressInfo } from 'node:net'
import { removeMember, updateUser } from '@itellico/contracts/accounts'
import { realtimeTicket } from '@itellico/contracts/auth'
import { createBooking } from '@itellico/contracts/bookings'
import { newId } from '@itellico/kernel/ids'
import * as realtime from '@itellico/kernel/realtime'
import type { Server } from 'socket.io'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startApi, type TestApi, type TestTenant } from '@itellico/modules/testing/harness'
import type { TestUser } from '@itellico/modules/testing/people'
import { registerRealtime } from '../realtime.ts'

let api: TestApi
let port: number
let server: Server
let alpha: TestTenant
let beta: TestTenant
const sockets: Socket[] = []

beforeAll(async () => {
  api = await startApi()
  server = registerRealtime({ server: api.app.server, addHook: () => undefined } as never, api.kernel)
  await api.app.listen({ port: 0, host: '127.0.0.1' })
  port = (api.app.server.address() as AddressInfo).port
  alpha = await api.tenant()
  beta = await api.tenant()
})
afterAll(async () => {
  for (const s of sockets) s.close()
  await server.close()
  await api.close()
})

const ways = new Map<Socket, Promise<string>>()
function connect(auth: object, host?: string): Socket {
  const socket = io(`http://127.0.0.1:${port}`, { auth, transports: ['websocket'], reconnection: false, ...(host && { extraHeaders: { host } }) })
  sockets.push(socket)
  ways.set(socket, new Promise((resolve) => socket.on('connect', () => resolve('open')).on('connect_error', (e) => resolve(e.message))))
  return socket
}
const opened = (socket: Socket): Promise<string | undefined> => ways.get(socket) ?? Promise.resolve(undefined)
const ticketOf = async (user: Pick<TestUser, 'caller'>): Promise<{ ticket: string }> => ({ ticket: (await user.caller.ok(realtimeTicket)).ticket })
const ended = (s: Socket): Promise<string> => new Promise((resolve) => s.on('disconnect', resolve))

describe('rooms', () => {
  it('are named with their marketplace, every kind of them', () => {
    const kinds = Object.entries(realtime).filter(([name]) => name.endsWith('Room'))
    // a new kind of room has to be looked at here
    expect(kinds.map(([name]) => name).sort()).toEqual(['accountRoom', 'staffRoom', 'userRoom'])
    expect(realtime.userRoom(alpha.id, 'x')).toBe(`tenant:${alpha.id}:user:x`)
    expect(realtime.accountRoom(alpha.id, 'x')).toBe(`tenant:${alpha.id}:account:x`)
    expect(realtime.staffRoom()).toBe('tenant:platform:staff')
    expect(() => realtime.userRoom('', 'x')).toThrow()
    expect(() => realtime.userRoom(`${alpha.id}:user`, 'x')).toThrow()
  })

  it('of one marketplace are silent for another, whatever is asked for', async () => {
    const [agency, client, stranger] = [await alpha.party('agency'), await alpha.party('client'), await beta.party('agency')]
    // the stranger's ids are those of alpha's agency, too: only the marketplace differs
    const twin = await beta.user()
    await beta.ctx.db.account.create({ data: { id: agency.accountId, slug: newId(), name: 'Twin', type: 'agency', status: 'active' } })
    await beta.ctx.db.accountMember.create({ data: { accountId: agency.accountId, userId: twin.id, role: 'account_owner' } })
    const heard: string[] = []
    const ears = [connect(await ticketOf(stranger)), connect(await ticketOf(twin)), connect(await ticketOf(stranger), beta.host)]
    for (const ear of ears) {
      expect(await opened(ear)).toBe('open')
      ear.onAny((event: string) => heard.push(event))
      for (const name of ['join', 'subscribe', 'room', 'history', 'join-room'])
        for (const room of [realtime.accountRoom(alpha.id, agency.accountId), realtime.userRoom(alpha.id, agency.id), `tenant:${alpha.id}`, agency.accountId])
          ear.emit(name, room, { room, tenantId: alpha.id })
      ear.emit('typing', { conversationId: newId() })
    }
    const own: string[] = []
    const ear = connect(await ticketOf(agency))
    ear.onAny((event: string) => own.push(event))
    expect(await opened(ear)).toBe('open')
    const talent = await alpha.profile(agency.accountId)
    for (let i = 0; i < 10; i++)
      await agency.caller.ok(createBooking, {
        body: {
          profileId: talent.id,
          kind: 'booking',
          clientAccountId: client.accountId,
          title: `Job ${i}`,
          startsAt: `2028-01-${10 + i}T08:00:00Z`,
          endsAt: `2028-01-${10 + i}T18:00:00Z`,
          timezone: 'UTC',
        },
      })
    await vi.waitFor(() => expect(own.filter((e) => e === 'booking.changed')).toHaveLength(10), { timeout: 10_000, interval: 20 })
    // what beta itself sends still arrives, so that silence is not a dead line; it comes after all of alpha's
    for (const id of [stranger.id, twin.id]) api.kernel.pusher.send([realtime.userRoom(beta.id, id)], 'last', {})
    await vi.waitFor(() => expect(heard).toEqual(['last', 'last', 'last']), { timeout: 5000, interval: 20 })
  })

  it('ignore typing in a conversation of another marketplace', async () => {
    const [author, peer, stranger] = [await alpha.user(), await alpha.user(), await beta.user()]
    const id = newId()
    await alpha.ctx.db.conversation.create({ data: { id, subject: 'x', threadKey: id } })
    for (const u of [author, peer]) await alpha.ctx.db.conversationParty.create({ data: { conversationId: id, partyId: u.id, kind: 'user', side: 'agency' } })
    const heard: unknown[] = []
    const [ear, mouth, foreign] = [connect(await ticketOf(peer)), connect(await ticketOf(author)), connect(await ticketOf(stranger))]
    for (const s of [ear, mouth, foreign]) expect(await opened(s)).toBe('open')
    ear.on('typing', (p: { userId: string }) => heard.push(p.userId))
    ear.on('message.typing', (p: { userId: string }) => heard.push(p.userId))
    ear.onAny((_: string, p: { userId?: string }) => p.userId && heard.push(p.userId))
    foreign.emit('typing', { conversationId: id })
    await opened(connect(await ticketOf(stranger)))
    mouth.emit('typing', { conversationId: id })
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0), { timeout: 5000, interval: 20 })
    expect(new Set(heard)).toEqual(new Set([author.id]))
  })
})

describe('a ticket', () => {
  it('opens on the host of its own marketplace only, and no other realm’s name in front helps', async () => {
    const user = await alpha.user()
    expect(await opened(connect(await ticketOf(user), alpha.host))).toBe('open')
    expect(await opened(connect(await ticketOf(user), beta.host))).toBe('the ticket is not valid')
    const { ticket } = await ticketOf(user)
    expect(await opened(connect({ ticket: `${beta.id}.${ticket.split('.')[1]}` }))).toBe('the ticket is not valid')
    expect(await opened(connect({ ticket: `platform.${ticket.split('.')[1]}` }))).toBe('the ticket is not valid')
  })
})

describe('a live connection ends', () => {
  it('when a role is taken away, when a person is disabled and when a member is removed', async () => {
    const admin = await alpha.user({ roles: ['tenant_admin'] })
    const manager = await alpha.user({ roles: ['tenant_manager'] })
    const disabled = await alpha.user()
    const owner = await alpha.party('agency')
    const member = await alpha.user({ account: { id: owner.accountId, role: 'account_booker' } })
    const ears = await Promise.all([manager, disabled, member].map(async (u) => connect(await ticketOf(u))))
    for (const ear of ears) expect(await opened(ear)).toBe('open')
    const ends = ears.map(ended)
    await admin.caller.ok(updateUser, { params: { id: manager.id }, body: { roles: [] } })
    await admin.caller.ok(updateUser, { params: { id: disabled.id }, body: { status: 'disabled' } })
    await owner.caller.ok(removeMember, { params: { id: member.id } })
    expect(await Promise.all(ends)).toEqual(['io server disconnect', 'io server disconnect', 'io server disconnect'])
    for (const u of [manager, disabled, member]) expect(await u.caller.problem(realtimeTicket)).toBe('401 auth.session_ended')
  })
})
