import { getBooking } from '@itellico/contracts/bookings'
import { createTenantExport, exportLink } from '@itellico/contracts/exports'
import { getListing, getPublicListing, listPublicListings } from '@itellico/contracts/listings'
import { mediaLinks } from '@itellico/contracts/media'
import { getPublicProfile, getRosterProfile, listRoster } from '@itellico/contracts/profiles'
import { searchProfiles, suggestProfiles } from '@itellico/contracts/search'
import type { RouteContract } from '@itellico/contracts/kit'
import { ask } from '@itellico/kernel/operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Answer, type TestApi } from '@itellico/modules/testing/harness'
import { plantTwin, TWIN_WORD, twinIds, type Twin } from '@itellico/modules/testing/twins'

// Two marketplaces in which everything has the same id, slug, address and words: only the marketplace tells them apart.
const ids = twinIds()
let api: TestApi
let a: Twin
let b: Twin

beforeAll(async () => {
  api = await startApi()
  a = await plantTwin(await api.tenant(), ids, api.caller)
  b = await plantTwin(await api.tenant(), ids, api.caller)
})
afterAll(() => api.close())

const other = (twin: Twin): Twin => (twin === a ? b : a)
function belongsTo(twin: Twin, text: string): void {
  expect(text).toContain(twin.marker)
  expect(text).not.toContain(other(twin).marker)
}
async function file(host: string, path: string, method: 'GET' | 'PUT' = 'GET'): Promise<Answer<string>> {
  const r = await api.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { host, ...(method === 'PUT' && { 'content-type': 'image/png' }) },
    ...(method === 'PUT' && { payload: 'x' }),
  })
  return { status: r.statusCode, body: r.rawPayload.toString('utf8'), headers: r.headers }
}

describe('things with the same id in two marketplaces', () => {
  const reads: readonly (readonly [RouteContract, object])[] = [
    [getPublicProfile, { params: { slug: ids.slug } }],
    [getPublicListing, { params: { slug: ids.slug } }],
    [searchProfiles, { query: { q: TWIN_WORD } }],
    [suggestProfiles, { query: { q: TWIN_WORD } }],
    [listPublicListings, { query: { q: TWIN_WORD } }],
    [getRosterProfile, { params: { id: ids.profile } }],
    [getBooking, { params: { id: ids.booking } }],
    [listRoster, {}],
  ]
  it('are each marketplace’s own, read one after the other 200 times', async () => {
    for (let i = 0; i < 200; i++) {
      const [contract, input] = reads[i % reads.length] as (typeof reads)[number]
      for (const twin of [a, b]) {
        const answer = await twin.caller.call(contract, input)
        expect(answer.status, contract.name).toBe(200)
        belongsTo(twin, JSON.stringify(answer.body))
      }
    }
  })

  it('and at the same moment', async () => {
    const all = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const [contract, input] = reads[i % reads.length] as (typeof reads)[number]
        const twin = Math.floor(i / reads.length) % 2 ? a : b
        return { twin, text: JSON.stringify((await twin.caller.call(contract, input)).body) }
      }),
    )
    for (const { twin, text } of all) belongsTo(twin, text)
  })

  it('have ETags of their own, and a version of one fits nothing in the other', async () => {
    const tags = async (twin: Twin): Promise<string[]> => [
      String((await twin.caller.call(getRosterProfile, { params: { id: ids.profile } })).headers['etag']),
      String((await twin.caller.call(getBooking, { params: { id: ids.booking } })).headers['etag']),
      String((await twin.client.call(getListing, { params: { id: ids.listing } })).headers['etag']),
      String((await file(twin.tenant.host, `/public/media/${ids.media}/large`)).headers['etag']),
    ]
    const [ofA, ofB] = [await tags(a), await tags(b)]
    for (const [i, tag] of ofA.entries()) {
      expect(tag).toMatch(/^"/)
      expect(tag).not.toBe(ofB[i])
    }
    const patch = (twin: Twin, tag: string | undefined) =>
      api.app.inject({
        method: 'PATCH',
        url: `/api/v1/account/profiles/${ids.profile}`,
        headers: { host: twin.tenant.host, authorization: `Bearer ${twin.token}`, 'x-account-id': ids.agency, 'if-match': tag ?? '' },
        payload: { city: twin.marker },
      })
    const refused = await patch(b, ofA[0])
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([400, 'request.if_match_invalid'])
    expect((await patch(b, ofB[0])).statusCode).toBe(200)
  })

  it('are found and counted in their own marketplace only', async () => {
    for (const twin of [a, b]) {
      const own = await twin.tenant.guest.ok(searchProfiles, { query: { q: twin.marker } })
      expect(own.page.total).toBe(1)
      const theirs = await twin.tenant.guest.ok(searchProfiles, { query: { q: other(twin).marker } })
      expect([theirs.page.total, theirs.items]).toEqual([0, []])
      const all = await twin.tenant.guest.ok(searchProfiles)
      expect(JSON.stringify(all.facets)).not.toContain(other(twin).marker)
      for (const facet of all.facets) if (facet.kind === 'choice') for (const v of facet.values) expect(v.count).toBe(1)
      expect((await twin.tenant.guest.ok(suggestProfiles, { query: { q: other(twin).marker } })).items).toEqual([])
      const cursor = (await twin.tenant.guest.ok(searchProfiles, { query: { limit: 1 } })).page.nextCursor
      expect(cursor).toBeNull()
    }
  })
})

