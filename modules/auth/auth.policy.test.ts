import { describe, expect, it } from 'vitest'
import { needsFactor, normaliseEmail, passwordWeakness, refreshVerdict, sessionEnd } from './auth.policy.ts'

describe('normaliseEmail', () => {
  it('folds case and width but keeps plus-addresses apart', () => {
    expect(normaliseEmail('  Ann@Example.COM ')).toBe('ann@example.com')
    expect(normaliseEmail('ann+jobs@example.com')).not.toBe(normaliseEmail('ann@example.com'))
    expect(normaliseEmail('ａnn@example.com')).toBe('ann@example.com')
  })
})

describe('passwordWeakness', () => {
  const context = { about: ['ann.weiss@people.example', 'ann.weiss', 'Ann', 'Weiss', 'AnnWeiss'], place: ['Linie Neun', 'linie-neun', 'fashion.example'] }
  it.each([
    ['passwordRepeats', 'aaaaaaaaaaaa'],
    ['passwordRepeats', 'abcabcabcabc'],
    ['passwordRepeats', 'xy7!xy7!xy7!'],
    ['passwordSequence', '1234567890123'],
    ['passwordSequence', 'qwertzuiop12'],
    ['passwordSequence', 'Zyxwvutsrq'],
    ['passwordSequence', 'asdfghjkl1!'],
    ['passwordCommon', 'Password1234'],
    ['passwordCommon', 'P@ssw0rd2024!'],
    ['passwordCommon', '!!sunshine99'],
    ['passwordCommon', 'drowssap12345'],
    ['passwordCommon', 'monkeymonkey'],
    ['passwordPersonal', 'ann.weiss12'],
    ['passwordPersonal', 'Ann Weiss 85'],
    ['passwordPersonal', 'ann.weiss@people.example'],
    ['passwordPlace', 'LinieNeun-26'],
    ['passwordPlace', 'linie neun!1'],
  ])('says %s of %s', (weakness, password) => {
    expect(passwordWeakness(password, context)).toBe(weakness)
  })
  it.each([
    ['my dog weiss barks at night'],
    ['correct horse battery'],
    ['demo-Passw0rd!'],
    ['plums in the garden'],
    ['kT9#vLq2mZ'],
    ['sternschnuppe über Graz'],
  ])('takes %s', (password) => {
    expect(passwordWeakness(password, context)).toBeNull()
  })
})

describe('needsFactor', () => {
  it('asks for one role that must have it', () => {
    expect([needsFactor(['tenant_admin'], ['user', 'tenant_admin']), needsFactor(['tenant_admin'], ['user']), needsFactor([], ['user'])]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('refreshVerdict', () => {
  const now = new Date('2026-03-01T10:00:00Z')
  const session = { revokedAt: null, expiresAt: new Date('2026-03-31T10:00:00Z'), lastSeenAt: now, remember: false }
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
  it('gives nothing when nobody used the session for a working day, or for two weeks where it is remembered', () => {
    const hours = (n: number, remember: boolean) => refreshVerdict({ rotatedAt: null }, { ...session, remember, lastSeenAt: ago(n * 3600) }, now)
    expect([hours(7.9, false), hours(8, false), hours(24 * 14 - 1, true), hours(24 * 14, true)]).toEqual(['rotate', 'ended', 'rotate', 'ended'])
  })
})

it('remembers a session for thirty days when asked', () => {
  const now = new Date('2026-03-01T10:00:00Z')
  expect(sessionEnd(now, true).toISOString()).toBe('2026-03-31T10:00:00.000Z')
  expect(sessionEnd(now, false).toISOString()).toBe('2026-03-02T10:00:00.000Z')
})
