import 'server-only'
import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { ApiProblem, call, type CallInput, type Transport } from '@itellico/contracts/client'
import { enrolmentRequired, secondFactorRequired } from '@itellico/contracts/second-factors'
import { SSO_SECONDS, finishSso, linkIdentity, ssoStateInvalid, ssoUnavailable, startSso, testConnection } from '@itellico/contracts/sso'
import { providerCookie, sessionCookie, sessionCookieOptions, unfinishedCookie } from './cookies'
import { devicesIn } from './devices'
import { isSameOrigin, privateHeaders, problemResponse, scopeOf } from './request-guard'
import { safeNext } from './routes'
import { freshSession } from './session-store'
import { keepSession } from './sign-in'
import { upstream } from './upstream'

const PURPOSES = ['sign-in', 'link', 'test'] as const
type Purpose = (typeof PURPOSES)[number]

/** Where people land when it went wrong, by what they were about. */
const PLACES: Readonly<Record<Purpose, string>> = { 'sign-in': '/login', link: '/settings', test: '/admin/sso' }
const UNFINISHED_SECONDS = 300

/** Begins a sign-in at a provider: the browser gets a secret that it must bring again, and the address to go to. */
export async function beginAtProvider(request: Request): Promise<Response> {
  const scope = scopeOf(request)
  if (!isSameOrigin(request)) return problemResponse(403, 'web.cross_origin', 'This request came from another site', scope.requestId)
  const body = ((await request.json().catch(() => null)) ?? {}) as Readonly<Record<string, unknown>>
  const purpose = PURPOSES.find((p) => p === body['purpose']) ?? 'sign-in'
  const jar = await cookies()
  const kept = jar.get(providerCookie())?.value
  const browser = kept?.startsWith(`${purpose}.`) ? kept : `${purpose}.${randomBytes(32).toString('base64url')}`
  const sid = jar.get(sessionCookie())?.value
  try {
    const session = purpose !== 'sign-in' && sid ? await freshSession(sid) : null
    const accessToken = session?.realm === scope.realm ? session.accessToken : ''
    const transport = upstream({ tenant: scope.tenantId, accessToken, forwardedFor: scope.clientIp, requestId: scope.requestId })
    const { url } = await begin(transport, purpose, body, { browser, origin: request.headers.get('origin') ?? '' })
    jar.set(providerCookie(), browser, sessionCookieOptions(SSO_SECONDS))
    return Response.json({ url }, { headers: privateHeaders })
  } catch (cause) {
    if (cause instanceof ApiProblem) return Response.json(cause.problem, { status: cause.problem.status, headers: privateHeaders })
    return problemResponse(503, 'web.unavailable', 'Signing in is not possible right now', scope.requestId)
  }
}

function begin(
  transport: Transport,
  purpose: Purpose,
  body: Readonly<Record<string, unknown>>,
  asked: { browser: string; origin: string },
): Promise<{ url: string }> {
  const connectionId = String(body['connectionId'])
  if (purpose === 'test') return call(transport, testConnection, { params: { id: connectionId }, body: asked })
  if (purpose === 'link') return call(transport, linkIdentity, { body: { connectionId, ...asked } })
  const next = safeNext(typeof body['next'] === 'string' ? body['next'] : null)
  return call(transport, startSso, { body: { connectionId, ...asked, remember: body['remember'] === true, ...(next && { next }) } })
}

/** Takes what a provider sends the browser back with, and leads it on. Nothing that the provider says is shown. */
export async function finishAtProvider(request: Request, answer: Omit<NonNullable<CallInput<typeof finishSso>['body']>, 'browser'>): Promise<Response> {
  const scope = scopeOf(request)
  const jar = await cookies()
  const browser = jar.get(providerCookie())?.value ?? ''
  const purpose = PURPOSES.find((p) => browser.startsWith(`${p}.`)) ?? 'sign-in'
  if (!browser || answer.state.length < 20) return leadTo(`${PLACES[purpose]}?sso=${ssoStateInvalid.code}`)
  const identity = {
    tenant: scope.tenantId,
    forwardedFor: scope.clientIp,
    requestId: scope.requestId,
    userAgent: request.headers.get('user-agent') ?? '',
    devices: devicesIn(jar),
  }
  try {
    const done = await call(upstream(identity), finishSso, { body: { browser, ...answer } })
    if (done.purpose === 'test') return leadTo(`${PLACES.test}?tested=${done.connectionId}`)
    if (!done.tokens) return leadTo(`${PLACES.link}?sso=linked`)
    const home = await keepSession(request, done.tokens, done.remember)
    return leadTo(done.next ?? home)
  } catch (cause) {
    const problem = cause instanceof ApiProblem ? cause.problem : null
    if (problem?.code === secondFactorRequired.code || problem?.code === enrolmentRequired.code) {
      const left = { kind: problem.code === secondFactorRequired.code ? 'confirm' : 'enrol', pending: problem.context }
      jar.set(unfinishedCookie(), Buffer.from(JSON.stringify(left)).toString('base64url'), sessionCookieOptions(UNFINISHED_SECONDS))
      return leadTo('/login?sso=step')
    }
    return leadTo(`${PLACES[purpose]}?sso=${encodeURIComponent(problem?.code ?? ssoUnavailable.code)}`)
  }
}

/** Gives what is left to prove after a sign-in at a provider, once. */
export async function takeUnfinished(request: Request): Promise<Response> {
  const scope = scopeOf(request)
  if (!isSameOrigin(request)) return problemResponse(403, 'web.cross_origin', 'This request came from another site', scope.requestId)
  const jar = await cookies()
  const kept = jar.get(unfinishedCookie())?.value
  if (!kept) return problemResponse(404, 'web.not_found', 'Not found', scope.requestId)
  jar.set(unfinishedCookie(), '', sessionCookieOptions(0))
  return Response.json(JSON.parse(Buffer.from(kept, 'base64url').toString('utf8')), { headers: privateHeaders })
}

/** Leads the browser to a page of the host that it is on. */
const leadTo = (path: string): Response => new Response(null, { status: 303, headers: { location: path, ...privateHeaders } })
