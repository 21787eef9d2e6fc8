'use client'

import type { ReactNode } from 'react'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { useI18n } from '@/lib/i18n/client'
import { PAGE_SIZE } from './search-query'
import { gridStyles, gridSizes } from './search-skeleton'
import { TalentCard } from './talent-card'
import type { Found, ReadySearch } from './use-search'

const EAGER = 4

interface Props {
  readonly search: ReadySearch
  /** The page below which each talent has their own. */
  readonly base: string
  /** Stands where the talents would be when there is nobody at all. */
  readonly nobody: ReactNode
  readonly actionsOf?: (hit: Found['items'][number]) => ReactNode
  readonly markOf?: (hit: Found['items'][number]) => ReactNode
}

/** The talents that were found, page by page. */
export function SearchResults({ search, base, nobody, actionsOf, markOf }: Props) {
  const { t } = useI18n()
  const { answer, result, query, page, go, hrefOf } = search
  if (answer.isError) return <QueryError cause={answer.error} retry={answer.refetch} />
  if (result.items.length === 0) {
    if (Object.keys(query).length === 0) return nobody
    return (
      <EmptyState
        title={t('talent.empty')}
        text={t('talent.emptyText')}
        action={
          <Button variant="outline" onClick={() => go({})}>
            {t('talent.clearAll')}
          </Button>
        }
      />
    )
  }
  const total = result.page.total
  const summary =
    total === undefined
      ? t('common.page', { page })
      : `${(page - 1) * PAGE_SIZE + 1}–${(page - 1) * PAGE_SIZE + result.items.length} ${t('common.of')} ${total}`
  const { cursor: _, ...firstPage } = query
  return (
    <div className="grid gap-10">
      <div className={gridStyles}>
        {result.items.map((hit, index) => (
          <TalentCard
            key={hit.id}
            hit={hit}
            href={`${base}/${hit.slug}`}
            sizes={gridSizes}
            priority={index < EAGER}
            actions={actionsOf?.(hit)}
            mark={markOf?.(hit)}
          />
        ))}
      </div>
      <Pagination
        label={t('talent.resultsPlain')}
        summary={summary}
        firstLabel={t('common.first')}
        nextLabel={t('common.next')}
        firstHref={query['cursor'] ? hrefOf(firstPage) : null}
        nextHref={result.page.nextCursor ? hrefOf({ ...query, cursor: result.page.nextCursor }, page + 1) : null}
      />
    </div>
  )
}
