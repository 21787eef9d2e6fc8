import { describe, expect, it } from 'vitest'
import { excerptOf, planForBooking, planForProfile, sentAfter, type Verdict, type Writer } from './messaging.policy.ts'

const writer = (userId: string, ...accountIds: string[]): Writer => ({ userId, accountIds, activeAccountId: accountIds[0] ?? null })
const between = (v: Verdict): string => (typeof v === 'string' ? v : `${v.key} ${v.mine.kind}:${v.mine.id} > ${v.theirs.kind}:${v.theirs.id}`)

describe('a conversation about a booking', () => {
  const booking = { id: 'b', agencyAccountId: 'agency', clientAccountId: 'client', talentUserId: 'talent' }

  it('is the same one from both ends', () => {
    expect(between(planForBooking(booking, writer('u', 'agency'), 'client'))).toBe('booking:b:agency-client account:agency > account:client')
    expect(between(planForBooking(booking, writer('v', 'client'), 'agency'))).toBe('booking:b:agency-client account:client > account:agency')
    expect(between(planForBooking(booking, writer('talent'), 'agency'))).toBe('booking:b:agency-talent user:talent > account:agency')
    expect(between(planForBooking(booking, writer('v', 'client'), 'talent'))).toBe('booking:b:client-talent account:client > user:talent')
  })
  it('is closed to strangers', () => {
    expect(planForBooking(booking, writer('u', 'other'), 'client')).toBe('stranger')
  })
  it('needs another side', () => {
    expect(planForBooking({ ...booking, clientAccountId: null }, writer('u', 'agency'), 'client')).toBe('nobody')
    expect(planForBooking({ ...booking, talentUserId: null }, writer('u', 'agency'), 'talent')).toBe('nobody')
    expect(planForBooking(booking, writer('u', 'agency'), 'agency')).toBe('nobody')
  })
  it('is written for the active account when somebody stands on several sides', () => {
    const both: Writer = { userId: 'talent', accountIds: ['agency', 'client'], activeAccountId: 'client' }
    expect(between(planForBooking(booking, both, 'talent'))).toBe('booking:b:client-talent account:client > user:talent')
    expect(between(planForBooking(booking, { ...both, activeAccountId: null }, 'talent'))).toBe('booking:b:agency-talent account:agency > user:talent')
  })
})

describe('a conversation about a talent', () => {
  const profile = { id: 'p', accountId: 'agency', managingUserId: 'talent' }

  it('is between the writer’s account and the agency', () => {
    expect(between(planForProfile(profile, writer('u', 'client'), true))).toBe('profile:p:client account:client > account:agency')
  })
  it('is between the person and the agency when they act for no account', () => {
    expect(between(planForProfile(profile, { userId: 'u', accountIds: ['client'], activeAccountId: null }, true))).toBe('profile:p:u user:u > account:agency')
  })
  it('is between the talent and the agency for those two, from both ends', () => {
    expect(between(planForProfile(profile, writer('u', 'agency'), false))).toBe('profile:p:talent account:agency > user:talent')
    expect(between(planForProfile(profile, writer('talent'), false))).toBe('profile:p:talent user:talent > account:agency')
    expect(planForProfile({ ...profile, managingUserId: null }, writer('u', 'agency'), true)).toBe('nobody')
  })
  it('does not exist for others who may not see the talent', () => {
    expect(planForProfile(profile, writer('u', 'client'), false)).toBe('stranger')
  })
})

describe('a message', () => {
  it('is shortened to 140 characters without breaking one', () => {
    expect(excerptOf('  Two\n\nlines ')).toBe('Two lines')
    expect(excerptOf('x'.repeat(140))).toBe('x'.repeat(140))
    const long = excerptOf('😀'.repeat(200))
    expect([...long]).toHaveLength(140)
    expect(long.endsWith('😀…')).toBe(true)
  })
  it('is always later than the one before it', () => {
    const before = new Date('2026-05-01T12:00:00.000Z')
    expect(sentAfter(before, before).toISOString()).toBe('2026-05-01T12:00:00.001Z')
    expect(sentAfter(before, new Date('2026-05-01T11:00:00Z')).toISOString()).toBe('2026-05-01T12:00:00.001Z')
    expect(sentAfter(before, new Date('2026-05-01T13:00:00Z')).toISOString()).toBe('2026-05-01T13:00:00.000Z')
  })
})