describe('files and signed links', () => {
  it('of one marketplace open nothing in another, though the ids are the same', async () => {
    const links = async (twin: Twin): Promise<string[]> => [
      (await ask(twin.tenant.ctx, mediaLinks, { mediaId: ids.media })).view,
      (await ask(twin.tenant.ctx, exportLink, { exportId: ids.export })).path,
    ]
    // private, so that only the signature opens it
    for (const twin of [a, b]) await twin.tenant.ctx.db.media.update({ where: { id: ids.media }, data: { visibility: 'private' } })
    for (const twin of [a, b]) {
      for (const link of await links(twin)) {
        const own = await file(twin.tenant.host, link)
        expect([own.status, own.body]).toEqual([200, twin.marker])
        const foreign = await file(other(twin).tenant.host, link)
        expect([foreign.status, (JSON.parse(foreign.body) as { code: string }).code]).toEqual([404, 'access.not_found'])
      }
    }
    for (const twin of [a, b]) await twin.tenant.ctx.db.media.update({ where: { id: ids.media }, data: { visibility: 'public' } })
    for (const twin of [a, b]) expect((await file(twin.tenant.host, `/public/media/${ids.media}/large`)).body).toBe(twin.marker)
  })

  it('for uploads write nothing in another', async () => {
    const { upload } = await ask(a.tenant.ctx, mediaLinks, { mediaId: ids.media })
    const foreign = await file(b.tenant.host, `/public/uploads/${upload}`, 'PUT')
    const forged = await file(b.tenant.host, `/public/uploads/${upload.replace(/.{10}$/, 'AAAAAAAAAA')}`, 'PUT')
    expect(foreign.status).toBe(forged.status)
    expect(foreign.status).toBeGreaterThanOrEqual(400)
    for (const twin of [a, b]) {
      const keys: string[] = []
      for await (const key of api.kernel.storage.list(twin.tenant.id)) keys.push(key)
      expect(keys.every((k) => k.startsWith(`tenants/${twin.tenant.id}/`))).toBe(true)
      expect(keys.some((k) => k.endsWith('original'))).toBe(false)
    }
  })

  it('lie sealed with the keys of their own marketplace', async () => {
    for (const twin of [a, b])
      for await (const key of api.kernel.storage.list(twin.tenant.id)) {
        expect(await api.kernel.storage.opensWith(key, twin.tenant.id)).toBe(true)
        expect(await api.kernel.storage.opensWith(key, other(twin).tenant.id)).toBe(false)
      }
  })
})

describe('an idempotency key', () => {
  it('that two marketplaces share, with one person’s id and one body, gives each its own answer', async () => {
    const input = { body: { dataset: 'profiles', format: 'csv' }, idempotencyKey: 'the-same-in-both' } as const
    const first = new Map<Twin, Answer>()
    for (const twin of [a, b]) first.set(twin, await twin.caller.call(createTenantExport, input))
    const idOf = (twin: Twin): string => (first.get(twin)?.body as { id: string }).id
    expect(idOf(a)).not.toBe(idOf(b))
    for (const twin of [a, b]) {
      expect(first.get(twin)?.headers['idempotency-replayed']).toBeUndefined()
      expect(await twin.tenant.ctx.db.exportJob.count({ where: { id: idOf(twin) } })).toBe(1)
      expect(await twin.tenant.ctx.db.exportJob.count({ where: { id: idOf(other(twin)) } })).toBe(0)
      const again = await twin.caller.call(createTenantExport, input)
      expect([again.headers['idempotency-replayed'], (again.body as { id: string }).id]).toEqual(['true', idOf(twin)])
    }
  })
})

describe('an export', () => {
  it('of the marketplace holds its own rows only', async () => {
    for (const twin of [a, b]) {
      const { id } = await twin.caller.ok(createTenantExport, { body: { dataset: 'profiles', format: 'json' } })
      await api.work()
      const text = (await file(twin.tenant.host, (await ask(twin.tenant.ctx, exportLink, { exportId: id })).path)).body
      belongsTo(twin, text)
      expect((JSON.parse(text) as unknown[]).length).toBe(1)
    }
  })
})
