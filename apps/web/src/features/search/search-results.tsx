'use client'

import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { useI18n } from '@/lib/i18n/client'
import { ClientActions } from './client-actions'
import { PAGE_SIZE, toHref } from './search-query'
import { gridStyles, gridSizes } from './search-skeleton'
import { TalentCard } from './talent-card'
import type { useSearch } from './use-search'

const EAGER = 4

/** The talents that were found, page by page. */
export function SearchResults({ search }: { search: ReturnType<typeof useSearch> }) {
  const { t } = useI18n()
  const { answer, result, query, page, go } = search
  if (answer.isError) return <QueryError cause={answer.error} retry={answer.refetch} />
  if (result.items.length === 0) {
    const narrowed = Object.keys(query).length > 0
    return (
      <EmptyState
        title={narrowed ? t('talent.empty') : t('talent.none')}
        text={narrowed && t('talent.emptyText')}
        action={
          narrowed && (
            <Button variant="outline" onClick={() => go({})}>
              {t('talent.clearAll')}
            </Button>
          )
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
          <TalentCard key={hit.id} hit={hit} sizes={gridSizes} priority={index < EAGER} actions={<ClientActions profile={hit} />} />
        ))}
      </div>
      <Pagination
        label={t('talent.resultsPlain')}
        summary={summary}
        firstLabel={t('common.first')}
        nextLabel={t('common.next')}
        firstHref={query['cursor'] ? toHref(firstPage) : null}
        nextHref={result.page.nextCursor ? toHref({ ...query, cursor: result.page.nextCursor }, page + 1) : null}
      />
    </div>
  )
}
