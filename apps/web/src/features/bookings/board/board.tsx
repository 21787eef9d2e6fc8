'use client'

import { useCallback, useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react'
import Link from 'next/link'
import type { CalendarEntry, CalendarRow } from '@itellico/contracts/bookings'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { buttonStyles } from '@/components/ui/button-styles'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { BookingSheet } from '../booking-sheet'
import { PlaceDialog, type PlaceStart } from '../place-dialog'
import type { Day } from '../zone'
import { kinds } from './bar-look'
import { BoardAgenda } from './board-agenda'
import { BoardGrid } from './board-grid'
import { BoardSkeleton } from './board-skeleton'
import { BoardToolbar } from './board-toolbar'
import { BookoutSheet } from './bookout-sheet'
import { useBoard, useChangedEntries } from './use-board'
import { useOrder } from './use-order'

const WIDE = '(min-width: 48rem)'
const subscribeWide = (listener: () => void) => {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
const useWide = () =>
  useSyncExternalStore(
    subscribeWide,
    () => matchMedia(WIDE).matches,
    () => true,
  )

/** The chart board: who stands where, and who could. */
export function Board() {
  const { t } = useI18n()
  const { answer, first, days, zoom, today, timezone, set, params } = useBoard()
  const mayPlace = useCan('account.bookings.create')
  const wide = useWide()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim().toLowerCase())
  const [placing, setPlacing] = useState<PlaceStart | null>(null)
  const [bookout, setBookout] = useState<{ row: CalendarRow; entry: CalendarEntry } | null>(null)
  const hide = params.get('hide') ?? ''
  const hidden = useMemo(() => new Set(kinds.filter((k) => hide.split(',').includes(k))), [hide])
  const all = answer.data?.rows
  const changed = useChangedEntries(all, `${first}/${days}`)
  const order = useOrder(all, `${first}/${days}/${params.get('sort')}`, params.get('sort') !== 'name')
  const rows = useMemo(() => {
    const matches = (r: CalendarRow) =>
      !wanted ||
      r.profile.displayName.toLowerCase().includes(wanted) ||
      r.entries.some((e) => `${e.clientName ?? ''} ${e.title}`.toLowerCase().includes(wanted))
    const found = order(all ?? []).filter(matches)
    return hidden.size ? found.map((r) => ({ ...r, entries: r.entries.filter((e) => !hidden.has(e.kind)) })) : found
  }, [all, wanted, hidden, order])
  const open = useCallback(
    (row: CalendarRow, entry: CalendarEntry) => (entry.kind === 'bookout' ? setBookout({ row, entry }) : set({ booking: entry.id })),
    [set],
  )
  const place = useCallback((row: CalendarRow, from?: Day, to?: Day) => setPlacing({ profileId: row.profile.id, from: from ?? null, to: to ?? null }), [])

  const body = () => {
    if (answer.isError && !all) return <QueryError cause={answer.error} retry={answer.refetch} />
    if (!first || !all) return <BoardSkeleton label={t('common.loading')} days={days} />
    if (all.length === 0)
      return (
        <EmptyState
          title={t('board.empty')}
          text={t('board.emptyText')}
          action={
            <Link href="/desk/roster/new" className={buttonStyles()}>
              {t('roster.add')}
            </Link>
          }
        />
      )
    if (rows.length === 0)
      return (
        <EmptyState
          title={t('board.nobody')}
          text={t('board.nobodyText', { text })}
          action={
            <Button variant="outline" onClick={() => setText('')}>
              {t('common.clear')}
            </Button>
          }
        />
      )
    const shared = { rows, zone: timezone, changed, mayPlace, onOpen: open, onPlace: place }
    return wide ? <BoardGrid {...shared} first={first} days={days} today={today} /> : <BoardAgenda {...shared} />
  }
  return (
    <>
      <PageHeader title={t('board.title')} />
      <BoardToolbar
        first={first}
        today={today}
        days={days}
        zoom={zoom}
        text={text}
        onText={setText}
        hidden={hidden}
        byName={params.get('sort') === 'name'}
        onSet={set}
        onPlace={mayPlace ? () => setPlacing({ profileId: null, from: today, to: today }) : null}
      />
      <div aria-busy={answer.isPlaceholderData} className={answer.isPlaceholderData ? 'opacity-60 transition-opacity duration-150' : ''}>
        {body()}
      </div>
      {placing && all && <PlaceDialog start={placing} rows={all} onClose={() => setPlacing(null)} onOpenBooking={(id) => set({ booking: id })} />}
      <BookingSheet id={params.get('booking')} side="agency" onChange={(id) => set({ booking: id })} />
      {bookout && <BookoutSheet {...bookout} zone={timezone} onClose={() => setBookout(null)} />}
    </>
  )
}
