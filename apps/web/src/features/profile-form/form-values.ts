import { checkValues, fieldsOf, localText, type Definition, type Field, type FieldValues } from '@itellico/contracts/model-schema'
import type { Profile, ProfileEdit, Visibility } from '@itellico/contracts/profiles'
import type { Translate } from '@/lib/i18n/translate'
import { formatMeasurement, type UnitSystem } from '@/lib/units'

/** What the form holds; empty texts stand for nothing. */
export interface ProfileFormValues {
  readonly displayName: string
  readonly city: string
  readonly country: string | null
  readonly bio: string
  readonly categories: readonly string[]
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
    categories: [...profile.categories],
    visibility: profile.visibility,
    values: { ...profile.values },
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const orNull = (value: FieldValues[string] | undefined) => (value === '' || value === undefined || (Array.isArray(value) && value.length === 0) ? null : value)

/** Only what differs from the profile: whoever saves later does not undo what others changed meanwhile. */
export function toEdit(form: ProfileFormValues, before: ProfileFormValues): ProfileEdit {
  const edit: ProfileEdit = {}
  if (form.displayName !== before.displayName) edit.displayName = form.displayName.trim()
  if (form.city !== before.city) edit.city = form.city.trim() || null
  if (form.country !== before.country) edit.country = form.country
  if (form.bio !== before.bio) edit.bio = form.bio.trim() || null
  if (!same(form.categories, before.categories)) edit.categories = [...form.categories]
  if (form.visibility !== before.visibility) edit.visibility = form.visibility
  const values = Object.entries(form.values).filter(([key, value]) => !same(orNull(value), orNull(before.values[key])))
  if (values.length > 0) edit.values = Object.fromEntries(values.map(([key, value]) => [key, orNull(value)]))
  return edit
}

/** What a value is checked against: the fields, what they hold, and the system in which limits are read. */
interface Checked {
  readonly definition: Definition
  readonly values: FieldValues
  readonly system: UnitSystem
}

/** What is wrong with a value, in words; undefined when nothing is. */
export function valueProblem(field: Field, value: FieldValues[string] | undefined, form: Checked, t: Translate): string | undefined {
  const mine = orNull(value)
  if (mine === null) return undefined
  const beside = field.dependsOn ? { [field.dependsOn]: form.values[field.dependsOn] ?? null } : {}
  const [problem] = checkValues(form.definition, { ...beside, [field.key]: mine }).filter((p) => p.field === field.key)
  if (!problem) return undefined
  const parent = problem.rule === 'unfit' && fieldsOf(form.definition).find((f) => f.key === field.dependsOn)
  if (parent) return t('pform.unfit', { field: localText(parent.label, t.locale) })
  if (problem.rule === 'tooFew') return t('pform.minChoices', { min: field.min ?? 0 })
  if (problem.rule === 'tooMany') return t('pform.maxChoices', { max: field.max ?? 0 })
  if (field.type !== 'number' && field.type !== 'measurement') return field.type === 'url' ? t('pform.url') : t('pform.invalid')
  if (typeof mine !== 'number') return t('pform.number')
  const limit = (value: number) => formatMeasurement(value, field.unit, form.system, t.locale, field.key)
  return field.min !== undefined && mine < field.min ? t('pform.min', { min: limit(field.min) }) : t('pform.max', { max: limit(field.max ?? mine) })
}

/** Fields that a publication needs and that hold nothing. */
export function missingFields(definition: Definition, values: FieldValues): Field[] {
  return fieldsOf(definition).filter((f) => f.required && !f.deprecated && orNull(values[f.key]) === null)
}
