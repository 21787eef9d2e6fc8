import 'server-only'
import { cache } from 'react'
import { cacheLife, cacheTag } from 'next/cache'
import { notFound } from 'next/navigation'
import { tenant as tenantParam } from 'next/root-params'
import { ApiProblem, call, type CallInput } from '@itellico/contracts/client'
import type { RouteContract } from '@itellico/contracts/kit'
import { getPublicTenant, resolveTenant, type PublicTenant } from '@itellico/contracts/tenants'
import type { Static } from 'typebox'
import { BUILD_TENANT, buildTenant } from './build-tenant'
import { env } from './env'
import { tags } from './tags'
import { upstream } from './upstream'

/** Slug of the tenant of this page. Inside a cached function it becomes part of the cache key by itself. */
export async function tenantSlug(): Promise<string> {
  return (await tenantParam()) ?? ''
}

/** The tenant of this page, or null; cached for a minute or until it is changed. */
export async function findTenant(): Promise<PublicTenant | null> {
  'use cache'
  cacheLife('tenant')
  const slug = await tenantSlug()
  if (slug === BUILD_TENANT) return buildTenant
  cacheTag(tags.tenant(slug))
  try {
    const { id } = await call(upstream({ tenant: 'platform' }), resolveTenant, { query: { host: `${slug}.${env.platformDomain}` } })
    return await call(upstream({ tenant: id }), getPublicTenant)
  } catch (cause) {
    if (isMissing(cause)) return null
    throw cause
  }
}

/** The tenant of this page; shows the not-found page when there is none. */
export const getTenant = cache(async (): Promise<PublicTenant> => {
  const tenant = await findTenant()
  if (!tenant) notFound()
  return tenant
})

/** True for answers that mean "there is no such thing". */
export function isMissing(cause: unknown): boolean {
  return cause instanceof ApiProblem && (cause.problem.status === 404 || cause.problem.status === 410)
}

/**
 * Reads something public of this page's tenant. Call it inside a function with 'use cache' that sets its own life and tags;
 * `whileBuilding` stands in when the application is built without an API. Null when the thing does not exist.
 */
export async function publicRead<C extends RouteContract>(
  contract: C,
  input: CallInput<C>,
  whileBuilding: Static<C['response']>,
): Promise<Static<C['response']> | null> {
  const tenant = await findTenant()
  if (!tenant) return null
  if (tenant.slug === BUILD_TENANT) return whileBuilding
  try {
    return await call(upstream({ tenant: tenant.id }), contract, input)
  } catch (cause) {
    if (isMissing(cause)) return null
    throw cause
  }
}
