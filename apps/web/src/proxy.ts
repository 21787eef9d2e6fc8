import { NextResponse, type NextRequest } from 'next/server'
import { contentSecurityPolicy } from './lib/content-security'
import { LOCALE_COOKIE } from './lib/cookie-names'
import { sessionCookie } from './lib/cookies'
import { env } from './lib/env'
import { hostName, matchHost } from './lib/hosts'
import { chooseLocale } from './lib/locales'
import { publicOrigin } from './lib/public-url'
import { MISSING_PATH, isContentPath, isKnownPath, isOpenToAdmins, isPrivatePath } from './lib/routes'
import { badHost, closed, notReady, standaloneResponse, unavailable, unknownHost } from './lib/standalone-page'
import { tenantOfHost, type TenantEntry } from './lib/tenant-directory'

const INTERNAL = ['x-tenant-id', 'x-tenant-slug', 'x-tenant-host', 'x-page-path', 'x-page-host']
const REQUEST_ID = /^[\w.-]{8,100}$/
const ONE_YEAR = 31_536_000

interface Visit {
  readonly request: NextRequest
  readonly headers: Headers
  readonly host: string
  readonly secure: boolean
  readonly path: string
}

/** Finds the tenant of the host and leads the request to its pages. */
export async function proxy(request: NextRequest): Promise<Response> {
  const visit = visitOf(request)
  const match = matchHost(visit.host, env.platformDomain)
  if (match.kind === 'invalid') return standaloneResponse(badHost, {})
  if (match.kind === 'platform') return platform(visit)
  const tenant = await tenantOfHost(match.host)
  if (tenant === 'unavailable') return standaloneResponse(unavailable, {})
  if (tenant === 'unknown') return standaloneResponse(unknownHost, {})
  if (tenant.status === 'provisioning' || tenant.status === 'failed') return standaloneResponse(notReady, {})
  if (tenant.status === 'archived' && !isOpenToAdmins(visit.path)) return standaloneResponse(closed, {})
  return marketplace(visit, tenant)
}

function visitOf(request: NextRequest): Visit {
  const headers = new Headers(request.headers)
  for (const name of INTERNAL) headers.delete(name)
  // Behind no proxy, x-forwarded-* is what the visitor claims.
  const believed = env.trustedProxies > 0
  const host = (believed ? request.headers.get('x-forwarded-host') : null) ?? request.headers.get('host') ?? ''
  const secure = believed ? request.headers.get('x-forwarded-proto') === 'https' : env.cookieSecure
  const given = request.headers.get('x-request-id') ?? ''
  headers.set('x-request-id', REQUEST_ID.test(given) ? given : crypto.randomUUID())
  headers.set('x-page-host', host)
  headers.set('x-page-path', pagePath(request.nextUrl))
  return { request, headers, host, secure, path: request.nextUrl.pathname }
}

/** Path and query of a page as the address bar shows it. */
function pagePath({ pathname, search }: { pathname: string; search: string }): string {
  const params = new URLSearchParams(search)
  params.delete('_rsc')
  return params.size > 0 ? `${pathname}?${params}` : pathname
}

function platform(visit: Visit): Response {
  const { path, request } = visit
  // Inside pages of tenants are never reached by their internal address.
  const inner = /^\/t\/([a-z0-9-]+)(\/.*)?$/.exec(path)
  if (inner) return redirectTo(visit, inner[2] ?? '/', `${inner[1]}.${visit.host}`)
  if (path === '/') return redirectTo(visit, '/console')
  if (path.startsWith('/console') && !request.cookies.has(sessionCookie())) return redirectTo(visit, `/login?next=${encodeURIComponent(path)}`)
  return finish(visit, NextResponse.next({ request: { headers: visit.headers } }))
}

function marketplace(visit: Visit, tenant: TenantEntry): Response {
  const { request, headers, path } = visit
  headers.set('x-tenant-id', tenant.id)
  headers.set('x-tenant-slug', tenant.slug)
  headers.set('x-tenant-host', tenant.host)
  if (['/api/', '/media/', '/brand/'].some((p) => path.startsWith(p))) return finish(visit, NextResponse.next({ request: { headers } }), tenant.host)
  if (belongsElsewhere(visit, tenant)) return NextResponse.redirect(publicOrigin(tenant.host) + pagePath(request.nextUrl))
  // Only an early answer with a true status: the pages check the session, the API checks again.
  if (isPrivatePath(path) && !request.cookies.has(sessionCookie())) {
    return redirectTo(visit, `/login?next=${encodeURIComponent(pagePath(request.nextUrl))}`)
  }
  const asked = request.nextUrl.searchParams.get('locale') ?? undefined
  const locale = chooseLocale({
    offered: tenant.locales,
    fallback: tenant.defaultLocale,
    asked,
    remembered: request.cookies.get(LOCALE_COOKIE)?.value,
    accepted: request.headers.get('accept-language') ?? undefined,
  })
  const inside = isKnownPath(path) ? (path === '/' ? '' : path) : MISSING_PATH
  const url = new URL(`/t/${tenant.slug}/${locale}${inside}${request.nextUrl.search}`, request.url)
  const response = NextResponse.rewrite(url, { request: { headers } })
  if (asked === locale) response.cookies.set(LOCALE_COOKIE, locale, { path: '/', sameSite: 'lax', secure: env.cookieSecure, maxAge: ONE_YEAR })
  return finish(visit, response, tenant.host)
}

/** Visitors see public pages on the main host only. Whoever is signed in stays where the session is. */
function belongsElsewhere({ request, host, path }: Visit, tenant: TenantEntry): boolean {
  if (hostName(host) === tenant.host || !isContentPath(path) || !['GET', 'HEAD'].includes(request.method)) return false
  return !request.headers.has('rsc') && !request.cookies.has(sessionCookie())
}

// The server's own host name is in nextUrl: redirects are built from the host that the visitor used.
function redirectTo(visit: Visit, to: string, host = visit.host): Response {
  return NextResponse.redirect(`${visit.secure ? 'https' : 'http'}://${host}${to}`)
}

function finish(visit: Visit, response: NextResponse, mainHost?: string): Response {
  response.headers.set('content-security-policy', contentSecurityPolicy(visit.host, visit.secure, mainHost))
  response.headers.set('x-request-id', visit.headers.get('x-request-id') ?? '')
  return response
}

export const config = { matcher: ['/((?!_next/static|_next/image|healthz|icon\\.svg|favicon\\.ico).*)'] }
