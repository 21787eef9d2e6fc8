import { setAccountStatus, setAccountVerification } from '@itellico/contracts/accounts'
import { getBooking, requestOption } from '@itellico/contracts/bookings'
import { closeListing, createListing } from '@itellico/contracts/listings'
import { startConversation } from '@itellico/contracts/messaging'
import { addToShortlist, createShortlist, getShortlist } from '@itellico/contracts/packages'
import { getPublicProfile, getTalent, getTenantTalent, hideRosterProfile, updateRosterProfile } from '@itellico/contracts/profiles'
import * as contract from '@itellico/contracts/search'
import { inTx } from '@itellico/kernel/context'
import { newId } from '@itellico/kernel/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import type { TestUser } from '../testing/people.ts'
import { index } from './search.service.ts'

type Member = TestUser & { accountId: string }
let api: TestApi
let tenant: TestTenant
let admin: TestUser
let house: Member
let guardian: Member
const clients = {} as Record<'open' | 'unverified' | 'idle' | 'late', Member>
const profiles = new Map<string, { id: string; slug: string }>()
const who = new Map<string, Caller>()

async function add(displayName: string, options: Parameters<TestTenant['profile']>[1]): Promise<void> {
  const p = await tenant.profile(house.accountId, { displayName, ...options })
  profiles.set(displayName, p)
  await inTx(tenant.ctx, (tx) => index(tx, p.id))
  const picture = { status: 'ready', mimeType: 'image/png', fileName: 'a.png', sizeBytes: 1n, alt: `${displayName} by a window` }
  await tenant.ctx.db.media.create({ data: { id: newId(), profileId: p.id, ...picture, visibility: 'public', position: 0, isCover: true } })
  await tenant.ctx.db.media.create({ data: { id: newId(), profileId: p.id, ...picture, visibility: 'private', position: 1 } })
}
const verify = (by: Member, verified = true) => admin.caller.ok(setAccountVerification, { params: { id: by.accountId }, body: { verified } })
const cast = (by: Member) =>
  by.caller.ok(createListing, { body: { title: 'Puddles', description: 'Wellies', roles: [{ name: 'Jumper', description: '', quantity: 1 }], publish: true } })

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  admin = await tenant.user({ roles: ['tenant_admin'] })
  house = await tenant.party('agency')
  guardian = await tenant.party('guardian')
  for (const name of ['open', 'unverified', 'idle', 'late'] as const) clients[name] = await tenant.party('client')
  for (const name of ['open', 'idle', 'late'] as const) await verify(clients[name])
  for (const name of ['open', 'unverified', 'late'] as const) await cast(clients[name])
  await tenant.ctx.db.listing.updateMany({ where: { accountId: clients.late.accountId }, data: { deadline: new Date(Date.now() - 1000) } })
  await add('Paula Public', { city: 'Vienna', values: { height: 178, tattoos: true, riding: 'dressage', phone: '+43 1' }, bio: 'Walks fast.' })
  await add('Mona Member', { city: 'Graz', visibility: 'members', values: { height: 170, tattoos: false } })
  await add('Ada Okafor', {
    city: '12 Elm Street, Leeds',
    isMinor: true,
    managingUserId: guardian.id,
    dateOfBirth: new Date(Date.now() - 9.5 * 365.25 * 86_400_000),
    values: { height: 132, riding: 'ponies', school: 'Hill School', phone: '+44 1' },
    bio: 'Ada Okafor reads aloud.',
  })
  await add('Hidden Harry', { status: 'hidden', isMinor: true })
  const viewer = async (type: 'agency' | 'client', role: 'account_viewer' | 'client_booker') => (await tenant.party(type, role)).caller
  for (const [name, caller] of [
    ['house', house.caller],
    ['guardian', guardian.caller],
    ['rival', (await tenant.party('agency')).caller],
    ['viewer of a rival', await viewer('agency', 'account_viewer')],
    ['other guardian', (await tenant.party('guardian')).caller],
    ['client with both', clients.open.caller],
    ['booker of that client', (await tenant.user({ account: { id: clients.open.accountId, role: 'client_booker' } })).caller],
    ['client not verified', clients.unverified.caller],
    ['client without casting', clients.idle.caller],
    ['client whose casting is over', clients.late.caller],
    [
      'admin acting for a rival',
      (await tenant.user({ roles: ['tenant_admin'], account: { id: (await tenant.account('agency')).id, role: 'account_owner' } })).caller,
    ],
  ] as const)
    who.set(name, caller)
})
afterAll(() => api.close())

