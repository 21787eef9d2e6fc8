import { applicationCounts } from '@itellico/contracts/applications'
import { recordAudit } from '@itellico/contracts/audit'
import * as contract from '@itellico/contracts/listings'
import { versionStale } from '@itellico/contracts/profiles'
import { inTx, lockInTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { decodeIdCursor, decodeTimeCursor, toPage, toTimePage } from '@itellico/kernel/paging'
import { accountOf, found } from '../actor.ts'
import { freeSlug, slugify } from '../slugs.ts'
import { dateOnly, fromDateOnly, iso } from '../time.ts'
import * as policy from './listings.policy.ts'
import * as repository from './listings.repository.ts'
import { toOwn, toPublic } from './listings.view.ts'

type Row = NonNullable<Awaited<ReturnType<typeof repository.find>>>
type Dates = Parameters<typeof policy.checkDates>[0]

async function one(ctx: Ctx, id: string): Promise<contract.Listing> {
  const [listing] = await toOwn(ctx, [found(await repository.find(ctx.db, { id }))])
  return found(listing)
}

/** A casting of the active account, held for a change; one of others does not exist. */
async function hold(tx: TxCtx, id: string, ifMatch: number | null): Promise<Row> {
  await repository.lock(tx.db, id, 'update')
  const row = await repository.find(tx.db, { id })
  const own = found(row?.accountId === accountOf(tx).accountId ? row : null)
  if (ifMatch !== null && ifMatch !== own.version) throw fail(versionStale, { context: { version: own.version } })
  return own
}

function requireDates(ctx: Ctx, dates: Dates, published: boolean): void {
  const errors = policy.checkDates(dates, published, ctx.now())
  if (errors.length) throw fail(contract.datesInvalid, { errors })
}

function requireRoles(edits: readonly contract.RoleEdit[], existing: readonly { id: string }[]): policy.RoleData[] {
  const roles = policy.planRoles(edits, existing, newId)
  if (!roles) throw fail(contract.roleUnknown)
  return roles
}

const textOf = (text: string | null | undefined): string | null => text?.trim() || null
const dayOf = (text: string | null | undefined): Date | null => (text ? fromDateOnly(text) : null)
const instantOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null)

/** Open castings, newest published first. */
export async function listPublic(ctx: Ctx, query: { q?: string; cursor?: string; limit?: number }) {
  const limit = query.limit ?? 20
  const q = query.q?.trim()
  const rows = await repository.listOpen(ctx.db, { ...(q && { q }), after: decodeTimeCursor(query.cursor) }, ctx.now(), limit + 1)
  const { items, page } = toTimePage(rows, limit, (r) => r.publishedAt ?? r.createdAt)
  return { items: await toPublic(ctx, items), page }
}

/** One casting by its address; drafts and cancelled ones do not exist. */
export async function getPublic(ctx: Ctx, slug: string): Promise<contract.PublicListing> {
  const row = await repository.find(ctx.db, { slug })
  const [listing] = await toPublic(ctx, [found(row && policy.isPublic(row) ? row : null)])
  return found(listing)
}

/** Castings of the active account, newest first. */
export async function listOwn(ctx: Ctx, query: { status?: contract.ListingStatus; cursor?: string; limit?: number }) {
  const limit = query.limit ?? 20
  const rows = await repository.listOwn(ctx.db, accountOf(ctx).accountId, { ...(query.status && { status: query.status }), beforeId: decodeIdCursor(query.cursor) }, limit + 1)
  const page = toPage(rows, limit, (r) => r)
  return { items: await toOwn(ctx, page.items), page: page.page }
}

/** A casting of the active account. */
export async function get(ctx: Ctx, id: string): Promise<contract.Listing> {
  const row = await repository.find(ctx.db, { id })
  const [listing] = await toOwn(ctx, [found(row?.accountId === accountOf(ctx).accountId ? row : null)])
  return found(listing)
}

/** Writes a casting for the active account, as a draft or published at once. */
export async function create(ctx: Ctx, input: contract.NewListing): Promise<contract.Listing> {
  const { accountId } = accountOf(ctx)
  const status = input.publish ? 'published' : 'draft'
  const title = input.title.trim()
  const dates = { startsOn: dayOf(input.startsOn), endsOn: dayOf(input.endsOn), deadline: instantOf(input.deadline) }
  requireDates(ctx, dates, status === 'published')
  const roles = requireRoles(input.roles, [])
  return inTx(ctx, async (tx) => {
    const wanted = slugify(title, 'casting')
    await lockInTx(tx, `listing-slug/${wanted}`)
    const slug = await freeSlug(wanted, (s) => repository.slugTaken(tx.db, s))
    const now = tx.now()
    const id = newId()
    await repository.insert(tx.db, { id, slug, accountId, title, description: input.description.trim(), status, location: textOf(input.location), usage: textOf(input.usage), ...dates, publishedAt: status === 'published' ? now : null, createdAt: now, updatedAt: now }, roles)
    await emit(tx, contract.listingChanged, `listing:${id}`, { listingId: id, accountId, status })
    await ask(tx, recordAudit, { action: 'listings.created', entity: 'listing', entityId: id, summary: `The casting ${title} was written`, changes: [{ field: 'status', from: null, to: status }] })
    return one(tx, id)
  })
}

