import { describe, expect, it } from 'vitest'
import { addDays, dayOf, daySpan, daysBetween, instantAt, mondayOf, timeOf } from './zone'

const vienna = 'Europe/Vienna'

describe('days in a zone', () => {
  it('are those of its clock, not of UTC', () => {
    expect(dayOf('2026-11-24T23:30:00Z', vienna)).toBe('2026-11-25')
    expect(dayOf('2026-11-25T04:30:00Z', 'America/New_York')).toBe('2026-11-24')
    expect(timeOf('2026-11-24T23:30:00Z', vienna)).toBe('00:30')
  })
  it('count over the changes of clocks', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2)
    expect(addDays('2027-10-30', 2)).toBe('2027-11-01')
    expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  })
})

describe('instants of a day and time', () => {
  it('follow winter and summer time', () => {
    expect(instantAt('2026-11-25', '09:00', vienna)).toBe('2026-11-25T08:00:00.000Z')
    expect(instantAt('2026-07-01', '09:00', vienna)).toBe('2026-07-01T07:00:00.000Z')
  })
  it('are right on the day of a change, before and after it', () => {
    expect(instantAt('2027-03-28', '00:00', vienna)).toBe('2027-03-27T23:00:00.000Z')
    expect(instantAt('2027-03-28', '12:00', vienna)).toBe('2027-03-28T10:00:00.000Z')
    expect(instantAt('2026-10-25', '12:00', vienna)).toBe('2026-10-25T11:00:00.000Z')
  })
  it('read a time in the gap as the moment after it, and a repeated time as its first occurrence', () => {
    expect(instantAt('2027-03-28', '02:30', vienna)).toBe('2027-03-28T01:30:00.000Z')
    expect(instantAt('2026-10-25', '02:30', vienna)).toBe('2026-10-25T00:30:00.000Z')
  })
})

it('a period that ends at midnight does not touch the next day', () => {
  expect(daySpan('2026-11-24T23:00:00Z', '2026-11-26T23:00:00Z', vienna)).toEqual({ first: '2026-11-25', last: '2026-11-26' })
})
