import type { MediaItem } from '@itellico/contracts/media'
import { cn } from '@/lib/cn'
import { initials } from '@/lib/format'
import { mediaUrl } from '@/lib/media-url'

const sizes = { xs: 'size-5 text-2xs', sm: 'size-7 text-2xs', md: 'size-9 text-xs', lg: 'size-14 text-md' }

/** A small picture of somebody, or their initials. The name stands beside it, so it says nothing itself. */
export function Avatar({
  name,
  cover,
  size = 'sm',
  className,
}: {
  name: string
  cover?: Pick<MediaItem, 'url' | 'placeholder'> | null
  size?: keyof typeof sizes
  className?: string
}) {
  const url = mediaUrl(cover, 'thumb')
  return (
    <span
      aria-hidden
      data-initials={url ? undefined : initials(name)}
      className={cn(
        'grid shrink-0 place-items-center overflow-hidden rounded-sm bg-brand-wash font-medium text-brand-ink select-none before:content-[attr(data-initials)]',
        sizes[size],
        className,
      )}
    >
      {url && <img src={url} alt="" loading="lazy" decoding="async" className="size-full object-cover object-[50%_20%]" />}
    </span>
  )
}
