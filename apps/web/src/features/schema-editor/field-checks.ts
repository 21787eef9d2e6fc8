import { fieldsOf, type Definition, type Field } from '@itellico/contracts/model-schema'
import type { Translate } from '@/lib/i18n/translate'
import type { Place } from './draft'

/** What is wrong with a field before it goes into the draft. */
export interface FieldErrors {
  readonly label?: string
  readonly key?: string
  readonly options?: string
  readonly range?: string
}

/** Checks a field against the rest of the draft. */
export function checkField(field: Field, draft: Definition, place: Place, t: Translate): FieldErrors {
  const self = draft.sections[place.section]?.fields[place.index]
  const taken = fieldsOf(draft).some((f) => f !== self && f.key === field.key)
  const choice = field.type === 'select' || field.type === 'multiselect'
  const options = field.options ?? []
  const badOptions =
    choice && (options.length === 0 || options.some((o) => !o.value || !o.label['en']?.trim()) || new Set(options.map((o) => o.value)).size !== options.length)
  return {
    ...(!field.label['en']?.trim() && { label: t('form.required') }),
    ...(!/^[a-z][A-Za-z0-9_]{0,49}$/.test(field.key) ? { key: t('fld.keyWrong') } : taken ? { key: t('fld.keyTaken') } : {}),
    ...(badOptions && { options: t('fld.optionsNeeded') }),
    ...(field.min !== undefined && field.max !== undefined && field.min > field.max && { range: t('fld.minMax') }),
  }
}
