import { checkValues, fieldsOf, type Definition, type Field, type FieldValues } from '@itellico/contracts/model-schema'
import type { Profile, ProfileEdit, Visibility } from '@itellico/contracts/profiles'
import type { Translate } from '@/lib/i18n/translate'

/** What the form holds; empty texts stand for nothing. */
export interface ProfileFormValues {
  readonly displayName: string
  readonly city: string
  readonly country: string | null
  readonly bio: string
  readonly categories: string
  readonly visibility: Visibility
  readonly values: FieldValues
}

/** The form of a profile. */
export function toForm(profile: Profile): ProfileFormValues {
  return {
    displayName: profile.displayName,
    city: profile.city ?? '',
    country: profile.country,
    bio: profile.bio ?? '',
    categories: profile.categories.join(', '),
    visibility: profile.visibility,
    values: { ...profile.values },
  }
}

/** Splits words that are separated by commas. */
export const words = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map((w) => w.trim())
      .filter(Boolean),
  ),
]
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const orNull = (value: FieldValues[string] | undefined) => (value === '' || value === undefined || (Array.isArray(value) && value.length === 0) ? null : value)

/** Only what differs from the profile: whoever saves later does not undo what others changed meanwhile. */
export function toEdit(form: ProfileFormValues, before: ProfileFormValues): ProfileEdit {
  const edit: ProfileEdit = {}
  if (form.displayName !== before.displayName) edit.displayName = form.displayName.trim()
  if (form.city !== before.city) edit.city = form.city.trim() || null
  if (form.country !== before.country) edit.country = form.country
  if (form.bio !== before.bio) edit.bio = form.bio.trim() || null
  if (!same(words(form.categories), words(before.categories))) edit.categories = words(form.categories)
  if (form.visibility !== before.visibility) edit.visibility = form.visibility
  const values = Object.entries(form.values).filter(([key, value]) => !same(orNull(value), orNull(before.values[key])))
  if (values.length > 0) edit.values = Object.fromEntries(values.map(([key, value]) => [key, orNull(value)]))
  return edit
}

/** What is wrong with a value, in words; undefined when nothing is. */
export function valueProblem(field: Field, value: FieldValues[string] | undefined, all: FieldValues, definition: Definition, t: Translate): string | undefined {
  const mine = orNull(value)
  if (mine === null) return undefined
  const parent = field.dependsOn ? { [field.dependsOn]: all[field.dependsOn] ?? null } : {}
  const problem = checkValues(definition, { ...parent, [field.key]: mine }).find((p) => p.field === field.key)
  if (!problem) return undefined
  if (Array.isArray(mine) && field.max !== undefined && mine.length > field.max) return t('pform.maxChoices', { max: field.max })
  if (field.type !== 'number' && field.type !== 'measurement') return field.type === 'url' ? t('pform.url') : t('pform.invalid')
  if (typeof mine !== 'number') return t('pform.number')
  const unit = field.unit ? ` ${field.unit}` : ''
  return field.min !== undefined && mine < field.min ? t('pform.min', { min: `${field.min}${unit}` }) : t('pform.max', { max: `${field.max ?? ''}${unit}` })
}

/** Fields that a publication needs and that hold nothing. */
export function missingFields(definition: Definition, values: FieldValues): Field[] {
  return fieldsOf(definition).filter((f) => f.required && !f.deprecated && orNull(values[f.key]) === null)
}
