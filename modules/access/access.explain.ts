import * as contract from '@itellico/contracts/access'
import { userRecords } from '@itellico/contracts/auth'
import { because } from '@itellico/contracts/refusals'
import { catalogue, decide, rulesOfRole, tierOfPattern, type AccessRule } from '@itellico/contracts/rights'
import type { Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { ask } from '@itellico/kernel/operations'
import { found } from '../actor.ts'
import { rolesHere, standingOf, type Standing } from './access.rights.ts'
import { unfitPatterns } from './access.roles.ts'

const accountOf = (standing: Standing, accountId: string | undefined) =>
  accountId ? standing.accounts.find((a) => a.accountId === accountId) : standing.accounts[0]

/** Why somebody may do something, or may not: every rule that speaks of it. */
export async function explain(ctx: Ctx, query: { userId: string; permission: string; accountId?: string }): Promise<contract.Explanation> {
  const { permission } = query
  if (!catalogue.some((p) => p === permission) || tierOfPattern(permission) === 'platform')
    throw fail(contract.rulesUnfit, because('permissionUnknown', { permission }))
  const [user] = await ask(ctx, userRecords, { ids: [query.userId] })
  found(user)
  const standing = await standingOf(ctx, query.userId)
  const stepUp = ctx.kernel.registry.routes.some((r) => r.contract.permission === permission && r.contract.stepUp)
  const inAccount = tierOfPattern(permission) === 'account'
  const account = inAccount ? accountOf(standing, query.accountId) : undefined
  const head = { permission, accountId: account?.accountId ?? null, stepUp }
  if (inAccount && !account) return { ...head, allowed: false, why: 'no_account', rules: [] }
  const decision = decide(account ? account.rules : standing.rules, permission)
  const rules = [...decision.rules]
  if (user?.status === 'disabled') return { ...head, allowed: false, why: 'disabled', rules }
  return { ...head, allowed: decision.allowed, why: decision.why, rules }
}

interface Change {
  readonly userId: string
  readonly accountId?: string
  readonly addRoles: readonly string[]
  readonly removeRoles: readonly string[]
  readonly allow: readonly string[]
  readonly deny: readonly string[]
}

/** What somebody could do with other roles and rules than they have. */
export async function simulate(ctx: Ctx, change: Change): Promise<{ gained: string[]; lost: string[]; kept: string[] }> {
  const [user] = await ask(ctx, userRecords, { ids: [change.userId] })
  found(user)
  const roles = await rolesHere(ctx)
  const unknown = [...change.addRoles, ...change.removeRoles].find((key) => !roles.has(key) || roles.get(key)?.scope === 'platform')
  if (unknown) throw fail(contract.rulesUnfit, because('roleUnknown', { role: unknown }))
  const errors = (['allow', 'deny'] as const).flatMap((field) => change[field].flatMap((p) => unfitPatterns(field, [p], tierOfPattern(p))))
  if (errors.length) throw fail(contract.rulesUnfit, { errors })
  const standing = await standingOf(ctx, change.userId)
  const before = [...standing.rules, ...(accountOf(standing, change.accountId)?.rules ?? [])]
  const byHand =
    (effect: AccessRule['effect']) =>
    (pattern: string): AccessRule => ({ effect, pattern, from: { kind: 'grant', id: 'simulated', expiresAt: null } })
  const isRemoved = ({ from }: AccessRule): boolean => from.kind === 'role' && change.removeRoles.includes(from.through[0] ?? from.role)
  const after = [
    ...before.filter((rule) => !isRemoved(rule)),
    ...change.addRoles.flatMap((key) => rulesOfRole(key, roles)),
    ...change.allow.map(byHand('allow')),
    ...change.deny.map(byHand('deny')),
  ]
  const sorted: { gained: string[]; lost: string[]; kept: string[] } = { gained: [], lost: [], kept: [] }
  for (const permission of catalogue) {
    const [had, has] = [decide(before, permission).allowed, decide(after, permission).allowed]
    if (had || has) sorted[had && has ? 'kept' : has ? 'gained' : 'lost'].push(permission)
  }
  return sorted
}
