import { Type, type Static } from 'typebox'
import { OneOf } from './kit.ts'
import { refused, type FieldProblem, type FieldRule } from './refusals.ts'

/** A text in several languages, by language tag (`en`, `de`). */
export const LocalText = Type.Record(Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' }), Type.String({ maxLength: 200 }))
export type LocalText = Static<typeof LocalText>

/** A choice of a select field. `when` names the choices of the field it depends on that it fits; one that is deprecated stays where it was chosen. */
export const FieldOption = Type.Object({
  value: Type.String({ pattern: '^[a-z0-9_-]{1,60}$' }),
  label: LocalText,
  when: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 60 })),
  deprecated: Type.Optional(Type.Boolean()),
})
export type FieldOption = Static<typeof FieldOption>

/** One field of a model schema. A field's type never changes once published. `min` and `max` of a multiselect count choices. */
export const Field = Type.Object({
  key: Type.String({ pattern: '^[a-z][A-Za-z0-9_]{0,49}$' }),
  label: LocalText,
  type: OneOf('text', 'longtext', 'number', 'measurement', 'select', 'multiselect', 'boolean', 'date', 'url'),
  unit: Type.Optional(Type.String({ maxLength: 20 })),
  options: Type.Optional(Type.Array(FieldOption, { maxItems: 200 })),
  dependsOn: Type.Optional(Type.String({ maxLength: 50, description: 'The select field whose choice decides which choices are offered here' })),
  required: Type.Optional(Type.Boolean()),
  min: Type.Optional(Type.Number()),
  max: Type.Optional(Type.Number()),
  privacy: OneOf('public', 'members', 'private'),
  facet: Type.Optional(Type.Boolean()),
  highlight: Type.Optional(Type.Boolean()),
  deprecated: Type.Optional(Type.Boolean()),
})
export type Field = Static<typeof Field>

/** A group of fields with a heading. */
export const Section = Type.Object({
  key: Type.String({ pattern: '^[a-z][A-Za-z0-9_]{0,49}$' }),
  label: LocalText,
  fields: Type.Array(Field, { maxItems: 100 }),
})
export type Section = Static<typeof Section>

/** The fields that a tenant keeps on a profile, and the categories that its profiles can stand in; without any, categories are free words. */
export const Definition = Type.Object({
  categories: Type.Optional(Type.Array(FieldOption, { maxItems: 60 })),
  sections: Type.Array(Section, { minItems: 1, maxItems: 20 }),
})
export type Definition = Static<typeof Definition>

/** Values of a profile by field key, in canonical units. */
export const FieldValues = Type.Record(
  Type.String({ pattern: '^[a-z][A-Za-z0-9_]{0,49}$' }),
  Type.Union([Type.String({ maxLength: 5000 }), Type.Number(), Type.Boolean(), Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 }), Type.Null()]),
)
export type FieldValues = Static<typeof FieldValues>

/** All fields of a definition in order. */
export function fieldsOf(definition: Definition): Field[] {
  return definition.sections.flatMap((s) => s.fields)
}

/** The text in the wanted language, else in English, else the first there is. */
export function localText(text: LocalText, locale: string): string {
  return text[locale] ?? text[locale.slice(0, 2)] ?? text['en'] ?? Object.values(text)[0] ?? ''
}

/** The choices that a form offers for a field: neither set aside nor unfit for what was chosen in the field it depends on, but always those chosen already. */
export function offeredOptions(field: Field, values: FieldValues): FieldOption[] {
  const parent = field.dependsOn ? values[field.dependsOn] : undefined
  const chosen = values[field.key]
  const holds = (o: FieldOption): boolean => (Array.isArray(chosen) ? chosen.includes(o.value) : chosen === o.value)
  return (field.options ?? []).filter((o) => holds(o) || (!o.deprecated && fits(o, parent)))
}

function fits(option: FieldOption, parent: FieldValues[string] | undefined): boolean {
  return !option.when || typeof parent !== 'string' || parent === '' || option.when.includes(parent)
}

/** The name of a category in the wanted language; a free word is its own name. */
export function categoryText(definition: Definition, value: string, locale: string): string {
  const option = definition.categories?.find((o) => o.value === value)
  return option ? localText(option.label, locale) : value
}

/** Checks categories against a definition; those that a profile has already may stay. */
export function checkCategories(definition: Definition, wanted: readonly string[], before: readonly string[]): FieldProblem[] {
  const known = definition.categories?.map((o) => o.value) ?? []
  if (known.length === 0 || wanted.every((value) => known.includes(value) || before.includes(value))) return []
  return [refused('categories', 'choiceUnknown')]
}

/** Checks values against a definition; missing required fields count only when `complete` is set. */
export function checkValues(definition: Definition, values: FieldValues, complete = false): FieldProblem[] {
  const problems: FieldProblem[] = []
  const fields = new Map(fieldsOf(definition).map((f) => [f.key, f]))
  for (const key of Object.keys(values)) if (!fields.has(key)) problems.push(refused(key, 'field'))
  for (const field of fields.values()) {
    const value = Object.hasOwn(values, field.key) ? values[field.key] : undefined
    const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    if (empty) {
      if (complete && field.required && !field.deprecated) problems.push(refused(field.key, 'required'))
      continue
    }
    const broken = checkValue(field, value) ?? checkFit(field, value, values)
    if (broken) problems.push(refused(field.key, ...broken))
  }
  return problems
}

type Broken = readonly [FieldRule, Record<string, string | number>?]

function checkValue(field: Field, value: NonNullable<FieldValues[string]>): Broken | null {
  switch (field.type) {
    case 'number':
    case 'measurement':
      if (typeof value !== 'number' || !Number.isFinite(value)) return ['number']
      if (field.min !== undefined && value < field.min) return ['min', { min: field.min }]
      if (field.max !== undefined && value > field.max) return ['max', { max: field.max }]
      return null
    case 'boolean':
      return typeof value === 'boolean' ? null : ['yesOrNo']
    case 'multiselect':
      if (!Array.isArray(value)) return ['choices']
      if (!value.every((v) => field.options?.some((o) => o.value === v))) return ['choiceUnknown']
      if (field.min !== undefined && value.length < field.min) return ['tooFew', { min: field.min }]
      return field.max !== undefined && value.length > field.max ? ['tooMany', { max: field.max }] : null
    case 'select':
      return field.options?.some((o) => o.value === value) ? null : ['choice']
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? null : ['date']
    case 'url':
      return typeof value === 'string' && /^https?:\/\/[^\s]+$/.test(value) ? null : ['url']
    default:
      return typeof value === 'string' ? null : ['text']
  }
}

function checkFit(field: Field, value: NonNullable<FieldValues[string]>, values: FieldValues): Broken | null {
  const parent = field.dependsOn ? values[field.dependsOn] : undefined
  const chosen = Array.isArray(value) ? value : [value]
  return (field.options ?? []).some((o) => chosen.includes(o.value) && !fits(o, parent)) ? ['unfit', { field: field.dependsOn ?? '' }] : null
}

/** Share of the non-deprecated fields that hold a value, 0–100. */
export function completeness(definition: Definition, values: FieldValues): number {
  const fields = fieldsOf(definition).filter((f) => !f.deprecated)
  if (fields.length === 0) return 100
  const filled = fields.filter((f) => {
    const v = values[f.key]
    return v !== undefined && v !== null && v !== '' && !(Array.isArray(v) && v.length === 0)
  })
  return Math.round((filled.length / fields.length) * 100)
}
