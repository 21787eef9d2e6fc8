import { setAccountStatus } from '@itellico/contracts/accounts'
import { apply } from '@itellico/contracts/applications'
import * as contract from '@itellico/contracts/listings'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi, type TestTenant } from '../testing/harness.ts'
import type { TestUser } from '../testing/people.ts'

type Member = TestUser & { accountId: string }
let api: TestApi
let tenant: TestTenant
let client: Member
let rival: Member

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  client = await tenant.party('client')
  rival = await tenant.party('client')
})
afterAll(() => api.close())

const FUTURE = '2090-05-01T10:00:00.000Z'
const text = {
  title: 'Linen summer campaign',
  description: 'Two days by the sea.',
  roles: [
    { name: 'Lead', description: 'Any hair', quantity: 2, fee: { amountMinor: 180_000, currency: 'EUR' } },
    { name: 'Extra', description: '', quantity: 10 },
  ],
}
const write = (more: Partial<contract.NewListing> = {}, by: Member = client) => by.caller.ok(contract.createListing, { body: { ...text, ...more } })
const overdue = (id: string) => tenant.ctx.db.listing.update({ where: { id }, data: { deadline: new Date(Date.now() - 1000) } })
const runSchedule = (name: string) => api.kernel.registry.schedules.find((s) => s.name === name)?.fn(tenant.ctx)

describe('a casting', () => {
  it('is a draft that only its account sees until it is published', async () => {
    const draft = await write({ location: 'Vienna', startsOn: '2090-06-01', endsOn: '2090-06-02', usage: '  ' })
    expect(draft).toMatchObject({
      status: 'draft',
      slug: 'linen-summer-campaign',
      usage: null,
      startsOn: '2090-06-01',
      publishedAt: null,
      applicationCount: 0,
      version: 1,
      client: { id: client.accountId },
    })
    expect(draft.roles.map((r) => [r.name, r.quantity, r.fee])).toEqual([
      ['Lead', 2, { amountMinor: 180_000, currency: 'EUR' }],
      ['Extra', 10, null],
    ])
    expect(await tenant.guest.problem(contract.getPublicListing, { params: { slug: draft.slug } })).toBe('404 access.not_found')
    const published = await client.caller.ok(contract.publishListing, { params: { id: draft.id } })
    expect([published.status, published.version]).toEqual(['published', 2])
    const open = await tenant.guest.ok(contract.getPublicListing, { params: { slug: draft.slug } })
    expect(open).toMatchObject({ id: draft.id, open: true })
    expect(open).not.toHaveProperty('applicationCount')
  })

  it('gets an address of its own although the title is the same, also at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => write({ title: 'Same Title' })))
    expect(new Set(all.map((l) => l.slug)).size).toBe(8)
    expect((await write({ title: '東京の撮影' })).slug).toMatch(/^casting/)
  })

  it('does not exist for other accounts and other tenants', async () => {
    const { id } = await write()
    const other = await api.tenant()
    const stranger = await other.party('client')
    for (const caller of [rival.caller, stranger.caller]) {
      for (const target of [id, newId()]) {
        expect(await caller.problem(contract.getListing, { params: { id: target } })).toBe('404 access.not_found')
        expect(await caller.problem(contract.updateListing, { params: { id: target }, body: { title: 'Mine now' } })).toBe('404 access.not_found')
        expect(await caller.problem(contract.publishListing, { params: { id: target } })).toBe('404 access.not_found')
        expect(await caller.problem(contract.closeListing, { params: { id: target }, body: { outcome: 'closed' } })).toBe('404 access.not_found')
      }
    }
    expect((await rival.caller.ok(contract.listOwnListings)).items).toEqual([])
    expect((await client.caller.ok(contract.getListing, { params: { id } })).title).toBe(text.title)
  })

  it('is read by viewers and changed by nobody without the right', async () => {
    const viewer = await tenant.user({ account: { id: client.accountId, role: 'account_viewer' } })
    const { id } = await write()
    expect((await viewer.caller.ok(contract.getListing, { params: { id } })).id).toBe(id)
    expect(await viewer.caller.problem(contract.createListing, { body: text })).toBe('403 access.permission_denied')
    expect(await viewer.caller.problem(contract.publishListing, { params: { id } })).toBe('403 access.permission_denied')
    expect(await tenant.guest.problem(contract.createListing, { body: text })).toBe('401 auth.sign_in_required')
  })

  it('cannot have impossible dates, or be public with a deadline that is over', async () => {
    const refused = async (more: object) => client.caller.call(contract.createListing, { body: { ...text, ...more } })
    expect((await refused({ startsOn: '2090-06-02', endsOn: '2090-06-01' })).body).toMatchObject({
      code: 'listings.dates_invalid',
      errors: [{ field: 'endsOn' }],
    })
    expect((await refused({ deadline: '2020-01-01T00:00:00Z', publish: true })).body).toMatchObject({
      code: 'listings.dates_invalid',
      errors: [{ field: 'deadline' }],
    })
    expect((await refused({ startsOn: '0000-01-01' })).status).toBe(422)
    expect((await refused({ startsOn: '2090-02-30' })).status).toBe(400)
    expect((await refused({ title: '   ' })).status).toBe(400)
    const draft = await write({ deadline: '2020-01-01T00:00:00Z' })
    expect(await client.caller.problem(contract.publishListing, { params: { id: draft.id } })).toBe('422 listings.dates_invalid')
    await client.caller.ok(contract.updateListing, { params: { id: draft.id }, body: { deadline: null } })
    expect((await client.caller.ok(contract.publishListing, { params: { id: draft.id } })).deadline).toBeNull()
  })

  it('moves through its states and refuses what is not possible', async () => {
    const { id } = await write()
    const close = (outcome: 'closed' | 'filled' | 'cancelled') => client.caller.call(contract.closeListing, { params: { id }, body: { outcome } })
    expect((await close('closed')).body).toMatchObject({ status: 422, code: 'listings.invalid_state' })
    const first = await client.caller.ok(contract.publishListing, { params: { id } })
    expect((await close('closed')).body).toMatchObject({ status: 'closed' })
    const again = await client.caller.ok(contract.publishListing, { params: { id } })
    expect(again.publishedAt).toBe(first.publishedAt)
    expect((await close('filled')).body).toMatchObject({ status: 'filled' })
    expect((await close('filled')).status).toBe(200)
    expect((await close('cancelled')).status).toBe(422)
    expect(await client.caller.problem(contract.publishListing, { params: { id } })).toBe('422 listings.invalid_state')
    expect(await client.caller.problem(contract.updateListing, { params: { id }, body: { title: 'Another one' } })).toBe('422 listings.invalid_state')
  })

  it('refuses a change that was made from an old version', async () => {
    const draft = await write()
    await client.caller.ok(contract.updateListing, { params: { id: draft.id }, body: { location: 'Graz' }, ifMatch: 1 })
    expect(await client.caller.problem(contract.updateListing, { params: { id: draft.id }, body: { location: 'Linz' }, ifMatch: 1 })).toBe(
      '412 request.stale_version',
    )
    const results = await Promise.all(
      ['A', 'B', 'C', 'D'].map((location) => client.caller.call(contract.updateListing, { params: { id: draft.id }, body: { location }, ifMatch: 2 })),
    )
    expect(results.map((r) => r.status).sort()).toEqual([200, 412, 412, 412])
  })
})

