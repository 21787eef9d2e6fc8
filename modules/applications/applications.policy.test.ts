import type { ApplicationStatus } from '@itellico/contracts/applications'
import { describe, expect, it } from 'vitest'
import { canReview, canWithdraw, maySubmit, maySubmitFromRoster, type Review } from './applications.policy.ts'

const STATUSES: ApplicationStatus[] = ['submitted', 'viewed', 'shortlisted', 'offered', 'rejected', 'withdrawn']
const REVIEWS: Review[] = ['viewed', 'shortlisted', 'offered', 'rejected']

describe('review', () => {
  it('goes forward, rejects anything open and takes a rejection back', () => {
    expect(Object.fromEntries(STATUSES.map((from) => [from, REVIEWS.filter((to) => canReview(from, to))]))).toEqual({
      submitted: ['viewed', 'shortlisted', 'offered', 'rejected'],
      viewed: ['shortlisted', 'offered', 'rejected'],
      shortlisted: ['offered', 'rejected'],
      offered: ['rejected'],
      rejected: ['shortlisted'],
      withdrawn: [],
    })
  })
  it('leaves a withdrawal possible until the rejection', () => {
    expect(STATUSES.filter(canWithdraw)).toEqual(['submitted', 'viewed', 'shortlisted', 'offered'])
  })
})

describe('a minor', () => {
  const child = { isMinor: true, accountId: 'owner' }

  it('is submitted by a guardian', () => {
    expect(maySubmit(child, { ownerType: 'agency', memberships: [{ accountId: 'family', role: 'guardian' }] })).toBe(true)
  })
  it('is submitted by members of the agency that represents them', () => {
    expect(maySubmit(child, { ownerType: 'agency', memberships: [{ accountId: 'owner', role: 'account_booker' }] })).toBe(true)
    expect(maySubmit(child, { ownerType: 'agency', memberships: [{ accountId: 'other', role: 'account_owner' }] })).toBe(false)
  })
  it('does not submit themselves, neither by hand nor through an account of their own', () => {
    expect(maySubmit(child, { ownerType: 'individual', memberships: [{ accountId: 'owner', role: 'account_owner' }] })).toBe(false)
    expect(maySubmit(child, { ownerType: 'individual', memberships: [] })).toBe(false)
    expect(['agency', 'guardian', 'individual', 'client'].map((type) => maySubmitFromRoster(child, type))).toEqual([true, true, false, false])
  })
})

describe('an adult', () => {
  it('is submitted by whoever manages the profile', () => {
    expect(maySubmit({ isMinor: false, accountId: 'owner' }, { ownerType: 'individual', memberships: [] })).toBe(true)
    expect(maySubmitFromRoster({ isMinor: false }, 'individual')).toBe(true)
  })
})