const slug = (name: string): string => profiles.get(name)?.slug ?? ''
const id = (name: string): string => profiles.get(name)?.id ?? ''
const search = (by: Caller, query: object = {}) => by.ok(contract.searchTalents, { query: { sort: 'name', ...query } as never })
const names = async (by: Caller, query: object = {}) => (await search(by, query)).items.map((h) => h.displayName)
const EVERYBODY = ['Ada O.', 'Mona Member', 'Paula Public']
const ADULTS = ['Mona Member', 'Paula Public']

describe('members find', () => {
  it.each([
    ['house', EVERYBODY],
    ['guardian', EVERYBODY],
    ['rival', ADULTS],
    ['viewer of a rival', ADULTS],
    ['other guardian', ADULTS],
    ['client with both', EVERYBODY],
    ['booker of that client', EVERYBODY],
    ['client not verified', ADULTS],
    ['client without casting', ADULTS],
    ['client whose casting is over', ADULTS],
    ['admin acting for a rival', ADULTS],
  ])('%s: in list, total, facets, suggestions and one by one the same people', async (name, expected) => {
    const by = who.get(name) as Caller
    const all = await search(by)
    expect(all.items.map((h) => h.displayName)).toEqual(expected)
    expect(all.page.total).toBe(expected.length)
    const cities = all.facets.find((f) => f.key === 'city')
    expect(cities?.kind === 'choice' && cities.values.map((v) => v.value).sort()).toEqual(['Graz', ...(expected === EVERYBODY ? ['Leeds'] : []), 'Vienna'])
    expect(all.facets.find((f) => f.key === 'height')).toMatchObject({ min: expected === EVERYBODY ? 132 : 170, max: 178 })
    expect((await by.ok(contract.suggestTalents, { query: { q: 'ada' } })).items.map((s) => s.displayName)).toEqual(expected === EVERYBODY ? ['Ada O.'] : [])
    for (const [person, p] of profiles) {
      const shown = expected.includes(person) || (person === 'Ada Okafor' && expected === EVERYBODY)
      expect(await by.problem(getTalent, { params: { slug: p.slug } }), person).toBe(shown ? '200' : '404 access.not_found')
    }
  })

  it('nobody as a visitor, or without an account', async () => {
    const alone = await tenant.user()
    for (const route of [contract.searchTalents, contract.suggestTalents, getTalent] as const) {
      const input = { params: { slug: slug('Paula Public') }, query: { q: 'a' } } as never
      expect(await tenant.guest.problem(route, input)).toBe('401 auth.sign_in_required')
      expect(await alone.caller.problem(route, input)).toBe('403 access.permission_denied')
    }
  })

  it('page by page everybody once', async () => {
    const first = await search(clients.open.caller, { limit: 2 })
    const second = await search(clients.open.caller, { limit: 2, cursor: first.page.nextCursor ?? '' })
    expect([...first.items, ...second.items].map((h) => h.displayName)).toEqual(EVERYBODY)
    expect(second.page.nextCursor).toBeNull()
  })
})

describe('those who run the marketplace', () => {
  it('find and open everything published', async () => {
    const manager = await tenant.user({ roles: ['tenant_manager'] })
    for (const { caller } of [admin, manager]) {
      expect((await caller.ok(contract.searchTenantTalents, { query: { sort: 'name' } })).items.map((h) => h.displayName)).toEqual(EVERYBODY)
      expect((await caller.ok(getTenantTalent, { params: { slug: slug('Ada Okafor') } })).displayName).toBe('Ada O.')
      expect(await caller.problem(getTenantTalent, { params: { slug: slug('Hidden Harry') } })).toBe('404 access.not_found')
    }
    expect(await house.caller.problem(contract.searchTenantTalents)).toBe('403 access.permission_denied')
  })
})

