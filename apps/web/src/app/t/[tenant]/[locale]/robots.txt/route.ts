import { PRIVATE_SEGMENTS } from '@/lib/routes'
import { publicOrigin } from '@/lib/public-url'
import { scopeOf } from '@/lib/request-guard'

/** What crawlers may read of a marketplace. */
export async function GET(request: Request): Promise<Response> {
  const closed = [...PRIVATE_SEGMENTS, 'api', 'login', 'register', 'invitations'].map((segment) => `Disallow: /${segment}`)
  return new Response(['User-agent: *', ...closed, `Sitemap: ${publicOrigin(scopeOf(request).mainHost)}/sitemap.xml`, ''].join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
