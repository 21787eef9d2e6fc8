import { expect, it } from 'vitest'
import type { CalendarEntry } from '@itellico/contracts/bookings'
import { toBars } from './lanes'

const entry = (id: string, kind: CalendarEntry['kind'], from: string, to: string, rank: number | null = null): CalendarEntry => ({
  id,
  kind,
  status: 'held',
  rank,
  title: '',
  clientName: null,
  startsAt: `${from}T08:00:00Z`,
  endsAt: `${to}T17:00:00Z`,
  timezone: 'Europe/Vienna',
})

it('puts what overlaps below each other, bookings first, then options by rank', () => {
  const { bars, lanes } = toBars(
    [
      entry('third', 'option', '2026-11-24', '2026-11-24', 2),
      entry('second', 'option', '2026-11-23', '2026-11-25', 1),
      entry('first', 'booking', '2026-11-25', '2026-11-26'),
    ],
    '2026-11-23',
    14,
    'Europe/Vienna',
  )
  expect(lanes).toBe(3)
  expect(bars.map((b) => [b.entry.id, b.lane, b.from, b.to])).toEqual([
    ['first', 0, 2, 3],
    ['second', 1, 0, 2],
    ['third', 2, 1, 1],
  ])
})

it('uses a lane again when its place is free, and cuts what goes beyond the edge', () => {
  const { bars, lanes } = toBars(
    [
      entry('a', 'booking', '2026-11-20', '2026-11-23'),
      entry('b', 'booking', '2026-11-24', '2026-12-30'),
      entry('gone', 'booking', '2026-10-01', '2026-10-02'),
    ],
    '2026-11-23',
    14,
    'Europe/Vienna',
  )
  expect(lanes).toBe(1)
  expect(bars.map((b) => [b.entry.id, b.from, b.to, b.cutLeft, b.cutRight])).toEqual([
    ['a', 0, 0, true, false],
    ['b', 1, 13, false, true],
  ])
})
