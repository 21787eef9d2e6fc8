import * as contract from '@itellico/contracts/packages'
import { hideRosterProfile } from '@itellico/contracts/profiles'
import { newId } from '@itellico/kernel/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi, type TestTenant } from '../testing/harness.ts'
import type { TestUser } from '../testing/people.ts'

type Member = TestUser & { accountId: string }
let api: TestApi
let tenant: TestTenant
let client: Member
let agency: Member

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  client = await tenant.party('client')
  agency = await tenant.party('agency')
})
afterAll(() => api.close())

const create = (name = 'Spring', profileIds?: string[]) => client.caller.ok(contract.createShortlist, { body: { name, ...(profileIds && { profileIds }) } })
const get = (id: string) => client.caller.ok(contract.getShortlist, { params: { id } })
const add = (id: string, profileId: string, note?: string) =>
  client.caller.call(contract.addToShortlist, { params: { id }, body: { profileId, ...(note !== undefined && { note }) } })
const cover = (profileId: string, visibility = 'public') =>
  tenant.ctx.db.media.create({
    data: { id: newId(), profileId, status: 'ready', mimeType: 'image/png', fileName: 'a.png', sizeBytes: 1n, visibility, position: 0, isCover: true },
  })

describe('a shortlist', () => {
  it('keeps talents in the order given, each once', async () => {
    const [a, b, c] = await Promise.all([
      tenant.profile(agency.accountId, { city: 'Graz' }),
      tenant.profile(agency.accountId),
      tenant.profile(agency.accountId),
    ])
    const list = await create('  Spring  ', [c.id, a.id, c.id])
    expect(list).toMatchObject({ name: 'Spring', note: '', itemCount: 2, version: 1 })
    expect(list.items.map((i) => [i.profileId, i.city, i.available])).toEqual([
      [c.id, null, true],
      [a.id, 'Graz', true],
    ])
    expect((await add(list.id, b.id, 'Try with the red dress')).body).toMatchObject({
      itemCount: 3,
      version: 2,
      items: [{}, {}, { profileId: b.id, note: 'Try with the red dress' }],
    })
  })

  it('does not mind a talent put on it twice', async () => {
    const p = await tenant.profile(agency.accountId)
    const { id } = await create()
    const once = (await add(id, p.id)).body as contract.ShortlistDetail
    expect((await add(id, p.id)).body).toEqual(once)
    expect((await add(id, p.id, 'A note')).body).toMatchObject({ itemCount: 1, version: 3, items: [{ note: 'A note' }] })
    const many = await Promise.all(Array.from({ length: 10 }, async () => add((await create('Other')).id, p.id)))
    expect(new Set(many.map((r) => r.status))).toEqual(new Set([200]))
    const other = await create()
    const same = await Promise.all(Array.from({ length: 10 }, () => add(other.id, p.id)))
    expect(same.map((r) => r.status)).toEqual(Array.from({ length: 10 }, () => 200))
    expect((await get(other.id)).itemCount).toBe(1)
  })

  it('takes published talents only whom the account may see, and says no more of others than of unknown ones', async () => {
    const draft = await tenant.profile(agency.accountId, { status: 'draft' })
    const child = await tenant.profile(agency.accountId, { isMinor: true })
    const member = await tenant.profile(agency.accountId, { visibility: 'members' })
    const { id } = await create()
    for (const profileId of [draft.id, child.id, newId()]) {
      expect((await add(id, profileId)).body).toMatchObject({ status: 404, code: 'access.not_found' })
      expect(await client.caller.problem(contract.createShortlist, { body: { name: 'X', profileIds: [member.id, profileId] } })).toBe('404 access.not_found')
    }
    expect((await add(id, member.id)).status).toBe(200)
  })

  it('holds 200 talents, however many are added at once', async () => {
    const profiles = await Promise.all(Array.from({ length: 205 }, () => tenant.profile(agency.accountId)))
    const ids = profiles.map((p) => p.id)
    const list = await create('Full', ids.slice(0, 198))
    const results = await Promise.all(ids.slice(198).map((id) => add(list.id, id)))
    expect(results.filter((r) => r.status === 200)).toHaveLength(2)
    expect(results.filter((r) => (r.body as { code?: string }).code === 'packages.full')).toHaveLength(5)
    expect((await add(list.id, ids[0] as string)).status).toBe(200)
    expect((await get(list.id)).items).toHaveLength(200)
  })

  it('shows the first four covers, and no picture of a talent who is hidden', async () => {
    const profiles = await Promise.all(Array.from({ length: 7 }, () => tenant.profile(agency.accountId)))
    const ids = profiles.map((p) => p.id)
    for (const id of ids.slice(1)) await cover(id, id === ids[3] ? 'private' : 'public')
    const list = await create('Covers', ids)
    expect(list.covers.map((m) => m.profileId)).toEqual([ids[1], ids[2], ids[4], ids[5]])
    await agency.caller.ok(hideRosterProfile, { params: { id: ids[1] as string } })
    const after = await get(list.id)
    expect(after.covers.map((m) => m.profileId)).toEqual([ids[2], ids[4], ids[5], ids[6]])
    expect(after.items[1]).toMatchObject({ profileId: ids[1], available: false, cover: null })
    const listed = (await client.caller.ok(contract.listShortlists)).items.find((s) => s.id === list.id)
    expect(listed).toMatchObject({ itemCount: 7, covers: after.covers.map((m) => ({ id: m.id })) })
  })

  it('is renamed, emptied and deleted', async () => {
    const p = await tenant.profile(agency.accountId)
    const { id } = await create('Old', [p.id])
    expect(await client.caller.ok(contract.updateShortlist, { params: { id }, body: { name: 'New', note: 'For May' }, ifMatch: 1 })).toMatchObject({
      name: 'New',
      note: 'For May',
      version: 2,
    })
    expect(await client.caller.problem(contract.updateShortlist, { params: { id }, body: { name: 'Late' }, ifMatch: 1 })).toBe('412 request.stale_version')
    expect(await client.caller.problem(contract.addToShortlist, { params: { id }, body: { profileId: p.id }, ifMatch: 1 })).toBe('412 request.stale_version')
    expect(await client.caller.problem(contract.updateShortlist, { params: { id }, body: { name: ' ' } })).toBe('400 request.invalid')
    expect((await client.caller.ok(contract.listShortlists, { query: { profileId: p.id } })).items.filter((s) => s.contains).map((s) => s.id)).toContain(id)
    await client.caller.ok(contract.removeFromShortlist, { params: { id, profileId: p.id } })
    expect(await client.caller.problem(contract.removeFromShortlist, { params: { id, profileId: p.id } })).toBe('404 access.not_found')
    expect((await get(id)).items).toEqual([])
    await client.caller.ok(contract.deleteShortlist, { params: { id } })
    expect(await client.caller.problem(contract.getShortlist, { params: { id } })).toBe('404 access.not_found')
  })

  it('belongs to one account', async () => {
    const p = await tenant.profile(agency.accountId)
    const { id } = await create('Secret', [p.id])
    const rival = await tenant.party('client')
    const elsewhere = await (await api.tenant()).party('client')
    for (const caller of [rival.caller, elsewhere.caller]) {
      for (const target of [id, newId()]) {
        expect(await caller.problem(contract.getShortlist, { params: { id: target } })).toBe('404 access.not_found')
        expect(await caller.problem(contract.updateShortlist, { params: { id: target }, body: { name: 'Mine' } })).toBe('404 access.not_found')
        expect(await caller.problem(contract.deleteShortlist, { params: { id: target } })).toBe('404 access.not_found')
        expect(await caller.problem(contract.addToShortlist, { params: { id: target }, body: { profileId: p.id } })).toBe('404 access.not_found')
        expect(await caller.problem(contract.removeFromShortlist, { params: { id: target, profileId: p.id } })).toBe('404 access.not_found')
      }
      expect((await caller.ok(contract.listShortlists)).items).toEqual([])
    }
    const guardian = await tenant.party('guardian')
    expect(await guardian.caller.problem(contract.listShortlists)).toBe('403 access.permission_denied')
    expect((await get(id)).itemCount).toBe(1)
  })
})
