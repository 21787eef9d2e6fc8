import * as contract from '@itellico/contracts/access'
import { accountNames, membershipsOf } from '@itellico/contracts/accounts'
import { recordAudit } from '@itellico/contracts/audit'
import { bumpEpoch, rolesOf, userRecords } from '@itellico/contracts/auth'
import { matches } from '@itellico/contracts/permissions'
import { because, refused, type FieldProblem } from '@itellico/contracts/refusals'
import { beyond, tierOfPattern } from '@itellico/contracts/rights'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { decodeIdCursor, toPage } from '@itellico/kernel/paging'
import { actorId, found, userOf } from '../actor.ts'
import * as repository from './access.repository.ts'
import { unfitPatterns } from './access.roles.ts'

/** What nobody can be denied: without it they could not even see why, or keep their login safe. */
const BASICS = ['user.profile.read', 'user.security.manage']

async function toGrants(ctx: Ctx, rows: repository.GrantRow[]): Promise<contract.Grant[]> {
  const ids = [...new Set(rows.flatMap((r) => [r.userId, ...(r.grantedBy ? [r.grantedBy] : [])]))]
  const users = new Map((await ask(ctx, userRecords, { ids })).map((u) => [u.id, `${u.firstName} ${u.lastName}`]))
  const named = [...new Set(rows.flatMap((r) => r.accountId ?? []))]
  const accounts = new Map((await ask(ctx, accountNames, { ids: named })).map((a) => [a.id, a.name]))
  return rows.map((r) => ({
    id: r.id,
    userId: r.userId,
    userName: users.get(r.userId) ?? '',
    effect: r.effect as contract.Grant['effect'],
    pattern: r.pattern,
    accountId: r.accountId,
    accountName: r.accountId && (accounts.get(r.accountId) ?? null),
    reason: r.reason,
    expiresAt: r.expiresAt?.toISOString() ?? null,
    grantedByName: r.grantedBy && (users.get(r.grantedBy) ?? null),
    createdAt: r.createdAt.toISOString(),
  }))
}

/** Grants, newest first. */
export async function list(ctx: Ctx, query: { userId?: string; cursor?: string; limit?: number }) {
  const limit = query.limit ?? 20
  const rows = await repository.grants(ctx.db, { ...(query.userId && { userId: query.userId }), beforeId: decodeIdCursor(query.cursor) }, limit + 1)
  const page = toPage(rows, limit, (r) => r)
  return { items: await toGrants(ctx, page.items), page: page.page }
}

interface GrantInput {
  readonly userId: string
  readonly effect: 'allow' | 'deny'
  readonly pattern: string
  readonly accountId?: string | null
  readonly reason: string
  readonly expiresAt?: string | null
}

async function problemsOf(ctx: Ctx, input: GrantInput): Promise<FieldProblem[]> {
  const tier = tierOfPattern(input.pattern)
  const errors = unfitPatterns('pattern', [input.pattern], tier)
  if (input.expiresAt && new Date(input.expiresAt) <= ctx.now()) errors.push(refused('expiresAt', 'future'))
  if (input.effect === 'deny' && BASICS.some((p) => matches(input.pattern, p))) errors.push(refused('pattern', 'patternBasic'))
  if (input.userId === userOf(ctx).userId) errors.push(refused('userId', 'grantSelf'))
  const memberships = await ask(ctx, membershipsOf, { userId: input.userId })
  if (tier === 'account') {
    if (memberships.length === 0 || (input.accountId && !memberships.some((m) => m.accountId === input.accountId)))
      errors.push(refused('accountId', 'grantNoMember'))
  } else if (input.accountId) errors.push(refused('accountId', 'patternTier', { pattern: input.pattern, tier: 'account' }))
  const roles = await ask(ctx, rolesOf, { userId: input.userId })
  if (input.effect === 'deny' && tier === 'tenant' && roles.some((r) => r.role === 'tenant_admin')) errors.push(refused('userId', 'grantAdmin'))
  return errors
}

/** Allows or denies something to one person. It counts at their next request. */
export async function create(ctx: Ctx, input: GrantInput): Promise<contract.Grant> {
  const [user] = await ask(ctx, userRecords, { ids: [input.userId] })
  found(user)
  const errors = await problemsOf(ctx, input)
  if (errors.length) throw fail(contract.grantUnfit, { errors })
  if (input.effect === 'allow' && tierOfPattern(input.pattern) === 'tenant') {
    const [more] = beyond(userOf(ctx).grants, [input.pattern])
    if (more) throw fail(contract.beyondOwn, because('beyondOwn', { permission: more }))
  }
  const row = await inTx(ctx, async (tx) => {
    const made = await repository.insertGrant(tx.db, {
      id: newId(),
      userId: input.userId,
      effect: input.effect,
      pattern: input.pattern,
      accountId: input.accountId ?? null,
      reason: input.reason.trim(),
      expiresAt: input.expiresAt ? new Date(input.expiresAt) : null,
      grantedBy: actorId(tx),
    })
    await ask(tx, bumpEpoch, { userIds: [input.userId], endSessions: false, reason: 'a grant was made' })
    await ask(tx, recordAudit, {
      action: input.effect === 'allow' ? 'access.allowed' : 'access.denied',
      entity: 'user',
      entityId: input.userId,
      data: { name: `${user?.firstName} ${user?.lastName}`, permission: input.pattern },
      changes: [{ field: 'reason', from: null, to: made.reason }, ...(input.expiresAt ? [{ field: 'expiresAt', from: null, to: input.expiresAt }] : [])],
    })
    return made
  })
  return found((await toGrants(ctx, [row]))[0])
}

/** Takes a grant back. */
export async function remove(ctx: Ctx, id: string): Promise<void> {
  await inTx(ctx, async (tx) => {
    const row = found(await repository.findGrant(tx.db, id))
    // the own restriction is lifted by somebody else
    if (row.userId === actorId(tx)) throw fail(contract.grantUnfit, { errors: [refused('userId', 'grantSelf')] })
    found((await repository.deleteGrant(tx.db, id)) || null)
    await ask(tx, bumpEpoch, { userIds: [row.userId], endSessions: false, reason: 'a grant was taken back' })
    await ask(tx, recordAudit, { action: 'access.grant_removed', entity: 'user', entityId: row.userId, data: { permission: row.pattern } })
  })
}
