import { accountNames } from '@itellico/contracts/accounts'
import type { Booking, BookingStatus } from '@itellico/contracts/bookings'
import { profileMedia } from '@itellico/contracts/media'
import { profileRefs } from '@itellico/contracts/profiles'
import type { Ctx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import type { BookingRow } from './bookings.repository.ts'

/** Talents with name and cover, by id. */
export async function talentsOf(ctx: Ctx, ids: string[]): Promise<Map<string, Booking['profile']>> {
  const unique = [...new Set(ids)]
  if (unique.length === 0) return new Map()
  const [refs, covers] = await Promise.all([
    ask(ctx, profileRefs, { ids: unique }),
    ask(ctx, profileMedia, { profileIds: unique, publicOnly: false, coversOnly: true }),
  ])
  // a picture that is kept private stays with the talent's own people, though it be the cover
  const byProfile = new Map(covers.filter((c) => c.visibility === 'public').map((c) => [c.profileId, c]))
  return new Map(refs.map((p) => [p.id, { id: p.id, slug: p.slug, displayName: p.displayName, cover: byProfile.get(p.id) ?? null }]))
}

/** Bookings as clients see them, with names looked up at once for all. */
export async function toBookings(ctx: Ctx, rows: readonly BookingRow[]): Promise<Booking[]> {
  const [talents, agencies] = await Promise.all([
    talentsOf(
      ctx,
      rows.map((r) => r.profileId),
    ),
    ask(ctx, accountNames, { ids: [...new Set(rows.map((r) => r.accountId))] }),
  ])
  const names = new Map(agencies.map((a) => [a.id, a.name]))
  return rows.map((r) => ({
    id: r.id,
    status: r.status as BookingStatus,
    rank: r.rank,
    profile: talents.get(r.profileId) ?? { id: r.profileId, slug: 'unknown', displayName: 'Deleted talent', cover: null },
    agency: { id: r.accountId, name: names.get(r.accountId) ?? '' },
    client: { id: r.clientAccountId, name: r.clientName },
    title: r.title,
    location: r.location,
    notes: r.notes,
    startsAt: r.startsAt.toISOString(),
    endsAt: r.endsAt.toISOString(),
    timezone: r.timezone,
    fee: r.feeMinor === null || r.currency === null ? null : { amountMinor: Number(r.feeMinor), currency: r.currency },
    optionExpiresAt: r.optionExpiresAt?.toISOString() ?? null,
    reason: r.reason,
    createdAt: r.createdAt.toISOString(),
    updatedAt: r.updatedAt.toISOString(),
    version: r.version,
  }))
}
