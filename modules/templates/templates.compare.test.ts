import type { Definition, Field } from '@itellico/contracts/model-schema'
import type { TemplateChoice } from '@itellico/contracts/templates'
import { describe, expect, it } from 'vitest'
import { merged, ownFields, stepsBetween } from './templates.compare.ts'

const height: Field = { key: 'height', label: { en: 'Height' }, type: 'number', min: 100, max: 200, privacy: 'public' }
const hair: Field = {
  key: 'hair',
  label: { en: 'Hair' },
  type: 'select',
  privacy: 'public',
  options: [
    { value: 'red', label: { en: 'Red' } },
    { value: 'brown', label: { en: 'Brown' } },
  ],
}
const shoe: Field = { key: 'shoe', label: { en: 'Shoe' }, type: 'number', privacy: 'members' }
const of = (...fields: Field[]): Definition => ({ sections: [{ key: 'basics', label: { en: 'Basics' }, fields }] })
const between = (base: Definition, theirs: Definition, mine: Definition) => stepsBetween({ base, theirs, mine }).map((s) => s.change)
const short = (base: Definition, theirs: Definition, mine: Definition) => between(base, theirs, mine).map((c) => `${c.kind} ${c.id}${c.conflict ? ' !' : ''}`)
const result = (base: Definition, theirs: Definition, mine: Definition, choices: Record<string, TemplateChoice> = {}) =>
  merged(mine, stepsBetween({ base, theirs, mine }), choices)

describe('an untouched marketplace', () => {
  it('gets exactly what the newer version is', () => {
    const theirs = of({ ...height, max: 210, label: { en: 'Height', de: 'Größe' } }, shoe, {
      ...hair,
      options: [...(hair.options ?? []), { value: 'grey', label: { en: 'Grey' } }],
    })
    expect(short(of(height, hair), theirs, of(height, hair))).toEqual(['changed height#label.de', 'changed height#max', 'added shoe', 'added hair/grey'])
    expect(result(of(height, hair), theirs, of(height, hair))).toEqual(theirs)
  })

  it('sets aside what the newer version leaves out, and never deletes', () => {
    const bare = of({ ...hair, options: [{ value: 'red', label: { en: 'Red' } }] })
    expect(short(of(height, hair), bare, of(height, hair))).toEqual(['deprecated hair/brown', 'deprecated height'])
    const after = result(of(height, hair), bare, of(height, hair))
    expect(after.sections[0]?.fields.map((f) => [f.key, f.deprecated ?? false])).toEqual([
      ['height', true],
      ['hair', false],
    ])
    expect(after.sections[0]?.fields[1]?.options?.map((o) => [o.value, o.deprecated ?? false])).toEqual([
      ['red', false],
      ['brown', true],
    ])
  })

  it('gets new sections and categories, and new names of sections', () => {
    const theirs: Definition = {
      sections: [
        { key: 'basics', label: { en: 'Body' }, fields: [height] },
        { key: 'extra', label: { en: 'Extra' }, fields: [shoe] },
      ],
      categories: [{ value: 'sport', label: { en: 'Sport' } }],
    }
    expect(short(of(height), theirs, of(height))).toEqual(['changed basics/#label.en', 'added shoe', 'added /categories/sport'])
    expect(result(of(height), theirs, of(height))).toEqual(theirs)
  })
})

describe('a marketplace from before templates had categories', () => {
  it('gets them all', () => {
    const sport = { value: 'sport', label: { en: 'Sport' } }
    const [base, theirs] = [
      { ...of(height), categories: [sport] },
      { ...of(height), categories: [sport, { value: 'art', label: { en: 'Art' } }] },
    ]
    expect(short(base, theirs, of(height))).toEqual(['added /categories/sport', 'added /categories/art'])
    expect(short(base, theirs, base)).toEqual(['added /categories/art'])
    expect(result(base, theirs, of(height))).toEqual(theirs)
  })
})

describe('a marketplace with changes of its own', () => {
  it('keeps them where the template did not change the same', () => {
    const mine = of({ ...height, min: 120 }, hair, { ...shoe, key: 'own' })
    const theirs = of({ ...height, max: 210 }, hair)
    expect(short(of(height, hair), theirs, mine)).toEqual(['changed height#max'])
    expect(result(of(height, hair), theirs, mine)).toEqual(of({ ...height, min: 120, max: 210 }, hair, { ...shoe, key: 'own' }))
    expect(ownFields(of(height, hair), mine)).toBe(2)
  })

  it('sees nothing to do where it made the same change itself', () => {
    const changed = of({ ...height, max: 210, required: true })
    expect(short(of(height), changed, structuredClone(changed))).toEqual([])
  })

  it('chooses where both changed the same thing, and gets either as it is', () => {
    const mine = of({ ...height, max: 230 })
    const theirs = of({ ...height, max: 210 })
    const [change] = between(of(height), theirs, mine)
    expect([change?.id, change?.conflict, change?.base, change?.theirs, change?.mine]).toEqual(['height#max', true, 200, 210, 230])
    expect(result(of(height), theirs, mine, { 'height#max': 'mine' })).toEqual(mine)
    expect(result(of(height), theirs, mine, { 'height#max': 'theirs' })).toEqual(theirs)
    expect(result(of(height), of(shoe, { ...height, max: undefined } as never), mine, { 'height#max': 'theirs' })).toEqual(
      of(shoe, { ...height, max: undefined } as never),
    )
  })

  it('chooses whether a field that it set aside or changed follows the template', () => {
    const aside = of({ ...height, deprecated: true })
    expect(short(of(height), of({ ...height, max: 210 }), aside)).toEqual(['changed height !'])
    expect(result(of(height), of({ ...height, max: 210 }), aside, { height: 'theirs' })).toEqual(of({ ...height, max: 210 }))
    expect(short(of(height), of({ ...height, deprecated: true }), of({ ...height, min: 1 }))).toEqual(['deprecated height !'])
    expect(short(of(height), of({ ...height, deprecated: true }), aside)).toEqual([])
  })

  it('keeps choices of its own when it takes over a field that it had made itself', () => {
    const own = { ...hair, options: [{ value: 'blue', label: { en: 'Blue' } }] }
    expect(short(of(height), of(height, hair), of(height, own))).toEqual(['added hair !'])
    const after = result(of(height), of(height, hair), of(height, own), { hair: 'theirs' })
    expect(after.sections[0]?.fields[1]?.options?.map((o) => o.value)).toEqual(['red', 'brown', 'blue'])
  })

  it('keeps a field of its own whose type is another one', () => {
    const own: Field = { ...hair, type: 'multiselect' }
    expect(short(of(height), of(height, hair), of(height, own))).toEqual([])
  })

  it('does not mind the order of keys, which the database does not keep', () => {
    const turned = Object.fromEntries(Object.entries(hair).reverse()) as Field
    expect(short(of(hair), of({ ...hair, deprecated: true }), of(turned))).toEqual(['deprecated hair'])
    expect(ownFields(of(hair), of(turned))).toBe(0)
  })
})