describe('roles', () => {
  it('are changed as a set and keep the ids that are given', async () => {
    const draft = await write()
    const [lead, extra] = draft.roles
    const body = {
      roles: [
        { id: extra?.id, name: 'Background', description: '', quantity: 3 },
        { name: 'Stunt', description: 'Falls', quantity: 1 },
      ],
    }
    const after = await client.caller.ok(contract.updateListing, { params: { id: draft.id }, body: body as never })
    expect(after.roles.map((r) => r.name)).toEqual(['Background', 'Stunt'])
    expect(after.roles[0]?.id).toBe(extra?.id)
    expect(
      await client.caller.problem(contract.updateListing, {
        params: { id: draft.id },
        body: { roles: [{ id: lead?.id as string, name: 'Lead', description: '', quantity: 1 }] },
      }),
    ).toBe('422 listings.role_unknown')
    expect(
      await client.caller.problem(contract.createListing, {
        body: { ...text, roles: [{ id: extra?.id as string, name: 'Stolen', description: '', quantity: 1 }] },
      }),
    ).toBe('422 listings.role_unknown')
  })

  it('are locked once somebody has applied, the rest of the text is not', async () => {
    const listing = await write({ publish: true })
    const talent = await tenant.user()
    const profile = await tenant.profile((await tenant.account('individual')).id, { managingUserId: talent.id })
    await talent.caller.ok(apply, { body: { listingId: listing.id, roleId: listing.roles[0]?.id as string, profileId: profile.id, message: '' } })
    const roles = listing.roles.map(({ fee, ...r }) => ({ ...r, ...(fee && { fee }) }))
    const update = (body: contract.ListingEdit) => client.caller.call(contract.updateListing, { params: { id: listing.id }, body })
    expect((await update({ title: 'Better title', roles })).body).toMatchObject({ title: 'Better title', applicationCount: 1, newApplicationCount: 1 })
    expect((await update({ roles: roles.slice(0, 1) })).body).toMatchObject({ status: 422, code: 'listings.locked' })
    expect((await update({ roles: roles.map((r) => ({ ...r, fee: { amountMinor: 1, currency: 'EUR' } })) })).body).toMatchObject({ code: 'listings.locked' })
  })

  it('never change under an application that is being written', async () => {
    for (let round = 0; round < 6; round++) {
      const listing = await write({ publish: true })
      const talent = await tenant.user()
      const profile = await tenant.profile((await tenant.account('individual')).id, { managingUserId: talent.id })
      const [applied, changed] = await Promise.all([
        talent.caller.call(apply, { body: { listingId: listing.id, roleId: listing.roles[0]?.id as string, profileId: profile.id, message: '' } }),
        client.caller.call(contract.updateListing, { params: { id: listing.id }, body: { roles: [{ name: 'Another', description: '', quantity: 1 }] } }),
      ])
      expect([
        [201, 422],
        [404, 200],
      ]).toContainEqual([applied.status, changed.status])
    }
  })
})

