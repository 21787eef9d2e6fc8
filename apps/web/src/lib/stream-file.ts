import 'server-only'
import { env } from './env'
import { scopeOf } from './request-guard'
import { upstreamHeaders } from './upstream'

const TIMEOUT_MS = 30_000
const ASKED = ['if-none-match', 'if-modified-since', 'range', 'accept']
const ANSWERED = [
  'content-type',
  'content-length',
  'content-range',
  'accept-ranges',
  'cache-control',
  'cdn-cache-control',
  'cache-tag',
  'etag',
  'last-modified',
  'vary',
]

/** A public file of this host's tenant, streamed from the API with its own cache headers. `path` is what stands behind `/api/v1/public/`. */
export async function streamFile(request: Request, path: string): Promise<Response> {
  const scope = scopeOf(request)
  const headers = new Headers(await upstreamHeaders({ tenant: scope.tenantId, forwardedFor: scope.clientIp, requestId: scope.requestId }))
  for (const name of ASKED) {
    const value = request.headers.get(name)
    if (value) headers.set(name, value)
  }
  const url = `${env.apiUrl}/api/v1/public/${path}`
  const answer = await fetch(url, { headers, cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => null)
  if (!answer) return new Response(null, { status: 503, headers: { 'cache-control': 'no-store', 'retry-after': '2' } })
  if (!answer.ok && answer.status !== 304) return new Response(null, { status: answer.status, headers: { 'cache-control': 'no-store' } })
  const back = new Headers()
  for (const name of ANSWERED) {
    const value = answer.headers.get(name)
    if (value) back.set(name, value)
  }
  return new Response(answer.body, { status: answer.status, headers: back })
}