describe('a client', () => {
  const mayOpen = (by: Member) => by.caller.problem(getTalent, { params: { slug: slug('Ada Okafor') } })

  it('is told what opens minors, and others are not', async () => {
    expect((await search(clients.open.caller)).minors).toEqual({ verified: true, openCasting: true })
    expect((await search(clients.unverified.caller)).minors).toEqual({ verified: false, openCasting: true })
    expect((await search(clients.idle.caller)).minors).toEqual({ verified: true, openCasting: false })
    expect((await search(clients.late.caller)).minors).toEqual({ verified: true, openCasting: false })
    expect((await search(house.caller)).minors).toBeNull()
  })

  it('meets the same answer for a minor and for nobody', async () => {
    const answers = await Promise.all(
      [slug('Ada Okafor'), 'nobody-at-all'].map((s) => clients.unverified.caller.call(getTalent, { params: { slug: s } }, { 'x-request-id': 'same' })),
    )
    const [minor, nobody] = answers.map(({ status, body, headers }) => ({
      status,
      body: { ...(body as object), requestId: '' },
      headers: Object.keys(headers).sort(),
      length: headers['content-length'],
    }))
    expect(minor).toEqual(nobody)
  })

  it('sees minors from the moment it is verified and looks for somebody, and no longer than that', async () => {
    const client = await tenant.party('client')
    expect(await mayOpen(client)).toBe('404 access.not_found')
    const { id: listing } = await cast(client)
    expect(await mayOpen(client)).toBe('404 access.not_found')
    const account = await verify(client)
    expect([account.verifiedAt !== null, (await verify(client)).version]).toEqual([true, account.version])
    expect(await mayOpen(client)).toBe('200')
    await client.caller.ok(closeListing, { params: { id: listing }, body: { outcome: 'closed' } })
    expect(await mayOpen(client)).toBe('404 access.not_found')
    await cast(client)
    expect(await names(client.caller)).toEqual(EVERYBODY)
    expect((await verify(client, false)).verifiedAt).toBeNull()
    expect(await names(client.caller)).toEqual(ADULTS)
    await verify(client)
    await admin.caller.ok(setAccountStatus, { params: { id: client.accountId }, body: { status: 'suspended' } })
    expect(await mayOpen(client)).toBe('401 auth.session_ended')
  })

  it('cannot verify itself', async () => {
    expect(await clients.unverified.caller.problem(setAccountVerification, { params: { id: clients.unverified.accountId }, body: { verified: true } })).toBe(
      '403 access.permission_denied',
    )
  })
})

describe('of a minor', () => {
  it('nobody outside the house reads surname, school, address or phone, in any answer', async () => {
    const by = clients.open.caller
    const answers = [
      (await by.call(contract.searchTalents, {})).body,
      (await by.call(contract.suggestTalents, { query: { q: 'ada' } })).body,
      (await by.call(getTalent, { params: { slug: slug('Ada Okafor') } })).body,
    ]
    expect(JSON.stringify(answers)).not.toMatch(/okafor|hill school|elm street|\+44|school/i)
    expect(await by.ok(getTalent, { params: { slug: slug('Ada Okafor') } })).toMatchObject({
      displayName: 'Ada O.',
      city: 'Leeds',
      bio: 'Ada O. reads aloud.',
      isMinor: true,
      age: 9,
      visibility: 'members',
      values: { height: 132, riding: 'ponies' },
      media: [{ alt: '', visibility: 'public' }],
    })
  })

  it('neither surname nor school can be found by searching for it', async () => {
    for (const q of ['okafor', 'okafo', 'hill school', 'elm', '+44']) expect(await names(clients.open.caller, { q }), q).not.toContain('Ada O.')
    expect(await names(clients.open.caller, { q: 'ada' })).toEqual(['Ada O.'])
    expect(await names(clients.open.caller, { q: 'ponies' })).toEqual(['Ada O.'])
  })

  it('pictures have addresses that are signed and end, and no open ones', async () => {
    const [hit] = (await search(clients.open.caller, { q: 'ada' })).items
    const { media } = await clients.open.caller.ok(getTalent, { params: { slug: slug('Ada Okafor') } })
    for (const url of [hit?.cover?.url, media[0]?.url]) expect(url).toMatch(/^\/media\/[0-9a-f-]{36}\/\{variant\}\?e=\d+&s=.+/)
    const open = `/api/v1/public/media/${media[0]?.id}/card`
    expect((await api.app.inject({ url: open, headers: { host: tenant.host } })).statusCode).toBe(404)
    const answer = await clients.open.caller.call(getTalent, { params: { slug: slug('Ada Okafor') } })
    expect(answer.headers['cache-control']).toBe('no-store')
  })
})

