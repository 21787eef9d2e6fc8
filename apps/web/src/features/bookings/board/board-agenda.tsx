'use client'

import { Plus } from 'lucide-react'
import type { CalendarRow } from '@itellico/contracts/bookings'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import { formatDateRange } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { entryText } from '../booking-words'
import { daySpan } from '../zone'
import { barLook, glyphOf } from './bar-look'
import type { Bar } from './lanes'

interface Props {
  readonly rows: readonly CalendarRow[]
  readonly zone: string
  readonly changed: ReadonlySet<string>
  readonly mayPlace: boolean
  readonly onOpen: (row: CalendarRow, entry: Bar['entry']) => void
  readonly onPlace: (row: CalendarRow) => void
}

/** The board for narrow screens: what each talent has, then who is free. */
export function BoardAgenda({ rows, zone, changed, mayPlace, onOpen, onPlace }: Props) {
  const { t, locale } = useI18n()
  const busy = rows.filter((r) => r.entries.length > 0)
  const free = rows.filter((r) => r.entries.length === 0)
  const add = (row: CalendarRow) =>
    mayPlace && (
      <Button variant="quiet" size="icon" aria-label={`${t('board.place')}: ${row.profile.displayName}`} onClick={() => onPlace(row)}>
        <Plus />
      </Button>
    )
  return (
    <div className="grid gap-6">
      <ul className="border-t border-line-strong">
        {busy.map((row) => (
          <li key={row.profile.id} className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-3 border-b border-line py-3">
            <Avatar name={row.profile.displayName} cover={row.profile.cover} className="aspect-3/4 size-auto w-14" />
            <div className="grid content-start gap-1.5">
              <div className="flex items-center justify-between gap-2">
                <h2 className="text-md leading-tight font-semibold">{row.profile.displayName}</h2>
                {add(row)}
              </div>
              <ul className="grid gap-1">
                {[...row.entries]
                  .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
                  .map((entry) => {
                    const span = daySpan(entry.startsAt, entry.endsAt, zone)
                    return (
                      <li key={entry.id}>
                        <button
                          type="button"
                          onClick={() => onOpen(row, entry)}
                          className={cn(
                            'flex min-h-9 w-full items-center gap-2 rounded-sm border px-2 text-left text-sm',
                            barLook(entry),
                            changed.has(entry.id) && 'ring-2 ring-brand',
                          )}
                        >
                          <span aria-hidden className="w-4 text-center font-display font-bold">
                            {glyphOf(entry)}
                          </span>
                          <span className="sr-only">{entryText(t, entry)}</span>
                          <span className="truncate font-medium">{entry.clientName ?? entry.title}</span>
                          <span className="tabular ml-auto shrink-0 text-xs">
                            {formatDateRange(span.first, span.last, locale).replace(/[,.]? ?\d{4}$/, '')}
                          </span>
                        </button>
                      </li>
                    )
                  })}
              </ul>
            </div>
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <section className="grid gap-2">
          <h2 className="text-md font-semibold">{t('board.freeAll', { count: free.length })}</h2>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-2">
            {free.map((row) => (
              <li key={row.profile.id}>
                <button type="button" disabled={!mayPlace} onClick={() => onPlace(row)} className="grid w-full gap-1 text-left text-xs">
                  <Avatar name={row.profile.displayName} cover={row.profile.cover} className="aspect-3/4 size-auto w-full" />
                  <span className="truncate">{row.profile.displayName}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
