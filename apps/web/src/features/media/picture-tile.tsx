'use client'

import { ArrowLeft, ArrowRight, EllipsisVertical, Eye, EyeOff, GripVertical, Pencil, Star, Trash2 } from 'lucide-react'
import type { MediaItem } from '@itellico/contracts/media'
import { Place } from '@/components/motion/moving'
import { Button } from '@/components/ui/button'
import { MediaImage } from '@/components/ui/media-image'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { Badge } from '@/components/ui/status'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { failureText } from './failure-text'

/** Where the buttons of a picture move it. */
export type Way = 'earlier' | 'later'

interface Props {
  readonly item: MediaItem
  readonly index: number
  readonly count: number
  readonly name: string
  readonly dragged: boolean
  readonly over: boolean
  readonly onMove: (way: Way) => void
  readonly onCover: () => void
  readonly onVisibility: () => void
  readonly onText: () => void
  readonly onDelete: () => void
  readonly onDrag: (phase: 'start' | 'over' | 'drop' | 'end') => void
}

/** One picture of a book with what can be done to it. It can be dragged, or moved by its buttons. */
export function PictureTile({ item, index, count, name, dragged, over, onMove, onCover, onVisibility, onText, onDelete, onDrag }: Props) {
  const { t } = useI18n()
  const what = t('profile.picture', { index: index + 1, count })
  return (
    <li
      data-picture={item.id}
      draggable
      onDragStart={(e) => {
        e.dataTransfer.effectAllowed = 'move'
        onDrag('start')
      }}
      onDragEnd={() => onDrag('end')}
      onDragOver={(e) => {
        e.preventDefault()
        onDrag('over')
      }}
      onDrop={(e) => {
        e.preventDefault()
        onDrag('drop')
      }}
      className={cn('group relative min-w-0 transition-opacity duration-150', dragged && 'opacity-40', over && 'outline-2 outline-offset-4 outline-brand')}
    >
      <Place className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2">
        <div className="relative cursor-grab active:cursor-grabbing [&_img]:pointer-events-none">
          <MediaImage
            item={item}
            name={name}
            alt={item.alt || what}
            sizes="(min-width: 1024px) 18vw, 46vw"
            className={cn(item.visibility === 'private' && 'opacity-60')}
          />
          <GripVertical aria-hidden className="absolute bottom-2 left-2 size-5 rounded-xs bg-canvas/80 p-0.5 text-ink opacity-0 group-hover:opacity-100" />
          <div className="absolute top-2 left-2 flex gap-1">
            {item.isCover && (
              <Badge tone="ok" glyph="★">
                {t('media.cover')}
              </Badge>
            )}
            {item.visibility === 'private' && <Badge glyph="◌">{t('media.private')}</Badge>}
            {item.status === 'failed' && (
              <Badge tone="bad" glyph="!">
                {t('media.broken')}
              </Badge>
            )}
          </div>
          <div className="absolute top-1.5 right-1.5">
            <Menu
              trigger={
                <Button variant="quiet" size="icon" aria-label={`${t('media.actions')}: ${what}`} className="bg-canvas text-ink">
                  <EllipsisVertical />
                </Button>
              }
            >
              {!item.isCover && item.status === 'ready' && (
                <MenuItem onClick={onCover}>
                  <Star />
                  {t('media.makeCover')}
                </MenuItem>
              )}
              <MenuItem onClick={onText}>
                <Pencil />
                {t('media.text')}
              </MenuItem>
              <MenuItem onClick={onVisibility}>
                {item.visibility === 'public' ? <EyeOff /> : <Eye />}
                {t(item.visibility === 'public' ? 'media.makePrivate' : 'media.makePublic')}
              </MenuItem>
              <MenuSeparator />
              <MenuItem danger onClick={onDelete}>
                <Trash2 />
                {t('common.delete')}
              </MenuItem>
            </Menu>
          </div>
        </div>
        <div className="flex items-center justify-between gap-2">
          {item.status === 'failed' ? (
            <p className="min-w-0 text-sm text-bad">{failureText(t, item.failure)}</p>
          ) : (
            <p className={cn('min-w-0 truncate text-sm', item.alt ? 'text-ink-2' : 'text-warn')}>{item.alt || t('media.noText')}</p>
          )}
          <span className="flex shrink-0">
            <Button
              variant="quiet"
              size="sm"
              data-way="earlier"
              aria-label={`${t('media.earlier')}: ${what}`}
              disabled={index === 0}
              focusableWhenDisabled
              onClick={() => onMove('earlier')}
            >
              <ArrowLeft />
            </Button>
            <Button
              variant="quiet"
              size="sm"
              data-way="later"
              aria-label={`${t('media.later')}: ${what}`}
              disabled={index === count - 1}
              focusableWhenDisabled
              onClick={() => onMove('later')}
            >
              <ArrowRight />
            </Button>
          </span>
        </div>
      </Place>
    </li>
  )
}
