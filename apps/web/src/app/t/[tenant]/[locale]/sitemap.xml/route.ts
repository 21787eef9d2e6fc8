import { call } from '@itellico/contracts/client'
import { listPublicPages } from '@itellico/contracts/legal'
import { listPublicListings } from '@itellico/contracts/listings'
import { searchProfiles } from '@itellico/contracts/search'
import { publicOrigin } from '@/lib/public-url'
import { scopeOf } from '@/lib/request-guard'
import { upstream } from '@/lib/upstream'

const PAGE = 100
const MAX_PAGES = 50

/** Addresses of all public pages of a marketplace. */
export async function GET(request: Request): Promise<Response> {
  const scope = scopeOf(request)
  const origin = publicOrigin(scope.mainHost)
  const transport = upstream({ tenant: scope.tenantId })
  const [profiles, castings, legal] = await Promise.all([
    every((cursor) => call(transport, searchProfiles, { query: { limit: PAGE, sort: 'name', ...(cursor && { cursor }) } })),
    every((cursor) => call(transport, listPublicListings, { query: { limit: PAGE, ...(cursor && { cursor }) } })),
    call(transport, listPublicPages, { query: {} }),
  ])
  const paths = [
    '/',
    '/talent',
    '/castings',
    '/about',
    ...legal.items.map((l) => `/legal/${l.slug}`),
    ...profiles.map((p) => `/talent/${p.slug}`),
    ...castings.map((l) => `/castings/${l.slug}`),
  ]
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${paths.map((path) => `<url><loc>${origin}${path}</loc></url>`).join('\n')}\n</urlset>\n`
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' } })
}

async function every<T>(read: (cursor: string | null) => Promise<{ items: T[]; page: { nextCursor: string | null } }>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | null = null
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer: { items: T[]; page: { nextCursor: string | null } } = await read(cursor)
    items.push(...answer.items)
    cursor = answer.page.nextCursor
    if (!cursor) break
  }
  return items
}
