import { bookingReasonOf, type Booking, type CalendarEntry } from '@itellico/contracts/bookings'
import { formatDateRange, formatPeriod } from '@/lib/format'
import type { Translate } from '@/lib/i18n/translate'
import { statusText } from '@/lib/i18n/translate'
import { dayOf, daySpan } from './zone'

const MINUTE = 60_000

/** `Option 2`, `Confirmed`, `Bookout`: what something in a calendar is, in words. */
export function standingText(t: Translate, status: string, rank: number | null): string {
  return status === 'held' && rank !== null ? t('book.optionRank', { rank }) : statusText(t, status)
}

/** The same for an entry of the chart board. */
export function entryText(t: Translate, entry: Pick<CalendarEntry, 'kind' | 'status' | 'rank'>): string {
  return entry.kind === 'bookout' ? statusText(t, 'bookout') : standingText(t, entry.status, entry.rank)
}

/** The reason of a step: a person's own words, or what the product gave. */
export function givenReason(t: Translate, reason: string): string {
  const key = bookingReasonOf(reason)
  return key ? t(`book.because.${key}`) : reason
}

/** When something is: days for whole days, days and times for the rest. */
export function whenText(period: Pick<Booking, 'startsAt' | 'endsAt' | 'timezone'>, locale: string): string {
  const { first, last } = daySpan(period.startsAt, period.endsAt, period.timezone)
  const wholeDays = dayOf(new Date(period.startsAt).getTime() - 1, period.timezone) !== first && dayOf(period.endsAt, period.timezone) !== last
  return wholeDays ? formatDateRange(first, last, locale) : formatPeriod(period.startsAt, period.endsAt, locale, period.timezone)
}

/** How long until an instant: `3 d 4 h`, `5 h 10 min`, `12 min`; null when it is over. */
export function countdown(until: string, now: number, t: Translate): string | null {
  const minutes = Math.floor((Date.parse(until) - now) / MINUTE)
  if (minutes < 0) return null
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (days > 0) return t('book.leftDays', { days, hours })
  return hours > 0 ? t('book.leftHours', { hours, minutes: rest }) : t('book.leftMinutes', { minutes: rest })
}

/** How much an ending option presses. */
export function urgency(until: string, now: number): 'calm' | 'soon' | 'now' {
  const hours = (Date.parse(until) - now) / (60 * MINUTE)
  return hours < 6 ? 'now' : hours < 24 ? 'soon' : 'calm'
}
