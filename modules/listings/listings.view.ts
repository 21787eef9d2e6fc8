import { accountNames } from '@itellico/contracts/accounts'
import { applicationCounts } from '@itellico/contracts/applications'
import type * as contract from '@itellico/contracts/listings'
import type { Ctx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import { dateOnly, iso } from '../time.ts'
import { isOpen, type RoleData } from './listings.policy.ts'
import type * as repository from './listings.repository.ts'

type Row = NonNullable<Awaited<ReturnType<typeof repository.find>>>

function toRole(r: RoleData): contract.CastingRole {
  return {
    id: r.id,
    name: r.name,
    description: r.description,
    quantity: r.quantity,
    fee: r.feeMinor === null || r.currency === null ? null : { amountMinor: Number(r.feeMinor), currency: r.currency },
  }
}

const base = (r: Row) => ({
  id: r.id,
  slug: r.slug,
  title: r.title,
  description: r.description,
  status: r.status as contract.ListingStatus,
  location: r.location,
  startsOn: dateOnly(r.startsOn),
  endsOn: dateOnly(r.endsOn),
  deadline: iso(r.deadline),
  usage: r.usage,
  roles: r.roles.map(toRole),
  publishedAt: iso(r.publishedAt),
})

async function clientsOf(ctx: Ctx, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map((r) => r.accountId))]
  return new Map(ids.length ? (await ask(ctx, accountNames, { ids })).map((a) => [a.id, a.name]) : [])
}

/** Castings as their owner sees them, with how many have applied. */
export async function toOwn(ctx: Ctx, rows: readonly Row[]): Promise<contract.Listing[]> {
  const names = await clientsOf(ctx, rows)
  const counts = new Map(rows.length ? (await ask(ctx, applicationCounts, { listingIds: rows.map((r) => r.id) })).map((c) => [c.listingId, c]) : [])
  return rows.map((r) => ({
    ...base(r),
    client: { id: r.accountId, name: names.get(r.accountId) ?? '' },
    applicationCount: counts.get(r.id)?.total ?? 0,
    newApplicationCount: counts.get(r.id)?.fresh ?? 0,
    createdAt: r.createdAt.toISOString(),
    version: r.version,
  }))
}

/** Castings as everybody sees them. */
export async function toPublic(ctx: Ctx, rows: readonly Row[]): Promise<contract.PublicListing[]> {
  const names = await clientsOf(ctx, rows)
  return rows.map((r) => ({ ...base(r), clientName: names.get(r.accountId) ?? '', open: isOpen(r, ctx.now()) }))
}

/** A casting as other modules see it. */
export function toRef(ctx: Ctx, r: Row): contract.ListingRef {
  return {
    id: r.id,
    slug: r.slug,
    title: r.title,
    accountId: r.accountId,
    status: r.status as contract.ListingStatus,
    open: isOpen(r, ctx.now()),
    roles: r.roles.map(toRole),
  }
}
