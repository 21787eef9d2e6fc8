import type { AppError } from '@itellico/kernel/errors'
import { describe, expect, it } from 'vitest'
import { readFilters, toWords } from './search.query.ts'

const definition = {
  sections: [
    {
      key: 's',
      label: { en: 'S' },
      fields: [
        { key: 'height', label: { en: 'Height' }, type: 'measurement' as const, privacy: 'public' as const },
        { key: 'hair', label: { en: 'Hair' }, type: 'select' as const, options: [{ value: 'red', label: { en: 'Red' } }], privacy: 'public' as const },
        { key: 'phone', label: { en: 'Phone' }, type: 'text' as const, privacy: 'private' as const },
        { key: 'tattoos', label: { en: 'Tattoos' }, type: 'boolean' as const, privacy: 'members' as const },
      ],
    },
  ],
}

describe('toWords', () => {
  it.each([
    ['L‘Content', 'l:* & content:*'],
    ["O'Brien", 'o:* & brien:*'],
    ['Ärmel', 'armel:*'],
    ['a & | b', 'a:* & b:*'],
  ])('makes words of %s', (q, words) => {
    expect(toWords(q)).toBe(words)
  })
  it.each([['/'], ['!'], [':*'], ['""'], [''], ['   ']])('finds no words in %j', (q) => {
    expect(toWords(q)).toBeNull()
  })
  it('keeps to twelve words of sixty letters', () => {
    expect(toWords('x'.repeat(10_000))?.length).toBe(62)
    expect(toWords('a b c d e f g h i j k l m n')?.split(' & ')).toHaveLength(12)
  })
})

/** What a refused filter says of its field. */
function refusalOf(work: () => unknown): string {
  try {
    work()
  } catch (e) {
    return JSON.stringify((e as AppError).details.errors)
  }
  throw new Error('nothing was refused')
}

describe('readFilters', () => {
  it('reads ranges and choices', () => {
    expect(readFilters(definition, { 'attr.height[gte]': '170', 'attr.height[lte]': '180', 'attr.hair': 'red' }, 'public')).toMatchObject([
      { kind: 'choice', values: ['red'] },
      { kind: 'range', from: 170, to: 180 },
    ])
  })
  it.each([['attr.phone'], ['attr.unknown'], ['attr.__proto__'], ['attr.constructor'], ['surprise'], ['attr.height[gte']])('refuses %s by name', (name) => {
    for (const by of ['public', 'members'] as const) expect(refusalOf(() => readFilters(definition, { [name]: '1' }, by))).toContain(name)
  })
  it('knows fields for members only when a member asks', () => {
    expect(readFilters(definition, { 'attr.tattoos': 'true' }, 'members')).toMatchObject([{ kind: 'choice', values: ['true'] }])
    expect(refusalOf(() => readFilters(definition, { 'attr.tattoos': 'true' }, 'public'))).toContain('attr.tattoos')
  })
  it('refuses a bound that is no number', () => {
    expect(refusalOf(() => readFilters(definition, { 'attr.height[gte]': 'tall' }, 'public'))).toContain('must be a number')
  })
})
