import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { getPublicProfile, type PublicProfile } from '@itellico/contracts/profiles'
import { publicRead, tenantSlug } from '@/lib/api.server'
import { BUILD_TENANT } from '@/lib/build-tenant'
import { tags } from '@/lib/tags'

const standIn: PublicProfile = {
  id: '00000000-0000-7000-8000-000000000000',
  slug: BUILD_TENANT,
  displayName: 'Talent',
  status: 'active',
  city: null,
  country: null,
  bio: null,
  categories: [],
  cover: null,
  values: {},
  schema: { sections: [] },
  media: [],
  agency: null,
}

/** A published profile by its address name, or null. */
export async function findProfile(slug: string): Promise<PublicProfile | null> {
  'use cache'
  cacheLife('catalog')
  cacheTag(tags.profiles(await tenantSlug()))
  return publicRead(getPublicProfile, { params: { slug } }, standIn)
}
