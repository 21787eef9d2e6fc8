'use client'

import type { Booking } from '@itellico/contracts/bookings'
import { Avatar } from '@/components/ui/avatar'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { formatMoney } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import type { Side } from './booking-actions'
import { standingText, whenText } from './booking-words'
import { Countdown } from './countdown'

interface Props {
  readonly bookings: readonly Booking[]
  readonly side: Side
  readonly onOpen: (id: string) => void
}

/** Bookings as a table; on a phone as cards. */
export function BookingRows({ bookings, side, onOpen }: Props) {
  const { t, locale } = useI18n()
  const other = (b: Booking) => (side === 'agency' ? b.client.name : b.agency.name)
  const state = (b: Booking) => <Status status={b.status} text={standingText(t, b.status, b.rank)} />
  return (
    <>
      <div className="hidden md:block">
        <Table aria-label={t('blist.title')}>
          <TableHead>
            <TableRow>
              <TableHeader>{t('blist.talent')}</TableHeader>
              <TableHeader>{t('book.title')}</TableHeader>
              <TableHeader>{t('book.when')}</TableHeader>
              <TableHeader>{t(side === 'agency' ? 'book.client' : 'book.agency')}</TableHeader>
              <TableHeader>{t('blist.status')}</TableHeader>
              <TableHeader className="text-right">{t('book.fee')}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {bookings.map((b) => (
              <TableRow key={b.id} className="cursor-pointer" onClick={() => onOpen(b.id)}>
                <TableCell className="py-0 pl-0">
                  <span className="flex items-center gap-3">
                    <Avatar name={b.profile.displayName} cover={b.profile.cover} className="h-face w-face rounded-none" />
                    <button
                      type="button"
                      className="text-left text-md font-semibold tracking-[-0.015em] hover:underline"
                      onClick={(e) => {
                        e.stopPropagation()
                        onOpen(b.id)
                      }}
                    >
                      {b.profile.displayName}
                    </button>
                  </span>
                </TableCell>
                <TableCell className="max-w-56">
                  <span className="block truncate">{b.title}</span>
                  {b.location && <span className="block truncate text-sm text-ink-3">{b.location}</span>}
                </TableCell>
                <TableCell className="tabular whitespace-nowrap">{whenText(b, locale)}</TableCell>
                <TableCell className="max-w-48 truncate">{other(b)}</TableCell>
                <TableCell>
                  <span className="grid justify-items-start gap-0.5">
                    {state(b)}
                    {b.status === 'held' && b.optionExpiresAt && <Countdown until={b.optionExpiresAt} timezone={b.timezone} className="text-xs" />}
                  </span>
                </TableCell>
                <TableCell className="num whitespace-nowrap">{b.fee ? formatMoney(b.fee, locale) : '–'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      <ul className="grid border-t border-line-strong md:hidden">
        {bookings.map((b) => (
          <li key={b.id} className="border-b border-line">
            <button type="button" onClick={() => onOpen(b.id)} className="grid w-full grid-cols-[4rem_minmax(0,1fr)] gap-3 py-3 text-left">
              <Avatar name={b.profile.displayName} cover={b.profile.cover} className="aspect-3/4 size-auto w-16 rounded-none" />
              <span className="grid content-start gap-1">
                <span className="text-md leading-tight font-semibold">{b.profile.displayName}</span>
                <span className="truncate text-base">
                  {b.title} <span className="text-ink-3">· {other(b)}</span>
                </span>
                <span className="tabular text-sm text-ink-2">{whenText(b, locale)}</span>
                <span className="flex flex-wrap items-center gap-2">
                  {state(b)}
                  {b.status === 'held' && b.optionExpiresAt && <Countdown until={b.optionExpiresAt} timezone={b.timezone} className="text-xs" />}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Holds the place of the list. */
export function BookingRowsSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label}>
      {Array.from({ length: 7 }, (_, i) => (
        <div key={i} className="flex min-h-face items-center gap-3 border-b border-line">
          <Skeleton className="h-face w-face rounded-none" />
          <Skeleton className="h-5 w-40" />
          <Skeleton className="ml-8 h-5 flex-1 max-md:hidden" />
          <Skeleton className="h-5 w-24" />
        </div>
      ))}
    </Loading>
  )
}
