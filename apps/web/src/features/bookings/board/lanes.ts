import type { CalendarEntry } from '@itellico/contracts/bookings'
import { daySpan, daysBetween, type Day } from '../zone'

/** An entry with its place in a row: columns (0-based, both included) and lane. */
export interface Bar {
  readonly entry: CalendarEntry
  readonly from: number
  readonly to: number
  readonly lane: number
  /** Goes on beyond the left or right edge of the board. */
  readonly cutLeft: boolean
  readonly cutRight: boolean
}

const weight = { booking: 0, option: 1, request: 2, bookout: 3 } as const

/** Puts the entries of a talent into lanes, so that none covers another: bookings on top, then options by rank. */
export function toBars(entries: readonly CalendarEntry[], first: Day, days: number, zone: string): { bars: Bar[]; lanes: number } {
  const spans = entries
    .map((entry) => {
      const span = daySpan(entry.startsAt, entry.endsAt, zone)
      return { entry, from: daysBetween(first, span.first), to: daysBetween(first, span.last) }
    })
    .filter((s) => s.to >= 0 && s.from < days)
    .sort((a, b) => weight[a.entry.kind] - weight[b.entry.kind] || (a.entry.rank ?? 0) - (b.entry.rank ?? 0) || a.from - b.from)
  const placed: { from: number; to: number; lane: number }[] = []
  const bars = spans.map(({ entry, from, to }): Bar => {
    // Below everything earlier that it overlaps, so that the stack reads in order of rank.
    const lane = Math.max(-1, ...placed.filter((p) => p.from <= to && from <= p.to).map((p) => p.lane)) + 1
    placed.push({ from, to, lane })
    return { entry, from: Math.max(0, from), to: Math.min(days - 1, to), lane, cutLeft: from < 0, cutRight: to >= days }
  })
  return { bars, lanes: Math.max(1, ...placed.map((p) => p.lane + 1)) }
}

/** What changes when an entry changes: for the highlight of live updates. */
export const signature = (e: CalendarEntry) => `${e.status}/${e.rank}/${e.startsAt}/${e.endsAt}/${e.title}`
