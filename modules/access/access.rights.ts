import type { Rights } from '@itellico/contracts/access'
import { membershipsOf } from '@itellico/contracts/accounts'
import { rolesOf } from '@itellico/contracts/auth'
import { patternsOf, rulesOfRole, shippedRoles, tierOfPattern, type AccessRule, type RoleRules } from '@itellico/contracts/rights'
import type { Ctx } from '@itellico/kernel/context'
import { tenantKey } from '@itellico/kernel/keys'
import { ask } from '@itellico/kernel/operations'
import * as repository from './access.repository.ts'

/** Longest time that worked-out rights are kept; a change of rights raises the epoch, which is part of their name. */
const KEEP_SECONDS = 300

/** Shipped and own roles of the realm, by key. */
export async function rolesHere(ctx: Ctx): Promise<ReadonlyMap<string, RoleRules>> {
  if (ctx.realm.kind === 'platform') return shippedRoles
  const own = (await repository.roles(ctx.db)).map((r): RoleRules => ({ ...r, scope: r.scope as RoleRules['scope'] }))
  return new Map([...shippedRoles, ...own.map((r) => [r.key, r] as const)])
}

/** Everything that speaks of one person: in the marketplace, and in each account. */
export interface Standing {
  readonly roles: readonly string[]
  readonly rules: readonly AccessRule[]
  readonly accounts: readonly { readonly accountId: string; readonly accountName: string; readonly role: string; readonly rules: readonly AccessRule[] }[]
  /** When the first of these rules ends. */
  readonly until: Date | null
}

/** Gathers the roles, memberships and grants of a person as they are now. */
export async function standingOf(ctx: Ctx, userId: string): Promise<Standing> {
  const inTenant = ctx.realm.kind === 'tenant'
  const [held, memberships, grants] = await Promise.all([
    ask(ctx, rolesOf, { userId }),
    inTenant ? ask(ctx, membershipsOf, { userId }) : [],
    inTenant ? repository.liveGrants(ctx.db, userId, ctx.now()) : [],
  ])
  const keys = ['user', ...held.map((r) => r.role)]
  const shipped = [...keys, ...memberships.map((m) => m.role)].every((key) => shippedRoles.has(key))
  const roles = shipped ? shippedRoles : await rolesHere(ctx)
  const granted = (inAccount: string | null): AccessRule[] =>
    grants
      .filter((g) => (tierOfPattern(g.pattern) === 'account' ? inAccount !== null && (g.accountId ?? inAccount) === inAccount : inAccount === null))
      .map((g) => ({
        effect: g.effect as AccessRule['effect'],
        pattern: g.pattern,
        from: { kind: 'grant', id: g.id, expiresAt: g.expiresAt?.toISOString() ?? null },
      }))
  const ends = [...grants.flatMap((g) => g.expiresAt ?? []), ...held.flatMap((r) => (r.expiresAt ? new Date(r.expiresAt) : []))]
  return {
    roles: keys,
    rules: [...keys.flatMap((key) => rulesOfRole(key, roles)), ...granted(null)],
    accounts: memberships.map(({ accountId, accountName, role }) => ({
      accountId,
      accountName,
      role,
      rules: [...rulesOfRole(role, roles), ...granted(accountId)],
    })),
    until: ends.length > 0 ? new Date(Math.min(...ends.map((d) => d.getTime()))) : null,
  }
}

const toRights = ({ roles, rules, accounts }: Standing): Rights => ({
  roles: [...roles],
  grants: patternsOf(rules),
  accounts: accounts.map((a) => ({ accountId: a.accountId, role: a.role, grants: patternsOf(a.rules) })),
})

/**
 * What a person may do, worked out once for each epoch and kept in Redis; without Redis it is worked out anew.
 * Whoever changes a right raises the epoch in the same transaction, so that what is kept under it can never be too much.
 */
export async function rightsOf(ctx: Ctx, { userId, epoch }: { userId: string; epoch: number }): Promise<Rights> {
  const { redis, config } = ctx.kernel
  const key = `${config.REDIS_PREFIX}:${tenantKey(ctx.realm.id, 'perm', userId, String(epoch))}`
  const kept = await redis.get(key).catch(() => null)
  if (kept) return JSON.parse(kept) as Rights
  const standing = await standingOf(ctx, userId)
  const rights = toRights(standing)
  const seconds = Math.min(KEEP_SECONDS, standing.until ? Math.floor((standing.until.getTime() - ctx.now().getTime()) / 1000) : KEEP_SECONDS)
  if (seconds > 0) await redis.set(key, JSON.stringify(rights), 'EX', seconds).catch(() => undefined)
  return rights
}
