'use client'

import { useQuery } from '@tanstack/react-query'
import { listBookings } from '@itellico/contracts/bookings'
import { QueryError } from '@/components/shell/query-error'
import { EmptyState } from '@/components/ui/empty-state'
import { BookingRows, BookingRowsSkeleton } from '@/features/bookings/booking-rows'
import { BookingSheet } from '@/features/bookings/booking-sheet'
import { Bookouts } from '@/features/bookings/bookouts'
import { useUrlFilters } from '@/features/bookings/use-url'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'
import Link from 'next/link'
import { buttonStyles } from '@/components/ui/button-styles'

/** What stands in the calendar of a talent, and the time they block. */
export function TalentCalendar({ profileId, name }: { profileId: string; name: string }) {
  const { t } = useI18n()
  const { accountId } = usePerson()
  const { params, set } = useUrlFilters()
  const bookings = useQuery({ queryKey: keys.bookings(accountId, 'of', profileId), queryFn: ({ signal }) => api(listBookings, { query: { profileId, status: 'requested,held,confirmed', limit: 100 }, signal }) })
  return (
    <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <section className="grid content-start gap-3">
        <h2 className="text-lg font-semibold">{t('roster.coming')}</h2>
        {bookings.isPending ? <BookingRowsSkeleton label={t('common.loading')} /> : bookings.isError ? <QueryError cause={bookings.error} retry={bookings.refetch} /> : bookings.data.items.length === 0 ? (
          <EmptyState title={t('roster.nothingComing')} text={t('roster.nothingComingText', { name })} action={<Link href="/desk/board" className={buttonStyles({ variant: 'outline' })}>{t('blist.toBoard')}</Link>} />
        ) : <BookingRows bookings={bookings.data.items} side="agency" onOpen={(id) => set({ booking: id })} />}
      </section>
      <Bookouts profileId={profileId} />
      <BookingSheet id={params.get('booking')} side="agency" onChange={(id) => set({ booking: id })} />
    </div>
  )
}
