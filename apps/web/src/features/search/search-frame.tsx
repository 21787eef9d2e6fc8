'use client'

import type { ComponentProps } from 'react'
import { SlidersHorizontal } from 'lucide-react'
import type { Industry } from '@itellico/contracts/tenants'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { Sheet, SheetClose } from '@/components/ui/sheet'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { nounsOf } from '@/lib/i18n/translate'
import type { UnitSystem } from '@/lib/units'
import { ActiveFilters } from './active-filters'
import { FacetList } from './facet-list'
import { SearchBox } from './search-box'
import { SearchResults } from './search-results'
import { filterParts, withPart } from './search-query'

interface Props extends ComponentProps<typeof SearchResults> {
  readonly industry: Industry
  readonly unitSystem: UnitSystem
}

/** Search, filters and results, wherever they stand. */
export function SearchFrame({ industry, unitSystem, ...results }: Props) {
  const { t } = useI18n()
  const { search } = results
  const { query, go, result } = search
  const words = nounsOf(t, industry)
  const filters = filterParts(query).length
  const total = result.page.total
  const facets = <FacetList facets={result.facets} query={query} onChange={go} unitSystem={unitSystem} />
  return (
    <div className="grid gap-x-10 lg:grid-cols-[15rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
      <div className="lg:col-start-2">
        <SearchBox value={query['q'] ?? ''} label={t('talent.searchLabel', words)} onSearch={(q) => go(withPart(query, { q }), 'replace')} />
        <div className="flex flex-wrap items-center justify-between gap-3 py-4">
          <p role="status" className="tabular text-base text-ink-2">
            {total === undefined ? t('talent.resultsPlain') : t('talent.results', { count: total })}
          </p>
          <div className="flex items-center gap-2">
            <Sheet
              side="bottom"
              title={t('talent.filters')}
              closeLabel={t('common.close')}
              trigger={
                <Button variant="outline" className="lg:hidden">
                  <SlidersHorizontal />
                  {filters > 0 ? t('talent.filterCount', { count: filters }) : t('talent.filters')}
                </Button>
              }
              footer={
                <SheetClose render={<Button className="w-full" size="lg" />}>
                  {total === undefined ? t('talent.showAll') : t('talent.show', { count: total })}
                </SheetClose>
              }
            >
              {facets}
            </Sheet>
            <Select
              aria-label={t('talent.sort')}
              className="w-36"
              value={query['sort'] ?? 'relevance'}
              onValueChange={(sort) => go(withPart(query, { sort: sort === 'relevance' ? '' : sort }))}
              options={[
                { value: 'relevance', label: t('talent.sortRelevance') },
                { value: 'newest', label: t('talent.sortNewest') },
                { value: 'name', label: t('talent.sortName') },
              ]}
            />
          </div>
        </div>
        <ActiveFilters facets={result.facets} query={query} onChange={go} unitSystem={unitSystem} />
      </div>
      <aside aria-label={t('talent.filters')} className="hidden lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:block">
        {facets}
      </aside>
      <section
        aria-label={t('talent.resultsPlain')}
        aria-busy={search.changing}
        className={cn('transition-opacity duration-150 lg:col-start-2', search.changing && 'opacity-55')}
      >
        <h2 className="sr-only">{t('talent.resultsPlain')}</h2>
        <SearchResults {...results} />
      </section>
    </div>
  )
}
