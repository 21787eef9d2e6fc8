'use client'

import { useCallback, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { CalendarRow } from '@itellico/contracts/bookings'
import { cn } from '@/lib/cn'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { entryText } from '../booking-words'
import { addDays, daySpan, weekdayOf, type Day } from '../zone'
import { BoardRow, type Span } from './board-row'
import type { Bar } from './lanes'

interface Props {
  readonly rows: readonly CalendarRow[]
  readonly first: Day
  readonly days: number
  readonly today: Day | null
  readonly zone: string
  readonly changed: ReadonlySet<string>
  readonly mayPlace: boolean
  readonly onOpen: (row: CalendarRow, entry: Bar['entry']) => void
  readonly onPlace: (row: CalendarRow, from: Day, to: Day) => void
}

interface Cursor {
  readonly row: number
  readonly anchor: number
  readonly head: number
}
const spanOf = (c: Cursor): Span => ({ from: Math.min(c.anchor, c.head), to: Math.max(c.anchor, c.head) })

/** Talents down, days across. Drag over days, or move by arrow keys, to place something; bars open what stands there. */
export function BoardGrid({ rows, first, days, today, zone, changed, mayPlace, onOpen, onPlace }: Props) {
  const { t, locale } = useI18n()
  const id = useId()
  const [cursor, setCursor] = useState<Cursor>({ row: 0, anchor: 0, head: 0 })
  const [drag, setDrag] = useState<Cursor | null>(null)
  const dragging = useRef<Cursor | null>(null)
  const columns = useMemo(() => `var(--name) repeat(${days}, minmax(var(--day), 1fr))`, [days])
  const list = useMemo(() => Array.from({ length: days }, (_, i) => addDays(first, i)), [first, days])
  const at = Math.min(cursor.row, rows.length - 1)

  const place = useCallback(
    (c: Cursor) => {
      const row = rows[c.row]
      const { from, to } = spanOf(c)
      if (row && mayPlace) onPlace(row, addDays(first, from), addDays(first, to))
    },
    [rows, first, mayPlace, onPlace],
  )

  const onDrag = useCallback(
    (row: number, column: number, phase: 'start' | 'move' | 'end') => {
      const next = phase === 'start' || !dragging.current ? { row, anchor: column, head: column } : { ...dragging.current, head: column }
      const same = dragging.current?.head === next.head && phase === 'move'
      dragging.current = phase === 'end' ? null : next
      if (same) return
      setDrag(phase === 'end' ? null : next)
      if (phase === 'end') {
        setCursor(next)
        place(next)
      }
    },
    [place],
  )
  const open = useCallback((row: CalendarRow, bar: Bar) => onOpen(row, bar.entry), [onOpen])

  const onKey = (e: KeyboardEvent<HTMLDivElement>) => {
    if (e.target !== e.currentTarget) return
    const step = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      Home: [0, -days],
      End: [0, days],
      PageUp: [-10, 0],
      PageDown: [10, 0],
    }[e.key]
    if (step) {
      e.preventDefault()
      const head = Math.min(days - 1, Math.max(0, cursor.head + (step[1] ?? 0)))
      const row = Math.min(rows.length - 1, Math.max(0, at + (step[0] ?? 0)))
      setCursor(e.shiftKey && row === at ? { ...cursor, row, head } : { row, anchor: head, head })
      requestAnimationFrame(() => document.getElementById(`${id}cell`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
    } else if (e.key === 'Enter') {
      e.preventDefault()
      place({ ...cursor, row: at })
    } else if (e.key === ' ') {
      e.preventDefault()
      const row = rows[at]
      const entry = row && standing(row)[0]
      if (row && entry) onOpen(row, entry)
    } else if (e.key === 'Escape') setCursor({ ...cursor, anchor: cursor.head })
  }
  const standing = (row: CalendarRow) => {
    const day = addDays(first, cursor.head)
    return row.entries.filter((e) => {
      const span = daySpan(e.startsAt, e.endsAt, zone)
      return span.first <= day && day <= span.last
    })
  }
  const cellLabel = (row: CalendarRow) => {
    const { from, to } = spanOf(cursor)
    const day = formatDate(addDays(first, cursor.head), locale, { weekday: 'long', day: 'numeric', month: 'long' })
    const entries = standing(row)
      .map((e) => `${entryText(t, e)}, ${e.clientName ?? e.title}`)
      .join('; ')
    return [row.profile.displayName, day, entries || t('board.free'), ...(from === to ? [] : [t('board.daysMarked', { count: to - from + 1 })])].join(', ')
  }
  return (
    <div
      role="grid"
      tabIndex={0}
      aria-label={t('board.title')}
      aria-rowcount={rows.length + 1}
      aria-colcount={days + 1}
      aria-activedescendant={rows.length ? `${id}cell` : undefined}
      aria-describedby={`${id}help`}
      onKeyDown={onKey}
      className="group/board relative max-h-[calc(100dvh-13.5rem)] min-h-72 overflow-auto overscroll-x-contain border-y border-line-strong [--day:1.75rem] [--name:11rem] focus-visible:outline-offset-0"
    >
      <div
        role="row"
        aria-rowindex={1}
        className="sticky top-0 z-20 grid min-w-max border-b border-line-strong bg-canvas lg:min-w-0"
        style={{ gridTemplateColumns: columns }}
      >
        <div role="columnheader" className="sticky left-0 z-10 flex items-end border-r border-line bg-canvas px-2 pb-1 text-xs text-ink-3">
          {t('board.count', { count: rows.length })}
        </div>
        {list.map((day, i) => {
          const now = day === today
          return (
            <div
              key={day}
              role="columnheader"
              aria-label={formatDate(day, locale, { weekday: 'long', day: 'numeric', month: 'long' })}
              aria-current={now ? 'date' : undefined}
              className={cn(
                'relative grid justify-items-center py-1 text-2xs text-ink-3',
                weekdayOf(day) > 5 && 'bg-sunken',
                now && 'font-semibold text-brand-ink',
              )}
            >
              <span className={cn((i === 0 || day.endsWith('-01')) && 'font-semibold text-ink')}>
                {formatDate(day, locale, i === 0 || day.endsWith('-01') ? { month: 'short' } : { weekday: days > 28 ? 'narrow' : 'short' })}
              </span>
              <span className={cn('tabular grid size-6 place-items-center rounded-full text-sm text-ink', now && 'bg-brand font-semibold text-on-brand')}>
                {Number(day.slice(8))}
              </span>
            </div>
          )
        })}
      </div>
      <div role="rowgroup" className="relative min-w-max lg:min-w-0">
        <div aria-hidden className="pointer-events-none absolute inset-0 grid" style={{ gridTemplateColumns: columns }}>
          <span />
          {list.map((day) => (
            <span
              key={day}
              className={cn(
                'border-l border-line/60',
                weekdayOf(day) === 1 && 'border-line',
                weekdayOf(day) > 5 && 'bg-sunken',
                day === today && 'bg-brand-wash',
              )}
            />
          ))}
        </div>
        {rows.map((row, index) => {
          const active = index === at
          const mark = drag?.row === index ? spanOf(drag) : active && !drag && cursor.anchor !== cursor.head ? spanOf(cursor) : null
          return (
            <BoardRow
              key={row.profile.id}
              row={row}
              index={index}
              first={first}
              days={days}
              zone={zone}
              columns={columns}
              changed={changed}
              onOpen={open}
              onDrag={onDrag}
              span={mark}
              cellLabel={active ? cellLabel(row) : null}
              cellId={`${id}cell`}
              cellColumn={active ? cursor.head : 0}
            />
          )
        })}
      </div>
      <p id={`${id}help`} className="sr-only">
        {t('board.help')}
      </p>
    </div>
  )
}
