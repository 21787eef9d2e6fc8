import { hideRosterProfile, publishTenantSchema, getTenantSchema, updateRosterProfile } from '@itellico/contracts/profiles'
import * as contract from '@itellico/contracts/search'
import { inTx } from '@itellico/kernel/context'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import { index } from './search.service.ts'

let api: TestApi
let tenant: TestTenant
let agency: { caller: Caller; accountId: string }
const ids = new Map<string, string>()

async function add(displayName: string, values: Record<string, unknown>, more: object = {}): Promise<void> {
  const p = await tenant.profile(agency.accountId, { displayName, values: values as never, ...more })
  ids.set(displayName, p.id)
  await inTx(tenant.ctx, (tx) => index(tx, p.id))
}

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  agency = await tenant.party('agency')
  await add('Zoë Müller', { height: 178, hair: 'red', skills: ['dance', 'ski'], phone: '+43 1' }, { city: 'Vienna' })
  await add("Siobhán O'Brien", { height: 172, hair: 'brown', skills: ['dance'] }, { city: 'Graz' })
  await add('Kwame Asante', { height: 186, hair: 'brown' }, { city: 'Vienna' })
  await add('Little One', { height: 120 }, { isMinor: true })
  await add('Hidden Face', { height: 175 }, { status: 'hidden' })
})
afterAll(() => api.close())

const names = async (query: object): Promise<string[]> =>
  (await tenant.guest.ok(contract.searchProfiles, { query: query as never })).items.map((h) => h.displayName)

describe('text', () => {
  it.each([
    ['zoe', ['Zoë Müller']],
    ['muller', ['Zoë Müller']],
    ['obrien', ["Siobhán O'Brien"]],
    ["O'Brien", ["Siobhán O'Brien"]],
    ['siobhan', ["Siobhán O'Brien"]],
    ['vienna', ['Kwame Asante', 'Zoë Müller']],
    ['asanti', ['Kwame Asante']],
    ['rot', ['Zoë Müller']],
  ])('finds %s', async (q, expected) => {
    expect((await names({ q })).sort()).toEqual(expected)
  })
  it.each([['/'], ['!'], ["' or 1=1"], ['a & | b'], [':*'], ['""'], ['x'.repeat(200)], ['\u202Eabc']])('answers %j sanely', async (q) => {
    expect((await tenant.guest.call(contract.searchProfiles, { query: { q } })).status).toBe(200)
  })
  it('refuses what no text may hold', async () => {
    expect(await tenant.guest.problem(contract.searchProfiles, { query: { q: 'x'.repeat(201) } })).toBe('400 request.invalid')
    expect((await tenant.guest.call(contract.searchProfiles, { query: { q: 'a\u0000b' } })).status).toBe(200)
    expect(await tenant.guest.problem(contract.searchProfiles, { query: { city: 'a\u0000b' } })).toBe('400 request.invalid')
  })
})

describe('what can be found', () => {
  it('are published adults only', async () => {
    expect((await names({ sort: 'name' })).sort()).toEqual(['Kwame Asante', "Siobhán O'Brien", 'Zoë Müller'])
  })
  it('never holds a value of a private field', async () => {
    expect(JSON.stringify((await tenant.guest.call(contract.searchProfiles, {})).body)).not.toContain('+43')
  })
})

