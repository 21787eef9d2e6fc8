import type { Transport } from '@itellico/contracts/client'
import { env } from './env'
import { serviceToken } from './service-token'

const TIMEOUT_MS = 10_000

/** Identity that a call to the API carries. `tenant` is a tenant's id, or `platform`. */
export interface UpstreamIdentity {
  readonly tenant?: string
  readonly accessToken?: string
  readonly accountId?: string
  readonly forwardedFor?: string
  readonly requestId?: string
  readonly userAgent?: string
  /** Tokens of people who have signed in on the visitor's device before, separated by blanks. */
  readonly devices?: string
}

/** Headers for a call from this server to the API. */
export async function upstreamHeaders(identity: UpstreamIdentity): Promise<Record<string, string>> {
  const token = await serviceToken()
  return {
    ...(token && { 'x-service-token': token }),
    ...(identity.tenant && { 'x-tenant-id': identity.tenant }),
    ...(identity.accessToken && { authorization: `Bearer ${identity.accessToken}` }),
    ...(identity.accountId && { 'x-account-id': identity.accountId }),
    ...(identity.forwardedFor && { 'x-forwarded-for': identity.forwardedFor }),
    ...(identity.requestId && { 'x-request-id': identity.requestId }),
    ...(identity.userAgent && { 'user-agent': identity.userAgent }),
    ...(identity.devices && { 'x-device-token': identity.devices }),
  }
}

/** A transport for the typed client that talks to the API from this server. */
export function upstream(identity: UpstreamIdentity): Transport {
  return async (path, init) =>
    fetch(env.apiUrl + path, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...(await upstreamHeaders(identity)) },
      cache: 'no-store',
      signal: init.signal ?? AbortSignal.timeout(TIMEOUT_MS),
    })
}
