'use client'

import { useState } from 'react'
import Link from 'next/link'
import { X } from 'lucide-react'
import type { ShortlistItem } from '@itellico/contracts/packages'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { MediaImage } from '@/components/ui/media-image'
import { Badge } from '@/components/ui/status'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'

interface Props {
  readonly item: ShortlistItem
  readonly chosen: boolean
  readonly selectable: boolean
  readonly onChoose: (on: boolean) => void
  readonly onNote: (note: string) => void
  readonly onRemove: () => void
}

/** A talent on a shortlist: picture, tick, note. */
export function ShortlistTile({ item, chosen, selectable, onChoose, onNote, onRemove }: Props) {
  const { t } = useI18n()
  const [note, setNote] = useState(item.note)
  return (
    <li className="group grid content-start gap-2">
      <div className={cn('relative', chosen && 'outline-3 outline-offset-2 outline-brand')}>
        <Link href={`/client/talent/${item.slug}`} tabIndex={-1} aria-hidden className="block">
          <MediaImage
            item={item.cover}
            alt=""
            name={item.displayName}
            sizes="(min-width: 1024px) 20vw, 46vw"
            className={cn(!item.available && 'opacity-45 grayscale')}
          />
        </Link>
        {selectable && (
          <Checkbox
            aria-label={t('lists.choose', { name: item.displayName })}
            checked={chosen}
            onCheckedChange={onChoose}
            className="absolute top-2 left-2 size-6"
          />
        )}
        {!item.available && (
          <span className="absolute bottom-2 left-2">
            <Badge glyph="◌">{t('lists.unavailable')}</Badge>
          </span>
        )}
        <Button
          variant="quiet"
          size="icon"
          aria-label={t('lists.remove', { name: item.displayName })}
          onClick={onRemove}
          className="absolute top-1.5 right-1.5 bg-canvas text-ink"
        >
          <X />
        </Button>
      </div>
      <h2 className="text-md leading-tight font-semibold">
        <Link href={`/client/talent/${item.slug}`} className="hover:underline">
          {item.displayName}
        </Link>
        {item.city && <span className="block text-sm font-normal text-ink-3">{item.city}</span>}
      </h2>
      <Input
        value={note}
        maxLength={500}
        aria-label={t('lists.noteFor', { name: item.displayName })}
        placeholder={t('lists.notePlaceholder')}
        className="border-transparent bg-transparent px-0 hover:border-line-strong focus-visible:px-2.5"
        onChange={(e) => setNote(e.target.value)}
        onBlur={() => note.trim() !== item.note && onNote(note.trim())}
        onKeyDown={(e) => e.key === 'Enter' && e.currentTarget.blur()}
      />
    </li>
  )
}