describe('an adult who is for members', () => {
  it('is on no public page, and has no open picture', async () => {
    expect((await tenant.guest.ok(contract.searchProfiles, {})).items.map((h) => h.displayName)).toEqual(['Paula Public'])
    expect((await tenant.guest.ok(contract.suggestProfiles, { query: { q: 'mona' } })).items).toEqual([])
    expect(await tenant.guest.problem(getPublicProfile, { params: { slug: slug('Mona Member') } })).toBe('404 access.not_found')
    const { cover } = await clients.idle.caller.ok(getTalent, { params: { slug: slug('Mona Member') } })
    expect(cover?.url).toContain('?e=')
    expect((await api.app.inject({ url: `/api/v1/public/media/${cover?.id}/card`, headers: { host: tenant.host } })).statusCode).toBe(404)
  })

  it('is so because their house says it, and a minor cannot be made public', async () => {
    const params = { id: id('Paula Public') }
    await house.caller.ok(updateRosterProfile, { params, body: { visibility: 'members' } })
    await api.work()
    expect((await tenant.guest.ok(contract.searchProfiles, {})).items).toEqual([])
    expect(await names(clients.idle.caller)).toEqual(ADULTS)
    await house.caller.ok(updateRosterProfile, { params, body: { visibility: 'public' } })
    await api.work()
    expect((await tenant.guest.ok(contract.searchProfiles, {})).items).toHaveLength(1)
    expect(await house.caller.problem(updateRosterProfile, { params: { id: id('Ada Okafor') }, body: { visibility: 'public' } })).toBe(
      '422 profiles.minor_private',
    )
  })
})

describe('a field for members', () => {
  it('is found, counted and shown to members', async () => {
    const result = await search(clients.idle.caller, { 'attr.tattoos': 'true' })
    expect(result.items.map((h) => h.displayName)).toEqual(['Paula Public'])
    expect(result.facets.find((f) => f.key === 'tattoos')).toMatchObject({
      values: [
        { value: 'false', count: 1 },
        { value: 'true', count: 1, selected: true },
      ],
    })
    expect(await names(clients.idle.caller, { q: 'dressage' })).toEqual(['Paula Public'])
    const shown = await clients.idle.caller.ok(getTalent, { params: { slug: slug('Paula Public') } })
    expect(shown.values).toEqual({ height: 178, tattoos: true, riding: 'dressage' })
  })

  it('leaves no trace in the search of the public', async () => {
    const guest = tenant.guest
    expect((await guest.ok(contract.searchProfiles, { query: { q: 'dressage' } })).items).toEqual([])
    expect((await guest.ok(contract.searchProfiles, {})).facets.map((f) => f.key)).not.toContain('tattoos')
    expect(await guest.problem(contract.searchProfiles, { query: { 'attr.tattoos': 'true' } as never })).toBe('400 search.filter_invalid')
    expect(JSON.stringify((await guest.call(contract.searchProfiles, {})).body)).not.toMatch(/dressage|tattoo/i)
    expect((await guest.ok(getPublicProfile, { params: { slug: slug('Paula Public') } })).values).toEqual({ height: 178 })
    for (const by of [clients.open.caller, house.caller])
      expect(await by.problem(contract.searchTalents, { query: { 'attr.phone': 'x' } as never })).toBe('400 search.filter_invalid')
  })
})

