'use client'

import { Status } from '@/components/ui/status'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import type { Entry } from './month'
import type { Selection } from './month-grid'
import { rankText } from './talent-words'

interface Props {
  readonly entries: readonly Entry[]
  readonly selection: Selection
  readonly names: ReadonlyMap<string, string>
  readonly onOpen: (bookingId: string) => void
}

/** What stands on the selected days. */
export function DayEntries({ entries, selection, names, onOpen }: Props) {
  const { t } = useI18n()
  const here = entries.filter((e) => e.first <= selection.to && e.last >= selection.from)
  if (here.length === 0) return <p className="text-ink-2">{t('cal.nothingOnDay')}</p>
  return (
    <ul className="border-t border-line">
      {here.map((e) => (
        <li key={e.id} className="border-b border-line">
          {e.booking ? (
            <button type="button" className="grid w-full justify-items-start gap-1 py-2 text-left hover:bg-sunken" onClick={() => onOpen(e.id)}>
              <Status status={e.booking.status} text={rankText(t, e.booking)} />
              <span className="font-medium">{e.booking.title}</span>
              <span className="text-sm text-ink-3">
                {[names.size > 1 && names.get(e.profileId), e.booking.client.name, e.booking.location].filter(Boolean).join(' · ')}
              </span>
            </button>
          ) : (
            <p className="grid justify-items-start gap-1 py-2">
              <Status status="bookout" text={statusText(t, 'bookout')} />
              <span className="text-sm text-ink-3">{[names.size > 1 && names.get(e.profileId), e.bookout?.reason].filter(Boolean).join(' · ')}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
