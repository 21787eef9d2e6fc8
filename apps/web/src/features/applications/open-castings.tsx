'use client'

import { useCallback } from 'react'
import Link from 'next/link'
import { Search } from 'lucide-react'
import type { Application } from '@itellico/contracts/applications'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { useSearchText } from '@/features/bookings/use-search-text'
import { useI18n } from '@/lib/i18n/client'
import { useFilters } from '@/lib/use-filters'
import { OpenCasting, OpenCastingsSkeleton } from './open-casting'
import { SubmitDialog } from './submit-dialog'
import { useOpenCastings, useSubmissions } from './use-submissions'

/** Open castings of the marketplace, to submit talents of the roster to. */
export function OpenCastings() {
  const { t } = useI18n()
  const { params, set } = useFilters()
  const q = params.get('q') ?? ''
  const [text, setText] = useSearchText(
    q,
    useCallback((value: string | null) => set({ q: value }), [set]),
  )
  const list = useOpenCastings(q)
  const own = useSubmissions()
  const castings = list.data?.pages.flatMap((p) => p.items) ?? []
  const mine = (listingId: string): readonly Application[] => (own.data?.items ?? []).filter((a) => a.listing.id === listingId && a.status !== 'withdrawn')
  const slug = params.get('listing')
  const body = () => {
    if (list.isPending) return <OpenCastingsSkeleton label={t('common.loading')} />
    if (list.isError && castings.length === 0) return <QueryError cause={list.error} retry={list.refetch} />
    if (castings.length === 0)
      return q ? (
        <EmptyState
          title={t('sub.nothing', { text: q })}
          text={t('sub.nothingText')}
          action={
            <Button variant="outline" onClick={() => set({ q: null })}>
              {t('common.clear')}
            </Button>
          }
        />
      ) : (
        <EmptyState
          title={t('sub.none')}
          text={t('sub.noneText')}
          action={
            <Link href="/desk/roster" className={buttonStyles()}>
              {t('sub.toRoster')}
            </Link>
          }
        />
      )
    return (
      <>
        <ul className="border-t border-line-strong">
          {castings.map((casting) => (
            <OpenCasting key={casting.id} casting={casting} submitted={mine(casting.id)} onSubmit={(role) => set({ listing: casting.slug, role })} />
          ))}
        </ul>
        {list.hasNextPage && (
          <Button variant="outline" className="mt-4" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('cast.more')}
          </Button>
        )}
      </>
    )
  }
  return (
    <>
      <PageHeader title={t('sub.title')} lead={t('sub.lead')} />
      <div className="relative mb-4 w-full sm:w-80">
        <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3" />
        <Input
          type="search"
          value={text}
          onChange={(e) => setText(e.target.value)}
          aria-label={t('sub.search')}
          placeholder={t('sub.search')}
          className="pl-8"
        />
      </div>
      {body()}
      {slug && (
        <SubmitDialog
          key={slug}
          slug={slug}
          roleId={params.get('role')}
          submitted={own.data?.items ?? []}
          onRole={(role) => set({ role })}
          onClose={() => set({ listing: null, role: null })}
        />
      )}
    </>
  )
}
