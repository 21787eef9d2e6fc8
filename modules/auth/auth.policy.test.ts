import { describe, expect, it } from 'vitest'
import { normaliseEmail, passwordWeakness, refreshVerdict, sessionEnd } from './auth.policy.ts'

describe('normaliseEmail', () => {
  it('folds case and width but keeps plus-addresses apart', () => {
    expect(normaliseEmail('  Ann@Example.COM ')).toBe('ann@example.com')
    expect(normaliseEmail('ann+jobs@example.com')).not.toBe(normaliseEmail('ann@example.com'))
    expect(normaliseEmail('ａnn@example.com')).toBe('ann@example.com')
  })
})

describe('passwordWeakness', () => {
  it.each([['aaaaaaaaaaaa'], ['Password1234'], ['1234567890123'], ['ann.weiss12']])('refuses %s', (password) => {
    expect(passwordWeakness(password, ['ann.weiss', 'Ann', 'Weiss'])).not.toBeNull()
  })
  it('takes a sentence, even one with a name in it', () => {
    expect(passwordWeakness('my dog weiss barks at night', ['weiss'])).toBeNull()
  })
})

describe('refreshVerdict', () => {
  const now = new Date('2026-03-01T10:00:00Z')
  const session = { revokedAt: null, expiresAt: new Date('2026-03-02T10:00:00Z') }
  const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000)
  it('rotates a fresh token, repeats within the grace, and calls a later one reuse', () => {
    expect(refreshVerdict({ rotatedAt: null }, session, now)).toBe('rotate')
    expect(refreshVerdict({ rotatedAt: ago(10) }, session, now)).toBe('repeat')
    expect(refreshVerdict({ rotatedAt: ago(11) }, session, now)).toBe('reuse')
  })
  it('gives nothing when the session is over', () => {
    expect(refreshVerdict({ rotatedAt: null }, { ...session, revokedAt: ago(1) }, now)).toBe('ended')
    expect(refreshVerdict({ rotatedAt: null }, { ...session, expiresAt: now }, now)).toBe('ended')
  })
})

it('remembers a session for thirty days when asked', () => {
  const now = new Date('2026-03-01T10:00:00Z')
  expect(sessionEnd(now, true).toISOString()).toBe('2026-03-31T10:00:00.000Z')
  expect(sessionEnd(now, false).toISOString()).toBe('2026-03-02T10:00:00.000Z')
})
