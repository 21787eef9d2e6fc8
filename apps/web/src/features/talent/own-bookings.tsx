'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { Segmented } from '@/components/ui/segmented'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { useI18n } from '@/lib/i18n/client'
import { OwnBookingRow } from './own-booking-row'
import { OwnBookingSheet } from './own-booking-sheet'
import { ProfilePicker } from './profile-picker'
import { useOwnBookings, useOwnProfiles } from './use-talent'

type When = 'upcoming' | 'past'

/** Opens and closes an entry in the address, without asking the server. */
export function showBooking(id: string | null): void {
  const query = new URLSearchParams(location.search)
  if (id) query.set('b', id)
  else query.delete('b')
  history.replaceState(null, '', query.size > 0 ? `${location.pathname}?${query}` : location.pathname)
}

/** All options and bookings of the person's profiles. */
export function OwnBookings() {
  const { t } = useI18n()
  const params = useSearchParams()
  const openId = params.get('b')
  const [when, setWhen] = useState<When>('upcoming')
  const [profileId, setProfileId] = useState<string | null>(null)
  const profiles = useOwnProfiles()
  const list = useOwnBookings(when)
  const all = list.data?.pages.flatMap((p) => p.items) ?? []
  const several = (profiles.data?.items.length ?? 0) > 1
  const items = profileId ? all.filter((b) => b.profile.id === profileId) : all
  return (
    <>
      <PageHeader
        title={t('mine.title')}
        actions={
          <Segmented<When>
            label={t('mine.views')}
            value={when}
            onValueChange={setWhen}
            options={[
              { value: 'upcoming', label: t('mine.upcoming') },
              { value: 'past', label: t('mine.past') },
            ]}
          />
        }
      />
      {several && profiles.data && (
        <div className="mb-5">
          <ProfilePicker profiles={profiles.data.items} value={profileId} onValueChange={setProfileId} withAll />
        </div>
      )}
      {list.isPending && <OwnBookingsSkeleton label={t('common.loading')} />}
      {list.isError && <QueryError cause={list.error} retry={list.refetch} />}
      {list.isSuccess && items.length === 0 && !list.hasNextPage && (
        <EmptyState
          title={t(when === 'upcoming' ? 'mine.none' : 'mine.nonePast')}
          text={t(when === 'upcoming' ? 'mine.noneText' : 'mine.nonePastText')}
          action={
            when === 'upcoming' && (
              <Link href="/castings" className={buttonStyles()}>
                {t('me.toCastings')}
              </Link>
            )
          }
        />
      )}
      {items.length > 0 && (
        <ul className="max-w-4xl border-t border-line-strong">
          {items.map((b) => (
            <OwnBookingRow key={b.id} booking={b} named={several} onOpen={showBooking} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="outline" className="mt-4" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('mine.more')}
        </Button>
      )}
      {openId && list.isSuccess && <OwnBookingSheet booking={all.find((b) => b.id === openId) ?? null} onClose={() => showBooking(null)} />}
    </>
  )
}

/** Holds the place of a list of bookings. */
export function OwnBookingsSkeleton({ label, rows = 4 }: { label: string; rows?: number }) {
  return (
    <Loading label={label} className="grid border-t border-line-strong">
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className="grid grid-cols-[4.25rem_minmax(0,1fr)] gap-4 border-b border-line py-4 sm:grid-cols-[5rem_minmax(0,1fr)_6rem]">
          <Skeleton className="h-14" />
          <div className="grid content-start gap-2">
            <Skeleton className="h-5 w-1/2" />
            <Skeleton className="h-4 w-2/3" />
            <Skeleton className="h-4 w-1/3" />
          </div>
          <Skeleton className="hidden h-5.5 sm:block" />
        </div>
      ))}
    </Loading>
  )
}
