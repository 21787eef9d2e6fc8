'use client'

import { useCallback } from 'react'
import Link from 'next/link'
import { LayoutGrid, Plus, Rows3, Search } from 'lucide-react'
import type { ProfileStatus } from '@itellico/contracts/profiles'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { useSearchText } from '@/features/bookings/use-search-text'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan } from '@/lib/me'
import { useFilters } from '@/lib/use-filters'
import { RosterPictures, RosterSkeleton, RosterTable } from './roster-grid'
import { useRoster } from './use-roster'

const states: readonly ProfileStatus[] = ['active', 'draft', 'pending', 'hidden', 'suspended']

/** Everybody the agency represents. */
export function Roster() {
  const { t } = useI18n()
  const { params, set } = useFilters()
  const mayAdd = useCan('account.profiles.create')
  const q = params.get('q') ?? ''
  const status = states.find((s) => s === params.get('status'))
  const view = params.get('view') === 'table' ? 'table' : 'pictures'
  const [text, setText] = useSearchText(
    q,
    useCallback((value: string | null) => set({ q: value }), [set]),
  )
  const roster = useRoster({ q, status })
  const talents = roster.data?.pages.flatMap((p) => p.items) ?? []
  const body = () => {
    if (roster.isPending) return <RosterSkeleton label={t('common.loading')} />
    if (roster.isError && talents.length === 0) return <QueryError cause={roster.error} retry={roster.refetch} />
    if (talents.length === 0) {
      if (q || status)
        return (
          <EmptyState
            title={t('roster.nobody')}
            text={t('roster.nobodyText')}
            action={
              <Button variant="outline" onClick={() => set({ q: null, status: null })}>
                {t('talent.clearAll')}
              </Button>
            }
          />
        )
      return (
        <EmptyState
          title={t('roster.empty')}
          text={t('roster.emptyText')}
          action={
            mayAdd && (
              <Link href="/desk/roster/new" className={buttonStyles()}>
                {t('roster.add')}
              </Link>
            )
          }
        />
      )
    }
    return (
      <div className="grid gap-6">
        {view === 'table' ? <RosterTable talents={talents} /> : <RosterPictures talents={talents} />}
        {roster.hasNextPage && (
          <Button variant="outline" className="mx-auto" busy={roster.isFetchingNextPage} onClick={() => void roster.fetchNextPage()}>
            {t('roster.more')}
          </Button>
        )}
      </div>
    )
  }
  return (
    <>
      <PageHeader
        title={t('roster.title')}
        actions={
          mayAdd && (
            <Link href="/desk/roster/new" className={buttonStyles()}>
              <Plus />
              {t('roster.add')}
            </Link>
          )
        }
      />
      <div className="mb-6 flex flex-wrap items-center gap-2">
        <div className="relative w-full sm:w-72">
          <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3" />
          <Input
            type="search"
            value={text}
            onChange={(e) => setText(e.target.value)}
            aria-label={t('roster.search')}
            placeholder={t('roster.search')}
            className="pl-8"
          />
        </div>
        <Select
          aria-label={t('blist.status')}
          className="w-40"
          value={status ?? 'all'}
          onValueChange={(s) => set({ status: s === 'all' ? null : s })}
          options={[{ value: 'all', label: t('common.all') }, ...states.map((s) => ({ value: s, label: statusText(t, s) }))]}
        />
        <Segmented
          label={t('roster.view')}
          className="ml-auto"
          value={view}
          onValueChange={(v) => set({ view: v === 'table' ? 'table' : null })}
          options={[
            {
              value: 'pictures',
              label: (
                <>
                  <LayoutGrid aria-hidden />
                  <span className="sr-only">{t('roster.pictures')}</span>
                </>
              ),
            },
            {
              value: 'table',
              label: (
                <>
                  <Rows3 aria-hidden />
                  <span className="sr-only">{t('roster.table')}</span>
                </>
              ),
            },
          ]}
        />
      </div>
      {body()}
    </>
  )
}
