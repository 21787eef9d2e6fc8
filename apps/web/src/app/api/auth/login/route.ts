import { cookies } from 'next/headers'
import { login, me } from '@itellico/contracts/auth'
import { ApiProblem, call } from '@itellico/contracts/client'
import { HINT_COOKIE } from '@/lib/cookie-names'
import { hintCookieOptions, sessionCookie, sessionCookieOptions } from '@/lib/cookies'
import { homeOf } from '@/lib/permissions'
import { isSameOrigin, privateHeaders, problemResponse, scopeOf } from '@/lib/request-guard'
import { createSession, destroySession, fromTokens } from '@/lib/session-store'
import { upstream } from '@/lib/upstream'

/** Signs in: tokens go to Redis, the browser gets the id of the session and the address of its start page. */
export async function POST(request: Request): Promise<Response> {
  const scope = scopeOf(request)
  if (!isSameOrigin(request)) return problemResponse(403, 'web.cross_origin', 'This request came from another site', scope.requestId)
  const body = (await request.json().catch(() => ({}))) as { email?: unknown; password?: unknown; remember?: unknown }
  const identity = { tenant: scope.tenantId, forwardedFor: scope.clientIp, requestId: scope.requestId }
  try {
    const tokens = await call(upstream(identity), login, {
      body: { email: String(body.email ?? ''), password: String(body.password ?? ''), remember: body.remember === true },
    })
    const person = await call(upstream({ ...identity, accessToken: tokens.accessToken }), me)
    const session = fromTokens(tokens, scope.realm, scope.tenantId)
    const jar = await cookies()
    const before = jar.get(sessionCookie())?.value
    if (before) await destroySession(before)
    const sid = await createSession(session)
    const maxAge = body.remember === true ? Math.floor((session.refreshEndsAt - Date.now()) / 1000) : undefined
    jar.set(sessionCookie(), sid, sessionCookieOptions(maxAge))
    jar.set(HINT_COOKIE, '1', hintCookieOptions(maxAge))
    return Response.json({ home: homeOf(person, null) }, { headers: privateHeaders })
  } catch (cause) {
    if (cause instanceof ApiProblem) return Response.json(cause.problem, { status: cause.problem.status, headers: privateHeaders })
    return problemResponse(503, 'web.unavailable', 'Signing in is not possible right now', scope.requestId)
  }
}
