'use client'

import { useState } from 'react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { useNow } from '@/features/bookings/use-now'
import { dayOf, daysBetween } from '@/features/bookings/zone'
import { formatDate, formatDateRange } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useCan, useTenant } from '@/lib/me'
import { BlockDialog } from './block-dialog'
import { BlockedList } from './blocked-list'
import { DayEntries } from './day-entries'
import { entriesOf, shiftMonth } from './month'
import { MonthGrid, type Selection } from './month-grid'
import { ProfilePicker } from './profile-picker'
import { useBookouts, useOwnBookings, useOwnProfiles } from './use-talent'

/** A month of options, bookings and blocked time; days that are selected can be blocked. */
export function TalentCalendar() {
  const { t, locale } = useI18n()
  const { timezone: zone } = useTenant()
  const router = useRouter()
  const mayBlock = useCan('user.bookouts.manage')
  const now = useNow()
  const today = now === null ? null : dayOf(now, zone)
  const [chosenMonth, setMonth] = useState<string | null>(null)
  const [profileId, setProfileId] = useState<string | null>(null)
  const [selection, setSelection] = useState<Selection | null>(null)
  const [blocking, setBlocking] = useState(false)
  const profiles = useOwnProfiles()
  const upcoming = useOwnBookings('upcoming', 100)
  const past = useOwnBookings('past', 100)
  const all = profiles.data?.items ?? []
  const bookouts = useBookouts(all)
  const month = chosenMonth ?? today?.slice(0, 7) ?? null
  const header = <PageHeader title={t('cal.title')} lead={t('cal.lead', { zone: zone.replaceAll('_', ' ') })} />
  const problem = profiles.error ?? upcoming.error ?? past.error ?? bookouts.error
  if (problem)
    return (
      <>
        {header}
        <QueryError cause={problem} retry={() => void Promise.all([profiles.refetch(), upcoming.refetch(), past.refetch(), bookouts.refetch()])} />
      </>
    )
  if (profiles.isPending || upcoming.isPending || past.isPending || bookouts.isPending || month === null)
    return (
      <>
        {header}
        <Loading label={t('common.loading')} className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <Skeleton className="h-[28rem] md:h-[46rem]" />
          <Skeleton className="h-48" />
        </Loading>
      </>
    )
  if (all.length === 0)
    return (
      <>
        {header}
        <EmptyState title={t('me.noProfiles')} text={t('me.noProfilesText')} />
      </>
    )
  const names = new Map(all.map((p) => [p.id, p.displayName]))
  const mine = <T extends { profileId: string }>(items: readonly T[]) => (profileId ? items.filter((i) => i.profileId === profileId) : items)
  const bookings = [...(past.data?.pages ?? []), ...(upcoming.data?.pages ?? [])].flatMap((p) => p.items)
  const entries = mine(entriesOf([...new Map(bookings.map((b) => [b.id, b])).values()], bookouts.items, zone))
  const count = selection ? daysBetween(selection.from, selection.to) + 1 : 0
  const blockable = selection !== null && today !== null && selection.to >= today
  const go = (by: number) => setMonth(shiftMonth(month, by))
  return (
    <>
      {header}
      {all.length > 1 && (
        <div className="mb-5">
          <ProfilePicker profiles={all} value={profileId} onValueChange={setProfileId} withAll />
        </div>
      )}
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <div className="mb-3 flex items-center gap-1">
            <h2 aria-live="polite" className="mr-auto text-xl font-semibold">
              {formatDate(`${month}-01`, locale, { month: 'long', year: 'numeric' })}
            </h2>
            {today && !today.startsWith(month) && (
              <Button variant="quiet" onClick={() => setMonth(today.slice(0, 7))}>
                {t('cal.thisMonth')}
              </Button>
            )}
            <Button variant="outline" size="icon" aria-label={t('cal.earlier')} onClick={() => go(-1)}>
              <ChevronLeft />
            </Button>
            <Button variant="outline" size="icon" aria-label={t('cal.later')} onClick={() => go(1)}>
              <ChevronRight />
            </Button>
          </div>
          <MonthGrid
            month={month}
            today={today}
            entries={entries}
            names={profileId ? new Map() : names}
            selection={selection}
            onSelect={setSelection}
            onMonth={setMonth}
            onBlock={() => mayBlock && blockable && setBlocking(true)}
          />
        </div>
        <div className="grid gap-8">
          {selection && (
            <section aria-live="polite" className="grid gap-3 border-t-2 border-brand pt-3">
              <h2 className="text-lg font-semibold">{formatDateRange(selection.from, selection.to, locale)}</h2>
              <DayEntries entries={entries} selection={selection} names={names} onOpen={(id) => router.push(`/me/bookings?b=${id}`)} />
              {mayBlock && (
                <div className="flex flex-wrap gap-2">
                  <Button disabled={!blockable} onClick={() => setBlocking(true)}>
                    {count === 1 ? t('cal.blockDay') : t('cal.blockDays', { count })}
                  </Button>
                  <Button variant="quiet" onClick={() => setSelection(null)}>
                    {t('cal.clear')}
                  </Button>
                </div>
              )}
              {!blockable && <p className="text-sm text-ink-3">{t('cal.past')}</p>}
            </section>
          )}
          <BlockedList items={mine(bookouts.items)} names={names} />
        </div>
      </div>
      {blocking && selection && (
        <BlockDialog
          selection={selection}
          profiles={all}
          profileId={profileId}
          entries={entries}
          zone={zone}
          onClose={() => setBlocking(false)}
          onDone={() => {
            setBlocking(false)
            setSelection(null)
          }}
        />
      )}
    </>
  )
}
