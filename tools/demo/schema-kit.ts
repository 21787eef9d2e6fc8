import type { Label } from './types.ts'

/** Types a profile field can have. */
export type FieldType = 'text' | 'longtext' | 'number' | 'measurement' | 'select' | 'multiselect' | 'boolean' | 'date' | 'url'

/** Canonical unit a measurement is stored in. */
export type FieldUnit = 'cm' | 'kg' | 'eu_shoe' | 'eu_clothing' | 'eu_suit' | 'eu_child' | 'minutes' | 'years' | 'eur' | 'percent'

/** One field of a profile schema. */
export type SchemaField = {
  key: string
  label: Label
  type: FieldType
  unit?: FieldUnit
  options?: { value: string; label: Label }[]
  required?: boolean
  min?: number
  max?: number
  privacy: 'public' | 'members' | 'private'
  /** Offered as a search filter. */
  facet?: boolean
  /** Shown on cards and at the top of the profile. */
  highlight?: boolean
}

/** A titled group of fields. */
export type SchemaSection = { key: string; label: Label; fields: SchemaField[] }

/** The profile schema of one subtype in one tenant. */
export type DemoSchema = { tenant: 'fashion' | 'kids' | 'paws'; key: string; label: Label; sections: SchemaSection[] }

type FieldOptions = Partial<Omit<SchemaField, 'key' | 'label' | 'type' | 'options'>>

/** Builds a label; German may be missing. */
export function label(en: string, de?: string): Label {
  return de ? { en, de } : { en }
}

/** Builds a field; fields are visible to members unless told otherwise. */
export function field(key: string, type: FieldType, en: string, de?: string, options: FieldOptions = {}): SchemaField {
  return { key, label: label(en, de), type, privacy: 'members', ...options }
}

/** Builds a select field from options written as `value|English|Deutsch`. */
export function choice(
  key: string,
  type: 'select' | 'multiselect',
  en: string,
  de: string | undefined,
  values: readonly string[],
  options: FieldOptions = {},
): SchemaField {
  const parsed = values.map((entry) => {
    const [value, english, german] = entry.split('|')
    return { value: value!, label: label(english ?? title(value!), german) }
  })
  return { ...field(key, type, en, de, options), options: parsed }
}

/** Builds a section. */
export function section(key: string, en: string, de: string | undefined, fields: SchemaField[]): SchemaSection {
  return { key, label: label(en, de), fields }
}

function title(value: string): string {
  const words = value.replaceAll('_', ' ')
  return words[0]!.toUpperCase() + words.slice(1)
}
