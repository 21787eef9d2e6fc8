import { accountNames } from '@itellico/contracts/accounts'
import { recordAudit } from '@itellico/contracts/audit'
import * as contract from '@itellico/contracts/bookings'
import { versionStale, type Money } from '@itellico/contracts/kit'
import { profileRefs, visibleProfiles, type ProfileRef } from '@itellico/contracts/profiles'
import { because, refused } from '@itellico/contracts/refusals'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { decodeTimeCursor, toTimePage } from '@itellico/kernel/paging'
import type { Prisma } from '../generated/prisma/client.ts'
import { accountOf, actorId, found, userOf } from '../actor.ts'
import { nextRank, optionEnd, periodProblem, type Period } from './bookings.policy.ts'
import * as repository from './bookings.repository.ts'
import type { BookingRow } from './bookings.repository.ts'
import { heldBy, lockCalendar, mindBookouts, record, requireFree, tell, toRanked } from './bookings.transition.ts'
import { toBookings } from './bookings.view.ts'

interface Job {
  readonly profileId: string
  readonly startsAt: string
  readonly endsAt: string
  readonly timezone: string
  readonly title: string
  readonly location?: string
  readonly notes?: string
  readonly fee?: Money
}

function periodOf(ctx: Ctx, job: Job): Period {
  const period = { startsAt: new Date(job.startsAt), endsAt: new Date(job.endsAt) }
  const problem = periodProblem(period, job.timezone, ctx.now())
  if (problem) throw fail(contract.periodInvalid, { errors: [problem] })
  return period
}

const jobData = (job: Job) => ({
  profileId: job.profileId,
  timezone: job.timezone,
  title: job.title.trim(),
  location: job.location?.trim() || null,
  notes: job.notes?.trim() || null,
  feeMinor: job.fee ? BigInt(job.fee.amountMinor) : null,
  currency: job.fee?.currency ?? null,
})

/** One booking in its public form. */
export async function one(ctx: Ctx, row: BookingRow): Promise<contract.Booking> {
  const [booking] = await toBookings(ctx, [row])
  return found(booking)
}

async function talent(ctx: Ctx, profileId: string): Promise<ProfileRef | null> {
  const [profile] = await ask(ctx, profileRefs, { ids: [profileId] })
  return profile ?? null
}

async function clientOf(ctx: Ctx, input: { clientAccountId?: string; clientName?: string }): Promise<{ id: string | null; name: string }> {
  if (!input.clientAccountId) return { id: null, name: input.clientName?.trim() || 'Direct client' }
  const [account] = await ask(ctx, accountNames, { ids: [input.clientAccountId] })
  return { id: input.clientAccountId, name: found(account).name }
}

/** Places an option, or books a talent of the roster at once; the rules are checked under the talent's lock. */
export async function create(
  ctx: Ctx,
  input: Job & { kind: 'option' | 'booking'; clientAccountId?: string; clientName?: string; optionExpiresAt?: string; acknowledgeBookout?: boolean },
): Promise<contract.Booking> {
  const { accountId } = accountOf(ctx)
  const period = periodOf(ctx, input)
  const profile = await talent(ctx, input.profileId)
  found(profile?.accountId === accountId ? profile : null)
  if (profile?.status === 'suspended') throw fail(contract.talentUnavailable)
  return inTx(ctx, async (tx) => {
    await lockCalendar(tx, input.profileId)
    await requireFree(tx, input.profileId, period)
    await mindBookouts(tx, input.profileId, period, input.acknowledgeBookout ?? false)
    const client = await clientOf(tx, input)
    const open = await repository.openOptions(tx.db, input.profileId)
    const common = { id: newId(), ...jobData(input), ...period, accountId, clientAccountId: client.id, clientName: client.name, createdBy: actorId(tx) }
    const row =
      input.kind === 'option'
        ? await repository.insert(tx.db, {
            ...common,
            status: 'held',
            rank: nextRank(open.map(toRanked), period),
            optionExpiresAt: endOf(tx, input.optionExpiresAt, period),
          })
        : await book(tx, common, period)
    await record(tx, row, null)
    return one(tx, row)
  })
}

async function book(tx: TxCtx, data: Omit<Prisma.BookingUncheckedCreateInput, 'status'>, period: Period): Promise<BookingRow> {
  const [held] = await repository.overlapping(tx.db, data.profileId, period, ['held'])
  if (held)
    throw fail(contract.slotHeld, {
      ...heldBy(held),
      context: { bookingId: held.id, clientName: held.clientName, optionExpiresAt: held.optionExpiresAt?.toISOString() ?? null },
    })
  return repository.insert(tx.db, { ...data, status: 'confirmed' }).catch((e: unknown) => {
    if (String(e).includes('booking_no_overlap')) throw fail(contract.slotTaken)
    throw e
  })
}

/** When an option ends; one that is over already is refused. */
export function endOf(ctx: Ctx, wish: string | undefined, period: Period): Date {
  const now = ctx.now()
  if (wish && new Date(wish) <= now) throw fail(contract.periodInvalid, { errors: [refused('optionExpiresAt', 'past')] })
  return optionEnd(wish ? new Date(wish) : null, ctx.realm.settings.optionHours, period.startsAt, now)
}

