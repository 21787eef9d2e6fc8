'use client'

import type { CalendarEntry } from '@itellico/contracts/bookings'
import { Status } from '@/components/ui/status'
import { formatPeriod } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { entryText } from './booking-words'

const statusOf = (e: CalendarEntry) => (e.kind === 'bookout' ? 'bookout' : e.status)

/** What stands on the chosen time already, and what place in line a new option would get. */
export function PlacePreview({
  entries,
  startsAt,
  endsAt,
  kind,
  zone,
}: {
  entries: readonly CalendarEntry[]
  startsAt: string
  endsAt: string
  kind: 'option' | 'booking'
  zone: string
}) {
  const { t, locale } = useI18n()
  const touching = entries.filter((e) => Date.parse(e.startsAt) < Date.parse(endsAt) && Date.parse(startsAt) < Date.parse(e.endsAt))
  const booked = touching.some((e) => e.kind === 'booking')
  const rank = Math.max(0, ...touching.filter((e) => e.kind === 'option').map((e) => e.rank ?? 1)) + 1
  return (
    <div aria-live="polite" className="grid gap-2 border-l-2 border-line-strong pl-3">
      <p className="text-base font-medium">
        {booked ? t('board.previewBooked') : kind === 'option' ? t('board.previewRank', { rank }) : rank > 1 ? t('board.previewHeld') : t('board.previewFree')}
      </p>
      {touching.length > 0 && (
        <ul className="grid gap-1">
          {touching.map((e) => (
            <li key={e.id} className="flex flex-wrap items-center gap-2 text-sm">
              <Status status={statusOf(e)} text={entryText(t, e)} />
              <span>{e.clientName ?? e.title}</span>
              <span className="tabular text-ink-3">{formatPeriod(e.startsAt, e.endsAt, locale, zone)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
