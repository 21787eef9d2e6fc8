'use client'

import { cn } from '@/lib/cn'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusLooks } from '@/components/ui/status'
import { statusText } from '@/lib/i18n/translate'
import type { Entry } from './month'
import { rankText } from './talent-words'

const looks: Record<Entry['kind'], string> = {
  requested: 'border border-dashed border-info text-info',
  held: 'bg-warn-wash text-warn',
  confirmed: 'bg-ok text-canvas',
  completed: 'bg-sunken text-ink-2 ring-1 ring-line ring-inset',
  bookout: 'bg-[repeating-linear-gradient(135deg,var(--line)_0_2px,var(--sunken)_2px_7px)] text-ink',
}
const SHOWN = 3

interface Props {
  readonly day: string
  readonly entries: readonly Entry[]
  readonly names: ReadonlyMap<string, string>
  readonly inMonth: boolean
  readonly today: string | null
  readonly selected: boolean
  readonly active: boolean
}

/** One day of the month: its number and what stands on it. */
export function MonthDay({ day, entries, names, inMonth, today, selected, active }: Props) {
  const { t, locale } = useI18n()
  const past = today !== null && day < today
  const textOf = (e: Entry) => {
    const who = names.size > 1 ? `${names.get(e.profileId) ?? ''}: ` : ''
    return `${who}${e.booking ? `${rankText(t, e.booking)}, ${e.booking.title}` : (e.bookout?.reason ?? statusText(t, 'bookout'))}`
  }
  const label = t('cal.dayLabel', {
    day: formatDate(day, locale, { weekday: 'long', day: 'numeric', month: 'long' }),
    entries: entries.length > 0 ? entries.map(textOf).join('; ') : t('cal.dayFree'),
  })
  return (
    <td role="gridcell" aria-selected={selected} className="h-14 border border-line p-0 align-top md:h-28">
      <button
        type="button"
        data-day={day}
        tabIndex={active ? 0 : -1}
        aria-current={day === today ? 'date' : undefined}
        className={cn(
          'flex size-full touch-manipulation flex-col gap-0.5 p-1 text-left align-top select-none focus-visible:relative focus-visible:z-10 md:p-1.5',
          !inMonth && 'bg-sunken/60',
          selected ? 'bg-brand-wash shadow-[inset_0_0_0_2px_var(--brand)]' : 'hover:bg-sunken',
        )}
      >
        <span className="sr-only">{label}</span>
        <span
          aria-hidden
          className={cn(
            'tabular grid h-6 min-w-6 place-items-center self-start rounded-full px-1 text-sm',
            (past || !inMonth) && 'text-ink-3',
            day === today && 'bg-ink font-semibold text-canvas',
          )}
        >
          {formatDate(day, locale, { day: 'numeric' })}
        </span>
        <span aria-hidden className="flex flex-wrap gap-0.5 md:hidden">
          {entries.slice(0, 4).map((e) => (
            <span key={e.id} className={cn('grid size-4 place-items-center rounded-xs text-[0.5625rem] leading-none', looks[e.kind])}>
              {statusLooks[e.kind]?.glyph}
            </span>
          ))}
        </span>
        <span aria-hidden className="hidden min-w-0 grid-cols-[minmax(0,1fr)] gap-0.5 md:grid">
          {entries.slice(0, SHOWN).map((e) => (
            <span key={e.id} className={cn('truncate rounded-xs px-1.5 text-2xs leading-4.5 font-medium', looks[e.kind])}>
              <span className="mr-1">{statusLooks[e.kind]?.glyph}</span>
              {e.first === day || day.endsWith('-01') || new Date(`${day}T00:00Z`).getUTCDay() === 1 ? textOf(e) : '\u00a0'}
            </span>
          ))}
          {entries.length > SHOWN && <span className="px-1 text-2xs text-ink-3">{t('cal.more', { count: entries.length - SHOWN })}</span>}
        </span>
      </button>
    </td>
  )
}
