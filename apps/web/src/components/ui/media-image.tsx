import type { CSSProperties } from 'react'
import type { MediaItem } from '@itellico/contracts/media'
import { cn } from '@/lib/cn'
import { initials } from '@/lib/format'
import { mediaSrcSet, mediaUrl, type MediaVariant } from '@/lib/media-url'

interface Props {
  readonly item: Pick<MediaItem, 'url' | 'placeholder' | 'alt' | 'width' | 'height'> | null
  /** Says what the picture shows; defaults to the picture's own text. Empty for pictures beside the same name. */
  readonly alt?: string
  /** Name to take initials from when there is no picture. */
  readonly name?: string
  readonly sizes: string
  readonly variant?: MediaVariant
  /** `natural` keeps the picture's own shape; everything else crops towards the upper middle, where faces are. */
  readonly ratio?: '3/4' | '4/5' | '1/1' | '3/2' | 'natural'
  readonly priority?: boolean
  readonly className?: string
}

/** A picture in a fixed frame: its blurred miniature stands in until it has loaded, nothing moves. */
export function MediaImage({ item, alt, name = '', sizes, variant = 'card', ratio = '3/4', priority = false, className }: Props) {
  const src = mediaUrl(item, variant)
  const natural = ratio === 'natural' && item?.width && item.height ? `${item.width}/${item.height}` : null
  const frame: CSSProperties = {
    aspectRatio: natural ?? (ratio === 'natural' ? '3/4' : ratio),
    ...(item?.placeholder && { backgroundImage: `url("${item.placeholder}")`, backgroundSize: 'cover', backgroundPosition: '50% 20%' }),
  }
  return (
    <span style={frame} className={cn('relative block w-full overflow-hidden bg-sunken', className)}>
      {src ? (
        <img
          src={src}
          srcSet={mediaSrcSet(item)}
          sizes={sizes}
          alt={alt ?? item?.alt ?? ''}
          decoding="async"
          loading={priority ? 'eager' : 'lazy'}
          fetchPriority={priority ? 'high' : 'auto'}
          className="absolute inset-0 size-full object-cover object-[50%_20%]"
        />
      ) : (
        <span
          aria-hidden
          data-initials={initials(name)}
          className="absolute inset-0 grid place-items-center bg-brand-wash font-display text-3xl font-semibold text-brand-ink opacity-80 before:content-[attr(data-initials)]"
        />
      )}
    </span>
  )
}
