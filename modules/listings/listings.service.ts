import * as contract from '@itellico/contracts/listings'
import { versionStale } from '@itellico/contracts/kit'
import type { Ctx, TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { decodeIdCursor, decodeTimeCursor, toPage, toTimePage } from '@itellico/kernel/paging'
import { accountOf, found } from '../actor.ts'
import * as policy from './listings.policy.ts'
import * as repository from './listings.repository.ts'
import { toOwn, toPublic } from './listings.view.ts'

/** A casting as it is kept, with its roles. */
export type Row = NonNullable<Awaited<ReturnType<typeof repository.find>>>

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
  const rows = await repository.listOwn(
    ctx.db,
    accountOf(ctx).accountId,
    { ...(query.status && { status: query.status }), beforeId: decodeIdCursor(query.cursor) },
    limit + 1,
  )
  const page = toPage(rows, limit, (r) => r)
  return { items: await toOwn(ctx, page.items), page: page.page }
}

/** A casting of the active account. */
export async function get(ctx: Ctx, id: string): Promise<contract.Listing> {
  const row = await repository.find(ctx.db, { id })
  const [listing] = await toOwn(ctx, [found(row?.accountId === accountOf(ctx).accountId ? row : null)])
  return found(listing)
}

/** A casting as its owner sees it, read anew. */
export async function read(ctx: Ctx, id: string): Promise<contract.Listing> {
  const [listing] = await toOwn(ctx, [found(await repository.find(ctx.db, { id }))])
  return found(listing)
}

/** A casting of the active account, held for a change; one of others does not exist. */
export async function hold(tx: TxCtx, id: string, ifMatch: number | null): Promise<Row> {
  await repository.lock(tx.db, id, 'update')
  const row = await repository.find(tx.db, { id })
  const own = found(row?.accountId === accountOf(tx).accountId ? row : null)
  if (ifMatch !== null && ifMatch !== own.version) throw fail(versionStale, { context: { version: own.version } })
  return own
}

/** Refuses dates that are not possible. */
export function requireDates(ctx: Ctx, dates: Parameters<typeof policy.checkDates>[0], published: boolean): void {
  const errors = policy.checkDates(dates, published, ctx.now())
  if (errors.length) throw fail(contract.datesInvalid, { errors })
}
