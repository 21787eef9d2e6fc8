import { cookies } from 'next/headers'
import { me, type Me } from '@itellico/contracts/auth'
import { ApiProblem, call } from '@itellico/contracts/client'
import { HINT_COOKIE } from '@/lib/cookie-names'
import { hintCookieOptions, sessionCookie } from '@/lib/cookies'
import { privateHeaders, scopeOf } from '@/lib/request-guard'
import { freshSession, renewedSession } from '@/lib/session-store'
import { upstream } from '@/lib/upstream'

/** Who is signed in, for pages that are the same for everybody. Nobody is an answer, not an error. */
export async function GET(request: Request): Promise<Response> {
  const scope = scopeOf(request)
  const jar = await cookies()
  const sid = jar.get(sessionCookie())?.value
  const session = sid ? await freshSession(sid).catch(() => null) : null
  const mine = session?.realm === scope.realm ? session : null
  let person = mine && (await load(mine.accessToken, scope))
  if (sid && mine && !person) {
    const renewed = await renewedSession(sid, mine.accessToken)
    person = renewed && (await load(renewed.accessToken, scope))
  }
  if (!person && jar.has(HINT_COOKIE)) jar.set(HINT_COOKIE, '', hintCookieOptions(0))
  return Response.json({ me: person }, { headers: privateHeaders })
}

async function load(accessToken: string, scope: ReturnType<typeof scopeOf>): Promise<Me | null> {
  try {
    return await call(upstream({ tenant: scope.tenantId, accessToken, forwardedFor: scope.clientIp, requestId: scope.requestId }), me)
  } catch (cause) {
    if (cause instanceof ApiProblem && cause.problem.status === 401) return null
    throw cause
  }
}
