import 'server-only'
import { cookies } from 'next/headers'
import { me, type Tokens } from '@itellico/contracts/auth'
import { ApiProblem, call, type Transport } from '@itellico/contracts/client'
import { HINT_COOKIE } from './cookie-names'
import { hintCookieOptions, sessionCookie, sessionCookieOptions } from './cookies'
import { devicesIn, keepDevice } from './devices'
import { homeOf } from './permissions'
import { isSameOrigin, privateHeaders, problemResponse, scopeOf } from './request-guard'
import { createSession, destroySession, fromTokens } from './session-store'
import { upstream } from './upstream'

/** What a page sends to sign in, whichever way. */
export type SignInBody = Readonly<Record<string, unknown>>

/**
 * Signs in by whichever call gives tokens: they go to Redis, the browser gets the id of the session, the address of its start page,
 * and what `more` lets through.
 */
export async function openSession<T extends Tokens>(
  request: Request,
  ask: (transport: Transport, body: SignInBody) => Promise<T>,
  more: (answer: T) => object = () => ({}),
): Promise<Response> {
  const scope = scopeOf(request)
  if (!isSameOrigin(request)) return problemResponse(403, 'web.cross_origin', 'This request came from another site', scope.requestId)
  const body = ((await request.json().catch(() => null)) ?? {}) as SignInBody
  const jar = await cookies()
  const identity = { tenant: scope.tenantId, forwardedFor: scope.clientIp, requestId: scope.requestId, userAgent: request.headers.get('user-agent') ?? '' }
  try {
    const tokens = await ask(upstream({ ...identity, devices: devicesIn(jar) }), body)
    const home = await keepSession(request, tokens, body['remember'] === true)
    return Response.json({ home, ...more(tokens) }, { headers: privateHeaders })
  } catch (cause) {
    if (cause instanceof ApiProblem) return Response.json(cause.problem, { status: cause.problem.status, headers: privateHeaders })
    return problemResponse(503, 'web.unavailable', 'Signing in is not possible right now', scope.requestId)
  }
}

/** Keeps the tokens of somebody who has just signed in, gives the browser the id of the session, and says where their start page is. */
export async function keepSession(request: Request, tokens: Tokens, remember: boolean): Promise<string> {
  const scope = scopeOf(request)
  const jar = await cookies()
  const identity = { tenant: scope.tenantId, forwardedFor: scope.clientIp, requestId: scope.requestId, userAgent: request.headers.get('user-agent') ?? '' }
  const person = await call(upstream({ ...identity, accessToken: tokens.accessToken }), me)
  const session = fromTokens(tokens, scope.realm, scope.tenantId)
  const before = jar.get(sessionCookie())?.value
  if (before) await destroySession(before)
  const sid = await createSession(session)
  const maxAge = remember ? Math.floor((session.refreshEndsAt - Date.now()) / 1000) : undefined
  jar.set(sessionCookie(), sid, sessionCookieOptions(maxAge))
  jar.set(HINT_COOKIE, '1', hintCookieOptions(maxAge))
  if (tokens.device) keepDevice(jar, tokens.device)
  return homeOf(person, null)
}
