import type { Booking } from '@itellico/contracts/bookings'
import { checkValues, fieldsOf, localText, type Definition, type Field } from '@itellico/contracts/model-schema'
import type { Profile } from '@itellico/contracts/profiles'
import { daysBetween } from '@/features/bookings/zone'
import { statusText, type Translate } from '@/lib/i18n/translate'

/** `First option`, `Confirmed`: the standing of a booking in words. */
export function rankText(t: Translate, booking: Pick<Booking, 'status' | 'rank'>): string {
  if (booking.status !== 'held' || booking.rank === null) return statusText(t, booking.status)
  const { rank } = booking
  return rank === 1 ? t('rank.1') : rank === 2 ? t('rank.2') : rank === 3 ? t('rank.3') : t('rank.n', { rank })
}

/** What a rank means; null for everything that is no option. */
export function rankMeaning(t: Translate, booking: Pick<Booking, 'status' | 'rank'>): string | null {
  if (booking.status !== 'held' || booking.rank === null) return null
  if (booking.rank === 1) return t('rank.1.means')
  return booking.rank === 2 ? t('rank.2.means') : t('rank.n.means', { count: booking.rank - 1 })
}

/** Required fields that are still empty. */
export function missingFields(definition: Definition, profile: Pick<Profile, 'values'>): Field[] {
  const missing = new Set(
    checkValues(definition, profile.values, true)
      .filter((p) => p.message === 'is required')
      .map((p) => p.field),
  )
  return fieldsOf(definition).filter((f) => missing.has(f.key))
}

/** Names of fields in one sentence part, at most four. */
export function fieldNames(fields: readonly Field[], locale: string, t: Translate): string {
  const names = fields.map((f) => localText(f.label, locale))
  const shown = new Intl.ListFormat(locale, { type: names.length > 4 ? 'unit' : 'conjunction' }).format(names.slice(0, 4))
  return names.length > 4 ? t('me.missingMore', { fields: shown, count: names.length - 4 }) : shown
}

/** `Today`, `Tomorrow`, `in 5 days`. */
export function daysAway(day: string, today: string, t: Translate): string {
  const days = daysBetween(today, day)
  if (days <= 0) return t('me.today')
  return days === 1 ? t('me.tomorrow') : t('me.inDays', { days })
}
