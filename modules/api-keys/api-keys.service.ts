import { accountNames } from '@itellico/contracts/accounts'
import * as contract from '@itellico/contracts/api-keys'
import { recordAudit } from '@itellico/contracts/audit'
import { userRecords } from '@itellico/contracts/auth'
import { matches } from '@itellico/contracts/permissions'
import { refused } from '@itellico/contracts/refusals'
import { inTx, lockInTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { decodeIdCursor, toPage } from '@itellico/kernel/paging'
import { found, userOf } from '../actor.ts'
import { hashOf, makeKey, newPublicId, stateOf } from './api-keys.policy.ts'
import * as repository from './api-keys.repository.ts'

const DAY = 86_400_000
/** Keys that ended are shown for this long. */
const SHOWN_DAYS = 90

const inDays = (ctx: Ctx, days: number): Date => new Date(ctx.now().getTime() + days * DAY)
const time = (at: Date | null): string | null => at?.toISOString() ?? null

async function view(ctx: Ctx, rows: readonly repository.KeyRow[]): Promise<contract.ApiKey[]> {
  const ids = [...new Set(rows.flatMap((r) => r.accountId ?? []))]
  const names = new Map(ids.length === 0 ? [] : (await ask(ctx, accountNames, { ids })).map((a) => [a.id, a.name]))
  const now = ctx.now()
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    prefix: `${contract.KEY_MARK}${r.publicId}`,
    scopes: r.scopes,
    account: r.accountId === null ? null : { id: r.accountId, name: names.get(r.accountId) ?? '' },
    state: stateOf(r, now),
    createdAt: r.createdAt.toISOString(),
    rotatedAt: time(r.rotatedAt),
    overlapEndsAt: r.previousUntil && r.previousUntil > now ? r.previousUntil.toISOString() : null,
    expiresAt: r.expiresAt.toISOString(),
    revokedAt: time(r.revokedAt),
    lastUsedAt: time(r.lastUsedAt),
    lastUsedIp: r.lastUsedIp,
  }))
}

async function withSecret(tx: TxCtx, row: repository.KeyRow, secret: string): Promise<contract.NewApiKey> {
  return { key: found((await view(tx, [row]))[0]), secret }
}

const audit = (tx: TxCtx, action: 'keys.created' | 'keys.rotated' | 'keys.revoked', row: repository.KeyRow, changes?: readonly Change[]): Promise<null> =>
  ask(tx, recordAudit, { action, entity: 'user', entityId: row.userId, data: { name: row.name }, ...(changes && { changes: [...changes] }) })
interface Change {
  readonly field: string
  readonly from: unknown
  readonly to: unknown
}

/** The own keys. */
export async function listOwn(ctx: Ctx): Promise<contract.ApiKey[]> {
  return view(ctx, await repository.listOf(ctx.db, userOf(ctx).userId))
}

/** Makes a key; each scope must cover something that its owner has now. */
export async function create(ctx: Ctx, input: { name: string; scopes: string[]; accountId?: string; expiresInDays: number }): Promise<contract.NewApiKey> {
  const { userId, grants, accounts } = userOf(ctx)
  const bound = input.accountId ? accounts.find((a) => a.accountId === input.accountId) : null
  if (bound === undefined) throw fail(contract.keyAccountUnknown, { errors: [refused('accountId', 'choice')] })
  const own = bound ? grants.filter((g) => g.startsWith('user.')) : grants
  const possible = contract.keyPermissions([...own, ...(bound ? [bound] : accounts).flatMap((a) => a.grants)])
  const foreign = input.scopes.find((s) => !possible.some((p) => matches(s, p)))
  if (foreign) throw fail(contract.scopeRefused, { detail: `${foreign} is not among what you have.`, errors: [refused('scopes', 'choiceUnknown')] })
  const publicId = newPublicId()
  const { text, secret } = makeKey(publicId)
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, `api-keys/${userId}`)
    if ((await repository.countActive(tx.db, userId, tx.now())) >= contract.MAX_KEYS) throw fail(contract.keyLimit, { context: { limit: contract.MAX_KEYS } })
    const row = await repository.insert(tx.db, {
      id: newId(),
      userId,
      accountId: input.accountId ?? null,
      name: input.name.trim(),
      publicId,
      secretHash: hashOf(secret),
      scopes: input.scopes,
      createdAt: tx.now(),
      expiresAt: inDays(tx, input.expiresInDays),
    })
    await audit(tx, 'keys.created', row, [{ field: 'scopes', from: [], to: row.scopes }])
    return withSecret(tx, row, text)
  })
}

/** Gives an own key a new secret; the one before works for some days more. */
export async function rotate(ctx: Ctx, id: string, input: { overlapDays: number; expiresInDays: number }): Promise<contract.NewApiKey> {
  const { userId } = userOf(ctx)
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, `api-keys/${userId}`)
    const before = found(await repository.find(tx.db, id, userId))
    if (stateOf(before, tx.now()) !== 'active') throw fail(contract.keyEnded)
    const { text, secret } = makeKey(before.publicId)
    const kept = input.overlapDays > 0
    const row = await repository.update(tx.db, id, {
      secretHash: hashOf(secret),
      previousHash: kept ? before.secretHash : null,
      previousUntil: kept ? new Date(Math.min(inDays(tx, input.overlapDays).getTime(), before.expiresAt.getTime())) : null,
      rotatedAt: tx.now(),
      expiresAt: inDays(tx, input.expiresInDays),
    })
    await audit(tx, 'keys.rotated', row, [{ field: 'expiresAt', from: before.expiresAt.toISOString(), to: row.expiresAt.toISOString() }])
    return withSecret(tx, row, text)
  })
}

/** Ends a key at once: an own one, or anybody's where `userId` is not given. */
export async function revoke(ctx: Ctx, id: string, userId?: string): Promise<void> {
  await inTx(ctx, async (tx) => {
    const row = found(await repository.find(tx.db, id, userId))
    if ((await repository.revoke(tx.db, { id }, tx.now())) > 0) await audit(tx, 'keys.revoked', row)
  })
}

/** Ends all keys of somebody whose password is a new one: whoever knew the old one may have made them. */
export async function revokeAll(tx: TxCtx, userId: string): Promise<void> {
  const count = await repository.revoke(tx.db, { userId }, tx.now())
  if (count > 0) await ask(tx, recordAudit, { action: 'keys.revoked_all', entity: 'user', entityId: userId, data: { count } })
}

/** Keys of everybody with their owners. */
export async function listAll(ctx: Ctx, query: { cursor?: string; limit?: number }) {
  const limit = query.limit ?? 20
  const { items, page } = toPage(await repository.list(ctx.db, decodeIdCursor(query.cursor), limit + 1), limit, (r) => r)
  const ids = [...new Set(items.map((r) => r.userId))]
  const owners = new Map((await ask(ctx, userRecords, { ids })).map((u) => [u.id, `${u.firstName} ${u.lastName}`]))
  const shown = await view(ctx, items)
  return { items: shown.map((k, i) => ({ ...k, owner: ownerOf(items[i]?.userId ?? '', owners) })), page }
}

const ownerOf = (id: string, names: ReadonlyMap<string, string>): contract.OwnedApiKey['owner'] => ({ id, name: names.get(id) ?? '' })

/** Forgets keys that ended long ago. */
export async function deleteEnded(ctx: Ctx): Promise<void> {
  await repository.deleteEnded(ctx.db, inDays(ctx, -SHOWN_DAYS))
}
