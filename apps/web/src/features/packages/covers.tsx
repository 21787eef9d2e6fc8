import type { MediaItem } from '@itellico/contracts/media'
import { MediaImage } from '@/components/ui/media-image'
import { cn } from '@/lib/cn'

/** The first pictures of a shortlist as one frame: one large, two small beside it. */
export function Covers({ covers, className }: { covers: readonly MediaItem[]; className?: string }) {
  const [first, second, third] = covers
  if (!first) return <span aria-hidden className={cn('block aspect-4/3 bg-sunken', className)} />
  return (
    <span className={cn('grid aspect-4/3 grid-cols-3 grid-rows-2 gap-0.5 overflow-hidden bg-sunken', className)}>
      <MediaImage item={first} alt="" sizes="20rem" className={cn('row-span-2 aspect-auto! h-full', second ? 'col-span-2' : 'col-span-3')} />
      {second && <MediaImage item={second} alt="" sizes="10rem" className={cn('aspect-auto! h-full', !third && 'row-span-2')} />}
      {third && <MediaImage item={third} alt="" sizes="10rem" className="aspect-auto! h-full" />}
    </span>
  )
}