/** Asks the agency of a talent, whom the account may see, for an option. A request takes no place in line until the agency accepts it. */
export async function request(ctx: Ctx, input: Job): Promise<contract.Booking> {
  const { accountId } = accountOf(ctx)
  const period = periodOf(ctx, input)
  const [visible] = await ask(ctx, visibleProfiles, { ids: [input.profileId] })
  const profile = found(visible)
  if (profile.accountId === accountId) throw fail(contract.talentUnavailable, because('ownTalent'))
  const names = new Map((await ask(ctx, accountNames, { ids: [accountId, profile.accountId] })).map((a) => [a.id, a]))
  if (names.get(profile.accountId)?.status === 'suspended') throw fail(contract.talentUnavailable, because('houseSuspended'))
  return inTx(ctx, async (tx) => {
    const row = await repository.insert(tx.db, {
      id: newId(),
      ...jobData(input),
      ...period,
      accountId: profile.accountId,
      clientAccountId: accountId,
      clientName: found(names.get(accountId)).name,
      createdBy: actorId(tx),
      status: 'requested',
    })
    await record(tx, row, null)
    return one(tx, row)
  })
}

/** A booking in which the active account is agency or client. */
export async function reach(ctx: Ctx, id: string, side: 'agency' | 'client' | 'either'): Promise<BookingRow> {
  const { accountId } = accountOf(ctx)
  const row = await repository.find(ctx.db, id)
  const mine = row && ((side !== 'client' && row.accountId === accountId) || (side !== 'agency' && row.clientAccountId === accountId))
  return found(mine ? row : null)
}

/** One booking with its history; the agency also sees what else stands on this time. */
export async function get(ctx: Ctx, id: string): Promise<contract.BookingDetail> {
  const row = await reach(ctx, id, 'either')
  const asAgency = row.accountId === accountOf(ctx).accountId
  const [booking, history, others] = await Promise.all([
    one(ctx, row),
    repository.changes(ctx.db, id),
    asAgency ? repository.overlapping(ctx.db, row.profileId, row, ['requested', 'held', 'confirmed', 'completed'], id) : [],
  ])
  return {
    ...booking,
    history: history.map((h) => ({
      at: h.at.toISOString(),
      from: h.from as contract.BookingStatus | null,
      to: h.to as contract.BookingStatus,
      byName: h.byName,
      reason: h.reason,
    })),
    conflicts: others.map((o) => ({
      id: o.id,
      status: o.status as contract.BookingStatus,
      rank: o.rank,
      startsAt: o.startsAt.toISOString(),
      endsAt: o.endsAt.toISOString(),
      clientName: o.clientName,
    })),
  }
}

/** Changes what is written on a booking; its time and talent stay. */
export async function update(
  ctx: Ctx,
  id: string,
  change: { title?: string; location?: string | null; notes?: string | null; fee?: Money | null },
  ifMatch: number | null,
): Promise<contract.Booking> {
  return inTx(ctx, async (tx) => {
    const row = await reach(tx, id, 'agency')
    if (ifMatch !== null && ifMatch !== row.version) throw fail(versionStale, { context: { version: row.version } })
    const { fee, ...rest } = change
    const after = await repository.update(tx.db, id, {
      ...rest,
      ...(fee !== undefined && { feeMinor: fee ? BigInt(fee.amountMinor) : null, currency: fee?.currency ?? null }),
    })
    await ask(tx, recordAudit, {
      action: 'bookings.updated',
      entity: 'booking',
      entityId: id,
      data: { title: row.title },
      changes: Object.entries(change).map(([field, to]) => ({
        field,
        from: field === 'fee' ? (row.feeMinor === null ? null : Number(row.feeMinor)) : (row[field as 'title'] ?? null),
        to: to ?? null,
      })),
    })
    await tell(tx, after)
    return one(tx, after)
  })
}

async function page(ctx: Ctx, rows: BookingRow[], limit: number) {
  const cut = toTimePage(rows, limit, (r) => r.startsAt)
  return { items: await toBookings(ctx, cut.items), page: cut.page }
}

/** Options and bookings of the active account by start. */
export async function list(ctx: Ctx, query: { status?: string; profileId?: string; from?: string; to?: string; q?: string; cursor?: string; limit?: number }) {
  const limit = query.limit ?? 20
  const rows = await repository.list(
    ctx.db,
    {
      accountId: accountOf(ctx).accountId,
      after: decodeTimeCursor(query.cursor),
      ...(query.status && { statuses: query.status.split(',') }),
      ...(query.profileId && { profileId: query.profileId }),
      ...(query.from && { from: new Date(query.from) }),
      ...(query.to && { to: new Date(query.to) }),
      ...(query.q && { q: query.q }),
    },
    limit + 1,
  )
  return page(ctx, rows, limit)
}

/** Options and bookings of the profiles that the person manages: what comes first, or what was, latest first. */
export async function listOwn(ctx: Ctx, query: { when?: 'upcoming' | 'past'; cursor?: string; limit?: number }) {
  const limit = query.limit ?? 20
  const mine = await ask(ctx, profileRefs, { managingUserId: userOf(ctx).userId })
  const past = query.when === 'past'
  const rows = await repository.list(
    ctx.db,
    {
      profileIds: mine.map((p) => p.id),
      statuses: past ? ['confirmed', 'completed', 'cancelled'] : ['held', 'confirmed'],
      after: decodeTimeCursor(query.cursor),
      ...(past ? { to: ctx.now(), descending: true } : { from: ctx.now() }),
    },
    limit + 1,
  )
  return page(ctx, rows, limit)
}
