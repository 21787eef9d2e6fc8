import { describe, expect, it } from 'vitest'
import type { Definition } from '@itellico/contracts/model-schema'
import { checkCategories, checkValues, completeness, offeredOptions } from '@itellico/contracts/model-schema'
import { canMove, incompatibilities, isMinor, openDefinition, openValues, visibility, withDeprecated } from './profiles.policy.ts'

const definition: Definition = {
  sections: [
    {
      key: 'a',
      label: { en: 'A' },
      fields: [
        { key: 'height', label: { en: 'Height' }, type: 'measurement', min: 100, max: 220, required: true, privacy: 'public' },
        { key: 'hair', label: { en: 'Hair' }, type: 'select', options: [{ value: 'red', label: { en: 'Red' } }], privacy: 'public' },
        { key: 'phone', label: { en: 'Phone' }, type: 'text', privacy: 'private' },
      ],
    },
  ],
}
const field = (i: number) => definition.sections[0]?.fields[i] as Definition['sections'][number]['fields'][number]

describe('isMinor', () => {
  it('ends on the eighteenth birthday', () => {
    const birth = new Date('2008-03-01')
    expect(isMinor(birth, new Date('2026-02-28T23:59:59Z'))).toBe(true)
    expect(isMinor(birth, new Date('2026-03-01T00:00:00Z'))).toBe(false)
    expect(isMinor(new Date('2008-02-29'), new Date('2026-02-28T12:00:00Z'))).toBe(true)
  })
})

describe('visibility', () => {
  it('never shows a minor to the public', () => {
    expect(visibility({ status: 'active', isMinor: true, visibility: 'public' })).toBe('members')
    expect(visibility({ status: 'active', isMinor: false, visibility: 'public' })).toBe('public')
    expect(visibility({ status: 'active', isMinor: false, visibility: 'members' })).toBe('members')
    expect(visibility({ status: 'hidden', isMinor: false, visibility: 'public' })).toBe('none')
  })
  const more: Definition = {
    sections: [
      ...definition.sections,
      {
        key: 'b',
        label: { en: 'B' },
        fields: [
          { key: 'school', label: { en: 'School' }, type: 'text', privacy: 'public' },
          { key: 'tattoos', label: { en: 'Tattoos' }, type: 'boolean', privacy: 'members' },
        ],
      },
    ],
  }
  const values = { height: 180, phone: '1', school: 'Hill School', tattoos: true, unknown: 'x' }
  it('keeps private values back, and from the public those for members', () => {
    expect(openValues(more, values, 'public', false)).toEqual({ height: 180, school: 'Hill School' })
    expect(openValues(more, values, 'members', false)).toEqual({ height: 180, school: 'Hill School', tattoos: true })
  })
  it('never tells the school of a minor, nor that there is such a field', () => {
    expect(openValues(more, values, 'members', true)).toEqual({ height: 180, tattoos: true })
    expect(JSON.stringify(openDefinition(more, 'members', true))).not.toMatch(/school|phone/i)
  })
})

describe('checkValues', () => {
  it.each([
    [{ height: 99 }, 'height'],
    [{ height: '180' }, 'height'],
    [{ hair: 'blue' }, 'hair'],
    [{ surprise: 1 }, 'surprise'],
    [{ constructor: 'x' }, 'constructor'],
  ])('refuses %j', (values, name) => {
    expect(checkValues(definition, values as never).map((p) => p.field)).toEqual([name])
  })
  it('wants required fields only of a complete profile', () => {
    expect(checkValues(definition, {})).toEqual([])
    expect(checkValues(definition, {}, true)).toEqual([{ field: 'height', rule: 'required', message: 'is required' }])
  })
  it('does not take an inherited property for a value', () => {
    expect(completeness(definition, { height: 180 })).toBe(33)
  })
})

describe('categories', () => {
  const named = { ...definition, categories: [{ value: 'runway', label: { en: 'Runway', de: 'Laufsteg' } }] }
  it('are free words until the marketplace names them', () => {
    expect(checkCategories(definition, ['anything'], [])).toEqual([])
    expect(checkCategories(named, ['runway'], [])).toEqual([])
    expect(checkCategories(named, ['anything'], []).map((p) => p.rule)).toEqual(['choiceUnknown'])
  })
  it('of before may stay', () => {
    expect(checkCategories(named, ['runway', 'old word'], ['old word'])).toEqual([])
  })
  it('stay once they are published', () => {
    expect(incompatibilities(named, { ...definition, categories: [] }).map((p) => [p.field, p.rule])).toEqual([['categories', 'choiceInUse']])
    expect(withDeprecated(definition, named).categories).toEqual(named.categories)
  })
  it('stay when a version does not name them, and show to everybody', () => {
    expect(incompatibilities(named, definition)).toEqual([])
    expect(withDeprecated(named, definition).categories).toEqual(named.categories)
    expect(openDefinition(named, 'public', false).categories).toEqual(named.categories)
  })
})

