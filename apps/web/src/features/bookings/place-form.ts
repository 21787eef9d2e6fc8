import type { createBooking } from '@itellico/contracts/bookings'
import type { CallInput } from '@itellico/contracts/client'
import type { ClientChoice } from './client-picker'
import { moneyOf } from './money'
import { periodOf, type PeriodInput } from './period-fields'
import { instantAt } from './zone'

/** What the dialog collects. */
export interface PlaceValues {
  readonly kind: 'option' | 'booking'
  readonly profileId: string | null
  readonly period: PeriodInput | null
  readonly client: ClientChoice | null
  readonly title: string
  readonly location: string
  readonly fee: string
  readonly notes: string
  readonly endDay: string | null
  readonly endTime: string
}

type Body = NonNullable<CallInput<typeof createBooking>['body']>

/** The call that the form stands for. */
export function toBody(v: PlaceValues, zone: string, currency: string, acknowledgeBookout: boolean): Body {
  const fee = moneyOf(v.fee, currency)
  return {
    profileId: v.profileId ?? '',
    kind: v.kind,
    title: v.title.trim(),
    ...periodOf(v.period as PeriodInput, zone),
    ...(v.client?.accountId ? { clientAccountId: v.client.accountId } : v.client ? { clientName: v.client.name } : {}),
    ...(v.location.trim() && { location: v.location.trim() }),
    ...(v.notes.trim() && { notes: v.notes.trim() }),
    ...(fee && { fee }),
    ...(v.kind === 'option' && v.endDay && { optionExpiresAt: instantAt(v.endDay, v.endTime, zone) }),
    ...(acknowledgeBookout && { acknowledgeBookout }),
  }
}
