'use client'

import dynamic from 'next/dynamic'
import type { CalendarRow } from '@itellico/contracts/bookings'
import { Skeleton } from '@/components/ui/skeleton'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { addDays, daysBetween, daySpan, type Day } from '../zone'

const Chart = dynamic(() => import('@/components/ui/chart').then((m) => m.Chart<{ week: string; booked: number; held: number }>), {
  ssr: false,
  loading: () => <Skeleton className="h-60" />,
})

interface Week {
  readonly week: string
  readonly booked: number
  readonly held: number
}

/** Days that are booked and that are held as a first option, by week. */
export function weeklyLoad(rows: readonly CalendarRow[], monday: Day, weeks: number, zone: string, locale: string): Week[] {
  const count = (kind: 'booking' | 'option', week: number) => {
    const [from, to] = [addDays(monday, week * 7), addDays(monday, week * 7 + 6)]
    return rows.reduce((sum, row) => {
      const days = new Set<Day>()
      for (const e of row.entries) {
        if (e.kind !== kind || (kind === 'option' && e.rank !== 1)) continue
        const span = daySpan(e.startsAt, e.endsAt, zone)
        const [first, last] = [span.first > from ? span.first : from, span.last < to ? span.last : to]
        for (let i = 0; i <= daysBetween(first, last); i++) days.add(addDays(first, i))
      }
      return sum + days.size
    }, 0)
  }
  return Array.from({ length: weeks }, (_, week) => ({
    week: formatDate(addDays(monday, week * 7), locale, { day: 'numeric', month: 'short' }),
    booked: count('booking', week),
    held: count('option', week),
  }))
}

/** How full the coming weeks are. */
export function LoadChart({ rows, monday, weeks, zone }: { rows: readonly CalendarRow[]; monday: Day; weeks: number; zone: string }) {
  const { t, locale } = useI18n()
  return (
    <div className="relative overflow-hidden">
      <Chart
        data={weeklyLoad(rows, monday, weeks, zone, locale)}
        x="week"
        series={[
          { key: 'booked', label: t('desk.bookedDays') },
          { key: 'held', label: t('desk.heldDays') },
        ]}
        summary={t('desk.loadSummary')}
        height={210}
      />
    </div>
  )
}
