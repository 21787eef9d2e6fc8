import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { connection } from 'next/server'
import { ApiProblem, call } from '@itellico/contracts/client'
import { searchProfiles, type SearchHit, type SearchResult } from '@itellico/contracts/search'
import { getTenant, publicRead, tenantSlug } from '@/lib/api.server'
import { BUILD_TENANT } from '@/lib/build-tenant'
import { tags } from '@/lib/tags'
import { upstream } from '@/lib/upstream'
import { NOTHING, PAGE_SIZE, type SearchQuery } from './search-query'

/** Talents for the front page, newest first. */
export async function newestTalent(limit: number, locale: string): Promise<SearchHit[]> {
  'use cache'
  cacheLife('catalog')
  cacheTag(tags.profiles(await tenantSlug()))
  return (await publicRead(searchProfiles, { query: { limit, sort: 'newest', locale } }, NOTHING))?.items ?? []
}

/** The result of a search. Not cached here: there are as many as people can think of. */
export async function searchTalent(query: SearchQuery, locale: string): Promise<SearchResult> {
  const tenant = await getTenant()
  if (tenant.slug === BUILD_TENANT) return NOTHING
  // asking belongs to a request and never to a prerender: it reads the clock
  await connection()
  try {
    return await call(upstream({ tenant: tenant.id }), searchProfiles, { query: { limit: PAGE_SIZE, ...query, locale } })
  } catch (cause) {
    // An old or mistyped address: a filter that does not exist finds nobody.
    if (cause instanceof ApiProblem && cause.problem.status === 400) return NOTHING
    throw cause
  }
}
