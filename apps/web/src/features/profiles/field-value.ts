import type { Field, FieldValues } from '@itellico/contracts/model-schema'
import { localText } from '@itellico/contracts/model-schema'
import { formatDate } from '@/lib/format'
import type { Translate } from '@/lib/i18n/translate'
import { formatMeasurement, type UnitSystem } from '@/lib/units'

/** How values are read: in which language and which system of units. */
export interface Reading {
  readonly locale: string
  readonly units: UnitSystem
  readonly t: Translate
}

/** A value of a profile as text, or null when there is none. */
export function fieldText(field: Field, value: FieldValues[string] | undefined, { locale, units, t }: Reading): string | null {
  if (value === undefined || value === null || value === '') return null
  const choice = (v: string) => {
    const option = field.options?.find((o) => o.value === v)
    return option ? localText(option.label, locale) : v
  }
  if (Array.isArray(value)) return value.length > 0 ? value.map(choice).join(', ') : null
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
  if (typeof value === 'number') return formatMeasurement(value, field.unit, units, locale, field.key)
  if (field.type === 'select') return choice(value)
  if (field.type === 'date') return formatDate(value, locale)
  return value
}

/** A label with its text. */
export interface Fact {
  readonly key: string
  readonly label: string
  readonly text: string
  /** Set for web addresses. */
  readonly href?: string
}

/** All values of some fields that hold something. */
export function factsOf(fields: readonly Field[], values: FieldValues, reading: Reading): Fact[] {
  return fields.flatMap((field) => {
    const text = field.deprecated ? null : fieldText(field, values[field.key], reading)
    if (text === null) return []
    const fact = { key: field.key, label: localText(field.label, reading.locale), text }
    return [field.type === 'url' && /^https?:\/\//.test(text) ? { ...fact, text: text.replace(/^https?:\/\/(?:www\.)?|\/$/g, ''), href: text } : fact]
  })
}
