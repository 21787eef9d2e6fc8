import { notFound } from '@itellico/contracts/access'
import { accountRequired } from '@itellico/contracts/accounts'
import { sessionNeeded } from '@itellico/contracts/api-keys'
import { signInRequired } from '@itellico/contracts/auth'
import { matches, type Permission } from '@itellico/contracts/permissions'
import { ownRow } from '@itellico/contracts/policies'
import type { ActingAccount, Actor, Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'

type SignedIn = Extract<Actor, { kind: 'user' }>

/** The signed-in person of a context; nobody is a 401. */
export function userOf(ctx: Ctx): SignedIn {
  if (ctx.actor.kind !== 'user') throw fail(signInRequired)
  return ctx.actor
}

/** The session of the signed-in person; an API key has none. */
export function sessionOf(ctx: Ctx): string {
  const { sessionId } = userOf(ctx)
  if (sessionId === null) throw fail(sessionNeeded)
  return sessionId
}

/** Id of the acting person, or null when the product itself acts. */
export function actorId(ctx: Ctx): string | null {
  return ctx.actor.kind === 'user' ? ctx.actor.userId : null
}

/** The account that the person acts for. */
export function accountOf(ctx: Ctx): ActingAccount {
  const account = userOf(ctx).account
  if (!account) throw fail(accountRequired)
  return account
}

/** Whether the person holds an account-tier permission in one given account, whichever is active. */
export function mayInAccount(ctx: Ctx, accountId: string, permission: Permission): boolean {
  if (ctx.actor.kind === 'system') return true
  if (ctx.actor.kind !== 'user') return false
  return ctx.actor.accounts.some((a) => a.accountId === accountId && a.grants.some((g) => matches(g, permission)))
}

/** Whether the person may change what hangs on a profile: its manager, and whoever holds a permission in its account. */
export function mayTouch(ctx: Ctx, profile: { readonly accountId: string; readonly managingUserId: string | null }, permission: Permission): boolean {
  const manages = profile.managingUserId !== null && profile.managingUserId === actorId(ctx)
  return ownRow.decide({ manages, mayInAccount: mayInAccount(ctx, profile.accountId, permission) }) === null
}

/** Whether whoever acts belongs to the people who keep a profile: as its manager, or in its account. */
export function isOfHouse(ctx: Ctx, profile: { readonly accountId: string; readonly managingUserId: string | null }): boolean {
  const { actor } = ctx
  return actor.kind === 'user' && (profile.managingUserId === actor.userId || actor.accounts.some((a) => a.accountId === profile.accountId))
}

/** Whether the person holds a user-, tenant- or platform-tier permission. */
export function holds(ctx: Ctx, permission: Permission): boolean {
  return ctx.actor.kind === 'system' || (ctx.actor.kind === 'user' && ctx.actor.grants.some((g) => matches(g, permission)))
}

/** Gives the thing or answers "not found", the same for things of others and things that do not exist. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw fail(notFound)
  return thing
}
