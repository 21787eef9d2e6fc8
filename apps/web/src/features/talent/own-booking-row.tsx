'use client'

import type { Booking } from '@itellico/contracts/bookings'
import { Avatar } from '@/components/ui/avatar'
import { Status } from '@/components/ui/status'
import { whenText } from '@/features/bookings/booking-words'
import { Countdown } from '@/features/bookings/countdown'
import { daySpan, daysBetween } from '@/features/bookings/zone'
import { cn } from '@/lib/cn'
import { formatDate, formatMoney } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { rankMeaning, rankText } from './talent-words'

interface Props {
  readonly booking: Booking
  /** Names the talent, for people with several profiles. */
  readonly named: boolean
  readonly onOpen: (id: string) => void
}

/** One option or booking: the day large at the edge, then what, for whom and where, then how it stands. */
export function OwnBookingRow({ booking, named, onOpen }: Props) {
  const { t, locale } = useI18n()
  const { first, last } = daySpan(booking.startsAt, booking.endsAt, booking.timezone)
  const days = daysBetween(first, last) + 1
  const over = ['declined', 'released', 'cancelled', 'expired'].includes(booking.status)
  const meaning = rankMeaning(t, booking)
  return (
    <li className="border-b border-line">
      <button
        type="button"
        onClick={() => onOpen(booking.id)}
        className={cn(
          'grid w-full grid-cols-[4.25rem_minmax(0,1fr)] gap-x-4 gap-y-2 py-4 text-left hover:bg-sunken sm:grid-cols-[5rem_minmax(0,1fr)_auto]',
          over && 'text-ink-3',
        )}
      >
        <span className="tabular grid content-start border-r border-line pr-3">
          <span className="font-display text-2xl leading-none font-semibold tracking-tight">{formatDate(first, locale, { day: 'numeric' })}</span>
          <span className="text-sm text-ink-2">{formatDate(first, locale, { month: 'short' })}</span>
          <span className="text-xs text-ink-3">{days > 1 ? t('me.days', { days }) : formatDate(first, locale, { weekday: 'long' })}</span>
        </span>
        <span className="grid min-w-0 content-start gap-0.5">
          <span className={cn('truncate text-md font-semibold', over && 'line-through decoration-1')}>{booking.title}</span>
          <span className="truncate text-ink-2">
            {t('me.for', { client: booking.client.name })}
            {booking.location && `, ${booking.location}`}
          </span>
          <span className="tabular text-sm text-ink-3">{whenText(booking, locale)}</span>
          {named && (
            <span className="mt-1 flex items-center gap-2 text-sm font-medium text-ink">
              <Avatar name={booking.profile.displayName} cover={booking.profile.cover} size="xs" />
              {booking.profile.displayName}
            </span>
          )}
        </span>
        <span className="col-start-2 flex flex-wrap content-start items-center gap-x-3 gap-y-1 sm:col-start-3 sm:grid sm:justify-items-end">
          <Status status={booking.status} text={rankText(t, booking)} />
          {booking.fee && <span className="tabular font-medium text-ink">{formatMoney(booking.fee, locale)}</span>}
          {booking.status === 'held' && booking.optionExpiresAt && (
            <Countdown until={booking.optionExpiresAt} timezone={booking.timezone} className="text-sm" />
          )}
          {meaning && <span className="sr-only">{meaning}</span>}
        </span>
      </button>
    </li>
  )
}
