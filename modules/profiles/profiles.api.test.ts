import * as contract from '@itellico/contracts/profiles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'

let api: TestApi
let tenant: TestTenant
let agency: { caller: Caller; accountId: string }

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  agency = await tenant.party('agency')
  await tenant.profile(agency.accountId)
})
afterAll(() => api.close())

describe('the roster', () => {
  it('takes a talent from draft to the public page and back', async () => {
    const created = await agency.caller.ok(contract.createRosterProfile, {
      body: { displayName: 'Ánna Weiß', dateOfBirth: '2000-02-29', values: { height: 178 } },
    })
    expect([created.slug, created.status, created.isMinor]).toEqual(['anna-weiss', 'draft', false])
    expect(await tenant.guest.problem(contract.getPublicProfile, { params: { slug: created.slug } })).toBe('404 access.not_found')
    await agency.caller.ok(contract.publishRosterProfile, { params: { id: created.id } })
    const shown = await tenant.guest.ok(contract.getPublicProfile, { params: { slug: created.slug } })
    expect([shown.displayName, shown.values, shown.agency?.id]).toEqual(['Ánna Weiß', { height: 178 }, agency.accountId])
    await agency.caller.ok(contract.hideRosterProfile, { params: { id: created.id } })
    expect(await tenant.guest.problem(contract.getPublicProfile, { params: { slug: created.slug } })).toBe('404 access.not_found')
  })

  it('never shows a minor or a private value to the public', async () => {
    const child = await agency.caller.ok(contract.createRosterProfile, {
      body: { displayName: 'Kid K.', dateOfBirth: new Date(Date.now() - 9 * 365.25 * 86_400_000).toISOString().slice(0, 10) },
    })
    expect(child.isMinor).toBe(true)
    await agency.caller.ok(contract.publishRosterProfile, { params: { id: child.id } })
    expect(await tenant.guest.problem(contract.getPublicProfile, { params: { slug: child.slug } })).toBe('404 access.not_found')
    const adult = await tenant.profile(agency.accountId, { values: { height: 170, phone: '+43 660 1' } })
    expect(JSON.stringify(await tenant.guest.ok(contract.getPublicProfile, { params: { slug: adult.slug } }))).not.toContain('+43')
  })

  it('refuses values by field and stale changes by version', async () => {
    const p = await tenant.profile(agency.accountId, { values: { height: 170 } })
    const answer = await agency.caller.call(contract.updateRosterProfile, { params: { id: p.id }, body: { values: { height: 5, nonsense: 'x' } } })
    expect(answer.body).toMatchObject({ status: 422, code: 'profiles.values_invalid' })
    expect((answer.body as { errors: { field: string }[] }).errors.map((e) => e.field).sort()).toEqual(['values.height', 'values.nonsense'])
    const changed = await agency.caller.ok(contract.updateRosterProfile, { params: { id: p.id }, body: { values: { hair: 'red' } }, ifMatch: 1 })
    expect([changed.values, changed.version]).toEqual([{ height: 170, hair: 'red' }, 2])
    expect(await agency.caller.problem(contract.updateRosterProfile, { params: { id: p.id }, body: { bio: 'stale' }, ifMatch: 1 })).toBe(
      '412 request.stale_version',
    )
    expect((await agency.caller.ok(contract.updateRosterProfile, { params: { id: p.id }, body: { values: { hair: null } } })).values).toEqual({ height: 170 })
  })

  it('of two changes at once takes one', async () => {
    const p = await tenant.profile(agency.accountId)
    const answers = await Promise.all(
      ['a', 'b'].map((bio) => agency.caller.problem(contract.updateRosterProfile, { params: { id: p.id }, body: { bio }, ifMatch: 1 })),
    )
    expect(answers.sort()).toEqual(['200', '412 request.stale_version'])
  })

  it('pages by name, ties included', async () => {
    const house = await tenant.party('agency')
    for (const displayName of ['Same', 'Same', 'Same', 'Anna', 'Zora']) await tenant.profile(house.accountId, { displayName })
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Awaited<ReturnType<typeof house.caller.ok<typeof contract.listRoster>>> = await house.caller.ok(contract.listRoster, {
        query: { limit: 2, ...(cursor && { cursor }) },
      })
      seen.push(...page.items.map((p) => p.id))
      cursor = page.page.nextCursor
    }
    expect([seen.length, new Set(seen).size]).toEqual([5, 5])
    expect(await house.caller.problem(contract.listRoster, { query: { cursor: Buffer.from('["a","b"]').toString('base64url') } })).toBe(
      '400 request.cursor_invalid',
    )
  })
})

