/** The platform's own host is not for crawlers. */
export async function GET(): Promise<Response> {
  return new Response('User-agent: *\nDisallow: /\n', { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' } })
}
