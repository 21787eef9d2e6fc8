import { bookedOut, firstOptionHeld, slotHeld, slotTaken } from '@itellico/contracts/bookings'
import { ApiProblem } from '@itellico/contracts/client'
import type { Problem } from '@itellico/contracts/kit'

/** Why a step was refused, with what stands in the way. */
export type Conflict =
  | { readonly kind: 'taken'; readonly bookingId: string; readonly startsAt: string | null; readonly endsAt: string | null; readonly problem: Problem }
  | { readonly kind: 'held'; readonly bookingId: string; readonly clientName: string; readonly until: string | null }
  | { readonly kind: 'first'; readonly bookingId: string; readonly clientName: string; readonly rank: number; readonly until: string | null }
  | { readonly kind: 'bookout'; readonly startsAt: string; readonly endsAt: string; readonly reason: string | null; readonly canAcknowledge: boolean }

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Reads a conflict from a failure; null for failures of any other kind. */
export function conflictOf(cause: unknown): Conflict | null {
  if (!(cause instanceof ApiProblem)) return null
  const { problem } = cause
  const { code, context: c = {} } = problem
  const bookingId = text(c['bookingId']) ?? ''
  const until = text(c['optionExpiresAt'])
  switch (code) {
    case slotTaken.code:
      return { kind: 'taken', bookingId, startsAt: text(c['startsAt']), endsAt: text(c['endsAt']), problem }
    case slotHeld.code:
      return { kind: 'held', bookingId, clientName: text(c['clientName']) ?? '', until }
    case firstOptionHeld.code:
      return { kind: 'first', bookingId, clientName: text(c['clientName']) ?? '', rank: Number(c['rank'] ?? 1), until }
    case bookedOut.code:
      return {
        kind: 'bookout',
        startsAt: text(c['startsAt']) ?? '',
        endsAt: text(c['endsAt']) ?? '',
        reason: text(c['reason']),
        canAcknowledge: c['canAcknowledge'] === true,
      }
    default:
      return null
  }
}
