import { recordAudit } from '@itellico/contracts/audit'
import { checkCategories, checkValues, type FieldValues } from '@itellico/contracts/model-schema'
import { versionStale } from '@itellico/contracts/kit'
import * as contract from '@itellico/contracts/profiles'
import { because } from '@itellico/contracts/refusals'
import { changeUsage } from '@itellico/contracts/usage'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { decodeTextCursor, encodeCursor } from '@itellico/kernel/paging'
import type { Prisma } from '../generated/prisma/client.ts'
import { accountOf, found, userOf } from '../actor.ts'
import { freeSlug, slugify } from '../slugs.ts'
import { fromDateOnly } from '../time.ts'
import { maskedName } from './profiles.masking.ts'
import * as policy from './profiles.policy.ts'
import * as repository from './profiles.repository.ts'
import { current } from './profiles.schemas.ts'
import { toProfiles, toSummaries } from './profiles.view.ts'

type Row = NonNullable<Awaited<ReturnType<typeof repository.find>>>
type Scope = 'user' | 'account'

/** A profile that the person manages, or that is in the roster of the active account; others do not exist. */
async function reach(ctx: Ctx, id: string, scope: Scope): Promise<Row> {
  const row = await repository.find(ctx.db, { id })
  const mine = row && (scope === 'user' ? row.managingUserId === userOf(ctx).userId : row.accountId === accountOf(ctx).accountId)
  return found(mine ? row : null)
}

async function one(ctx: Ctx, row: Row): Promise<contract.Profile> {
  const [profile] = await toProfiles(ctx, [row], (await current(ctx)).definition)
  return found(profile)
}

/** Profiles that the person manages. */
export async function listOwn(ctx: Ctx): Promise<contract.Profile[]> {
  const rows = await repository.findMany(ctx.db, { managingUserId: userOf(ctx).userId })
  return toProfiles(ctx, rows, (await current(ctx)).definition)
}

/** One profile in full. */
export async function get(ctx: Ctx, id: string, scope: Scope): Promise<contract.Profile> {
  return one(ctx, await reach(ctx, id, scope))
}

/** Talents of the active account by name. */
export async function listRoster(ctx: Ctx, query: { q?: string; status?: string; cursor?: string; limit?: number; locale?: string }) {
  const limit = query.limit ?? 20
  const after = decodeTextCursor(query.cursor)
  const rows = await repository.roster(
    ctx.db,
    accountOf(ctx).accountId,
    { ...(query.q && { q: query.q }), ...(query.status && { status: query.status }), after },
    limit + 1,
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: await toSummaries(ctx, items, (await current(ctx)).definition, query.locale),
    page: { nextCursor: rows.length > limit && last ? encodeCursor([last.displayName, last.id]) : null, limit },
  }
}

/** Adds a talent to the roster of the active account, as a draft. */
export async function create(
  ctx: Ctx,
  input: { displayName: string; dateOfBirth?: string; city?: string | null; country?: string | null; values?: FieldValues },
): Promise<contract.Profile> {
  const { accountId } = accountOf(ctx)
  return inTx(ctx, async (tx) => one(tx, await insert(tx, { ...input, accountId, managingUserId: null, status: 'draft' })))
}

/** Writes a new profile and says so. */
export async function insert(
  tx: TxCtx,
  input: {
    displayName: string
    dateOfBirth?: string | null
    city?: string | null
    country?: string | null
    values?: FieldValues
    accountId: string
    managingUserId: string | null
    status: contract.ProfileStatus
  },
): Promise<Row> {
  const schema = await current(tx)
  const values = input.values ?? {}
  const problems = checkValues(schema.definition, values)
  if (problems.length) throw fail(contract.valuesInvalid, { errors: problems.map((p) => ({ ...p, field: `values.${p.field}` })) })
  const birth = input.dateOfBirth ? fromDateOnly(input.dateOfBirth) : null
  const minor = policy.isMinor(birth, tx.now())
  // an address is read by more people than a profile: that of a minor holds no surname
  const slug = await freeSlug(slugify(minor ? maskedName(input.displayName) : input.displayName, 'talent'), (s) => repository.slugTaken(tx.db, s))
  const row = await repository.insert(tx.db, {
    id: newId(),
    slug,
    displayName: input.displayName.trim(),
    accountId: input.accountId,
    managingUserId: input.managingUserId,
    status: input.status,
    visibility: minor ? 'members' : 'public',
    isMinor: minor,
    dateOfBirth: birth,
    city: input.city ?? null,
    country: input.country ?? null,
    values,
    schemaVersion: schema.version,
  })
  await ask(tx, changeUsage, { key: 'profiles', by: 1 })
  await emit(tx, contract.profileUpdated, `profile:${row.id}`, { profileId: row.id, status: input.status })
  await ask(tx, recordAudit, { action: 'profiles.created', entity: 'profile', entityId: row.id, data: { name: row.displayName } })
  return row
}

