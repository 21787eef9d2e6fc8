'use client'

import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'next/navigation'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { MinorAccess } from '@itellico/contracts/profiles'
import { searchProfiles, type SearchHit, type SearchResult, type TalentHit } from '@itellico/contracts/search'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { keys } from '@/lib/query-keys'
import { PAGE_SIZE, toHref, toSearchQuery, type SearchQuery } from './search-query'

/** What a search finds; members learn more of each hit than visitors. */
export interface Found extends Omit<SearchResult, 'items'> {
  readonly items: readonly (SearchHit & Partial<TalentHit>)[]
  readonly minors?: MinorAccess | null
}

/** A search as the API is asked. */
export type SearchWish = Record<string, string | number> & { locale: string; limit: number }

/** The page that a search stands on, and whom it asks. */
export interface SearchPlace {
  readonly base: string
  readonly key: readonly unknown[]
  readonly ask: (query: SearchWish, signal: AbortSignal) => Promise<Found>
}

/** The search that everybody may use. */
export const publicPlace: SearchPlace = {
  base: '/talent',
  key: ['search'],
  ask: (query, signal) => api(searchProfiles, { query, signal }),
}

/** What the server found for the address that the page was opened with. */
export interface FirstResult {
  readonly query: SearchQuery
  readonly result: SearchResult
}

/**
 * The search that the address describes. Filters change the address at once and the result follows, so that the controls
 * keep their focus; the answer before stays in sight until the new one is there.
 */
export function useSearch({ base, key, ask }: SearchPlace, first?: FirstResult) {
  const { locale } = useI18n()
  const params = useSearchParams()
  const query = useMemo(() => toSearchQuery(params.entries()), [params])
  const page = Math.max(1, Number(params.get('page')) || 1)
  const answer = useQuery({
    queryKey: keys.profiles(...key, query, locale),
    queryFn: ({ signal }) => ask({ ...query, limit: PAGE_SIZE, locale }, signal),
    ...(first && toHref(query) === toHref(first.query) && { initialData: first.result satisfies Found }),
    placeholderData: keepPreviousData,
    // what is closed may open any moment: a casting is published, an account verified
    staleTime: ({ state }) => (state.data?.minors && !(state.data.minors.verified && state.data.minors.openCasting) ? 0 : 60_000),
  })
  const hrefOf = useCallback((next: SearchQuery, on = 1) => toHref(next, on, base), [base])
  const go = useCallback(
    (next: SearchQuery, how: 'push' | 'replace' = 'push') => {
      if (how === 'push') window.history.pushState(null, '', hrefOf(next))
      else window.history.replaceState(null, '', hrefOf(next))
    },
    [hrefOf],
  )
  const result: Found | undefined = answer.data ?? first?.result
  return { query, page, go, hrefOf, answer, result, changing: answer.isPlaceholderData }
}

/** A search with something to show. */
export type ReadySearch = Omit<ReturnType<typeof useSearch>, 'result'> & { readonly result: Found }
