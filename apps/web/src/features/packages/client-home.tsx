'use client'

import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { listBookings } from '@itellico/contracts/bookings'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { buttonStyles } from '@/components/ui/button-styles'
import { DeskRow, DeskRowsSkeleton, DeskSection } from '@/features/bookings/desk/desk-lists'
import { BookingSheet } from '@/features/bookings/booking-sheet'
import { standingText } from '@/features/bookings/booking-words'
import { Countdown } from '@/features/bookings/countdown'
import { CastingRows } from '@/features/listings/casting-rows'
import { useOwnCastings } from '@/features/listings/use-castings'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { useCan, usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'
import { useFilters } from '@/lib/use-filters'
import { Status } from '@/components/ui/status'
import { ShortlistCard, ShortlistsSkeleton, shortlistGrid, useShortlists } from './shortlists'

/** The first page of a client: what is asked, held and booked, the shortlists, the castings. */
export function ClientHome() {
  const { t } = useI18n()
  const { me, account, accountId } = usePerson()
  const { params, set } = useFilters()
  const mayList = useCan('account.shortlists.manage')
  const mayCast = useCan('account.listings.read')
  const running = useQuery({
    queryKey: keys.bookings(accountId, 'running'),
    queryFn: ({ signal }) => api(listBookings, { query: { status: 'requested,held,confirmed', limit: 60 }, signal }),
  })
  const lists = useShortlists()
  const castings = useOwnCastings('published')
  const casting = castings.data?.pages.flatMap((p) => p.items) ?? []
  const open = (id: string) => set({ booking: id })
  const all = running.data?.items ?? []
  const groups = [
    { key: 'options', status: 'held' },
    { key: 'requests', status: 'requested' },
    { key: 'bookings', status: 'confirmed' },
  ] as const
  return (
    <>
      <PageHeader
        title={account?.accountName ?? t('nav.client')}
        lead={t('desk.hello', { name: me.firstName })}
        actions={
          <Link href="/client/talent" className={buttonStyles()}>
            {t('nav.search')}
          </Link>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-12">
        {mayList && (
          <section className="grid gap-4">
            <header className="flex items-baseline justify-between gap-4">
              <h2 className="text-lg font-semibold">{t('nav.shortlists')}</h2>
              <Link href="/client/shortlists" className="link text-sm text-ink-2">
                {t('common.all')}
              </Link>
            </header>
            {lists.isPending ? (
              <ShortlistsSkeleton label={t('common.loading')} count={3} />
            ) : lists.isError ? (
              <QueryError cause={lists.error} retry={lists.refetch} />
            ) : lists.data.items.length === 0 ? (
              <p className="text-md text-ink-2">{t('lists.noneText')}</p>
            ) : (
              <ul className={shortlistGrid}>
                {lists.data.items.slice(0, 4).map((l) => (
                  <ShortlistCard key={l.id} list={l} />
                ))}
              </ul>
            )}
          </section>
        )}
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 xl:grid-cols-3">
          {groups.map(({ key, status }) => {
            const mine = all.filter((b) => b.status === status)
            return (
              <DeskSection key={key} title={t(`blist.${key}`)} count={mine.length} href={`/client/bookings?view=${key}`}>
                {running.isPending ? (
                  <DeskRowsSkeleton />
                ) : running.isError ? (
                  <QueryError cause={running.error} retry={running.refetch} />
                ) : mine.length === 0 ? (
                  <p className="py-4 text-ink-2">{t(`blist.empty.${key}`)}</p>
                ) : (
                  <ul>
                    {mine.slice(0, 6).map((b) => (
                      <DeskRow
                        key={b.id}
                        booking={b}
                        who={b.agency.name}
                        onOpen={open}
                        note={
                          b.optionExpiresAt ? (
                            <Countdown until={b.optionExpiresAt} timezone={b.timezone} />
                          ) : (
                            <Status status={b.status} text={standingText(t, b.status, b.rank)} />
                          )
                        }
                      />
                    ))}
                  </ul>
                )}
              </DeskSection>
            )
          })}
        </div>
        {mayCast && (
          <DeskSection title={t('nav.castings')} href="/client/castings">
            {castings.isPending ? (
              <DeskRowsSkeleton />
            ) : castings.isError ? (
              <QueryError cause={castings.error} retry={castings.refetch} />
            ) : casting.length === 0 ? (
              <p className="py-4 text-ink-2">{t('desk.noCastings')}</p>
            ) : (
              <CastingRows castings={casting.slice(0, 5)} />
            )}
          </DeskSection>
        )}
      </div>
      <BookingSheet id={params.get('booking')} side="client" onChange={(id) => set({ booking: id })} />
    </>
  )
}
