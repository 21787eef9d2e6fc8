import { describe, expect, it } from 'vitest'
import { matches, systemRoles } from './permissions.ts'
import { beyond, catalogue, covers, decide, lineOf, patternsOf, rulesOfRole, shippedRoles, type AccessRule, type RoleRules } from './rights.ts'

const role = (key: string, more: Partial<RoleRules> = {}): RoleRules => ({ key, scope: 'account', inherits: null, allow: [], deny: [], ...more })
const withOwn = (...own: RoleRules[]): ReadonlyMap<string, RoleRules> => new Map([...shippedRoles, ...own.map((r) => [r.key, r] as const)])

describe('a role', () => {
  const roles = withOwn(
    role('junior', { inherits: 'account_booker', deny: ['account.bookings.confirm'] }),
    role('night', { inherits: 'junior', allow: ['account.data.export'] }),
  )
  it('has its own rules and those of the roles that it stands on', () => {
    const rules = rulesOfRole('night', roles)
    expect(lineOf('night', roles).map((r) => r.key)).toEqual(['night', 'junior', 'account_booker'])
    expect(decide(rules, 'account.data.export')).toMatchObject({ allowed: true, rules: [{ from: { role: 'night', through: [] } }] })
    expect(decide(rules, 'account.bookings.read')).toMatchObject({ allowed: true, rules: [{ from: { role: 'account_booker', through: ['night', 'junior'] } }] })
  })
  it('that denies wins over all that allow, from wherever they come', () => {
    const owner = [...rulesOfRole('account_owner', roles), ...rulesOfRole('night', roles)]
    expect(decide(owner, 'account.bookings.confirm')).toMatchObject({ allowed: false, why: 'denied' })
    expect(decide(owner, 'account.bookings.cancel').allowed).toBe(true)
  })
  it('in a circle, or on a role that is gone, has what can be reached', () => {
    const odd = withOwn(role('a', { inherits: 'b', allow: ['account.users.read'] }), role('b', { inherits: 'a' }), role('c', { inherits: 'gone' }))
    expect(lineOf('a', odd).map((r) => r.key)).toEqual(['a', 'b'])
    expect(lineOf('c', odd).map((r) => r.key)).toEqual(['c'])
    expect(rulesOfRole('gone', odd)).toEqual([])
  })
})

describe('a decision', () => {
  it('refuses what nothing speaks of', () => {
    expect(decide([], 'tenant.audit.read')).toEqual({ allowed: false, why: 'nothing', rules: [] })
  })
  it('is the same by rules and by the patterns made of them, for every permission', () => {
    let seed = 7
    const pick = (n: number): number => (seed = (seed * 48_271) % 2_147_483_647) % n
    const patterns = [...catalogue, 'account.*', 'account.*.read', 'tenant.users.*', '*', 'user.*']
    for (let round = 0; round < 300; round++) {
      const rules = Array.from({ length: pick(6) }, (): AccessRule => ({
        effect: pick(3) === 0 ? 'deny' : 'allow',
        pattern: patterns[pick(patterns.length)] ?? '*',
        from: { kind: 'grant', id: 'x', expiresAt: null },
      }))
      const made = patternsOf(rules)
      for (const permission of catalogue) {
        const byHand =
          rules.some((r) => r.effect === 'allow' && matches(r.pattern, permission)) && !rules.some((r) => r.effect === 'deny' && matches(r.pattern, permission))
        expect([decide(rules, permission).allowed, covers(made, permission)], permission).toEqual([byHand, byHand])
      }
    }
  })
})

describe('what somebody can give', () => {
  it('is at most what they have', () => {
    expect(beyond(['account.users.*'], ['account.users.read'])).toEqual([])
    expect(beyond(['account.users.*'], ['account.users.manage', 'account.data.export'])).toEqual(['account.data.export'])
    for (const r of systemRoles.filter((s) => s.scope === 'account')) expect(beyond(['account.*'], r.grants)).toEqual([])
    expect(beyond(['account.*'], ['tenant.users.read'])).toEqual(['tenant.users.read'])
  })
})