describe('own profiles', () => {
  it('belong to whoever manages them', async () => {
    const [mine, other] = [await tenant.user(), await tenant.user()]
    const p = await tenant.profile(agency.accountId, { managingUserId: mine.id, status: 'draft' })
    expect((await mine.caller.ok(contract.listOwnProfiles, {})).items.map((x) => x.id)).toEqual([p.id])
    await mine.caller.ok(contract.updateOwnProfile, { params: { id: p.id }, body: { bio: 'Mine' } })
    expect((await mine.caller.ok(contract.submitOwnProfile, { params: { id: p.id } })).status).toBe('pending')
    expect(await other.caller.problem(contract.getOwnProfile, { params: { id: p.id } })).toBe('404 access.not_found')
    expect(await other.caller.problem(contract.updateOwnProfile, { params: { id: p.id }, body: { bio: 'Stolen' } })).toBe('404 access.not_found')
  })
})

describe('the fields', () => {
  it('are published by version; two editors do not overwrite each other', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const { current } = await admin.caller.ok(contract.getTenantSchema, {})
    const more = {
      ...current.definition,
      sections: [
        ...current.definition.sections,
        { key: 'extra', label: { en: 'Extra' }, fields: [{ key: 'motto', label: { en: 'Motto' }, type: 'text' as const, privacy: 'public' as const }] },
      ],
    }
    const answers = await Promise.all(
      [1, 2].map(() => admin.caller.problem(contract.publishTenantSchema, { body: { baseVersion: current.version, definition: more } })),
    )
    expect(answers.sort()).toEqual(['200', '412 request.stale_version'])
    const changed = await admin.caller.call(contract.publishTenantSchema, {
      body: {
        baseVersion: current.version + 1,
        definition: {
          sections: [{ key: 'basics', label: { en: 'Basics' }, fields: [{ key: 'height', label: { en: 'Height' }, type: 'text', privacy: 'public' }] }],
        },
      },
    })
    expect(changed.body).toMatchObject({ status: 422, code: 'profiles.schema_incompatible', errors: [{ field: 'height' }] })
  })
  it('and the categories have names in every language', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const p = await tenant.profile(agency.accountId, { displayName: 'Aaa First', values: { height: 180 } })
    const { current } = await admin.caller.ok(contract.getTenantSchema, {})
    const definition = {
      categories: [{ value: 'runway', label: { en: 'Runway', de: 'Laufsteg' } }],
      sections: current.definition.sections.map((s) => ({
        ...s,
        fields: s.fields.map((f) => (f.key === 'height' ? { ...f, label: { en: 'Height', de: 'Größe' } } : f)),
      })),
    }
    await admin.caller.ok(contract.publishTenantSchema, { body: { baseVersion: current.version, definition } })
    const refused = await agency.caller.call(contract.updateRosterProfile, { params: { id: p.id }, body: { categories: ['catwalk'] } })
    expect(refused.body).toMatchObject({ status: 422, code: 'profiles.values_invalid', errors: [{ field: 'categories', rule: 'choiceUnknown' }] })
    await agency.caller.ok(contract.updateRosterProfile, { params: { id: p.id }, body: { categories: ['runway'] } })
    const labels = async (locale: string) =>
      (await agency.caller.ok(contract.listRoster, { query: { q: 'Aaa', locale } })).items.flatMap((i) => i.highlights.map((h) => [h.key, h.label]))
    expect([await labels('de-AT'), await labels('en')]).toEqual([[['height', 'Größe']], [['height', 'Height']]])
  })
})
