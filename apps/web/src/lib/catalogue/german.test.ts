import { auditActions } from '@itellico/contracts/audit-actions'
import type { Problem } from '@itellico/contracts/kit'
import { permissions, systemRoles } from '@itellico/contracts/permissions'
import { policyReasons } from '@itellico/contracts/policies'
import { because, fieldRules, problemReasons, refused } from '@itellico/contracts/refusals'
import { describe, expect, it } from 'vitest'
import { dictionaries, translator } from '../i18n/translate.ts'
import { actorText, auditText, permissionText, roleDescription } from './admin-texts.ts'
import { deAudit } from './de-audit.ts'
import { deReasons, deRules } from './de-refusals.ts'
import { dePolicyReasons } from './de-policies.ts'
import { dePermissions, deRoles } from './de-roles.ts'
import { failureText, refusalText } from './problem-texts.ts'
import { sameInBoth } from './same-in-both.ts'

const en: Record<string, string> = dictionaries['en'] ?? {}
const de: Record<string, string> = dictionaries['de'] ?? {}
const pairs: Record<string, readonly [Record<string, string>, Record<string, string>]> = {
  messages: [en, de],
  rules: [fieldRules, deRules],
  reasons: [problemReasons, deReasons],
  trail: [auditActions, deAudit],
  policies: [policyReasons, dePolicyReasons],
  permissions: [permissions, dePermissions],
  roles: [Object.fromEntries(systemRoles.map((r) => [r.key, r.description])), deRoles],
}
const places = (text: string): string[] => [...new Set(text.toLowerCase().match(/\{\w+\}/g))].sort()
const german = translator('de-AT')
const english = translator('en')

describe.each(Object.entries(pairs))('German %s', (_, [from, to]) => {
  it('have the places of the English ones', () => {
    expect(Object.keys(from).filter((key) => places(from[key] ?? '').join() !== places(to[key] ?? '').join())).toEqual([])
  })
  it('say du, never Sie', () => {
    expect(Object.values(to).filter((text) => /\b(?:Ihnen|Ihre[mnrs]?|[a-zäöüß]+en Sie)\b/.test(text))).toEqual([])
  })
  it('are not the English ones', () => {
    const same = Object.keys(from).filter((key) => from[key] === to[key] && /[a-z]{3}/i.test((from[key] ?? '').replace(/\{\w+\}/g, '')))
    expect(same.filter((key) => !sameInBoth.includes(from[key] ?? ''))).toEqual([])
  })
})

it('the list of equal words holds nothing else', () => {
  const shared = new Set(Object.keys(en).flatMap((key) => (en[key] === de[key] ? [en[key]] : [])))
  expect(sameInBoth.filter((text) => !shared.has(text))).toEqual([])
})

describe('a failure on a German page', () => {
  const problem = (more: Partial<Problem>): Problem => ({
    type: '',
    title: 'The casting is not in a state for this',
    status: 422,
    code: 'listings.invalid_state',
    requestId: '1',
    ...more,
  })
  it('is told by its code, its reason and its rules', () => {
    expect(failureText(problem({}), german)).toBe('Im jetzigen Stand des Castings geht das nicht')
    expect(failureText(problem(because('castingEdit', { status: 'closed' })), german)).toBe('Ein Casting im Stand „Geschlossen“ kann nicht geändert werden.')
    expect(refusalText(refused('endsAt', 'daysAfterStart', { days: 180 }), german)).toBe('darf höchstens 180 Tage nach dem Beginn liegen')
  })
  it('reads instants by a clock, in every language', () => {
    const held = problem(because('optionHeldUntil', { client: 'Studio', rank: 1, until: '2026-11-24T10:00:00.000Z' }))
    for (const t of [german, english]) expect(failureText(held, t)).not.toContain('2026-11-24T')
  })
  it('of a kind that is not known keeps its own words', () => {
    expect(failureText(problem({ code: 'other.kind', title: 'Something else' }), german)).toBe('Something else')
    expect(refusalText({ field: 'x', message: 'is odd' }, german)).toBe('is odd')
  })
  it('is told in English on an English page', () => {
    expect(failureText(problem({ detail: 'More about it.' }), english)).toBe('More about it.')
  })
})

describe('the trail on a German page', () => {
  it('is told by action and facts', () => {
    const entry = { action: 'accounts.status_changed', data: { name: 'Nord', status: 'suspended' }, summary: 'The account Nord is suspended' }
    expect(auditText(entry, german)).toBe('Das Konto Nord hat jetzt den Stand „Gesperrt“')
    expect(auditText(entry, english)).toBe(entry.summary)
    expect(auditText({ action: 'exports.failed', data: { dataset: 'profiles' }, summary: 'An export of profiles failed' }, german)).toBe(
      'Ein Export ist gescheitert: Profile',
    )
  })
  it('keeps the words of entries without facts', () => {
    expect(auditText({ action: 'accounts.created', data: {}, summary: 'The account Nord was created' }, german)).toBe('The account Nord was created')
  })
  it('names the product and visitors', () => {
    expect([actorText({ actorId: null, actorName: 'System' }, german), actorText({ actorId: null, actorName: 'Visitor' }, german)]).toEqual([
      'System',
      'Besucher',
    ])
  })
  it('describes roles and permissions', () => {
    expect([roleDescription('tenant_admin', german), permissionText('tenant.audit.read', german)]).toEqual(['Alles im Marktplatz', 'Das Protokoll lesen'])
    expect([roleDescription('tenant_admin', english), permissionText('tenant.audit.read', english)]).toEqual([
      'Everything in the marketplace',
      'Read the audit trail',
    ])
  })
})
