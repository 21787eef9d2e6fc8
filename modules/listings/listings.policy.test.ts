import { describe, expect, it } from 'vitest'
import { canEdit, canMove, checkDates, isOpen, isPublic, planRoles, sameRoles } from './listings.policy.ts'

const now = new Date('2026-05-01T12:00:00Z')
const later = new Date('2026-05-02T12:00:00Z')
const nothing = { startsOn: null, endsOn: null, deadline: null }

describe('states of a casting', () => {
  it('go from draft to published to an end, and back only from closed', () => {
    expect(canMove('draft', 'published')).toBe(true)
    expect(canMove('published', 'filled')).toBe(true)
    expect(canMove('closed', 'published')).toBe(true)
    expect(canMove('draft', 'closed')).toBe(false)
    expect(canMove('filled', 'published')).toBe(false)
    expect(canMove('cancelled', 'published')).toBe(false)
  })
  it('allow a change of the text until the end', () => {
    expect((['draft', 'published', 'closed', 'filled', 'cancelled'] as const).map(canEdit)).toEqual([true, true, true, false, false])
  })
})

describe('a casting', () => {
  it('is open while it is published, up to its deadline and not at it', () => {
    expect(isOpen({ status: 'published', deadline: null }, now)).toBe(true)
    expect(isOpen({ status: 'published', deadline: later }, now)).toBe(true)
    expect(isOpen({ status: 'published', deadline: now }, now)).toBe(false)
    expect(isOpen({ status: 'closed', deadline: later }, now)).toBe(false)
  })
  it('can be read by everybody once it was published, unless it is cancelled', () => {
    expect(isPublic({ status: 'closed', publishedAt: now })).toBe(true)
    expect(isPublic({ status: 'draft', publishedAt: null })).toBe(false)
    expect(isPublic({ status: 'cancelled', publishedAt: now })).toBe(false)
  })
})

describe('dates', () => {
  it('may be missing, and one day may be start and end', () => {
    expect(checkDates(nothing, true, now)).toEqual([])
    expect(checkDates({ startsOn: later, endsOn: later, deadline: later }, true, now)).toEqual([])
  })
  it('must not end before they start', () => {
    expect(checkDates({ ...nothing, startsOn: later, endsOn: now }, false, now).map((p) => p.field)).toEqual(['endsOn'])
  })
  it('need a deadline in the future only in public', () => {
    expect(checkDates({ ...nothing, deadline: now }, true, now).map((p) => p.field)).toEqual(['deadline'])
    expect(checkDates({ ...nothing, deadline: now }, false, now)).toEqual([])
  })
  it('must be dates that a calendar and the database know', () => {
    expect(
      checkDates(
        { startsOn: new Date('0000-01-01T00:00:00Z'), endsOn: new Date('9999-01-01T00:00:00Z'), deadline: new Date('2026-06-30T23:59:60Z') },
        false,
        now,
      ).map((p) => p.field),
    ).toEqual(['startsOn', 'endsOn', 'deadline'])
  })
})

describe('roles', () => {
  const fee = { amountMinor: 120_000, currency: 'EUR' }
  const kept = { id: 'a', name: 'Lead', description: '', quantity: 1, feeMinor: 120_000n, currency: 'EUR' }

  it('keep their ids when given and get new ones when not', () => {
    expect(
      planRoles(
        [
          { id: 'a', name: ' Lead ', description: '', quantity: 1, fee },
          { name: 'Extra', description: '', quantity: 5 },
        ],
        [kept],
        () => 'new',
      ),
    ).toEqual([kept, { id: 'new', name: 'Extra', description: '', quantity: 5, feeMinor: null, currency: null }])
  })
  it('of other castings, or the same one twice, are refused', () => {
    const role = { name: 'Lead', description: '', quantity: 1 }
    expect(planRoles([{ id: 'b', ...role }], [kept], () => 'new')).toBeNull()
    expect(
      planRoles(
        [
          { id: 'a', ...role },
          { id: 'a', ...role },
        ],
        [kept],
        () => 'new',
      ),
    ).toBeNull()
  })
  it('are the same when nothing that an applicant reads differs', () => {
    expect(sameRoles([kept], [{ ...kept }])).toBe(true)
    expect(sameRoles([kept], [{ ...kept, feeMinor: 110_000n }])).toBe(false)
    expect(sameRoles([kept], [])).toBe(false)
  })
})
