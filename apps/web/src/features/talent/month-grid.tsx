'use client'

import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { addDays, type Day } from '@/features/bookings/zone'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { MonthDay } from './month-day'
import { entriesOn, span, weeksOf, type Entry } from './month'

export interface Selection {
  readonly from: Day
  readonly to: Day
}

interface Props {
  readonly month: string
  readonly today: Day | null
  readonly entries: readonly Entry[]
  readonly names: ReadonlyMap<string, string>
  readonly selection: Selection | null
  readonly onSelect: (selection: Selection) => void
  readonly onMonth: (month: string) => void
  readonly onBlock: () => void
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
const dayAt = (target: EventTarget | null) => (target as HTMLElement | null)?.closest<HTMLElement>('[data-day]')?.dataset['day'] ?? null

/** A month whose days are selected by dragging, or with arrow keys and Shift. */
export function MonthGrid({ month, today, entries, names, selection, onSelect, onMonth, onBlock }: Props) {
  const { t, locale } = useI18n()
  const table = useRef<HTMLTableElement>(null)
  const [anchor, setAnchor] = useState<Day | null>(null)
  const [cursor, setCursor] = useState<Day | null>(null)
  const dragging = useRef(false)
  const weeks = weeksOf(month)
  const active = cursor?.startsWith(month) ? cursor : today?.startsWith(month) ? today : `${month}-01`

  const select = (day: Day, extend: boolean) => {
    const from = extend ? (anchor ?? active) : day
    if (!extend || anchor === null) setAnchor(from)
    setCursor(day)
    onSelect(span(from, day))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && selection) {
      event.preventDefault()
      onBlock()
      return
    }
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = addDays(active, step)
    select(next, event.shiftKey)
    if (!next.startsWith(month)) onMonth(next.slice(0, 7))
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus())
  }
  const onPointerDown = (event: PointerEvent) => {
    const day = dayAt(event.target)
    if (!day || event.button !== 0) return
    dragging.current = event.pointerType === 'mouse'
    select(day, event.shiftKey)
  }
  const onPointerOver = (event: PointerEvent) => {
    const day = dayAt(event.target)
    if (dragging.current && event.buttons === 1 && day) select(day, true)
  }
  return (
    <table
      ref={table}
      role="grid"
      aria-label={formatDate(`${month}-01`, locale, { month: 'long', year: 'numeric' })}
      aria-describedby="calendar-help"
      aria-multiselectable="true"
      className="w-full table-fixed border-collapse bg-surface"
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerOver={onPointerOver}
      onPointerUp={() => (dragging.current = false)}
    >
      <caption id="calendar-help" className="caption-bottom pt-2 text-left text-xs text-ink-3 max-md:sr-only">
        {t('cal.help')}
      </caption>
      <thead>
        <tr role="row">
          {weeks[0]?.map((day) => (
            <th
              key={day}
              scope="col"
              role="columnheader"
              abbr={formatDate(day, locale, { weekday: 'long' })}
              className="h-8 text-left text-xs font-medium text-ink-3 max-md:text-center md:pl-1.5"
            >
              {formatDate(day, locale, { weekday: 'short' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]} role="row">
            {week.map((day) => (
              <MonthDay
                key={day}
                day={day}
                entries={entriesOn(entries, day)}
                names={names}
                inMonth={day.startsWith(month)}
                today={today}
                selected={selection !== null && selection.from <= day && day <= selection.to}
                active={day === active}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
