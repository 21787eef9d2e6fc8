'use client'

import { memo } from 'react'
import { cn } from '@/lib/cn'
import { formatPeriod } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { entryText } from '../booking-words'
import { barLook, glyphOf } from './bar-look'
import type { Bar } from './lanes'

interface Props {
  readonly bar: Bar
  readonly zone: string
  readonly changed: boolean
  readonly onOpen: (bar: Bar) => void
}

/** One entry of the board: sign or rank first, then for whom. */
export const BoardBar = memo(function BoardBar({ bar, zone, changed, onOpen }: Props) {
  const { t, locale } = useI18n()
  const { entry } = bar
  const word = entryText(t, entry)
  const what = entry.kind === 'bookout' ? entry.title : `${entry.clientName ?? ''} · ${entry.title}`
  return (
    <button
      type="button"
      tabIndex={-1}
      data-bar={entry.id}
      onClick={() => onOpen(bar)}
      title={`${word} · ${what}\n${formatPeriod(entry.startsAt, entry.endsAt, locale, zone)}`}
      style={{ gridColumn: `${bar.from + 1} / ${bar.to + 2}`, gridRow: bar.lane + 2 }}
      className={cn(
        'relative z-1 mx-px flex h-bar min-w-0 items-center overflow-hidden border text-left text-xs whitespace-nowrap transition-shadow duration-200 hover:brightness-95 dark:hover:brightness-110',
        barLook(entry),
        bar.cutLeft ? 'rounded-l-none border-l-0' : 'rounded-l-sm',
        bar.cutRight ? 'rounded-r-none border-r-0' : 'rounded-r-sm',
        changed && 'z-2 ring-2 ring-brand ring-offset-1 ring-offset-canvas',
      )}
    >
      <span aria-hidden className="grid h-full w-5 shrink-0 place-items-center font-display text-xs font-bold">
        {glyphOf(entry)}
      </span>
      <span className="truncate pr-1.5 font-medium">{entry.kind === 'bookout' ? entry.title : entry.clientName}</span>
      <span className="sr-only">
        , {word}, {what}, {formatPeriod(entry.startsAt, entry.endsAt, locale, zone)}
      </span>
    </button>
  )
})
