import type { ReactNode } from 'react'
import Link from 'next/link'
import type { SearchHit } from '@itellico/contracts/search'
import { MediaImage } from '@/components/ui/media-image'
import { cn } from '@/lib/cn'

interface Props {
  readonly hit: SearchHit
  readonly href: string
  readonly sizes: string
  readonly priority?: boolean
  /** Fills the height of its cell instead of keeping its shape. */
  readonly fill?: boolean
  readonly className?: string
  /** Shown over the upper corner of the picture. */
  readonly actions?: ReactNode
  /** Shown over the lower corner of the picture. */
  readonly mark?: ReactNode
}

/** A talent as a picture with a caption; the picture is what one looks at. */
export function TalentCard({ hit, href, sizes, priority = false, fill = false, className, actions, mark }: Props) {
  return (
    <article className={cn('group relative grid gap-2.5', fill ? 'grid-rows-[minmax(0,1fr)_auto]' : 'content-start', className)}>
      <div className="relative overflow-hidden">
        <MediaImage
          item={hit.cover}
          alt=""
          name={hit.displayName}
          sizes={sizes}
          priority={priority}
          className={cn('transition-transform duration-200 ease-out group-hover:scale-[1.015]', fill && 'md:aspect-auto! md:h-full')}
        />
        {actions && <div className="absolute top-2 right-2 z-10 flex gap-1.5">{actions}</div>}
        {mark && <div className="absolute bottom-2 left-2 z-10">{mark}</div>}
      </div>
      <div className="grid gap-0.5">
        <h3 className="text-md leading-tight font-semibold tracking-[-0.02em]">
          <Link
            href={href}
            className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-4 focus-visible:after:outline-brand"
          >
            {hit.displayName}
          </Link>
        </h3>
        <p className="tabular truncate text-sm text-ink-3">{[hit.city, ...hit.highlights.slice(0, 1).map((h) => h.value)].filter(Boolean).join(' · ')}</p>
      </div>
    </article>
  )
}
