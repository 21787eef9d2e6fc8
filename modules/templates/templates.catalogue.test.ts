import { fieldsOf, type Definition, type LocalText } from '@itellico/contracts/model-schema'
import { Industry } from '@itellico/contracts/tenants'
import { Template } from '@itellico/contracts/templates'
import { problemsOf } from '@itellico/kernel/validate'
import { describe, expect, it } from 'vitest'
import { incompatibilities } from '../profiles/profiles.policy.ts'
import { catalogue } from './templates.catalogue.ts'
import { hashOf } from './templates.hash.ts'

const all = Object.values(catalogue).flat()
const newest = Object.values(catalogue).map((versions) => versions.at(-1) as Template)
/** Fingerprints of what was released: a change of a template is a new version. */
const RELEASED = {
  'fashion 1.0.0': 'f1d8f2bd2ccf',
  'fashion 1.1.0': '40c01af59d2b',
  'fitness 1.0.0': 'ffd3abb4487b',
  'freelancers 1.0.0': 'a8f8754ba178',
  'kids 1.0.0': '99031dd9a74a',
  'kids 1.1.0': '812bd95f8c2d',
  'pets 1.0.0': 'fd269df88a5d',
  'pets 1.1.0': '93b24486cbf5',
  'photographers 1.0.0': '21cdb8d9ee35',
  'voice-actors 1.0.0': 'b6814032e039',
}
const NOTHING: Definition = { sections: [] }
const numbers = (version: string): number => version.split('.').reduce((n, part) => n * 1000 + Number(part), 0)
const title = (t: Template): string => `${t.key} ${t.version}`

function labelsOf(t: Template): [string, LocalText][] {
  const fields = fieldsOf(t.definition)
  return [
    ['name', t.name],
    ['changes', t.changes],
    ...t.definition.sections.map((s): [string, LocalText] => [s.key, s.label]),
    ...fields.map((f): [string, LocalText] => [f.key, f.label]),
    ...fields.flatMap((f) => (f.options ?? []).map((o): [string, LocalText] => [`${f.key}.${o.value}`, o.label])),
    ...(t.definition.categories ?? []).map((c): [string, LocalText] => [`category.${c.value}`, c.label]),
  ]
}
const twice = (keys: readonly string[]): string[] => keys.filter((k, i) => keys.indexOf(k) !== i)

describe('the catalogue', () => {
  it('has a template for every industry', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...(Industry as unknown as { enum: string[] }).enum].sort())
  })

  it('keeps released versions as they were', () => {
    expect(Object.fromEntries(all.map((t) => [title(t), hashOf(t).slice(0, 12)]))).toEqual(RELEASED)
  })
})

describe.each(all.map((t) => [title(t), t] as const))('%s', (_, t) => {
  it('fits the schema and lies under its own key', () => {
    expect(problemsOf(Template, t)).toEqual([])
    expect(catalogue[t.key]).toContain(t)
  })

  it('has every key and choice once, limits in order and dependencies that exist', () => {
    expect(incompatibilities(NOTHING, t.definition)).toEqual([])
    expect(twice(t.definition.sections.map((s) => s.key))).toEqual([])
    expect(twice((t.definition.categories ?? []).map((c) => c.value))).toEqual([])
  })

  it('gives choices, limits and dependencies to the types that have them', () => {
    const wrong = fieldsOf(t.definition).filter((f) => {
      const choice = f.type === 'select' || f.type === 'multiselect'
      const number = f.type === 'number' || f.type === 'measurement'
      const facet = choice || number || f.type === 'boolean'
      return (
        (f.options !== undefined) !== choice ||
        (f.type === 'measurement') !== (f.unit !== undefined && number && f.type !== 'number') ||
        (f.facet === true && !facet)
      )
    })
    expect(wrong.map((f) => f.key)).toEqual([])
  })

  it('asks for something and shows something', () => {
    const fields = fieldsOf(t.definition)
    expect(fields.filter((f) => f.required && !f.deprecated).length).toBeGreaterThanOrEqual(3)
    expect(fields.filter((f) => f.facet).length).toBeGreaterThanOrEqual(5)
    expect(fields.filter((f) => f.highlight).length).toBeGreaterThanOrEqual(3)
    expect(fields.filter((f) => f.facet && f.privacy === 'private').map((f) => f.key)).toEqual([])
  })
})

describe.each(newest.map((t) => [title(t), t] as const))('the newest version, %s,', (_, t) => {
  it('is named in English and German throughout', () => {
    expect(labelsOf(t).flatMap(([key, label]) => (label['en']?.trim() && label['de']?.trim() ? [] : [key]))).toEqual([])
  })

  it('has categories', () => {
    expect(t.definition.categories?.length).toBeGreaterThanOrEqual(5)
  })
})

describe.each(Object.entries(catalogue).flatMap(([key, versions]) => versions.slice(1).map((t, i) => [key, versions[i] as Template, t] as const)))(
  'a newer version of %s',
  (_, before, after) => {
    it('has a higher number and breaks no promise of the one before', () => {
      expect(numbers(after.version)).toBeGreaterThan(numbers(before.version))
      expect(incompatibilities(before.definition, after.definition)).toEqual([])
    })
  },
)
