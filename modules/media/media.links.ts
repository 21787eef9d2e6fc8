import type { MediaItem } from '@itellico/contracts/media'
import type { Ctx } from '@itellico/kernel/context'
import { storageKey } from '@itellico/kernel/storage'
import type * as repository from './media.repository.ts'

type Row = NonNullable<Awaited<ReturnType<typeof repository.find>>>

/** Widths of the variants in pixels. */
export const VARIANTS = { thumb: 240, card: 640, large: 1280 } as const
export type Variant = keyof typeof VARIANTS

/** Where the uploaded file lies. */
export const originalKey = (realmId: string, mediaId: string): string => storageKey(realmId, 'media', mediaId, 'original')
/** Where a variant lies. */
export const variantKey = (realmId: string, mediaId: string, variant: Variant): string => storageKey(realmId, 'media', mediaId, `${variant}.webp`)
/** All files of a picture. */
export const allKeys = (realmId: string, mediaId: string): string[] => [
  originalKey(realmId, mediaId),
  ...(Object.keys(VARIANTS) as Variant[]).map((v) => variantKey(realmId, mediaId, v)),
]

const HOUR = 3600

/** Signature that lets its holder see a picture until an hour has passed; the end is rounded so that browsers can cache. */
export function signView(ctx: Ctx, mediaId: string): { e: number; s: string } {
  const e = (Math.floor(ctx.now().getTime() / 1000 / HOUR) + 2) * HOUR
  return { e, s: ctx.kernel.signer('media-view').sign(`${ctx.realm.id}/${mediaId}/${e}`) }
}

/** Whether a signature opens a picture now. */
export function mayView(ctx: Ctx, mediaId: string, e: number | undefined, s: string | undefined): boolean {
  return e !== undefined && s !== undefined && e * 1000 > ctx.now().getTime() && ctx.kernel.signer('media-view').verify(`${ctx.realm.id}/${mediaId}/${e}`, s)
}

/** A picture as clients see it; public addresses need no signature and never end. */
export function toItem(ctx: Ctx, row: Row, publicLink: boolean): MediaItem {
  const { e, s } = signView(ctx, row.id)
  return {
    id: row.id,
    profileId: row.profileId,
    status: row.status as MediaItem['status'],
    url: row.status === 'ready' ? `/media/${row.id}/{variant}${publicLink ? '' : `?e=${e}&s=${s}`}` : null,
    width: row.width,
    height: row.height,
    placeholder: row.placeholder,
    alt: row.alt,
    caption: row.caption,
    visibility: row.visibility as MediaItem['visibility'],
    isCover: row.isCover,
    position: row.position,
    failure: row.failure,
    createdAt: row.createdAt.toISOString(),
  }
}

/** Token that allows one upload of at most `size` bytes until an instant (seconds). */
export function signUpload(ctx: Ctx, mediaId: string, size: number, until: number): string {
  const text = `${mediaId}.${size}.${until}`
  return `${text}.${ctx.kernel.signer('media-upload').sign(`${ctx.realm.id}/${text}`)}`
}

/** What an upload token allows; null when it is forged or over. */
export function readUpload(ctx: Ctx, token: string): { mediaId: string; size: number } | null {
  const [mediaId, size, until, signature] = token.split('.')
  if (!mediaId || !size || !until || !signature) return null
  if (!ctx.kernel.signer('media-upload').verify(`${ctx.realm.id}/${mediaId}.${size}.${until}`, signature)) return null
  return Number(until) * 1000 > ctx.now().getTime() ? { mediaId, size: Number(size) } : null
}
