import { ApiProblem, call } from '@itellico/contracts/client'
import { getPublicTenant, resolveTenant } from '@itellico/contracts/tenants'
import { upstream } from './upstream'

/** What the proxy needs to know of the tenant of a host. */
export interface TenantEntry {
  readonly id: string
  readonly slug: string
  /** The main host of the tenant. */
  readonly host: string
  readonly status: string
  readonly locales: readonly string[]
  readonly defaultLocale: string
}

/** A tenant, `unknown` when the host has none, `unavailable` when nobody can tell right now. */
export type TenantAnswer = TenantEntry | 'unknown' | 'unavailable'

const KNOWN_MS = 30_000
const UNKNOWN_MS = 10_000
const RETRY_MS = 1_000
const MAX_HOSTS = 10_000

// Per process. Negative answers are kept too: a flood of random sub-domains must reach neither the renderer nor Redis.
const seen = new Map<string, { answer: TenantAnswer; until: number }>()
const asking = new Map<string, Promise<TenantAnswer>>()

/** The tenant of a host, from a short-lived table; known tenants stay known while the API is down. */
export async function tenantOfHost(host: string): Promise<TenantAnswer> {
  const hit = seen.get(host)
  if (hit && hit.until > Date.now()) return hit.answer
  const running = asking.get(host)
  if (running) return running
  const question = ask(host, hit?.answer).finally(() => asking.delete(host))
  asking.set(host, question)
  return question
}

async function ask(host: string, before: TenantAnswer | undefined): Promise<TenantAnswer> {
  const answer = await lookUp(host)
  if (answer === 'unavailable') {
    const kept = before ?? 'unavailable'
    keep(host, kept, RETRY_MS)
    return kept
  }
  keep(host, answer, answer === 'unknown' ? UNKNOWN_MS : KNOWN_MS)
  return answer
}

function keep(host: string, answer: TenantAnswer, ms: number) {
  seen.delete(host)
  if (seen.size >= MAX_HOSTS) seen.delete(seen.keys().next().value ?? '')
  seen.set(host, { answer, until: Date.now() + ms })
}

async function lookUp(host: string): Promise<TenantAnswer> {
  try {
    const found = await call(upstream({ tenant: 'platform' }), resolveTenant, { query: { host }, signal: AbortSignal.timeout(2_000) })
    const details = await call(upstream({ tenant: found.id }), getPublicTenant, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    return { ...found, host: details?.host ?? host, locales: details?.locales ?? ['en'], defaultLocale: details?.defaultLocale ?? 'en' }
  } catch (cause) {
    return cause instanceof ApiProblem && cause.problem.status === 404 ? 'unknown' : 'unavailable'
  }
}
