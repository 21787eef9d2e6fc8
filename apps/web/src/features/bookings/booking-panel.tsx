'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { getBooking, type BookingDetail } from '@itellico/contracts/bookings'
import { QueryError } from '@/components/shell/query-error'
import { MediaImage } from '@/components/ui/media-image'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { formatPeriod } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'
import { BookingActions, type Side } from './booking-actions'
import { BookingEdit } from './booking-edit'
import { BookingFacts } from './booking-facts'
import { BookingHistory } from './booking-history'
import { standingText } from './booking-words'

/** Reads one booking and keeps it fresh. */
export function useBooking(id: string) {
  const { accountId } = usePerson()
  return useQuery({ queryKey: keys.bookings(accountId, 'one', id), queryFn: ({ signal }) => api(getBooking, { params: { id }, signal }) })
}

function Conflicts({ booking, onOpen }: { booking: BookingDetail; onOpen: (id: string) => void }) {
  const { t, locale } = useI18n()
  if (booking.conflicts.length === 0) return null
  return (
    <section className="grid gap-2">
      <h3 className="text-md font-semibold">{t('book.alsoThere')}</h3>
      <ul className="border-t border-line-strong">
        {booking.conflicts.map((c) => (
          <li key={c.id} className="border-b border-line">
            <button type="button" onClick={() => onOpen(c.id)} className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 py-2 text-left hover:bg-sunken">
              <Status status={c.status} text={standingText(t, c.status, c.rank)} />
              <span className="font-medium">{c.clientName}</span>
              <span className="tabular ml-auto text-sm text-ink-3">{formatPeriod(c.startsAt, c.endsAt, locale, booking.timezone)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Props {
  readonly id: string
  readonly side: Side
  /** On a page of its own there is room beside the picture. */
  readonly wide?: boolean
  readonly onOpenBooking: (id: string) => void
}

/** Everything about one option or booking: picture, facts, what to do, what else stands there, history. */
export function BookingPanel({ id, side, wide = false, onOpenBooking }: Props) {
  const { t } = useI18n()
  const answer = useBooking(id)
  const [editing, setEditing] = useState(false)
  if (answer.isPending) return <BookingPanelSkeleton wide={wide} label={t('common.loading')} />
  if (answer.isError) return <QueryError cause={answer.error} retry={answer.refetch} />
  const booking = answer.data
  const talentHref = side === 'agency' ? `/desk/roster/${booking.profile.id}` : `/client/talent/${booking.profile.slug}`
  return (
    <div className={wide ? 'grid gap-8 lg:grid-cols-[minmax(14rem,22rem)_minmax(0,1fr)]' : 'grid gap-5'}>
      <Link href={talentHref} className={wide ? 'group block' : 'group grid grid-cols-[5.5rem_minmax(0,1fr)] items-end gap-4'}>
        <MediaImage
          item={booking.profile.cover}
          alt=""
          name={booking.profile.displayName}
          sizes={wide ? '22rem' : '6rem'}
          ratio="3/4"
          variant={wide ? 'large' : 'thumb'}
        />
        <span className={wide ? 'mt-3 grid gap-1' : 'grid gap-1'}>
          <span className="font-display text-xl leading-tight font-semibold group-hover:underline">{booking.profile.displayName}</span>
          {!wide && (
            <span>
              <Status status={booking.status} text={standingText(t, booking.status, booking.rank)} />
            </span>
          )}
        </span>
      </Link>
      <div className="grid content-start gap-5">
        {wide && (
          <div>
            <Status status={booking.status} text={standingText(t, booking.status, booking.rank)} />
          </div>
        )}
        {editing ? (
          <BookingEdit booking={booking} onDone={() => setEditing(false)} />
        ) : (
          <BookingActions booking={booking} side={side} onEdit={() => setEditing(true)} onOpenBooking={onOpenBooking} />
        )}
        <BookingFacts booking={booking} side={side} />
        <Conflicts booking={booking} onOpen={onOpenBooking} />
        <BookingHistory booking={booking} />
      </div>
    </div>
  )
}

/** Holds the place of a booking. */
export function BookingPanelSkeleton({ wide = false, label }: { wide?: boolean; label: string }) {
  return (
    <Loading label={label} className={wide ? 'grid gap-8 lg:grid-cols-[minmax(14rem,22rem)_minmax(0,1fr)]' : 'grid gap-5'}>
      <Skeleton className={wide ? 'aspect-3/4 rounded-none' : 'h-29 w-22 rounded-none'} />
      <div className="grid content-start gap-3">
        <Skeleton className="h-control w-64" />
        {[0, 1, 2, 3, 4].map((i) => (
          <Skeleton key={i} className="h-8" />
        ))}
        <Skeleton className="mt-4 h-28" />
      </div>
    </Loading>
  )
}
