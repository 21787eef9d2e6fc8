'use client'

import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { Dialog } from '@base-ui/react/dialog'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import type { MediaItem } from '@itellico/contracts/media'
import { useI18n } from '@/lib/i18n/client'
import { mediaUrl } from '@/lib/media-url'

const SWIPE_PX = 48
const control = 'grid size-11 place-items-center rounded-full text-white/85 hover:bg-white/12 hover:text-white focus-visible:outline-white'

interface Props {
  readonly name: string
  readonly pictures: readonly MediaItem[]
  readonly index: number | null
  readonly onIndexChange: (index: number | null) => void
}

/** One picture at a time on the whole screen. Arrow keys, Home and End, swiping; Escape closes. */
export function Lightbox({ name, pictures, index, onIndexChange }: Props) {
  const { t } = useI18n()
  const from = useRef<number | null>(null)
  const picture = index === null ? undefined : pictures[index]
  const show = (next: number) => onIndexChange((next + pictures.length) % pictures.length)
  const turn = (by: number) => index !== null && show(index + by)
  const onKey = (event: KeyboardEvent) => {
    const step: Record<string, () => void> = { ArrowLeft: () => turn(-1), ArrowRight: () => turn(1), Home: () => show(0), End: () => show(pictures.length - 1) }
    const run = step[event.key]
    if (!run) return
    event.preventDefault()
    run()
  }
  const onUp = (event: PointerEvent) => {
    const by = from.current === null ? 0 : event.clientX - from.current
    from.current = null
    if (Math.abs(by) > SWIPE_PX) turn(by > 0 ? -1 : 1)
  }
  const neighbours = index === null ? [] : [index - 1, index + 1].map((i) => pictures[(i + pictures.length) % pictures.length])
  return (
    <Dialog.Root open={picture !== undefined} onOpenChange={(open) => !open && onIndexChange(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-black/94 transition-opacity duration-150 data-starting-style:opacity-0 data-ending-style:opacity-0" />
        <Dialog.Popup onKeyDown={onKey} className="fixed inset-0 z-50 grid grid-rows-[auto_minmax(0,1fr)_auto] text-white outline-hidden">
          <div className="flex items-center justify-between gap-4 px-4 py-2">
            <Dialog.Title className="truncate font-sans text-base font-medium tracking-normal">
              {name}
              <span className="sr-only"> – {t('lightbox.title', { name })}</span>
            </Dialog.Title>
            <Dialog.Close aria-label={t('lightbox.close')} className={control}>
              <X className="size-5" />
            </Dialog.Close>
          </div>
          <div
            className="relative grid touch-pan-y place-items-center px-2 sm:px-20"
            onPointerDown={(e) => {
              from.current = e.clientX
            }}
            onPointerUp={onUp}
          >
            {picture && (
              <img
                key={picture.id}
                src={mediaUrl(picture, 'large') ?? ''}
                alt={picture.alt}
                draggable={false}
                width={picture.width ?? undefined}
                height={picture.height ?? undefined}
                style={picture.placeholder ? { backgroundImage: `url("${picture.placeholder}")`, backgroundSize: 'cover' } : undefined}
                className="max-h-[calc(100dvh-8rem)] w-auto max-w-full object-contain select-none"
              />
            )}
            {pictures.length > 1 && (
              <>
                <button type="button" aria-label={t('lightbox.previous')} onClick={() => turn(-1)} className={`${control} absolute left-3 max-sm:hidden`}>
                  <ChevronLeft />
                </button>
                <button type="button" aria-label={t('lightbox.next')} onClick={() => turn(1)} className={`${control} absolute right-3 max-sm:hidden`}>
                  <ChevronRight />
                </button>
              </>
            )}
          </div>
          <div className="flex items-center justify-between gap-4 px-4 py-3 text-sm text-white/80">
            <span>{picture?.caption}</span>
            <span aria-live="polite" className="tabular">
              {index !== null && t('profile.picture', { index: index + 1, count: pictures.length })}
            </span>
          </div>
          <Dialog.Description className="sr-only">{t('lightbox.help')}</Dialog.Description>
          {/* The neighbours load ahead, so that turning a page does not wait. */}
          <div hidden>{neighbours.map((n, i) => n && <img key={`${n.id}${i}`} src={mediaUrl(n, 'large') ?? ''} alt="" loading="eager" />)}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
