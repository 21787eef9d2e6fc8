import {
  bookedOut,
  bookingChanged,
  bookingRequested,
  bookingStatusChanged,
  holdPlaced,
  holdPromoted,
  slotTaken,
  type BookingStatus,
} from '@itellico/contracts/bookings'
import { recordAudit } from '@itellico/contracts/audit'
import { profileRefs } from '@itellico/contracts/profiles'
import { because } from '@itellico/contracts/refusals'
import { lockInTx, type TxCtx } from '@itellico/kernel/context'
import { fail, type AppError } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { push } from '@itellico/kernel/realtime'
import type { Prisma } from '../generated/prisma/client.ts'
import { actorId } from '../actor.ts'
import { rankOptions, type Period, type RankedOption } from './bookings.policy.ts'
import * as repository from './bookings.repository.ts'
import type { BookingRow } from './bookings.repository.ts'

/** Takes the calendar of a talent for this transaction: whoever else wants to write in it waits. */
export async function lockCalendar(tx: TxCtx, profileId: string): Promise<void> {
  await lockInTx(tx, `calendar/${profileId}`)
}

const actorName = (tx: TxCtx): string => (tx.actor.kind === 'user' ? tx.actor.name : 'System')

/** Writes a new state of a booking with all that belongs to it: history, event, audit, push. */
export async function record(tx: TxCtx, row: BookingRow, from: BookingStatus | null): Promise<void> {
  const to = row.status as BookingStatus
  await repository.addChange(tx.db, {
    id: newId(),
    bookingId: row.id,
    at: tx.now(),
    from,
    to,
    byUserId: actorId(tx),
    byName: actorName(tx),
    reason: row.reason,
  })
  const payload = {
    bookingId: row.id,
    profileId: row.profileId,
    agencyAccountId: row.accountId,
    clientAccountId: row.clientAccountId,
    from,
    to,
    reason: row.reason,
    byUserId: actorId(tx),
  }
  if (to === 'requested') await emit(tx, bookingRequested, `booking:${row.id}`, payload)
  if (to === 'held') await emit(tx, holdPlaced, `booking:${row.id}`, payload)
  await emit(tx, bookingStatusChanged, `booking:${row.id}`, payload)
  await ask(tx, recordAudit, {
    action: `bookings.${to}`,
    entity: 'booking',
    entityId: row.id,
    data: { title: row.title, client: row.clientName },
    changes: [{ field: 'status', from, to }],
  })
  await tell(tx, row)
}

/** Tells the browsers of everybody concerned. */
export async function tell(
  tx: TxCtx,
  row: { id: string | null; profileId: string; accountId: string; clientAccountId: string | null; status: string | null },
): Promise<void> {
  const [talent] = await ask(tx, profileRefs, { ids: [row.profileId] })
  push(
    tx,
    { accounts: [row.accountId, ...(row.clientAccountId ? [row.clientAccountId] : [])], users: talent?.managingUserId ? [talent.managingUserId] : [] },
    bookingChanged,
    { bookingId: row.id, profileId: row.profileId, status: row.status as BookingStatus | null },
  )
}

/** Moves a booking to another state. */
export async function moveTo(tx: TxCtx, row: BookingRow, to: BookingStatus, data: Prisma.BookingUncheckedUpdateInput = {}): Promise<BookingRow> {
  const after = await repository.update(tx.db, row.id, { status: to, rank: to === 'held' ? (data.rank ?? null) : null, ...data }).catch((e: unknown) => {
    // the exclusion constraint speaks last, whatever was checked before
    if (String(e).includes('booking_no_overlap')) throw fail(slotTaken)
    throw e
  })
  await record(tx, after, row.status as BookingStatus)
  return after
}

/** Ranks a talent's open options anew; those that move up get an event and a line in their history. */
export async function rerank(tx: TxCtx, profileId: string): Promise<void> {
  const options = await repository.openOptions(tx.db, profileId)
  const ranks = rankOptions(options.map(toRanked))
  for (const option of options) {
    const rank = ranks.get(option.id) as number
    if (rank === option.rank) continue
    const after = await repository.update(tx.db, option.id, { rank })
    await repository.addChange(tx.db, {
      id: newId(),
      bookingId: option.id,
      at: tx.now(),
      from: 'held',
      to: 'held',
      byUserId: null,
      byName: 'System',
      reason: `Moved from rank ${option.rank} to rank ${rank}`,
    })
    await emit(tx, holdPromoted, `booking:${option.id}`, {
      bookingId: option.id,
      profileId,
      agencyAccountId: option.accountId,
      clientAccountId: option.clientAccountId,
      rank,
    })
    await tell(tx, after)
  }
}

/** An open option for the rules of ranking. */
export function toRanked(row: BookingRow): RankedOption {
  return { id: row.id, rank: row.rank ?? 1, startsAt: row.startsAt, endsAt: row.endsAt }
}

/** The refusal that names what is in the way. */
export function takenBy(row: BookingRow): AppError {
  return fail(slotTaken, {
    ...because('booked', { client: row.clientName, from: row.startsAt.toISOString(), to: row.endsAt.toISOString() }),
    context: { bookingId: row.id, status: row.status, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() },
  })
}

/** Says who holds an option, for a refusal. */
export function heldBy(row: BookingRow): ReturnType<typeof because> {
  const facts = { client: row.clientName, rank: row.rank ?? 1 }
  return row.optionExpiresAt ? because('optionHeldUntil', { ...facts, until: row.optionExpiresAt.toISOString() }) : because('optionHeld', facts)
}

/** Refuses a period in which the talent is booked. */
export async function requireFree(tx: TxCtx, profileId: string, period: Period, exceptId?: string): Promise<void> {
  const [taken] = await repository.overlapping(tx.db, profileId, period, ['confirmed', 'completed'], exceptId)
  if (taken) throw takenBy(taken)
}

/** Minds blocked time: refuses it, or wants to hear that it was seen, by the marketplace's policy. */
export async function mindBookouts(tx: TxCtx, profileId: string, period: Period, acknowledged: boolean): Promise<void> {
  const [block] = await repository.bookoutsIn(tx.db, profileId, period)
  if (!block) return
  const refuse = tx.realm.settings.bookoutPolicy === 'refuse'
  if (refuse || !acknowledged)
    throw fail(bookedOut, {
      ...because(refuse ? 'blockedRefused' : 'blockedAsk'),
      context: {
        bookoutId: block.id,
        startsAt: block.startsAt.toISOString(),
        endsAt: block.endsAt.toISOString(),
        reason: block.reason,
        canAcknowledge: !refuse,
      },
    })
}
