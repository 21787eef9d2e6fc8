import { matches, permissions, systemRoles, type Permission } from './permissions.ts'

/** A role as the rules need it: what ships with the product, or what a marketplace made for itself. */
export interface RoleRules {
  readonly key: string
  readonly scope: 'user' | 'account' | 'tenant' | 'platform'
  /** Key of the role whose rules it has, too; of the same scope. */
  readonly inherits: string | null
  readonly allow: readonly string[]
  readonly deny: readonly string[]
}

/** Where a rule comes from: a role (through the roles that lead to it), or a grant to the person. */
export type RuleSource =
  | { readonly kind: 'role'; readonly role: string; readonly through: readonly string[] }
  | { readonly kind: 'grant'; readonly id: string; readonly expiresAt: string | null }

/** One pattern that allows or denies, and where it comes from. */
export interface AccessRule {
  readonly effect: 'allow' | 'deny'
  readonly pattern: string
  readonly from: RuleSource
}

/** What was decided about a permission, with the rules that speak of it. */
export interface Decision {
  readonly allowed: boolean
  readonly why: 'allowed' | 'denied' | 'nothing'
  readonly rules: readonly AccessRule[]
}

/** How many roles a role can stand on. */
export const MAX_INHERITANCE = 5

/** The tier that a pattern speaks of: its first segment. */
export function tierOfPattern(pattern: string): string {
  return pattern.split('.')[0] ?? ''
}

/** Every permission there is. */
export const catalogue = Object.keys(permissions) as readonly Permission[]

/** The roles that ship with the product, as rules. */
export const shippedRoles: ReadonlyMap<string, RoleRules> = new Map(
  systemRoles.map((r) => [r.key, { key: r.key, scope: r.scope, inherits: null, allow: r.grants, deny: [] }]),
)

/** A role and those that it stands on, nearest first. A circle, or a role that is not there, ends the line. */
export function lineOf(key: string, roles: ReadonlyMap<string, RoleRules>): RoleRules[] {
  const line: RoleRules[] = []
  for (let next = roles.get(key); next && !line.includes(next); next = next.inherits === null ? undefined : roles.get(next.inherits)) line.push(next)
  return line
}

/** All rules that a role brings, its own and inherited ones. */
export function rulesOfRole(key: string, roles: ReadonlyMap<string, RoleRules>): AccessRule[] {
  const line = lineOf(key, roles)
  return line.flatMap((role, place) => {
    const from: RuleSource = { kind: 'role', role: role.key, through: line.slice(0, place).map((r) => r.key) }
    return [
      ...role.allow.map((pattern): AccessRule => ({ effect: 'allow', pattern, from })),
      ...role.deny.map((pattern): AccessRule => ({ effect: 'deny', pattern, from })),
    ]
  })
}

/** Decides about a permission: a rule that denies wins over all that allow, and what nothing allows is refused. */
export function decide(rules: readonly AccessRule[], permission: string): Decision {
  const spoken = rules.filter((r) => matches(r.pattern, permission))
  if (spoken.some((r) => r.effect === 'deny')) return { allowed: false, why: 'denied', rules: spoken }
  return { allowed: spoken.length > 0, why: spoken.length > 0 ? 'allowed' : 'nothing', rules: spoken }
}

/** The patterns that say the same as some rules: as they are while nothing is denied, else each permission that is left. */
export function patternsOf(rules: readonly AccessRule[]): string[] {
  if (rules.some((r) => r.effect === 'deny')) return catalogue.filter((p) => decide(rules, p).allowed)
  return [...new Set(rules.map((r) => r.pattern))]
}

/** Whether patterns cover a permission. */
export function covers(patterns: readonly string[], permission: string): boolean {
  return patterns.some((pattern) => matches(pattern, permission))
}

/** Permissions that the asked patterns cover and the own ones do not: nobody gives what they do not have. */
export function beyond(own: readonly string[], asked: readonly string[]): Permission[] {
  return catalogue.filter((p) => covers(asked, p) && !covers(own, p))
}