describe('what a member can do with whom they see', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const period = { startsAt: inDays(100), endsAt: inDays(100.2), timezone: 'Europe/Vienna' }
  const ask = (by: Member, profileId: string) => by.caller.problem(requestOption, { body: { profileId, title: 'Puddles', ...period }, idempotencyKey: newId() })
  const list = (by: Member, profileId: string) => by.caller.problem(createShortlist, { body: { name: 'Puddles', profileIds: [profileId] } })
  const write = (by: Member, profileId: string) => by.caller.problem(startConversation, { body: { about: { profileId }, body: 'Hello' } })

  it('is the same as with anybody: shortlist, option, message', async () => {
    for (const name of ['Ada Okafor', 'Mona Member', 'Paula Public']) {
      expect([await list(clients.open, id(name)), await ask(clients.open, id(name)), await write(clients.open, id(name))], name).toEqual(['201', '201', '201'])
    }
    const bookings = await tenant.ctx.db.booking.findMany({ where: { profileId: id('Ada Okafor') } })
    expect(bookings.map((b) => [b.status, b.accountId])).toEqual([['requested', house.accountId]])
    const nameFor = async (by: Member) => (await by.caller.ok(getBooking, { params: { id: bookings[0]?.id ?? '' } })).profile.displayName
    expect([await nameFor(clients.open), await nameFor(house)]).toEqual(['Ada O.', 'Ada Okafor'])
  })

  it('ends where they may not see: a minor is like nobody', async () => {
    for (const by of [clients.unverified, clients.idle, clients.late]) {
      for (const profileId of [id('Ada Okafor'), id('Hidden Harry'), newId()]) {
        expect([await list(by, profileId), await ask(by, profileId), await write(by, profileId)]).toEqual(
          Array.from({ length: 3 }, () => '404 access.not_found'),
        )
      }
      const { id: shortlist } = await by.caller.ok(createShortlist, { body: { name: 'Mine' } })
      expect(await by.caller.problem(addToShortlist, { params: { id: shortlist }, body: { profileId: id('Ada Okafor') } })).toBe('404 access.not_found')
      expect(await list(by, id('Mona Member'))).toBe('201')
    }
  })

  it('keeps a minor on the shortlist without a picture when the right ends', async () => {
    const client = await tenant.party('client')
    await verify(client)
    const { id: listing } = await cast(client)
    const { id: shortlist, items } = await client.caller.ok(createShortlist, { body: { name: 'Later', profileIds: [id('Ada Okafor')] } })
    expect(items).toMatchObject([{ displayName: 'Ada O.', city: 'Leeds', available: true, cover: { alt: '' } }])
    await client.caller.ok(closeListing, { params: { id: listing }, body: { outcome: 'filled' } })
    const after = await client.caller.ok(getShortlist, { params: { id: shortlist } })
    expect(after.items).toMatchObject([{ displayName: 'Ada O.', available: false, cover: null }])
    expect(after.covers).toEqual([])
  })
})

describe('the index', () => {
  it('forgets whoever is hidden', async () => {
    await add('Short Stay', { visibility: 'members' })
    expect(await names(clients.idle.caller, { q: 'short' })).toEqual(['Short Stay'])
    await house.caller.ok(hideRosterProfile, { params: { id: id('Short Stay') } })
    await api.work()
    expect(await names(clients.idle.caller, { q: 'short' })).toEqual([])
  })

  it('makes documents anew that are from before minors were told apart, and shows none of them until then', async () => {
    const { db } = tenant.ctx
    await db.searchDocument.updateMany({ data: { isMinor: null, displayName: 'As It Was' } })
    expect(await names(clients.open.caller)).toEqual([])
    const renew = api.kernel.registry.schedules.find((s) => s.name === 'search.renew')
    await Promise.all([renew?.fn(tenant.ctx), renew?.fn(tenant.ctx)])
    expect(await names(clients.open.caller)).toEqual(EVERYBODY)
  })
})
