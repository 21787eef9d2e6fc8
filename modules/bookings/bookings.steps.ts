import * as contract from '@itellico/contracts/bookings'
import { because } from '@itellico/contracts/refusals'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { found } from '../actor.ts'
import { canStep, nextRank, type Step } from './bookings.policy.ts'
import * as repository from './bookings.repository.ts'
import type { BookingRow } from './bookings.repository.ts'
import { endOf, one, reach } from './bookings.service.ts'
import { heldBy, lockCalendar, mindBookouts, moveTo, requireFree, rerank, takenBy, toRanked } from './bookings.transition.ts'

/** Works on a booking under its talent's lock, on the state that holds there. */
async function step(ctx: Ctx, id: string, side: 'agency' | 'client', work: (tx: TxCtx, row: BookingRow) => Promise<BookingRow>): Promise<contract.Booking> {
  const { profileId } = await reach(ctx, id, side)
  return inTx(ctx, async (tx) => {
    await lockCalendar(tx, profileId)
    return one(tx, await work(tx, found(await repository.find(tx.db, id))))
  })
}

function require(name: Step, row: BookingRow): void {
  if (!canStep(name, row.status as contract.BookingStatus))
    throw fail(contract.bookingState, { ...because('state', { status: row.status }), context: { status: row.status } })
}

/** Accepts a request as an option, behind all open ones on the same time. */
export function hold(ctx: Ctx, id: string, input: { optionExpiresAt?: string; acknowledgeBookout?: boolean }): Promise<contract.Booking> {
  return step(ctx, id, 'agency', async (tx, row) => {
    require('hold', row)
    await requireFree(tx, row.profileId, row, row.id)
    await mindBookouts(tx, row.profileId, row, input.acknowledgeBookout ?? false)
    const open = await repository.openOptions(tx.db, row.profileId)
    return moveTo(tx, row, 'held', { rank: nextRank(open.map(toRanked), row), optionExpiresAt: endOf(tx, input.optionExpiresAt, row) })
  })
}

/**
 * Confirms an option into a booking. A higher-ranked option of another client has the right of first refusal and must be
 * overridden knowingly; all other options on the time are released.
 */
export function confirm(ctx: Ctx, id: string, input: { overrideFirst?: boolean; acknowledgeBookout?: boolean }): Promise<contract.Booking> {
  return step(ctx, id, 'agency', async (tx, row) => {
    const [taken] = await repository.overlapping(tx.db, row.profileId, row, ['confirmed', 'completed'], row.id)
    if (taken) throw takenBy(taken)
    require('confirm', row)
    if (row.optionExpiresAt && row.optionExpiresAt <= tx.now())
      throw fail(contract.bookingState, because('optionEnded', { until: row.optionExpiresAt.toISOString() }))
    const others = await repository.overlapping(tx.db, row.profileId, row, ['held'], row.id)
    const first = others.find(
      (o) => (row.rank === null || (o.rank ?? 1) < row.rank) && !(o.clientAccountId !== null && o.clientAccountId === row.clientAccountId),
    )
    if (first && !input.overrideFirst)
      throw fail(contract.firstOptionHeld, {
        ...heldBy(first),
        context: { bookingId: first.id, clientName: first.clientName, rank: first.rank, optionExpiresAt: first.optionExpiresAt?.toISOString() ?? null },
      })
    await mindBookouts(tx, row.profileId, row, input.acknowledgeBookout ?? false)
    const confirmed = await moveTo(tx, row, 'confirmed', { optionExpiresAt: null, reason: null })
    for (const other of others) await moveTo(tx, other, 'released', { reason: contract.bookingReasons.otherConfirmed, optionExpiresAt: null })
    await rerank(tx, row.profileId)
    return confirmed
  })
}

/** Releases an option; the next in line moves up. */
export function release(ctx: Ctx, id: string, reason: string | undefined): Promise<contract.Booking> {
  return step(ctx, id, 'agency', async (tx, row) => {
    require('release', row)
    const after = await moveTo(tx, row, 'released', { reason: reason ?? null, optionExpiresAt: null })
    await rerank(tx, row.profileId)
    return after
  })
}

/** Declines a request. */
export function decline(ctx: Ctx, id: string, reason: string | undefined): Promise<contract.Booking> {
  return step(ctx, id, 'agency', async (tx, row) => {
    require('decline', row)
    return moveTo(tx, row, 'declined', { reason: reason ?? null })
  })
}

/** Cancels a confirmed booking; its time is free again. */
export function cancel(ctx: Ctx, id: string, reason: string): Promise<contract.Booking> {
  return step(ctx, id, 'agency', async (tx, row) => {
    require('cancel', row)
    return moveTo(tx, row, 'cancelled', { reason })
  })
}

/** The client takes back a request, or lets go of an option. */
export function withdraw(ctx: Ctx, id: string): Promise<contract.Booking> {
  return step(ctx, id, 'client', async (tx, row) => {
    if (row.status === 'requested') return moveTo(tx, row, 'cancelled', { reason: contract.bookingReasons.withdrawn })
    require('release', row)
    const after = await moveTo(tx, row, 'released', { reason: contract.bookingReasons.letGo, optionExpiresAt: null })
    await rerank(tx, row.profileId)
    return after
  })
}

/** Ends options whose time is over and completes jobs that have ended. */
export async function settleDue(ctx: Ctx): Promise<void> {
  const { options, jobs } = await repository.due(ctx.db, ctx.now())
  const settle = async (item: { id: string; profileId: string }, name: 'expire' | 'complete'): Promise<void> =>
    inTx(ctx, async (tx) => {
      await lockCalendar(tx, item.profileId)
      const row = await repository.find(tx.db, item.id)
      const isDue = row && (name === 'expire' ? row.optionExpiresAt !== null && row.optionExpiresAt <= tx.now() : row.endsAt <= tx.now())
      if (!row || !isDue || !canStep(name, row.status as contract.BookingStatus)) return
      await moveTo(
        tx,
        row,
        name === 'expire' ? 'expired' : 'completed',
        name === 'expire' ? { reason: contract.bookingReasons.timeOver, optionExpiresAt: null } : {},
      )
      if (name === 'expire') await rerank(tx, item.profileId)
    })
  for (const o of options) await settle(o, 'expire')
  for (const j of jobs) await settle(j, 'complete')
}
