import type { Me, Membership } from '@itellico/contracts/auth'
import { matches, type Permission } from '@itellico/contracts/permissions'

// Rights come as patterns such as `account.bookings.*`.
const covers = (grants: readonly string[], permission: string) => grants.some((grant) => matches(grant, permission))

/** The part of `me` that decides what somebody may do. */
export type Rights = Pick<Me, 'permissions' | 'memberships'>

/** The membership in an account, if there is one. */
export function membershipIn(me: Rights, accountId: string | null): Membership | undefined {
  return me.memberships.find((m) => m.accountId === accountId)
}

/** Whether somebody may do a thing, account permissions judged for the active account. Only for display: the API decides. */
export function mayDo(me: Rights, permission: Permission, accountId: string | null): boolean {
  if (!permission.startsWith('account.')) return covers(me.permissions, permission)
  return covers(membershipIn(me, accountId)?.permissions ?? [], permission)
}

/** The first membership, in an account of a kind, that allows a thing. */
export function membershipWith(me: Rights, permission: Permission, accountType: string): Membership | undefined {
  return me.memberships.find((m) => m.accountType === accountType && covers(m.permissions, permission))
}

/** Where somebody works: decides start page and navigation. */
export type Workspace = 'desk' | 'client' | 'me' | 'admin' | 'console'

const byAccountType: Record<string, Workspace> = { agency: 'desk', client: 'client', individual: 'me', guardian: 'me' }

/** The workspace of a kind of account. */
export function workspaceOfAccount(accountType: string | undefined): Workspace | null {
  return (accountType && byAccountType[accountType]) || null
}

/** Start page after sign-in. */
export function homeOf(me: Pick<Me, 'realm' | 'permissions' | 'memberships' | 'suspended'>, accountId: string | null): string {
  if (me.realm === 'platform') return '/console'
  const workspace = workspaceOfAccount((membershipIn(me, accountId) ?? me.memberships[0])?.accountType)
  if (workspace) return `/${workspace}`
  if (me.permissions.some((p) => p.startsWith('tenant.'))) return '/admin'
  return isLockedOut(me) ? '/no-access' : '/me'
}

/** Whether all that somebody works for is suspended; talents and guardians keep their own profiles. */
export function isLockedOut(me: Pick<Me, 'memberships' | 'suspended'>): boolean {
  return me.memberships.length === 0 && me.suspended.length > 0 && me.suspended.every((a) => workspaceOfAccount(a.accountType) !== 'me')
}
