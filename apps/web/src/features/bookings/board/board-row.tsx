'use client'

import { memo, useMemo, type PointerEvent } from 'react'
import Link from 'next/link'
import type { CalendarRow } from '@itellico/contracts/bookings'
import { MediaImage } from '@/components/ui/media-image'
import { BoardBar } from './board-bar'
import { toBars, type Bar } from './lanes'
import type { Day } from '../zone'

/** Days that are marked in a row: columns, both included. */
export interface Span {
  readonly from: number
  readonly to: number
}

interface Props {
  readonly row: CalendarRow
  readonly index: number
  readonly first: Day
  readonly days: number
  readonly zone: string
  readonly columns: string
  readonly span: Span | null
  readonly cellLabel: string | null
  readonly cellId: string
  readonly cellColumn: number
  readonly changed: ReadonlySet<string>
  readonly onOpen: (row: CalendarRow, bar: Bar) => void
  readonly onDrag: (index: number, column: number, phase: 'start' | 'move' | 'end') => void
}

const columnAt = (event: PointerEvent<HTMLElement>, days: number) => {
  const box = event.currentTarget.getBoundingClientRect()
  return Math.min(days - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * days)))
}

/** One talent with all that stands in their days. */
export const BoardRow = memo(function BoardRow({
  row,
  index,
  first,
  days,
  zone,
  columns,
  span,
  cellLabel,
  cellId,
  cellColumn,
  changed,
  onOpen,
  onDrag,
}: Props) {
  const { bars, lanes } = useMemo(() => toBars(row.entries, first, days, zone), [row.entries, first, days, zone])
  const { profile } = row
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="group/row grid border-b border-line [contain-intrinsic-block-size:3.5rem] [content-visibility:auto]"
      style={{ gridTemplateColumns: columns }}
    >
      <div role="rowheader" className="sticky left-0 z-10 flex min-h-face items-stretch border-r border-line bg-canvas group-hover/row:bg-sunken">
        <Link href={`/desk/roster/${profile.id}`} tabIndex={-1} className="flex min-w-0 flex-1 gap-2.5 pr-2">
          <MediaImage item={profile.cover} alt="" name={profile.displayName} sizes="44px" variant="thumb" className="aspect-auto! w-face shrink-0 text-sm" />
          <span className="line-clamp-2 self-center text-base leading-tight font-medium">{profile.displayName}</span>
        </Link>
      </div>
      <div
        role="gridcell"
        className="relative col-start-2 -col-end-1 row-start-1 grid cursor-cell grid-cols-subgrid gap-y-0.5 py-0.5 select-none"
        style={{ gridTemplateRows: `1fr repeat(${lanes}, max(1.5rem, calc(1.5rem * var(--density)))) 1fr` }}
        onPointerDown={(e) => {
          if (e.button !== 0 || e.pointerType === 'touch' || (e.target as HTMLElement).closest('[data-bar]')) return
          e.currentTarget.setPointerCapture(e.pointerId)
          onDrag(index, columnAt(e, days), 'start')
        }}
        onPointerMove={(e) => e.currentTarget.hasPointerCapture(e.pointerId) && onDrag(index, columnAt(e, days), 'move')}
        onPointerUp={(e) => e.currentTarget.hasPointerCapture(e.pointerId) && onDrag(index, columnAt(e, days), 'end')}
        onClick={(e) => {
          // A finger scrolls when it drags; it marks a single day by a tap.
          if ((e.nativeEvent as unknown as globalThis.PointerEvent).pointerType !== 'touch' || (e.target as HTMLElement).closest('[data-bar]')) return
          const column = columnAt(e as unknown as PointerEvent<HTMLElement>, days)
          onDrag(index, column, 'start')
          onDrag(index, column, 'end')
        }}
      >
        {bars.map((bar) => (
          <BoardBar key={bar.entry.id} bar={bar} zone={zone} changed={changed.has(bar.entry.id)} onOpen={(b) => onOpen(row, b)} />
        ))}
      </div>
      {span && (
        <div
          aria-hidden
          className="pointer-events-none row-start-1 my-0.5 rounded-xs bg-brand/15 ring-2 ring-brand ring-inset"
          style={{ gridColumn: `${span.from + 2} / ${span.to + 3}` }}
        />
      )}
      {cellLabel !== null && (
        <div
          role="gridcell"
          id={cellId}
          aria-label={cellLabel}
          aria-selected
          className="pointer-events-none row-start-1 my-0.5 rounded-xs group-focus-visible/board:ring-2 group-focus-visible/board:ring-ink group-focus-visible/board:ring-inset"
          style={{ gridColumn: cellColumn + 2 }}
        />
      )}
    </div>
  )
})
