import { describe, expect, it } from 'vitest'
import type { Definition, Field } from '@itellico/contracts/model-schema'
import { cleaned, withField } from './draft'

describe('a draft of the fields', () => {
  it('keeps what the editor does not edit', () => {
    const field: Field = { key: 'skills', label: { en: 'Skills' }, type: 'multiselect', privacy: 'public', max: 5, dependsOn: 'job' }
    const before: Definition = {
      sections: [{ key: 'a', label: { en: 'A' }, fields: [field] }],
      categories: [{ value: 'sport', label: { en: 'Sport' } }],
    }
    const after = withField(before, { section: 0, index: 0 }, cleaned({ ...field, label: { en: 'Talents' } }))
    expect(after.categories).toEqual(before.categories)
    expect(after.sections[0]?.fields[0]).toEqual({ ...field, label: { en: 'Talents' } })
  })
})