describe('the public list', () => {
  it('shows open castings, newest published first, page by page without gap or repeat', async () => {
    const market = await api.tenant()
    const house = await market.party('client')
    const ids: string[] = []
    for (let i = 0; i < 7; i++) ids.unshift((await house.caller.ok(contract.createListing, { body: { ...text, title: `Casting ${i}`, publish: true } })).id)
    await house.caller.ok(contract.createListing, { body: { ...text, title: 'A draft' } })
    // two of the same instant, as an import makes them
    await market.ctx.db.listing.updateMany({ where: { id: { in: ids.slice(2, 5) } }, data: { publishedAt: new Date('2026-01-01T10:00:00Z') } })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: contract.PublicListing[]; page: { nextCursor: string | null } } = await market.guest.ok(contract.listPublicListings, {
        query: { limit: 2, ...(cursor && { cursor }) },
      })
      seen.push(...page.items.map((l) => l.id))
      cursor = page.page.nextCursor
    } while (cursor)
    expect(seen).toEqual([...ids.slice(0, 2), ...ids.slice(5), ...ids.slice(2, 5).sort().reverse()])
    expect((await market.guest.ok(contract.listPublicListings, { query: {} })).items[0]?.clientName).toMatch(/^Account/)
    for (const wrong of [
      'x',
      Buffer.from('["a","b"]').toString('base64url'),
      Buffer.from(JSON.stringify(['2026-01-01T10:00:00Z', '-'.repeat(36)])).toString('base64url'),
      Buffer.from(JSON.stringify(['+275760-09-13T00:00:00Z', ids[0]])).toString('base64url'),
      Buffer.from(JSON.stringify(['0000-01-01T00:00:00Z', ids[0]])).toString('base64url'),
    ])
      expect(await market.guest.problem(contract.listPublicListings, { query: { cursor: wrong } })).toBe('400 request.cursor_invalid')
  })

  it('finds text literally', async () => {
    const { id } = await write({ title: 'Save 50% on O’Brien_Street', publish: true })
    const find = async (q: string) => (await tenant.guest.ok(contract.listPublicListings, { query: { q, limit: 100 } })).items.map((l) => l.id)
    expect(await find('50% on o’brien_')).toEqual([id])
    expect(await find('5_% on')).toEqual([])
    expect(await find('%%')).toEqual([])
    expect(await find('\\')).toEqual([])
    expect(await find("'; drop table listing; --")).toEqual([])
  })

  it('leaves out what is over, and says so on its page', async () => {
    const listing = await write({ deadline: FUTURE, publish: true })
    await overdue(listing.id)
    expect((await tenant.guest.ok(contract.listPublicListings, { query: { limit: 100 } })).items.map((l) => l.id)).not.toContain(listing.id)
    expect(await tenant.guest.ok(contract.getPublicListing, { params: { slug: listing.slug } })).toMatchObject({ status: 'published', open: false })
    await client.caller.ok(contract.closeListing, { params: { id: listing.id }, body: { outcome: 'cancelled' } })
    expect(await tenant.guest.problem(contract.getPublicListing, { params: { slug: listing.slug } })).toBe('404 access.not_found')
  })
})

describe('time', () => {
  it('closes what is past its deadline, once', async () => {
    const due = await write({ deadline: FUTURE, publish: true })
    const open = await write({ deadline: FUTURE, publish: true })
    await overdue(due.id)
    await Promise.all([runSchedule('listings.close-overdue'), runSchedule('listings.close-overdue')])
    const after = await client.caller.ok(contract.getListing, { params: { id: due.id } })
    expect([after.status, after.version]).toEqual(['closed', 2])
    expect((await client.caller.ok(contract.getListing, { params: { id: open.id } })).status).toBe('published')
    const events = await tenant.ctx.db.$queryRawUnsafe<{ n: number }[]>(
      `select count(*)::int as n from "__tenant__"."event" where stream = $1 and payload->>'status' = 'closed'`,
      `listing:${due.id}`,
    )
    expect(events[0]?.n).toBe(1)
    expect(await ask(tenant.ctx, contract.listingRef, { id: due.id })).toMatchObject({ open: false, status: 'closed' })
    expect(await ask(tenant.ctx, contract.listingRef, { id: newId() })).toBeNull()
  })
})

describe('a suspended account', () => {
  it('has no open castings any more', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const bad = await tenant.party('client')
    const listing = await write({ publish: true }, bad)
    await admin.caller.ok(setAccountStatus, { params: { id: bad.accountId }, body: { status: 'suspended' } })
    await api.work()
    expect(await tenant.guest.ok(contract.getPublicListing, { params: { slug: listing.slug } })).toMatchObject({ status: 'closed', open: false })
  })
})
