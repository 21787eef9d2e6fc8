'use client'

import { useState } from 'react'
import type { MediaItem } from '@itellico/contracts/media'
import { MediaImage } from '@/components/ui/media-image'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { Lightbox } from './lightbox'

/**
 * Place of a picture in a row of six columns. The book opens with one large picture and two beside it and goes on three to a
 * row; what would be left over at the end shares its row in halves.
 */
function placeOf(index: number, count: number): string {
  if (count === 1) return 'col-span-2 md:col-span-6'
  if (count === 2) return 'md:col-span-3'
  if (index === 0) return 'col-span-2 md:col-span-4 md:row-span-2'
  const halves = [0, 4, 2][count % 3] ?? 0
  return count > 3 && index >= Math.max(3, count - halves) && halves > 0 ? 'md:col-span-3' : 'md:col-span-2'
}

/** The book: pictures large enough to judge, each opens on its own. */
export function Portfolio({ name, media }: { name: string; media: readonly MediaItem[] }) {
  const { t } = useI18n()
  const [open, setOpen] = useState<number | null>(null)
  const pictures = media.filter((m) => m.url)
  if (pictures.length === 0) return <p className="border-y border-line py-12 text-md text-ink-3">{t('profile.noPictures')}</p>
  return (
    <>
      <ul className="grid grid-cols-2 gap-1.5 md:grid-cols-6">
        {pictures.map((picture, index) => (
          <li key={picture.id} className={placeOf(index, pictures.length)}>
            <button
              type="button"
              onClick={() => setOpen(index)}
              aria-label={t('profile.openPicture', { index: index + 1, count: pictures.length })}
              className="group block h-full w-full cursor-zoom-in overflow-hidden"
            >
              <MediaImage
                item={picture}
                ratio="3/4"
                priority={index === 0}
                variant={index === 0 ? 'large' : 'card'}
                sizes={index === 0 ? '(min-width: 768px) 60vw, 96vw' : '(min-width: 768px) 30vw, 48vw'}
                className={cn(
                  'transition-transform duration-200 ease-out group-hover:scale-[1.01]',
                  index === 0 && pictures.length > 2 && 'md:aspect-auto! md:h-full',
                )}
              />
            </button>
          </li>
        ))}
      </ul>
      <Lightbox name={name} pictures={pictures} index={open} onIndexChange={setOpen} />
    </>
  )
}
