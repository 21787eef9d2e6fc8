'use client'

import type { ReactNode } from 'react'
import type { Booking } from '@itellico/contracts/bookings'
import { formatMoney } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { givenReason, whenText } from './booking-words'
import { Countdown } from './countdown'
import type { Side } from './booking-actions'

/** When, where, for whom, for how much. */
export function BookingFacts({ booking, side }: { booking: Booking; side: Side }) {
  const { t, locale } = useI18n()
  const rows: [string, ReactNode][] = [
    [
      t('book.when'),
      <span key="when" className="tabular">
        {whenText(booking, locale)}
      </span>,
    ],
    ...(booking.optionExpiresAt
      ? [[t('book.optionEnd'), <Countdown key="end" until={booking.optionExpiresAt} timezone={booking.timezone} />] as [string, ReactNode]]
      : []),
    side === 'agency' ? [t('book.client'), booking.client.name] : [t('book.agency'), booking.agency.name],
    [
      t('book.place'),
      booking.location ?? (
        <span key="place" className="text-ink-3">
          {t('book.placeOpen')}
        </span>
      ),
    ],
    [
      t('book.fee'),
      booking.fee ? (
        <span key="fee" className="tabular">
          {formatMoney(booking.fee, locale)}
        </span>
      ) : (
        <span key="fee" className="text-ink-3">
          {t('book.feeOpen')}
        </span>
      ),
    ],
  ]
  return (
    <div className="grid gap-4">
      <dl className="border-t border-line-strong">
        {rows.map(([label, value]) => (
          <div key={label} className="flex justify-between gap-6 border-b border-line py-1.5">
            <dt className="shrink-0 text-ink-3">{label}</dt>
            <dd className="min-w-0 text-right font-medium break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {booking.reason && <p className="border-l-2 border-line-strong pl-3 text-ink-2">{givenReason(t, booking.reason)}</p>}
      {booking.notes && <p className="whitespace-pre-line text-pretty text-ink-2">{booking.notes}</p>}
    </div>
  )
}
