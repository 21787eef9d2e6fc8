import { cookies } from 'next/headers'
import { logout } from '@itellico/contracts/auth'
import { call } from '@itellico/contracts/client'
import { ACCOUNT_COOKIE, HINT_COOKIE } from '@/lib/cookie-names'
import { hintCookieOptions, sessionCookie, sessionCookieOptions } from '@/lib/cookies'
import { isSameOrigin, privateHeaders, problemResponse, scopeOf } from '@/lib/request-guard'
import { destroySession } from '@/lib/session-store'
import { upstream } from '@/lib/upstream'

/** Signs out here and at the API. The browser is signed out even when the API cannot be reached. */
export async function POST(request: Request): Promise<Response> {
  const scope = scopeOf(request)
  if (!isSameOrigin(request)) return problemResponse(403, 'web.cross_origin', 'This request came from another site', scope.requestId)
  const jar = await cookies()
  const sid = jar.get(sessionCookie())?.value
  const session = sid ? await destroySession(sid) : null
  if (session) await call(upstream({ tenant: session.tenantId }), logout, { body: { refreshToken: session.refreshToken } }).catch(() => null)
  jar.set(sessionCookie(), '', sessionCookieOptions(0))
  jar.set(HINT_COOKIE, '', hintCookieOptions(0))
  jar.set(ACCOUNT_COOKIE, '', hintCookieOptions(0))
  return new Response(null, { status: 204, headers: privateHeaders })
}
