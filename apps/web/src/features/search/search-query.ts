import type { SearchResult } from '@itellico/contracts/search'
import { humanise } from '@/lib/format'

/** Talents on one page of results. */
export const PAGE_SIZE = 24

/** Parts of a search as they stand in the address: `q`, `category`, `city`, `sort`, `cursor`, `attr.<field>…`. */
export type SearchQuery = Record<string, string>

const NAMED = new Set(['q', 'category', 'city', 'sort', 'cursor'])
const FIELD = /^attr\.[A-Za-z][A-Za-z0-9]{0,49}(?:\[(?:gte|lte)\])?$/
const MAX_LENGTH = 400

/** Keeps what belongs to a search and drops everything else that an address may carry. */
export function toSearchQuery(entries: Iterable<readonly [string, string | string[] | undefined]>): SearchQuery {
  const query: SearchQuery = {}
  for (const [key, value] of entries) {
    const text = Array.isArray(value) ? value.join(',') : value
    if (text && text.length <= MAX_LENGTH && (NAMED.has(key) || FIELD.test(key))) query[key] = text
  }
  return query
}

/** What a search finds that cannot be made, such as one by a field that is gone. */
export const NOTHING: SearchResult = { items: [], page: { nextCursor: null, limit: PAGE_SIZE, total: 0 }, facets: [] }

/** The address of a search on a page; parts in a fixed order, so that equal searches have equal addresses. */
export function toHref(query: SearchQuery, page = 1, base = '/talent'): string {
  const search = new URLSearchParams(
    Object.entries(query)
      .filter(([, v]) => v !== '')
      .sort(([a], [b]) => a.localeCompare(b)),
  )
  if (page > 1) search.set('page', String(page))
  const text = search.toString()
  return text ? `${base}?${text}` : base
}

/** Name of the address part of a facet. */
export const facetParam = (key: string) => (key === 'category' || key === 'city' ? key : `attr.${key}`)

/** Adds a choice to a part of the search, or takes it away. Always back to the first page. */
export function toggled(query: SearchQuery, param: string, value: string): SearchQuery {
  const values = query[param]?.split(',') ?? []
  const next = values.includes(value) ? values.filter((v) => v !== value) : [...values, value]
  return withPart(query, { [param]: next.join(',') })
}

/** Changes parts of the search; empty ones disappear. Always back to the first page. */
export function withPart(query: SearchQuery, parts: Record<string, string>): SearchQuery {
  const merged = { ...query, ...parts }
  return Object.fromEntries(Object.entries(merged).filter(([key, value]) => value !== '' && key !== 'cursor'))
}

/** The parts that narrow a search, without text, order and page. */
export function filterParts(query: SearchQuery): string[] {
  return Object.keys(query).filter((key) => key !== 'q' && key !== 'sort' && key !== 'cursor')
}

/** The text of a choice; categories come without one. */
export const choiceLabel = ({ value, label }: { value: string; label: string }) => (value === label && /^[a-z0-9_-]+$/.test(value) ? humanise(value) : label)
