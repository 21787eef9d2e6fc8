import { listAudit } from '@itellico/contracts/audit'
import { checkValues, fieldsOf, type Definition, type Field, type FieldValues } from '@itellico/contracts/model-schema'
import { createRosterProfile, getRosterProfile, getTenantSchema, publishRosterProfile, publishTenantSchema } from '@itellico/contracts/profiles'
import { searchTenantTalents } from '@itellico/contracts/search'
import type { Industry } from '@itellico/contracts/tenants'
import * as contract from '@itellico/contracts/templates'
import { ask } from '@itellico/kernel/operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi, type TestTenant } from '../testing/harness.ts'
import { catalogue } from './templates.catalogue.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

async function market(key: Industry, version: string | null) {
  const tenant = await api.tenant()
  await ask(tenant.ctx, contract.installTemplate, { key, version })
  return { tenant, admin: (await tenant.user({ roles: ['tenant_admin'] })).caller }
}

/** Values that a careful person would give for what is needed and what can be filtered by. */
function filled(definition: Definition): FieldValues {
  const values: FieldValues = {}
  for (const f of fieldsOf(definition)) {
    if (f.deprecated || (!f.required && !f.facet)) continue
    values[f.key] = exampleOf(f, values)
  }
  return values
}

function exampleOf(f: Field, values: FieldValues): FieldValues[string] {
  const parent = f.dependsOn ? values[f.dependsOn] : undefined
  const option = f.options?.find((o) => !o.deprecated && (!o.when || o.when.includes(String(parent))))?.value ?? ''
  switch (f.type) {
    case 'number':
    case 'measurement':
      return f.min ?? 1
    case 'boolean':
      return true
    case 'select':
      return option
    case 'multiselect':
      return [option]
    case 'date':
      return '2030-01-31'
    case 'url':
      return 'https://people.example/work'
    default:
      return 'Sample'
  }
}

describe.each(Object.keys(catalogue) as Industry[])('the template %s', (key) => {
  it('makes a marketplace in which a talent is filled in, published and found by facets', async () => {
    const { tenant, admin } = await market(key, null)
    const agency = await tenant.party('agency')
    const { definition } = (await admin.ok(getTenantSchema, {})).current
    const newest = catalogue[key].at(-1)
    expect(definition).toEqual(newest?.definition)
    const bare = await agency.caller.ok(createRosterProfile, { body: { displayName: 'Bare Ada', dateOfBirth: '1990-05-05' } })
    expect(await agency.caller.problem(publishRosterProfile, { params: { id: bare.id } })).toBe('422 profiles.incomplete')
    const values = filled(definition)
    expect(checkValues(definition, values, true)).toEqual([])
    const made = await agency.caller.ok(createRosterProfile, { body: { displayName: 'Full Ada', dateOfBirth: '1990-05-05', values } })
    await agency.caller.ok(publishRosterProfile, { params: { id: made.id } })
    await api.work()
    const all = await admin.ok(searchTenantTalents, { query: {} as never })
    expect(all.items.map((h) => h.displayName)).toEqual(['Full Ada'])
    const facets = fieldsOf(definition).filter((f) => f.facet && !f.deprecated)
    expect(facets.filter((f) => !all.facets.some((x) => x.key === f.key)).map((f) => f.key)).toEqual([])
    const choice = facets.find((f) => f.type === 'select') as Field
    const [right, wrong] = [String(values[choice.key]), choice.options?.at(-1)?.value ?? '']
    expect((await admin.ok(searchTenantTalents, { query: { [`attr.${choice.key}`]: right } as never })).items).toHaveLength(1)
    expect((await admin.ok(searchTenantTalents, { query: { [`attr.${choice.key}`]: wrong } as never })).items).toHaveLength(0)
  })
})

