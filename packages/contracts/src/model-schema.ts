import { Type, type Static } from 'typebox'
import { OneOf } from './kit.ts'

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

/** The fields that a tenant keeps on a profile, and the categories that it sorts them into. */
export const Definition = Type.Object({
  sections: Type.Array(Section, { minItems: 1, maxItems: 20 }),
  categories: Type.Optional(Type.Array(FieldOption, { maxItems: 60 })),
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

/** A value that a schema refuses: which field and why. */
export interface FieldProblem {
  readonly field: string
  readonly message: string
}

/** Checks values against a definition; missing required fields count only when `complete` is set. */
export function checkValues(definition: Definition, values: FieldValues, complete = false): FieldProblem[] {
  const problems: FieldProblem[] = []
  const fields = new Map(fieldsOf(definition).map((f) => [f.key, f]))
  for (const key of Object.keys(values)) if (!fields.has(key)) problems.push({ field: key, message: 'is not a field of this profile' })
  for (const field of fields.values()) {
    const value = Object.hasOwn(values, field.key) ? values[field.key] : undefined
    const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    if (empty) {
      if (complete && field.required && !field.deprecated) problems.push({ field: field.key, message: 'is required' })
      continue
    }
    const message = checkValue(field, value) ?? checkFit(field, value, values)
    if (message) problems.push({ field: field.key, message })
  }
  return problems
}

function checkValue(field: Field, value: NonNullable<FieldValues[string]>): string | null {
  switch (field.type) {
    case 'number':
    case 'measurement':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number'
      if (field.min !== undefined && value < field.min) return `must be at least ${field.min}`
      if (field.max !== undefined && value > field.max) return `must be at most ${field.max}`
      return null
    case 'boolean':
      return typeof value === 'boolean' ? null : 'must be yes or no'
    case 'multiselect':
      if (!Array.isArray(value)) return 'must be a list of choices'
      if (!value.every((v) => field.options?.some((o) => o.value === v))) return 'has a choice that does not exist'
      if (field.min !== undefined && value.length < field.min) return `needs at least ${field.min} choices`
      return field.max !== undefined && value.length > field.max ? `can have at most ${field.max} choices` : null
    case 'select':
      return field.options?.some((o) => o.value === value) ? null : 'is not one of the choices'
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? null : 'must be a date (YYYY-MM-DD)'
    case 'url':
      return typeof value === 'string' && /^https?:\/\/[^\s]+$/.test(value) ? null : 'must be a web address that starts with http'
    default:
      return typeof value === 'string' ? null : 'must be text'
  }
}

function checkFit(field: Field, value: NonNullable<FieldValues[string]>, values: FieldValues): string | null {
  const parent = field.dependsOn ? values[field.dependsOn] : undefined
  const chosen = Array.isArray(value) ? value : [value]
  return (field.options ?? []).some((o) => chosen.includes(o.value) && !fits(o, parent)) ? `does not fit ${field.dependsOn}` : null
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
