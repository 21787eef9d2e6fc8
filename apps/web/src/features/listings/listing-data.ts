import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { getPublicListing, listPublicListings, type PublicListing } from '@itellico/contracts/listings'
import { publicRead, tenantSlug } from '@/lib/api.server'
import { BUILD_TENANT } from '@/lib/build-tenant'
import { tags } from '@/lib/tags'

const none = { items: [], page: { nextCursor: null, limit: 0, total: 0 } }
const standIn: PublicListing = {
  id: '00000000-0000-7000-8000-000000000000',
  slug: BUILD_TENANT,
  title: 'Casting',
  description: '',
  status: 'published',
  clientName: '',
  location: null,
  startsOn: null,
  endsOn: null,
  deadline: null,
  usage: null,
  roles: [],
  publishedAt: null,
  open: true,
}

/** Open castings, the next closing date first. */
export async function openListings(query: { q?: string; cursor?: string; limit?: number }) {
  'use cache'
  cacheLife('catalog')
  cacheTag(tags.listings(await tenantSlug()))
  return (await publicRead(listPublicListings, { query }, none)) ?? none
}

/** A casting by its address name, or null. */
export async function findListing(slug: string): Promise<PublicListing | null> {
  'use cache'
  cacheLife('catalog')
  cacheTag(tags.listings(await tenantSlug()))
  return publicRead(getPublicListing, { params: { slug } }, standIn)
}
