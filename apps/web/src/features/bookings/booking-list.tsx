'use client'

import { useCallback } from 'react'
import Link from 'next/link'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { listBookings } from '@itellico/contracts/bookings'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { cn } from '@/lib/cn'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'
import { useFilters } from '@/lib/use-filters'
import type { Side } from './booking-actions'
import { BookingRows, BookingRowsSkeleton } from './booking-rows'
import { BookingSheet } from './booking-sheet'
import { useSearchText } from './use-search-text'

const views = { requests: 'requested', options: 'held', bookings: 'confirmed', past: 'completed,cancelled,declined,released,expired' } as const
type View = keyof typeof views
const names = Object.keys(views) as View[]
const LIMIT = 30

/** Requests, options and bookings of the active account as a list; filters are in the address. */
export function BookingList({ side }: { side: Side }) {
  const { t } = useI18n()
  const { accountId } = usePerson()
  const { params, set } = useFilters()
  const view: View = names.find((v) => v === params.get('view')) ?? (side === 'agency' ? 'requests' : 'options')
  const q = params.get('q') ?? ''
  const [text, setText] = useSearchText(
    q,
    useCallback((value: string | null) => set({ q: value }), [set]),
  )
  const list = useInfiniteQuery({
    queryKey: keys.bookings(accountId, 'list', view, q),
    queryFn: ({ signal, pageParam }) =>
      api(listBookings, { query: { status: views[view], limit: LIMIT, ...(q && { q }), ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
  })
  const bookings = list.data?.pages.flatMap((p) => p.items) ?? []
  const home = side === 'agency' ? { href: '/desk/board', label: t('blist.toBoard') } : { href: '/client/talent', label: t('blist.toSearch') }
  const body = () => {
    if (list.isPending) return <BookingRowsSkeleton label={t('common.loading')} />
    if (list.isError && bookings.length === 0) return <QueryError cause={list.error} retry={list.refetch} />
    if (bookings.length === 0) {
      if (q)
        return (
          <EmptyState
            title={t('blist.nothing')}
            text={t('blist.nothingText', { text: q })}
            action={
              <Button variant="outline" onClick={() => set({ q: null })}>
                {t('common.clear')}
              </Button>
            }
          />
        )
      return (
        <EmptyState
          title={t(`blist.empty.${view}`)}
          text={t(side === 'agency' ? 'blist.emptyText' : 'blist.emptyTextClient')}
          action={
            <Link href={home.href} className={buttonStyles()}>
              {home.label}
            </Link>
          }
        />
      )
    }
    return (
      <>
        <BookingRows bookings={bookings} side={side} onOpen={(id) => set({ booking: id })} />
        <div className="flex items-center justify-between gap-4 pt-4">
          <p className="tabular text-sm text-ink-3">{t('blist.page', { count: bookings.length })}</p>
          {list.hasNextPage && (
            <Button variant="outline" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('notifications.more')}
            </Button>
          )}
        </div>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={t('blist.title')}
        actions={
          <Link href={home.href} className={buttonStyles({ variant: 'outline' })}>
            {home.label}
          </Link>
        }
      />
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 border-b border-line">
        <nav aria-label={t('blist.views')} className="no-scrollbar flex gap-5 overflow-x-auto">
          {names.map((v) => (
            <Link
              key={v}
              href={`?view=${v}`}
              aria-current={v === view ? 'page' : undefined}
              onClick={(e) => {
                if (!e.metaKey && !e.ctrlKey) {
                  e.preventDefault()
                  set({ view: v }, 'push')
                }
              }}
              className={cn(
                '-mb-px flex h-10 items-center border-b-2 text-base font-medium whitespace-nowrap',
                v === view ? 'border-brand text-ink' : 'border-transparent text-ink-3 hover:text-ink',
              )}
            >
              {t(`blist.${v}`)}
            </Link>
          ))}
        </nav>
        <div className="relative mb-2 w-full sm:w-72">
          <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3" />
          <Input
            type="search"
            value={text}
            onChange={(e) => setText(e.target.value)}
            aria-label={t('blist.search')}
            placeholder={t('blist.search')}
            className="pl-8"
          />
        </div>
      </div>
      {body()}
      <BookingSheet id={params.get('booking')} side={side} onChange={(id) => set({ booking: id })} />
    </>
  )
}