describe('a new version of the fields', () => {
  it('cannot change a type, drop a choice, or name a field twice', () => {
    const changed = (fields: Definition['sections'][number]['fields']): string[] =>
      incompatibilities(definition, { sections: [{ key: 'a', label: { en: 'A' }, fields }] }).map((p) => p.field)
    expect(changed([{ ...field(0), type: 'text' }])).toEqual(['height'])
    expect(changed([{ ...field(1), options: [{ value: 'blue', label: { en: 'Blue' } }] }])).toEqual(['hair'])
    expect(changed([field(0), field(0)])).toEqual(['height'])
    expect(changed([field(0), field(1), field(2)])).toEqual([])
  })
  it('keeps what is left out as deprecated', () => {
    const next = withDeprecated(definition, { sections: [{ key: 'b', label: { en: 'B' }, fields: [field(0)] }] })
    expect(next.sections.map((s) => [s.key, s.fields.map((f) => [f.key, f.deprecated ?? false])])).toEqual([
      ['b', [['height', false]]],
      [
        'a',
        [
          ['hair', true],
          ['phone', true],
        ],
      ],
    ])
  })
})

it('moves only along its states', () => {
  expect([
    canMove('publish', 'draft'),
    canMove('publish', 'suspended'),
    canMove('hide', 'active'),
    canMove('hide', 'draft'),
    canMove('submit', 'active'),
  ]).toEqual([true, false, true, false, false])
})

describe('choices that depend on another field', () => {
  const option = (value: string, when?: string[]) => ({ value, label: { en: value }, ...(when && { when }) })
  const species: Definition['sections'][number]['fields'][number] = {
    key: 'species',
    label: { en: 'Species' },
    type: 'select',
    privacy: 'public',
    options: [option('dog'), option('cat')],
  }
  const breed = { ...species, key: 'breed', dependsOn: 'species', options: [option('pug', ['dog']), option('persian', ['cat']), option('mixed')] }
  const of = (...fields: (typeof species)[]): Definition => ({ sections: [{ key: 'a', label: { en: 'A' }, fields }] })

  it('are offered and accepted where they fit', () => {
    expect(offeredOptions(breed, { species: 'dog' }).map((o) => o.value)).toEqual(['pug', 'mixed'])
    expect(offeredOptions(breed, {}).map((o) => o.value)).toEqual(['pug', 'persian', 'mixed'])
    expect(offeredOptions(breed, { species: 'dog', breed: 'persian' }).map((o) => o.value)).toEqual(['pug', 'persian', 'mixed'])
    expect(checkValues(of(species, breed), { species: 'dog', breed: 'pug' })).toEqual([])
    expect(checkValues(of(species, breed), { species: 'dog', breed: 'persian' })).toEqual([
      { field: 'breed', rule: 'unfit', values: { field: 'species' }, message: 'does not fit what species holds' },
    ])
  })

  it('must name a field with choices, and choices that it has', () => {
    const none = of()
    expect(incompatibilities(none, of(species, breed))).toEqual([])
    const refusedBy = (...fields: (typeof species)[]) => incompatibilities(none, of(...fields)).map((p) => [p.field, p.rule])
    expect(refusedBy(breed)).toEqual([['breed', 'parentNoChoice']])
    expect(refusedBy(species, { ...breed, dependsOn: 'breed' })).toEqual([['breed', 'parentNoChoice']])
    expect(refusedBy(species, { ...breed, options: [option('macaw', ['parrot'])] })).toEqual([['breed', 'parentChoice']])
  })

  it('are set aside without being lost', () => {
    const set = { ...breed, options: breed.options.map((o) => (o.value === 'pug' ? { ...o, deprecated: true } : o)) }
    expect(offeredOptions(set, { species: 'dog' }).map((o) => o.value)).toEqual(['mixed'])
    expect(offeredOptions(set, { species: 'dog', breed: 'pug' }).map((o) => o.value)).toEqual(['pug', 'mixed'])
    expect(checkValues(of(species, set), { species: 'dog', breed: 'pug' })).toEqual([])
  })
})

describe('several choices', () => {
  it('can have a least and a most', () => {
    const skills = { key: 'skills', label: { en: 'Skills' }, type: 'multiselect' as const, privacy: 'public' as const, min: 2, max: 2 }
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: { en: value } }))
    const some: Definition = { sections: [{ key: 'a', label: { en: 'A' }, fields: [{ ...skills, options }] }] }
    expect([['a'], ['a', 'b'], ['a', 'b', 'c']].map((v) => checkValues(some, { skills: v }).length)).toEqual([1, 0, 1])
  })
})