/** Changes a profile; given values are merged, null empties a field. */
export async function update(ctx: Ctx, id: string, change: contract.ProfileEdit, scope: Scope, ifMatch: number | null): Promise<contract.Profile> {
  return inTx(ctx, async (tx) => {
    const row = await reach(tx, id, scope)
    if (ifMatch !== null && ifMatch !== row.version) throw fail(versionStale, { context: { version: row.version } })
    const schema = await current(tx)
    const data: Prisma.ProfileUpdateManyMutationInput = {}
    for (const key of ['displayName', 'city', 'country', 'bio', 'categories', 'visibility'] as const)
      if (change[key] !== undefined) Object.assign(data, { [key]: change[key] })
    if (change.visibility === 'public' && row.isMinor) {
      if (policy.isStillMinor(row, tx.now())) throw fail(contract.minorNotPublic)
      Object.assign(data, { isMinor: false })
    }
    const misplaced = checkCategories(schema.definition, change.categories ?? [], row.categories)
    if (misplaced.length) throw fail(contract.valuesInvalid, { errors: misplaced })
    if (change.values) {
      const problems = checkValues(schema.definition, change.values)
      if (problems.length) throw fail(contract.valuesInvalid, { errors: problems.map((p) => ({ ...p, field: `values.${p.field}` })) })
      const merged = Object.entries({ ...(row.values as FieldValues), ...change.values }).filter(([, v]) => v !== null)
      Object.assign(data, { values: Object.fromEntries(merged), schemaVersion: schema.version })
    }
    if (!(await repository.update(tx.db, id, row.version, data))) throw fail(versionStale)
    await emit(tx, contract.profileUpdated, `profile:${id}`, { profileId: id, status: row.status as contract.ProfileStatus })
    const changes = Object.entries(change).flatMap(([field, to]): { field: string; from: unknown; to: unknown }[] =>
      field === 'values'
        ? Object.entries(change.values ?? {}).map(([k, v]) => ({ field: k, from: (row.values as FieldValues)[k] ?? null, to: v }))
        : [{ field, from: row[field as 'bio'] ?? null, to }],
    )
    await ask(tx, recordAudit, { action: 'profiles.updated', entity: 'profile', entityId: id, data: { name: row.displayName }, changes })
    return one(tx, found(await repository.find(tx.db, { id })))
  })
}

/** Moves a profile through its states: handed in, published, hidden. */
export async function move(ctx: Ctx, id: string, step: 'submit' | 'publish' | 'hide', scope: Scope): Promise<contract.Profile> {
  return inTx(ctx, async (tx) => {
    const row = await reach(tx, id, scope)
    const to: contract.ProfileStatus = step === 'submit' ? 'pending' : step === 'publish' ? 'active' : 'hidden'
    if (row.status === to) return one(tx, row)
    if (!policy.canMove(step, row.status)) throw fail(contract.profileIncomplete, because('profileStep', { status: row.status }))
    if (step !== 'hide') {
      const missing = policy.missingForPublication((await current(tx)).definition, { values: row.values as FieldValues, displayName: row.displayName })
      if (missing.length) throw fail(contract.profileIncomplete, { errors: missing.map((p) => ({ ...p, field: `values.${p.field}` })) })
    }
    // a birthday may have passed since the profile was written
    if (
      !(await repository.update(tx.db, id, row.version, {
        status: to,
        isMinor: policy.isStillMinor(row, tx.now()),
      }))
    )
      throw fail(versionStale)
    await emit(tx, contract.profileUpdated, `profile:${id}`, { profileId: id, status: to })
    await ask(tx, recordAudit, {
      action: `profiles.${step}`,
      entity: 'profile',
      entityId: id,
      data: { name: row.displayName },
      changes: [{ field: 'status', from: row.status, to }],
    })
    return one(tx, found(await repository.find(tx.db, { id })))
  })
}
