import type { Booking, Bookout } from '@itellico/contracts/bookings'
import { addDays, daySpan, mondayOf, type Day } from '@/features/bookings/zone'

/** Something that takes up days in the calendar. */
export interface Entry {
  readonly id: string
  readonly kind: 'requested' | 'held' | 'confirmed' | 'completed' | 'bookout'
  readonly first: Day
  readonly last: Day
  readonly profileId: string
  readonly booking: Booking | null
  readonly bookout: Bookout | null
}

const KINDS = new Set(['requested', 'held', 'confirmed', 'completed'])

/** Bookings and blocked times as entries of days in a zone, bookings before bookouts. */
export function entriesOf(bookings: readonly Booking[], bookouts: readonly Bookout[], zone: string): Entry[] {
  return [
    ...bookings
      .filter((b) => KINDS.has(b.status))
      .map((b) => ({ id: b.id, kind: b.status as Entry['kind'], ...daySpan(b.startsAt, b.endsAt, zone), profileId: b.profile.id, booking: b, bookout: null })),
    ...bookouts.map((b) => ({ id: b.id, kind: 'bookout' as const, ...daySpan(b.startsAt, b.endsAt, zone), profileId: b.profileId, booking: null, bookout: b })),
  ]
}

/** Entries that touch a day. */
export const entriesOn = (entries: readonly Entry[], day: Day) => entries.filter((e) => e.first <= day && day <= e.last)

/** The six weeks that show a month `YYYY-MM`, from a Monday on. */
export function weeksOf(month: string): Day[][] {
  const start = mondayOf(`${month}-01`)
  return Array.from({ length: 6 }, (_, w) => Array.from({ length: 7 }, (_d, d) => addDays(start, w * 7 + d))).filter((week) =>
    week.some((d) => d.startsWith(month)),
  )
}

/** The month some months later (or earlier). */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * 12 + number - 1 + by
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Two days in order. */
export function span(a: Day, b: Day): { from: Day; to: Day } {
  return a <= b ? { from: a, to: b } : { from: b, to: a }
}