/** Changes a casting. Roles and fees stay as they are once somebody has applied: people applied for what they read. */
export async function update(ctx: Ctx, id: string, change: contract.ListingEdit, ifMatch: number | null): Promise<contract.Listing> {
  return inTx(ctx, async (tx) => {
    const row = await hold(tx, id, ifMatch)
    const status = row.status as contract.ListingStatus
    if (!policy.canEdit(status)) throw fail(contract.listingState, `A casting that is ${status} cannot be changed.`)
    const data = {
      ...(change.title !== undefined && { title: change.title.trim() }), ...(change.description !== undefined && { description: change.description.trim() }),
      ...(change.location !== undefined && { location: textOf(change.location) }), ...(change.usage !== undefined && { usage: textOf(change.usage) }),
      ...(change.startsOn !== undefined && { startsOn: dayOf(change.startsOn) }), ...(change.endsOn !== undefined && { endsOn: dayOf(change.endsOn) }), ...(change.deadline !== undefined && { deadline: instantOf(change.deadline) }),
    }
    // an old deadline of a published casting is only looked at when it is given anew
    requireDates(tx, { ...row, ...data }, status === 'published' && change.deadline !== undefined)
    const rolesChanged = change.roles !== undefined && (await replaceRoles(tx, row, change.roles))
    await repository.update(tx.db, id, { ...data, updatedAt: tx.now() })
    await emit(tx, contract.listingChanged, `listing:${id}`, { listingId: id, accountId: row.accountId, status })
    const changes = Object.keys(data).map((field) => ({ field, from: plain(row, field), to: plain({ ...row, ...data }, field) })).filter((c) => c.from !== c.to)
    await ask(tx, recordAudit, { action: 'listings.updated', entity: 'listing', entityId: id, summary: `The casting ${data.title ?? row.title} was changed`, changes: [...changes, ...(rolesChanged ? [{ field: 'roles', from: row.roles.map((r) => r.name), to: change.roles?.map((r) => r.name) }] : [])] })
    return one(tx, id)
  })
}

function plain(row: Row, field: string): string | null {
  if (field === 'startsOn' || field === 'endsOn') return dateOnly(row[field])
  return field === 'deadline' ? iso(row.deadline) : row[field as 'title']
}

async function replaceRoles(tx: TxCtx, row: Row, edits: readonly contract.RoleEdit[]): Promise<boolean> {
  const roles = requireRoles(edits, row.roles)
  if (policy.sameRoles(roles, row.roles)) return false
  const [count] = await ask(tx, applicationCounts, { listingIds: [row.id] })
  if (count && count.total > 0) throw fail(contract.listingLocked)
  await repository.writeRoles(tx.db, row.id, roles)
  return true
}

/** Publishes a draft, or opens a closed casting again. */
export async function publish(ctx: Ctx, id: string, ifMatch: number | null): Promise<contract.Listing> {
  return inTx(ctx, async (tx) => {
    const row = await hold(tx, id, ifMatch)
    if (row.status === 'published') return one(tx, id)
    if (policy.canMove(row.status as contract.ListingStatus, 'published')) requireDates(tx, row, true)
    await move(tx, row, 'published')
    return one(tx, id)
  })
}

/** Ends a casting for new applications: closed for now, filled, or cancelled. */
export async function close(ctx: Ctx, id: string, outcome: 'closed' | 'filled' | 'cancelled', ifMatch: number | null): Promise<contract.Listing> {
  return inTx(ctx, async (tx) => {
    const row = await hold(tx, id, ifMatch)
    if (row.status !== outcome) await move(tx, row, outcome)
    return one(tx, id)
  })
}

/** Moves a casting that the transaction holds to another state. */
export async function move(tx: TxCtx, row: Row, to: contract.ListingStatus): Promise<void> {
  if (!policy.canMove(row.status as contract.ListingStatus, to)) throw fail(contract.listingState, `A casting that is ${row.status} cannot become ${to}.`)
  await repository.update(tx.db, row.id, { status: to, updatedAt: tx.now(), ...(to === 'published' && !row.publishedAt && { publishedAt: tx.now() }) })
  await emit(tx, contract.listingChanged, `listing:${row.id}`, { listingId: row.id, accountId: row.accountId, status: to })
  await ask(tx, recordAudit, { action: `listings.${to}`, entity: 'listing', entityId: row.id, summary: `The casting ${row.title} is ${to}`, changes: [{ field: 'status', from: row.status, to }] })
}
