'use client'

import Link from 'next/link'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { buttonStyles } from '@/components/ui/button-styles'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { formatAgo, formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useCan, usePerson } from '@/lib/me'
import { useFilters } from '@/lib/use-filters'
import { BookingSheet } from '../booking-sheet'
import { daySpan } from '../zone'
import { DeskRow, DeskRowsSkeleton, DeskSection, EndingOptions, LatestTalks } from './desk-lists'
import { LoadChart } from './load-chart'
import { JobPictures } from './today-jobs'
import { useDesk } from './use-desk'

/** The first page of an agency: who works today, what presses, what is new. */
export function DeskHome() {
  const { t, locale } = useI18n()
  const { me } = usePerson()
  const { params, set } = useFilters()
  const mayBook = useCan('account.bookings.read')
  const desk = useDesk()
  const { today, monday, timezone } = desk
  const open = (id: string) => set({ booking: id })
  const jobs = desk.jobs.data?.items ?? []
  const running = jobs.filter((j) => today && daySpan(j.startsAt, j.endsAt, timezone).first <= today)
  const later = jobs.filter((j) => !running.includes(j))
  return (
    <>
      <PageHeader
        title={today ? formatDate(today, locale, { weekday: 'long', day: 'numeric', month: 'long' }) : t('nav.overview')}
        lead={t('desk.hello', { name: me.firstName })}
        actions={
          mayBook && (
            <Link href="/desk/board" className={buttonStyles()}>
              {t('blist.toBoard')}
            </Link>
          )
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
        {mayBook &&
          (desk.jobs.isPending || !today ? (
            <Loading label={t('common.loading')} className="grid gap-3">
              <Skeleton className="h-6 w-40" />
              <div className="flex gap-3 overflow-hidden">
                {[0, 1, 2, 3, 4].map((i) => (
                  <Skeleton key={i} className="aspect-3/4 w-44 shrink-0 rounded-none" />
                ))}
              </div>
            </Loading>
          ) : desk.jobs.isError ? (
            <QueryError cause={desk.jobs.error} retry={desk.jobs.refetch} />
          ) : (
            <>
              <section className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
                <h2 className="text-lg font-semibold">
                  {t('desk.today')}
                  {running.length > 0 && <span className="tabular ml-2 text-ink-3">{running.length}</span>}
                </h2>
                {running.length > 0 ? (
                  <JobPictures jobs={running} today={today} zone={timezone} onOpen={open} />
                ) : (
                  <p className="text-md text-ink-2">{t('desk.nobodyToday')}</p>
                )}
              </section>
              {later.length > 0 && (
                <section className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
                  <h2 className="text-lg font-semibold">
                    {t('desk.thisWeek')}
                    <span className="tabular ml-2 text-ink-3">{later.length}</span>
                  </h2>
                  <JobPictures jobs={later} today={today} zone={timezone} onOpen={open} />
                </section>
              )}
            </>
          ))}
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 xl:grid-cols-2">
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-10">
            {mayBook && (
              <DeskSection title={t('desk.ending')} count={desk.options.data?.items.length} href="/desk/bookings?view=options">
                {desk.options.isPending ? (
                  <DeskRowsSkeleton />
                ) : desk.options.isError ? (
                  <QueryError cause={desk.options.error} retry={desk.options.refetch} />
                ) : (
                  <EndingOptions options={desk.options.data.items} onOpen={open} />
                )}
              </DeskSection>
            )}
            {mayBook && (
              <section className="grid content-start gap-4">
                <h2 className="border-b border-line-strong pb-1 text-lg font-semibold">{t('desk.load')}</h2>
                {desk.chart.isError ? (
                  <QueryError cause={desk.chart.error} retry={desk.chart.refetch} />
                ) : desk.chart.data && monday ? (
                  <LoadChart rows={desk.chart.data.rows} monday={monday} weeks={desk.weeks} zone={timezone} />
                ) : (
                  <Skeleton className="h-60" />
                )}
              </section>
            )}
          </div>
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-10">
            {mayBook && (
              <DeskSection title={t('desk.requests')} count={desk.requests.data?.items.length} href="/desk/bookings?view=requests">
                {desk.requests.isPending ? (
                  <DeskRowsSkeleton />
                ) : desk.requests.isError ? (
                  <QueryError cause={desk.requests.error} retry={desk.requests.refetch} />
                ) : desk.requests.data.items.length === 0 ? (
                  <p className="py-4 text-ink-2">{t('desk.noRequests')}</p>
                ) : (
                  <ul>
                    {desk.requests.data.items.slice(0, 7).map((r) => (
                      <DeskRow
                        key={r.id}
                        booking={r}
                        onOpen={open}
                        note={
                          <time dateTime={r.createdAt} className="text-ink-3">
                            {formatAgo(r.createdAt, locale)}
                          </time>
                        }
                      />
                    ))}
                  </ul>
                )}
              </DeskSection>
            )}
            <DeskSection title={t('nav.messages')} count={desk.talks.data?.items.reduce((sum, c) => sum + c.unread, 0)} href="/messages">
              {desk.talks.isPending ? (
                <DeskRowsSkeleton />
              ) : desk.talks.isError ? (
                <QueryError cause={desk.talks.error} retry={desk.talks.refetch} />
              ) : (
                <LatestTalks talks={desk.talks.data.items} />
              )}
            </DeskSection>
          </div>
        </div>
      </div>
      <BookingSheet id={params.get('booking')} side="agency" onChange={(id) => set({ booking: id })} />
    </>
  )
}
