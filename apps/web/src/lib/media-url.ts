import type { MediaItem } from '@itellico/contracts/media'

export type MediaVariant = 'thumb' | 'card' | 'large'

/** Widths of the variants in pixels. */
export const variantWidths: Record<MediaVariant, number> = { thumb: 240, card: 640, large: 1280 }

/** Address of a variant of a picture on this host; null while it is not ready. */
export function mediaUrl(item: Pick<MediaItem, 'url'> | null | undefined, variant: MediaVariant): string | null {
  if (!item?.url) return null
  return localPath(item.url).replace('{variant}', variant).replace('%7Bvariant%7D', variant)
}

// The API names pictures by its own path or origin; browsers get them from this host, which adds the tenant.
function localPath(url: string): string {
  return url.replace(/^https?:\/\/[^/]+(?=\/(?:api\/v1\/public\/)?media\/)/, '').replace(/^\/api\/v1\/public\/media\//, '/media/')
}

/** `srcset` over all variants. */
export function mediaSrcSet(item: Pick<MediaItem, 'url'> | null | undefined): string | undefined {
  if (!item?.url) return undefined
  return (Object.keys(variantWidths) as MediaVariant[]).map((v) => `${mediaUrl(item, v)} ${variantWidths[v]}w`).join(', ')
}