describe('filters and facets', () => {
  it('narrow together, and count what each choice would leave', async () => {
    const result = await tenant.guest.ok(contract.searchProfiles, { query: { 'attr.hair': 'brown', 'attr.height[gte]': '170' } as never })
    expect(result.items.map((h) => h.displayName)).toEqual(['Kwame Asante', "Siobhán O'Brien"])
    const facet = (key: string): contract.Facet | undefined => result.facets.find((f) => f.key === key)
    expect(facet('hair')).toMatchObject({
      kind: 'choice',
      values: [
        { value: 'brown', count: 2, selected: true },
        { value: 'red', count: 1, selected: false },
      ],
    })
    expect(facet('skills')).toMatchObject({ values: [{ value: 'dance', count: 1 }] })
    expect(facet('height')).toMatchObject({ kind: 'range', min: 172, max: 186, from: 170, to: null })
    expect(facet('city')).toMatchObject({
      values: [
        { value: 'Graz', count: 1 },
        { value: 'Vienna', count: 1 },
      ],
    })
  })
  it('know lists of choices', async () => {
    expect(await names({ 'attr.skills': 'ski' })).toEqual(['Zoë Müller'])
    expect(await names({ city: 'Vienna,Graz', sort: 'name' })).toHaveLength(3)
  })
  it('refuse fields that are private or unknown', async () => {
    expect(await tenant.guest.problem(contract.searchProfiles, { query: { 'attr.phone': 'x' } as never })).toBe('400 search.filter_invalid')
    expect(await tenant.guest.problem(contract.searchProfiles, { query: { 'attr.__proto__': 'x' } as never })).toBe('400 search.filter_invalid')
  })
  it('page through everything once', async () => {
    const first = await tenant.guest.ok(contract.searchProfiles, { query: { limit: 2, sort: 'name' } })
    const second = await tenant.guest.ok(contract.searchProfiles, { query: { limit: 2, sort: 'name', cursor: first.page.nextCursor ?? '' } })
    expect([first.page.total, second.page.nextCursor]).toEqual([3, null])
    expect(new Set([...first.items, ...second.items].map((h) => h.id)).size).toBe(3)
  })
})

describe('the index', () => {
  it('follows a profile that is changed and one that is hidden', async () => {
    await agency.caller.ok(updateRosterProfile, {
      params: { id: ids.get('Kwame Asante') ?? '' },
      body: { displayName: 'Kwame Renamed', values: { hair: 'red' } },
    })
    await agency.caller.ok(hideRosterProfile, { params: { id: ids.get("Siobhán O'Brien") ?? '' } })
    await api.work()
    expect(await names({ q: 'renamed' })).toEqual(['Kwame Renamed'])
    expect(await names({ q: 'brien' })).toEqual([])
  })
  it('forgets a field that is not public any more', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const { current } = await admin.caller.ok(getTenantSchema, {})
    const definition = {
      sections: current.definition.sections.map((s) => ({
        ...s,
        fields: s.fields.map((f) => (f.key === 'skills' ? { ...f, privacy: 'members' as const } : f)),
      })),
    }
    await admin.caller.ok(publishTenantSchema, { body: { baseVersion: current.version, definition } })
    await api.work()
    const result = await tenant.guest.ok(contract.searchProfiles, {})
    expect(result.facets.some((f) => f.key === 'skills')).toBe(false)
    expect(await tenant.guest.problem(contract.searchProfiles, { query: { 'attr.skills': 'ski' } as never })).toBe('400 search.filter_invalid')
  })
  it('knows categories by their names in every language', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const { current } = await admin.caller.ok(getTenantSchema, {})
    const definition = { ...current.definition, categories: [{ value: 'runway', label: { en: 'Runway', de: 'Laufsteg' } }] }
    await admin.caller.ok(publishTenantSchema, { body: { baseVersion: current.version, definition } })
    await agency.caller.ok(updateRosterProfile, { params: { id: ids.get('Zoë Müller') ?? '' }, body: { categories: ['runway'] } })
    await api.work()
    expect(await names({ q: 'Laufsteg' })).toEqual(['Zoë Müller'])
    const labels = async (locale: string) =>
      (await tenant.guest.ok(contract.searchProfiles, { query: { locale } })).facets.flatMap((f) =>
        f.key === 'category' && f.kind === 'choice' ? f.values.map((v) => v.label) : [],
      )
    expect([await labels('de-AT'), await labels('en')]).toEqual([['Laufsteg'], ['Runway']])
  })
  it('suggests names', async () => {
    expect((await tenant.guest.ok(contract.suggestProfiles, { query: { q: 'zo' } })).items.map((i) => i.displayName)).toEqual(['Zoë Müller'])
  })
})
