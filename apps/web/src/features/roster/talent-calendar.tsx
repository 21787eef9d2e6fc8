'use client'

import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { listBookings } from '@itellico/contracts/bookings'
import { QueryError } from '@/components/shell/query-error'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { Status } from '@/components/ui/status'
import { BookingRowsSkeleton } from '@/features/bookings/booking-rows'
import { BookingSheet } from '@/features/bookings/booking-sheet'
import { standingText, whenText } from '@/features/bookings/booking-words'
import { Bookouts } from '@/features/bookings/bookouts'
import { Countdown } from '@/features/bookings/countdown'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'
import { useFilters } from '@/lib/use-filters'

/** What stands in the calendar of a talent, and the time they block. */
export function TalentCalendar({ profileId, name }: { profileId: string; name: string }) {
  const { t, locale } = useI18n()
  const { accountId } = usePerson()
  const { params, set } = useFilters()
  const bookings = useQuery({
    queryKey: keys.bookings(accountId, 'of', profileId),
    queryFn: ({ signal }) => api(listBookings, { query: { profileId, status: 'requested,held,confirmed', limit: 100 }, signal }),
  })
  return (
    <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <section className="grid min-w-0 content-start gap-3">
        <h2 className="text-lg font-semibold">{t('roster.coming')}</h2>
        {bookings.isPending ? (
          <BookingRowsSkeleton label={t('common.loading')} />
        ) : bookings.isError ? (
          <QueryError cause={bookings.error} retry={bookings.refetch} />
        ) : bookings.data.items.length === 0 ? (
          <EmptyState
            title={t('roster.nothingComing')}
            text={t('roster.nothingComingText', { name })}
            action={
              <Link href="/desk/board" className={buttonStyles({ variant: 'outline' })}>
                {t('blist.toBoard')}
              </Link>
            }
          />
        ) : (
          <ul className="border-t border-line-strong">
            {bookings.data.items.map((b) => (
              <li key={b.id} className="border-b border-line">
                <button
                  type="button"
                  onClick={() => set({ booking: b.id })}
                  className="grid min-h-14 w-full gap-x-6 gap-y-1 py-2 text-left hover:bg-sunken sm:grid-cols-[11rem_minmax(0,1fr)_auto] sm:items-center"
                >
                  <span className="tabular font-medium">{whenText(b, locale)}</span>
                  <span className="grid min-w-0">
                    <span className="truncate">{b.title}</span>
                    <span className="truncate text-sm text-ink-3">
                      {b.client.name}
                      {b.location && ` · ${b.location}`}
                    </span>
                  </span>
                  <span className="grid justify-items-start gap-0.5 sm:justify-items-end">
                    <Status status={b.status} text={standingText(t, b.status, b.rank)} />
                    {b.optionExpiresAt && <Countdown until={b.optionExpiresAt} timezone={b.timezone} className="text-xs" />}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Bookouts profileId={profileId} />
      <BookingSheet id={params.get('booking')} side="agency" onChange={(id) => set({ booking: id })} />
    </div>
  )
}
