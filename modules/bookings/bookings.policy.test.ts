import { describe, expect, it } from 'vitest'
import { canStep, nextRank, optionEnd, overlap, periodProblem, rankOptions, type RankedOption } from './bookings.policy.ts'

const at = (text: string): Date => new Date(`2026-03-${text}:00Z`)
const option = (id: string, rank: number, from: string, to: string): RankedOption => ({ id, rank, startsAt: at(from), endsAt: at(to) })
const now = at('01T08:00')

describe('overlap', () => {
  it('lets one job begin when another ends', () => {
    expect(overlap({ startsAt: at('02T09:00'), endsAt: at('02T10:00') }, { startsAt: at('02T10:00'), endsAt: at('02T11:00') })).toBe(false)
  })
  it('sees a single shared minute', () => {
    expect(overlap({ startsAt: at('02T09:00'), endsAt: at('02T10:01') }, { startsAt: at('02T10:00'), endsAt: at('02T11:00') })).toBe(true)
  })
})

describe('rankOptions', () => {
  it('moves everybody up when the first has left', () => {
    const ranks = rankOptions([option('b', 2, '02T08:00', '02T18:00'), option('c', 3, '02T08:00', '02T18:00')])
    expect([...ranks]).toEqual([
      ['b', 1],
      ['c', 2],
    ])
  })
  it('ranks only against what overlaps', () => {
    const ranks = rankOptions([option('a', 1, '02T08:00', '02T18:00'), option('b', 2, '02T12:00', '03T18:00'), option('c', 2, '03T20:00', '03T22:00')])
    expect(ranks.get('c')).toBe(1)
    expect(ranks.get('b')).toBe(2)
  })
  it('keeps a chain in order when its head leaves', () => {
    const ranks = rankOptions([option('b', 2, '02T12:00', '03T12:00'), option('c', 3, '03T08:00', '03T18:00')])
    expect([ranks.get('b'), ranks.get('c')]).toEqual([1, 2])
  })
  it('decides between equal ranks by age', () => {
    const ranks = rankOptions([option('z', 1, '02T08:00', '02T18:00'), option('a', 1, '02T08:00', '02T18:00')])
    expect([ranks.get('a'), ranks.get('z')]).toEqual([1, 2])
  })
})

describe('nextRank', () => {
  it('is first where nothing is held', () => {
    expect(nextRank([option('a', 1, '02T08:00', '02T18:00')], { startsAt: at('03T08:00'), endsAt: at('03T18:00') })).toBe(1)
  })
  it('is behind the last that overlaps', () => {
    expect(
      nextRank([option('a', 1, '02T08:00', '02T18:00'), option('b', 2, '02T08:00', '02T18:00')], { startsAt: at('02T17:00'), endsAt: at('02T19:00') }),
    ).toBe(3)
  })
})

describe('periodProblem', () => {
  it('refuses an end at the start', () => {
    expect(periodProblem({ startsAt: at('02T08:00'), endsAt: at('02T08:00') }, 'Europe/Vienna', now)?.field).toBe('endsAt')
  })
  it('refuses the past', () => {
    expect(periodProblem({ startsAt: at('01T06:00'), endsAt: at('01T07:00') }, 'Europe/Vienna', now)?.message).toBe('lies in the past')
  })
  it('refuses an unknown time zone', () => {
    expect(periodProblem({ startsAt: at('02T08:00'), endsAt: at('02T09:00') }, 'Mars/Base', now)?.field).toBe('timezone')
  })
  it('takes a job over the change of clocks', () => {
    expect(periodProblem({ startsAt: at('28T22:00'), endsAt: at('29T06:00') }, 'Europe/Vienna', now)).toBeNull()
  })
})

describe('optionEnd', () => {
  it('is never after the job has begun', () => {
    expect(optionEnd(null, 72, at('02T08:00'), now)).toEqual(at('02T08:00'))
  })
  it('follows a wish', () => {
    expect(optionEnd(at('01T12:00'), 72, at('09T08:00'), now)).toEqual(at('01T12:00'))
  })
})

describe('canStep', () => {
  it('confirms what is open and nothing else', () => {
    expect(
      (['requested', 'held', 'confirmed', 'completed', 'declined', 'released', 'cancelled', 'expired'] as const).filter((s) => canStep('confirm', s)),
    ).toEqual(['requested', 'held'])
  })
})
