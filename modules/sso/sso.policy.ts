import { domainToASCII } from 'node:url'
import { Email } from '@itellico/contracts/kit'
import type { Member } from '@itellico/contracts/accounts'
import type { RoleRule } from '@itellico/contracts/sso'
import { problemsOf } from '@itellico/kernel/validate'
import { parse } from 'tldts'

type AccountRole = Member['role']

/** What a provider says of somebody. */
export interface Claimed {
  readonly issuer: string
  /** Who it is for the provider, for ever. */
  readonly subject: string
  readonly email: string | null
  /** Whether the provider vouches for the address. */
  readonly emailVerified: boolean
  readonly firstName: string | null
  readonly lastName: string | null
  readonly groups: readonly string[]
  /** Whether the provider vouches for a second factor. */
  readonly secondFactor: boolean
}

const HOUR = 3_600_000
/** How long a proof of an e-mail domain holds until it is looked at again, and how long it may be missing. */
export const PROOF = { everyMs: 24 * HOUR, graceMs: 7 * 24 * HOUR } as const

/** Domain of an e-mail address as it is compared; empty when there is none. */
export function domainOf(email: string): string {
  const at = email.trim().lastIndexOf('@')
  return at < 1
    ? ''
    : domainToASCII(
        email
          .trim()
          .slice(at + 1)
          .toLowerCase(),
      )
}

/** A typed e-mail domain as it is kept, or null when nobody can own it. */
export function readDomain(typed: string): string | null {
  const bare = typed.trim().toLowerCase().replace(/^@/, '')
  if (/[\s/\\@?#:%]/.test(bare)) return null
  const domain = domainToASCII(bare)
  const found = parse(domain, { allowPrivateDomains: true })
  return !domain || domain.length > 240 || found.isIp || found.domain === null || found.hostname !== domain || !/^[a-z0-9.-]+$/.test(domain) ? null : domain
}

/** A claim as a list of texts: providers give one or many. */
export function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.filter((v): v is string => typeof v === 'string' && v !== '').slice(0, 500)
}

/** A claim as a text, cut to what a name may hold; null when it is none. */
export function text(value: unknown, most = 80): string | null {
  const found = typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed().trim().slice(0, most) : ''
  return found === '' ? null : found
}

/** A claim as an e-mail address; null when it is none. */
export function address(value: unknown): string | null {
  const found = text(value, 300)
  return found !== null && problemsOf(Email, found).length === 0 ? found : null
}

/** Roles of the marketplace that the groups of somebody give, in the order of the roles. */
export function rolesOf(rules: readonly RoleRule[], groups: readonly string[]): string[] {
  return [...new Set(rules.filter((r) => r.accountId === undefined && groups.includes(r.group)).map((r) => r.role))].sort()
}

/** Roles of somebody after a sign-in: what the groups give is added, and with `syncs` what no group gives any more is taken away. */
export function rolesAfter(has: readonly string[], given: readonly string[], rules: readonly RoleRule[], syncs: boolean): string[] {
  const mapped = new Set<string>(rules.filter((r) => r.accountId === undefined).map((r) => r.role))
  const kept = syncs ? has.filter((role) => !mapped.has(role) || given.includes(role)) : has
  return [...new Set([...kept, ...given])].sort()
}

/** A membership that a sign-in changes; null removes it. */
export interface MembershipChange {
  readonly accountId: string
  readonly role: AccountRole | null
}

/**
 * Memberships that change at a sign-in: of the rules about an account the first that fits counts. Without `syncs` people are only added, with
 * it their role follows the rule, and without a rule that fits they are removed from accounts that rules name.
 */
export function membershipsAfter(
  has: readonly { readonly accountId: string; readonly role: string }[],
  rules: readonly RoleRule[],
  groups: readonly string[],
  syncs: boolean,
): MembershipChange[] {
  const accounts = [...new Set(rules.flatMap((r) => r.accountId ?? []))]
  return accounts.flatMap((accountId) => {
    const before = has.find((m) => m.accountId === accountId)?.role ?? null
    const role = (rules.find((r) => r.accountId === accountId && groups.includes(r.group))?.role as AccountRole | undefined) ?? null
    return role === before || (!syncs && before !== null) ? [] : [{ accountId, role }]
  })
}

const FITTING: Readonly<Record<string, readonly string[]>> = {
  agency: ['account_owner', 'account_booker', 'account_viewer'],
  individual: ['account_owner'],
  client: ['client_owner', 'client_booker'],
  guardian: ['guardian'],
}
/** Whether a role is one of the marketplace, or fits the kind of the account that a rule names. */
export const ruleFits = ({ role, accountId }: RoleRule, type: string | undefined): boolean =>
  accountId === undefined ? role.startsWith('tenant_') : (FITTING[type ?? ''] ?? []).includes(role)

/** Whether methods of authentication hold a second factor (RFC 8176). */
export function isMultiFactor(amr: unknown, acr: unknown): boolean {
  return texts(amr).includes('mfa') || acr === 'http://schemas.openid.net/pape/policies/2007/06/multi-factor'
}

const MFA_CLASSES = new Set([
  'https://refeds.org/profile/mfa',
  'http://schemas.microsoft.com/claims/multipleauthn',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorUnregistered',
])
/** Whether a SAML class of authentication is one with a second factor. */
export const isMultiFactorClass = (name: unknown): boolean => typeof name === 'string' && MFA_CLASSES.has(name)

/** A path of this marketplace to go to afterwards, or null when it points elsewhere. */
export function safePath(next: string | undefined): string | null {
  return next && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : null
}
