'use client'

import Link from 'next/link'
import { Plus } from 'lucide-react'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { useFilters } from '@/lib/use-filters'
import { CastingRows, CastingRowsSkeleton } from './casting-rows'
import { StateLinks } from './state-links'
import { useOwnCastings } from './use-castings'

const states = ['all', 'published', 'draft', 'closed', 'filled', 'cancelled'] as const
const writable: readonly string[] = ['all', 'published', 'draft']

/** Castings of a client by state, with who is new in each. */
export function OwnCastings() {
  const { t } = useI18n()
  const { params, set } = useFilters()
  const mayWrite = useCan('account.listings.manage')
  const state = states.find((s) => s === params.get('state')) ?? 'all'
  const list = useOwnCastings(state === 'all' ? null : state)
  const castings = list.data?.pages.flatMap((p) => p.items) ?? []
  const write = mayWrite && (
    <Link href="/client/castings/new" className={buttonStyles()}>
      <Plus />
      {t('cast.new')}
    </Link>
  )
  const body = () => {
    if (list.isPending) return <CastingRowsSkeleton label={t('common.loading')} />
    if (list.isError && castings.length === 0) return <QueryError cause={list.error} retry={list.refetch} />
    if (castings.length === 0)
      return (
        <EmptyState className="border-t-0" title={t(`cast.empty.${state}`)} text={t(`cast.emptyText.${state}`)} action={writable.includes(state) && write} />
      )
    return (
      <>
        <CastingRows castings={castings} />
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
      <PageHeader title={t('cast.title')} lead={t('cast.lead')} actions={write} />
      <StateLinks
        label={t('cast.views')}
        param="state"
        current={state}
        onChoose={(s) => set({ state: s === 'all' ? null : s }, 'push')}
        options={states.map((s) => ({ value: s, label: t(`cast.state.${s}`) }))}
      />
      {body()}
    </>
  )
}
