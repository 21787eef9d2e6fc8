import * as contract from '@itellico/contracts/bookings'
import { profileRefs, type ProfileRef } from '@itellico/contracts/profiles'
import { refused } from '@itellico/contracts/refusals'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { accountOf, actorId, found, mayTouch } from '../actor.ts'
import { periodProblem } from './bookings.policy.ts'
import * as repository from './bookings.repository.ts'
import { tell } from './bookings.transition.ts'
import { talentsOf } from './bookings.view.ts'

const MAX_DAYS = 62
const KINDS = { requested: 'request', held: 'option', confirmed: 'booking', completed: 'booking' } as const

/** The chart board: every talent of the roster with all that stands in a period. */
export async function chart(ctx: Ctx, query: { from: string; to: string; q?: string }): Promise<{ rows: contract.CalendarRow[] }> {
  const period = { startsAt: new Date(query.from), endsAt: new Date(query.to) }
  const days = (period.endsAt.getTime() - period.startsAt.getTime()) / 86_400_000
  if (!(days > 0 && days <= MAX_DAYS)) throw fail(contract.periodInvalid, { errors: [refused('to', 'rangeDays', { days: MAX_DAYS })] })
  const wanted = query.q?.trim().toLowerCase() ?? ''
  const roster = (await ask(ctx, profileRefs, { accountId: accountOf(ctx).accountId })).filter(
    (p) => p.status !== 'suspended' && p.displayName.toLowerCase().includes(wanted),
  )
  const ids = roster.map((p) => p.id)
  const [{ bookings, bookouts }, talents] = await Promise.all([repository.calendar(ctx.db, ids, period), talentsOf(ctx, ids)])
  const entries = Map.groupBy(
    [
      ...bookings.map((b): contract.CalendarEntry & { profileId: string } => ({
        profileId: b.profileId,
        id: b.id,
        kind: KINDS[b.status as keyof typeof KINDS],
        status: b.status,
        rank: b.rank,
        title: b.title,
        clientName: b.clientName,
        startsAt: b.startsAt.toISOString(),
        endsAt: b.endsAt.toISOString(),
        timezone: b.timezone,
      })),
      ...bookouts.map((b): contract.CalendarEntry & { profileId: string } => ({
        profileId: b.profileId,
        id: b.id,
        kind: 'bookout',
        status: 'bookout',
        rank: null,
        title: b.reason ?? 'Booked out',
        clientName: null,
        startsAt: b.startsAt.toISOString(),
        endsAt: b.endsAt.toISOString(),
        timezone: b.timezone,
      })),
    ],
    (e) => e.profileId,
  )
  return { rows: roster.flatMap((p) => (talents.has(p.id) ? [{ profile: found(talents.get(p.id)), entries: entries.get(p.id) ?? [] }] : [])) }
}

/** A profile whose calendar the person keeps: as its manager or in its agency. */
async function reachProfile(ctx: Ctx, profileId: string): Promise<ProfileRef> {
  const [profile] = await ask(ctx, profileRefs, { ids: [profileId] })
  return found(profile && mayTouch(ctx, profile, 'account.bookings.create') ? profile : null)
}

type BookoutRow = NonNullable<Awaited<ReturnType<typeof repository.findBookout>>>

const toBookout = (b: BookoutRow): contract.Bookout => ({
  id: b.id,
  profileId: b.profileId,
  startsAt: b.startsAt.toISOString(),
  endsAt: b.endsAt.toISOString(),
  timezone: b.timezone,
  reason: b.reason,
  createdAt: b.createdAt.toISOString(),
})

/** Blocks time. What is booked there stays booked; the agency sees both. */
export async function createBookout(
  ctx: Ctx,
  profileId: string,
  input: { startsAt: string; endsAt: string; timezone: string; reason?: string },
): Promise<contract.Bookout> {
  const profile = await reachProfile(ctx, profileId)
  const period = { startsAt: new Date(input.startsAt), endsAt: new Date(input.endsAt) }
  const problem = periodProblem(period, input.timezone, ctx.now())
  if (problem) throw fail(contract.periodInvalid, { errors: [problem] })
  return inTx(ctx, async (tx) => {
    const row = await repository.insertBookout(tx.db, {
      id: newId(),
      profileId,
      ...period,
      timezone: input.timezone,
      reason: input.reason?.trim() || null,
      createdBy: actorId(tx),
    })
    await emit(tx, contract.bookoutChanged, `profile:${profileId}`, { profileId, bookoutId: row.id, change: 'created' })
    await tell(tx, { id: null, profileId, accountId: profile.accountId, clientAccountId: null, status: null })
    return toBookout(row)
  })
}

/** Blocked times of a profile from now on. */
export async function listBookouts(ctx: Ctx, profileId: string): Promise<contract.Bookout[]> {
  await reachProfile(ctx, profileId)
  return (await repository.bookoutsFrom(ctx.db, profileId, ctx.now())).map(toBookout)
}

/** Frees blocked time. */
export async function deleteBookout(ctx: Ctx, id: string): Promise<void> {
  const row = found(await repository.findBookout(ctx.db, id))
  const profile = await reachProfile(ctx, row.profileId)
  await inTx(ctx, async (tx) => {
    await repository.deleteBookout(tx.db, id)
    await emit(tx, contract.bookoutChanged, `profile:${row.profileId}`, { profileId: row.profileId, bookoutId: id, change: 'deleted' })
    await tell(tx, { id: null, profileId: row.profileId, accountId: profile.accountId, clientAccountId: null, status: null })
  })
}
