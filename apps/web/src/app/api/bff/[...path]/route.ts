import { cookies } from 'next/headers'
import { ACCOUNT_COOKIE } from '@/lib/cookie-names'
import { sessionCookie } from '@/lib/cookies'
import { devicesIn } from '@/lib/devices'
import { env } from '@/lib/env'
import { revalidateAfter } from '@/lib/revalidate'
import { isSameOrigin, problemResponse, scopeOf, type RequestScope } from '@/lib/request-guard'
import { freshSession, renewedSession, type StoredSession } from '@/lib/session-store'
import { upstreamHeaders } from '@/lib/upstream'

const TIMEOUT_MS = 30_000
const PASSED_ON = ['accept', 'accept-language', 'content-type', 'idempotency-key', 'if-match', 'if-none-match', 'user-agent']
const HANDED_BACK = [
  'content-type',
  'content-disposition',
  'etag',
  'location',
  'retry-after',
  'x-request-id',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'deprecation',
  'sunset',
]
// Their answers hold tokens, which never reach the browser: /api/auth/* does these.
const CLOSED = new Set(['login', 'refresh', 'logout', 'mfa', 'passkey', 'enrolment', 'sso/start', 'sso/finish'].map((name) => `public/auth/${name}`))

type Context = { params: Promise<{ path: string[] }> }

/** Passes a call of the browser on to the API with the credentials of its session. */
async function forward(request: Request, { params }: Context): Promise<Response> {
  const scope = scopeOf(request)
  const path = (await params).path
  const changes = request.method !== 'GET' && request.method !== 'HEAD'
  if (changes && !isSameOrigin(request)) return problemResponse(403, 'web.cross_origin', 'This request came from another site', scope.requestId)
  if (CLOSED.has(path.join('/')) || path.some((part) => part === '.' || part === '..'))
    return problemResponse(404, 'web.not_found', 'Not found', scope.requestId)

  const jar = await cookies()
  const sid = jar.get(sessionCookie())?.value
  let session: StoredSession | null = null
  try {
    session = sid ? await freshSession(sid) : null
  } catch {
    return problemResponse(503, 'web.unavailable', 'Your session cannot be read right now', scope.requestId)
  }
  if (session?.realm !== scope.realm) session = null
  if (!session && path[0] !== 'public') return problemResponse(401, 'auth.sign_in_required', 'Sign in to do this', scope.requestId)

  const accountId = request.headers.get('x-account-id') ?? jar.get(ACCOUNT_COOKIE)?.value ?? ''
  const url = `${env.apiUrl}/api/v1/${path.map(encodeURIComponent).join('/')}${new URL(request.url).search}`
  const body = changes ? await request.arrayBuffer() : null
  const send = async (as: StoredSession | null) =>
    fetch(url, {
      method: request.method,
      headers: await headersFor(request, scope, as, devicesIn(jar), accountId),
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body?.byteLength && { body }),
    })
  let answer: Response
  try {
    answer = await send(session)
    if (answer.status === 401 && sid && session) {
      const renewed = await renewedSession(sid, session.accessToken)
      if (renewed) answer = await send(renewed)
    }
  } catch {
    return problemResponse(503, 'web.unavailable', 'The service is not reachable right now', scope.requestId)
  }
  if (changes && answer.ok) revalidateAfter(scope.realm, path)
  return handBack(answer)
}

async function headersFor(request: Request, scope: RequestScope, session: StoredSession | null, devices: string, accountId: string): Promise<Headers> {
  const headers = new Headers(
    await upstreamHeaders({
      tenant: scope.tenantId,
      ...(session && { accessToken: session.accessToken }),
      accountId,
      forwardedFor: scope.clientIp,
      requestId: scope.requestId,
      devices,
    }),
  )
  // The service token lifts the limits on public reads, which are meant for visitors.
  if (!session) headers.delete('x-service-token')
  for (const name of PASSED_ON) {
    const value = request.headers.get(name)
    if (value) headers.set(name, value)
  }
  return headers
}

function handBack(answer: Response): Response {
  const headers = new Headers({ 'cache-control': 'private, no-store' })
  for (const name of HANDED_BACK) {
    const value = answer.headers.get(name)
    if (value) headers.set(name, value)
  }
  return new Response(answer.body, { status: answer.status, headers })
}

export { forward as GET, forward as POST, forward as PUT, forward as PATCH, forward as DELETE }
