'use client'

import Link from 'next/link'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { useRouter } from 'next/navigation'
import { HomeInbox } from './home-inbox'
import { HomeProfiles } from './home-profiles'
import { OwnBookingRow } from './own-booking-row'
import { OwnBookingsSkeleton } from './own-bookings'
import { useOwnBookings, useOwnProfiles } from './use-talent'

const SHOWN = 5

/** Start page of a talent or guardian: what comes next, what is missing, who has written. */
export function TalentHome() {
  const { t } = useI18n()
  const { me } = usePerson()
  const router = useRouter()
  const upcoming = useOwnBookings('upcoming', 50)
  const profiles = useOwnProfiles()
  const items = upcoming.data?.pages.flatMap((p) => p.items) ?? []
  const live = items.filter((b) => ['requested', 'held', 'confirmed'].includes(b.status))
  const jobs = live.filter((b) => b.status === 'confirmed').length
  const lead = !upcoming.isSuccess ? ' ' : live.length === 0 ? t('me.leadNone') : t('me.leadJobs', { jobs, options: live.length - jobs })
  return (
    <>
      <PageHeader title={t('me.hello', { name: me.firstName })} lead={lead} />
      <div className="grid gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-labelledby="next" className="min-w-0">
          <div className="mb-3 flex items-baseline justify-between gap-4">
            <h2 id="next" className="text-lg font-semibold">
              {t('me.next')}
            </h2>
            <Link href="/me/bookings" className="link text-sm">
              {t('me.all')}
            </Link>
          </div>
          {upcoming.isPending && <OwnBookingsSkeleton label={t('common.loading')} rows={3} />}
          {upcoming.isError && <QueryError cause={upcoming.error} retry={upcoming.refetch} />}
          {upcoming.isSuccess && live.length === 0 && (
            <EmptyState
              title={t('me.nothingNext')}
              text={t('me.nothingNextText')}
              action={
                <>
                  <Link href="/castings" className={buttonStyles()}>
                    {t('me.toCastings')}
                  </Link>
                  <Link href="/me/calendar" className={buttonStyles({ variant: 'outline' })}>
                    {t('me.toCalendar')}
                  </Link>
                </>
              }
            />
          )}
          {live.length > 0 && (
            <ul className="border-t border-line-strong">
              {live.slice(0, SHOWN).map((b) => (
                <OwnBookingRow key={b.id} booking={b} named={(profiles.data?.items.length ?? 0) > 1} onOpen={(id) => router.push(`/me/bookings?b=${id}`)} />
              ))}
            </ul>
          )}
        </section>
        <div className="grid content-start gap-10">
          <HomeProfiles />
          <HomeInbox />
        </div>
      </div>
    </>
  )
}
