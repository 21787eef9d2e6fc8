import 'server-only'
import { revalidateTag } from 'next/cache'
import { PLATFORM_REALM } from './session-store'
import { tags } from './tags'

const NOW = { expire: 0 }
const TENANT_WIDE = new Set(['settings', 'schemas', 'branding', 'domains', 'legal-pages'])

/** After a change through the BFF: public pages that show it are made again, so people see what they did. */
export function revalidateAfter(realm: string, path: readonly string[]) {
  if (realm === PLATFORM_REALM) return
  const [, resource] = path
  if (TENANT_WIDE.has(resource ?? '')) revalidateTag(tags.tenant(realm), NOW)
  if (resource === 'profiles' || resource === 'media' || resource === 'schemas') revalidateTag(tags.profiles(realm), NOW)
  if (resource === 'listings') revalidateTag(tags.listings(realm), NOW)
}
