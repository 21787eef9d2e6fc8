'use client'

import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'next/navigation'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { searchProfiles, type SearchResult } from '@itellico/contracts/search'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { keys } from '@/lib/query-keys'
import { PAGE_SIZE, toHref, toSearchQuery, type SearchQuery } from './search-query'

/** What the server found for the address that the page was opened with. */
export interface FirstResult {
  readonly query: SearchQuery
  readonly result: SearchResult
}

/**
 * The search that the address describes. Filters change the address at once and the result follows, so that the controls
 * keep their focus; the answer before stays in sight until the new one is there.
 */
export function useSearch(first: FirstResult) {
  const { locale } = useI18n()
  const params = useSearchParams()
  const query = useMemo(() => toSearchQuery(params.entries()), [params])
  const page = Math.max(1, Number(params.get('page')) || 1)
  const isFirst = toHref(query) === toHref(first.query)
  const answer = useQuery({
    queryKey: keys.profiles('search', query, locale),
    queryFn: ({ signal }) => api(searchProfiles, { query: { limit: PAGE_SIZE, ...query, locale }, signal }),
    ...(isFirst && { initialData: first.result }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const go = useCallback((next: SearchQuery, how: 'push' | 'replace' = 'push') => {
    if (how === 'push') window.history.pushState(null, '', toHref(next))
    else window.history.replaceState(null, '', toHref(next))
  }, [])
  return { query, page, go, answer, result: answer.data ?? first.result, changing: answer.isPlaceholderData }
}
