import type { BookingStatus } from '@itellico/contracts/bookings'
import { refused, type FieldProblem } from '@itellico/contracts/refusals'

const DAY = 86_400_000
const MAX_DAYS = 180
const MAX_YEARS_AHEAD = 3

/** A stretch of time, end exclusive, so that one job may begin when another ends. */
export interface Period {
  readonly startsAt: Date
  readonly endsAt: Date
}

/** Whether two periods share a moment. */
export function overlap(a: Period, b: Period): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

/** Why a period cannot be booked, or null when it can. */
export function periodProblem(period: Period, timezone: string, now: Date): FieldProblem | null {
  const length = period.endsAt.getTime() - period.startsAt.getTime()
  if (length <= 0) return refused('endsAt', 'afterStart')
  if (length > MAX_DAYS * DAY) return refused('endsAt', 'daysAfterStart', { days: MAX_DAYS })
  if (period.endsAt <= now) return refused('endsAt', 'past')
  if (period.startsAt.getTime() > now.getTime() + MAX_YEARS_AHEAD * 366 * DAY) return refused('startsAt', 'yearsAhead', { years: MAX_YEARS_AHEAD })
  return isTimeZone(timezone) ? null : refused('timezone', 'timezone')
}

/** Whether a text names a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** An open option with its place in line. */
export interface RankedOption extends Period {
  readonly id: string
  readonly rank: number
}

/**
 * Ranks of a talent's open options: in order of their present rank, then age, each comes right behind the ones before it
 * that it overlaps. Options that overlap nothing are first. When one leaves, those behind it move up by this rule.
 */
export function rankOptions(options: readonly RankedOption[]): Map<string, number> {
  const inLine = [...options].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
  const ranks = new Map<string, number>()
  for (const [i, option] of inLine.entries()) {
    const ahead = inLine
      .slice(0, i)
      .filter((o) => overlap(o, option))
      .map((o) => ranks.get(o.id) as number)
    ranks.set(option.id, Math.max(0, ...ahead) + 1)
  }
  return ranks
}

/** Rank of a new option: behind all open ones that it overlaps. */
export function nextRank(options: readonly RankedOption[], period: Period): number {
  return Math.max(0, ...options.filter((o) => overlap(o, period)).map((o) => o.rank)) + 1
}

/** What can be done with a booking, and the states from which it can. */
const STEPS = {
  hold: ['requested'],
  confirm: ['requested', 'held'],
  release: ['held'],
  decline: ['requested'],
  cancel: ['confirmed'],
  expire: ['held'],
  complete: ['confirmed'],
} as const satisfies Record<string, readonly BookingStatus[]>
export type Step = keyof typeof STEPS

/** Whether a step is possible from a state. */
export function canStep(step: Step, from: BookingStatus): boolean {
  return (STEPS[step] as readonly string[]).includes(from)
}

/** When a new option ends: at the wished time, else after the marketplace's usual hours, never after the job has begun. */
export function optionEnd(wish: Date | null, hours: number, startsAt: Date, now: Date): Date {
  const usual = new Date(now.getTime() + hours * 3_600_000)
  const end = wish ?? usual
  return startsAt > now && end > startsAt ? startsAt : end
}
