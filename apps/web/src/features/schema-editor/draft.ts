import type { Definition, Field, Section } from '@itellico/contracts/model-schema'

/** Where a field stands: which section, which place in it. */
export interface Place {
  readonly section: number
  readonly index: number
}

const replace = <T>(list: readonly T[], index: number, make: (item: T) => T) => list.map((item, i) => (i === index ? make(item) : item))

/** Puts an element of a list to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  const [item] = next.splice(from, 1)
  if (item !== undefined) next.splice(to, 0, item)
  return next
}

/** The definition with a section changed. */
export function withSection(definition: Definition, index: number, make: (section: Section) => Section): Definition {
  return { ...definition, sections: replace(definition.sections, index, make) }
}

/** The definition with a field written at its place; one place behind the last adds it. */
export function withField(definition: Definition, { section, index }: Place, field: Field): Definition {
  return withSection(definition, section, (s) => ({ ...s, fields: index >= s.fields.length ? [...s.fields, field] : replace(s.fields, index, () => field) }))
}

/** The definition without the field at a place. */
export function withoutField(definition: Definition, { section, index }: Place): Definition {
  return withSection(definition, section, (s) => ({ ...s, fields: s.fields.filter((_, i) => i !== index) }))
}

/** The definition with a field moved, within its section or into another one. */
export function withMovedField(definition: Definition, from: Place, to: Place): Definition {
  const field = definition.sections[from.section]?.fields[from.index]
  if (!field) return definition
  if (from.section === to.section) return withSection(definition, from.section, (s) => ({ ...s, fields: moved(s.fields, from.index, to.index) }))
  return withSection(withoutField(definition, from), to.section, (s) => ({
    ...s,
    fields: [...s.fields.slice(0, to.index), field, ...s.fields.slice(to.index)],
  }))
}

/** Where one step up or down leads, across the borders of sections; null at the ends. */
export function stepPlace(definition: Definition, { section, index }: Place, by: -1 | 1): Place | null {
  const next = index + by
  const length = definition.sections[section]?.fields.length ?? 0
  if (next >= 0 && next < length) return { section, index: next }
  const other = definition.sections[section + by]
  if (!other) return null
  return { section: section + by, index: by === 1 ? 0 : other.fields.length }
}

/** A key made of a label: `Shoe size` becomes `shoeSize`. */
export function keyOf(label: string): string {
  const words = label
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const key = words.map((w, i) => (i === 0 ? w : w[0]?.toUpperCase() + w.slice(1))).join('')
  return key.replace(/^[^a-z]+/, '').slice(0, 50)
}

/** What a field holds once its type is settled: parts that the type does not know are left out. */
export function cleaned(field: Field): Field {
  const { options, unit, min, max, ...rest } = field
  const choice = field.type === 'select' || field.type === 'multiselect'
  const number = field.type === 'number' || field.type === 'measurement'
  const limited = number || field.type === 'multiselect'
  return {
    ...rest,
    ...(choice && options && { options }),
    ...(number && unit && { unit }),
    ...(limited && min !== undefined && { min }),
    ...(limited && max !== undefined && { max }),
  }
}
