import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { getPublicPage, listPublicPages } from '@itellico/contracts/legal'
import type { Static } from 'typebox'
import { publicRead, tenantSlug } from '@/lib/api.server'
import { BUILD_TENANT } from '@/lib/build-tenant'
import { tags } from '@/lib/tags'

/** Published pages of the marketplace, in the language of the page. */
export async function legalLinks(locale: string): Promise<Static<typeof listPublicPages.response>['items']> {
  'use cache'
  cacheLife('tenant')
  cacheTag(tags.tenant(await tenantSlug()))
  return (await publicRead(listPublicPages, { query: { locale } }, { items: [] }))?.items ?? []
}

const whileBuilding = { slug: BUILD_TENANT, kind: 'free' as const, locale: 'en', title: '', body: '', publishedAt: '2000-01-01T00:00:00.000Z' }

/** One published page, or null. */
export async function findLegalPage(slug: string, locale: string): Promise<Static<typeof getPublicPage.response> | null> {
  'use cache'
  cacheLife('tenant')
  cacheTag(tags.tenant(await tenantSlug()))
  return publicRead(getPublicPage, { params: { slug }, query: { locale } }, whileBuilding)
}
