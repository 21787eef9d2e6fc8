import { PRIVATE_SEGMENTS } from '@/lib/routes'
import { publicOrigin } from '@/lib/public-url'

/** What crawlers may read of a marketplace. */
export async function GET(_request: Request, { params }: { params: Promise<{ tenant: string }> }): Promise<Response> {
  const { tenant } = await params
  const closed = [...PRIVATE_SEGMENTS, 'api', 'login', 'register', 'invitations'].map((segment) => `Disallow: /${segment}`)
  return new Response(['User-agent: *', ...closed, `Sitemap: ${publicOrigin(tenant)}/sitemap.xml`, ''].join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
