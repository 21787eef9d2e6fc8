'use client'

import { ChevronLeft, ChevronRight, Plus, Search } from 'lucide-react'
import type { CalendarEntry } from '@itellico/contracts/bookings'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { cn } from '@/lib/cn'
import { formatDateRange } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { addDays, mondayOf, type Day } from '../zone'
import { barLook, glyphOf, kinds } from './bar-look'
import { ZOOMS, type Zoom } from './use-board'

type Kind = CalendarEntry['kind']

interface Props {
  readonly first: Day | null
  readonly today: Day | null
  readonly days: number
  readonly zoom: Zoom
  readonly text: string
  readonly onText: (text: string) => void
  readonly hidden: ReadonlySet<Kind>
  readonly byName: boolean
  readonly onSet: (change: Record<string, string | null>) => void
  readonly onPlace: (() => void) | null
}

/** Which part of the calendar, which talents, which kinds. The kinds are the legend too. */
export function BoardToolbar({ first, today, days, zoom, text, onText, hidden, byName, onSet, onPlace }: Props) {
  const { t, locale } = useI18n()
  const go = (by: number) => first && onSet({ from: addDays(first, by) })
  const toggle = (kind: Kind) => {
    const next = kinds.filter((k) => (k === kind ? !hidden.has(k) : hidden.has(k)))
    onSet({ hide: next.length ? next.join(',') : null })
  }
  return (
    <div className="mb-3 grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex items-center gap-1">
          <Button variant="outline" size="icon" aria-label={t('board.earlier')} onClick={() => go(-7)}>
            <ChevronLeft />
          </Button>
          <Button variant="outline" onClick={() => onSet({ from: null })} aria-current={today !== null && first === mondayOf(today) ? 'date' : undefined}>
            {t('board.today')}
          </Button>
          <Button variant="outline" size="icon" aria-label={t('board.later')} onClick={() => go(7)}>
            <ChevronRight />
          </Button>
        </div>
        <p aria-live="polite" className="tabular min-w-44 font-display text-lg font-semibold">
          {first && formatDateRange(first, addDays(first, days - 1), locale)}
        </p>
        <Segmented<Zoom>
          label={t('board.zoom')}
          value={zoom}
          onValueChange={(weeks) => onSet({ weeks })}
          options={ZOOMS.map((z) => ({ value: z, label: t('board.weeks', { count: z }) }))}
        />
        <div className="relative min-w-40 flex-1 max-sm:order-last max-sm:basis-full sm:max-w-64">
          <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3" />
          <Input
            type="search"
            value={text}
            onChange={(e) => onText(e.target.value)}
            aria-label={t('board.filter')}
            placeholder={t('board.filter')}
            className="pl-8"
          />
        </div>
        {onPlace && (
          <Button className="ml-auto" onClick={onPlace}>
            <Plus />
            {t('board.place')}
          </Button>
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div role="group" aria-label={t('board.kinds')} className="-ml-2 flex flex-wrap gap-1.5">
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={!hidden.has(kind)}
              onClick={() => toggle(kind)}
              className={cn(
                'flex h-7 items-center gap-2 rounded-sm px-2 text-sm transition-opacity duration-150',
                hidden.has(kind) ? 'text-ink-3 line-through' : 'text-ink',
              )}
            >
              {(kind === 'option' ? [1, 2] : [null]).map((rank) => (
                <span
                  key={rank ?? 0}
                  aria-hidden
                  className={cn(
                    'grid h-5 min-w-6 place-items-center rounded-xs border text-xs font-semibold',
                    barLook({ kind, rank, status: '' }),
                    hidden.has(kind) && 'opacity-40',
                  )}
                >
                  {glyphOf({ kind, rank })}
                </span>
              ))}
              {t(`board.kind.${kind}`)}
            </button>
          ))}
        </div>
        <Select
          aria-label={t('board.sort')}
          className="h-7 w-40 text-sm"
          value={byName ? 'name' : 'next'}
          onValueChange={(sort) => onSet({ sort: sort === 'name' ? 'name' : null })}
          options={[
            { value: 'next', label: t('board.sortNext') },
            { value: 'name', label: t('board.sortName') },
          ]}
        />
      </div>
    </div>
  )
}