describe('an upgrade', () => {
  const edit = async (tenant: TestTenant, change: (f: Field) => Field): Promise<number> => {
    const admin = (await tenant.user({ roles: ['tenant_admin'] })).caller
    const { current } = await admin.ok(getTenantSchema, {})
    const sections = current.definition.sections.map((s) => ({ ...s, fields: s.fields.map(change) }))
    return (await admin.ok(publishTenantSchema, { body: { baseVersion: current.version, definition: { ...current.definition, sections } } })).version
  }

  it('gives an untouched marketplace the newest version and leaves values alone', async () => {
    const { tenant, admin } = await market('fashion', '1.0.0')
    const agency = await tenant.party('agency')
    const values = { height: 178, hair_type: 'curly', waist: 62 }
    const made = await agency.caller.ok(createRosterProfile, { body: { displayName: 'Ada', dateOfBirth: '1990-05-05', values } })
    const before = await admin.ok(contract.getTenantTemplate, {})
    expect([before.key, before.installed.version, before.newest, before.releases.map((r) => r.version), before.ownFields]).toEqual([
      'fashion',
      '1.0.0',
      '1.1.0',
      ['1.1.0'],
      0,
    ])
    expect(before.changes.some((c) => c.conflict)).toBe(false)
    expect(before.changes.filter((c) => c.kind === 'deprecated').map((c) => c.id)).toEqual(['hair_type'])
    expect(before.changes.find((c) => c.id === 'gender')).toMatchObject({ kind: 'added', whole: { required: true } })
    const after = await admin.ok(contract.upgradeTenantTemplate, { body: { toVersion: '1.1.0', schemaVersion: before.schemaVersion, choices: {} } })
    expect([after.installed.version, after.changes, after.releases, after.schemaVersion]).toEqual(['1.1.0', [], [], before.schemaVersion + 1])
    expect((await agency.caller.ok(getRosterProfile, { params: { id: made.id } })).values).toEqual(values)
    const { current } = await admin.ok(getTenantSchema, {})
    const byKey = (d: Definition | undefined) => Object.fromEntries((d ? fieldsOf(d) : []).map((f) => [f.key, f]))
    expect(byKey(current.definition)).toEqual(byKey(catalogue.fashion.at(-1)?.definition))
    const trail = await admin.ok(listAudit, { query: {} as never })
    expect(trail.items.map((e) => e.action)).toEqual(expect.arrayContaining(['templates.upgraded', 'profiles.schema_published']))
  })

  it('asks where both sides changed the same, and does as it is told', async () => {
    const { tenant, admin } = await market('fashion', '1.0.0')
    const schemaVersion = await edit(tenant, (f) =>
      f.key === 'day_rate' ? { ...f, max: 9000 } : f.key === 'chest' ? { ...f, label: { en: 'Chest', de: 'Brustkorb' } } : f,
    )
    const { changes, ownFields } = await admin.ok(contract.getTenantTemplate, {})
    expect(ownFields).toBe(2)
    expect(changes.filter((c) => c.conflict).map((c) => [c.id, c.base, c.theirs, c.mine])).toEqual([
      ['chest#label.de', 'Brust', 'Brustumfang', 'Brustkorb'],
      ['day_rate#max', 6000, 15000, 9000],
    ])
    const answer = await admin.call(contract.upgradeTenantTemplate, { body: { toVersion: '1.1.0', schemaVersion, choices: { 'day_rate#max': 'theirs' } } })
    expect(answer.body).toMatchObject({ status: 422, code: 'templates.undecided', errors: [{ field: 'chest#label.de' }] })
    await admin.ok(contract.upgradeTenantTemplate, {
      body: { toVersion: '1.1.0', schemaVersion, choices: { 'day_rate#max': 'theirs', 'chest#label.de': 'mine' } },
    })
    const fields = new Map(fieldsOf((await admin.ok(getTenantSchema, {})).current.definition).map((f) => [f.key, f]))
    expect([fields.get('day_rate')?.max, fields.get('chest')?.label['de'], fields.get('gender')?.required]).toEqual([15000, 'Brustkorb', true])
  })

  it('happens once, from the fields that one has seen, and only to a newer version', async () => {
    const { tenant, admin } = await market('kids', '1.0.0')
    const { schemaVersion } = await admin.ok(contract.getTenantTemplate, {})
    const go = (toVersion: string, version = schemaVersion) =>
      admin.problem(contract.upgradeTenantTemplate, { body: { toVersion, schemaVersion: version, choices: {} } })
    expect(await go('1.0.0')).toBe('422 templates.not_newer')
    expect(await go('9.0.0')).toBe('422 templates.not_newer')
    const newer = await edit(tenant, (f) => (f.key === 'medical' ? { ...f, label: { en: 'Medical needs' } } : f))
    expect(await go('1.1.0')).toBe('412 request.stale_version')
    expect((await Promise.all([go('1.1.0', newer), go('1.1.0', newer)])).sort()).toEqual(['200', '422 templates.not_newer'])
    expect(await tenant.ctx.db.templateInstall.count()).toBe(2)
  })

  it('names the fields that choices follow', async () => {
    const { admin } = await market('pets', '1.0.0')
    const { changes, names } = await admin.ok(contract.getTenantTemplate, {})
    expect(changes.find((c) => c.part === 'dependsOn')).toMatchObject({ id: 'breed#dependsOn', mine: null, theirs: 'species' })
    expect(names).toEqual({ species: { en: 'Species', de: 'Art' } })
  })

  it('begins with the first version where nothing was written down', async () => {
    const { tenant, admin } = await market('fashion', '1.0.0')
    await tenant.ctx.db.templateInstall.deleteMany({})
    const state = await admin.ok(contract.getTenantTemplate, {})
    expect(state.installed).toEqual({ version: '1.0.0', at: null })
    expect(state.changes.length).toBeGreaterThan(10)
  })

  it('is for those who may', async () => {
    const { tenant } = await market('pets', '1.0.0')
    const agency = await tenant.party('agency')
    expect(await agency.caller.problem(contract.getTenantTemplate, {})).toBe('403 access.permission_denied')
  })
})

describe('the platform', () => {
  it('sees all templates with their versions', async () => {
    const staff = await (await api.platform()).caller('platform_support')
    const { items } = await staff.ok(contract.listTemplates, {})
    expect(items.find((t) => t.key === 'pets')).toMatchObject({ versions: [{ version: '1.0.0' }, { version: '1.1.0' }], settings: { optionHours: 48 } })
  })
})
