import 'server-only'
import type { Problem } from '@itellico/contracts/kit'
import { hostName } from './hosts'
import { PLATFORM_REALM } from './session-store'

/** What the proxy found out about a request; it strips these headers from what comes from outside. */
export interface RequestScope {
  readonly realm: string
  readonly tenantId: string
  /** The host that links and search engines use, whichever one was visited. */
  readonly mainHost: string
  readonly requestId: string
  readonly clientIp: string
}

/** Tenant and visitor of a request to a route handler. */
export function scopeOf(request: Request): RequestScope {
  const slug = request.headers.get('x-tenant-slug')
  return {
    realm: slug ?? PLATFORM_REALM,
    tenantId: slug ? (request.headers.get('x-tenant-id') ?? '') : 'platform',
    mainHost: request.headers.get('x-tenant-host') ?? '',
    requestId: request.headers.get('x-request-id') ?? '',
    clientIp: request.headers.get('x-client-ip') ?? '',
  }
}

/** Whether a changing request comes from a page of this very origin; sibling tenants count as strangers. */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (!origin) return request.headers.get('sec-fetch-site') === 'same-origin'
  const host = request.headers.get('x-page-host') ?? request.headers.get('host') ?? ''
  try {
    const url = new URL(origin)
    return hostName(url.host) === hostName(host) && url.port === portOf(host)
  } catch {
    return false
  }
}

function portOf(host: string): string {
  const port = /:(\d+)$/.exec(host)?.[1] ?? ''
  return port === '80' || port === '443' ? '' : port
}

/** A problem document as a response that no cache may keep. */
export function problemResponse(status: number, code: string, title: string, requestId: string): Response {
  const problem: Problem = { type: 'about:blank', title, status, code, requestId }
  return Response.json(problem, { status, headers: { 'content-type': 'application/problem+json', ...privateHeaders } })
}

/** Headers of every answer that belongs to one person. */
export const privateHeaders = { 'cache-control': 'private, no-store' }
