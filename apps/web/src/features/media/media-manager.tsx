'use client'

import { useEffect, useId, useRef, useState, type DragEvent } from 'react'
import { ImagePlus } from 'lucide-react'
import { uploadMimes, type MediaItem } from '@itellico/contracts/media'
import { Moving } from '@/components/motion/moving'
import { QueryError } from '@/components/shell/query-error'
import { Confirm } from '@/components/ui/confirm'
import { buttonStyles } from '@/components/ui/button-styles'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { PictureText } from './picture-text'
import { PictureTile, type Way } from './picture-tile'
import { UploadTile } from './upload-tile'
import { useMedia } from './use-media'
import { useUploads } from './use-uploads'

const grid = 'grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5'
const pending = new Set<MediaItem['status']>(['upload_pending', 'processing'])

/** The book of a profile: upload, order, cover, texts, visibility. */
export function MediaManager({ profileId, name }: { profileId: string; name: string }) {
  const { t } = useI18n()
  const inputId = useId()
  const { pictures, order, update, remove } = useMedia(profileId)
  const { uploads, add, retry, remove: takeAway, settle } = useUploads(profileId)
  const [drag, setDrag] = useState<{ from: number; over: number } | null>(null)
  const [dropping, setDropping] = useState(false)
  const [text, setText] = useState<MediaItem | null>(null)
  const [deleting, setDeleting] = useState<MediaItem | null>(null)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const moved = useRef<{ id: string; way: Way } | null>(null)
  const items = pictures.data?.items

  // a picture that changes its place takes the focus along
  useEffect(() => {
    if (!moved.current) return
    const { id, way } = moved.current
    list.current?.querySelector<HTMLButtonElement>(`[data-picture="${id}"] [data-way="${way}"]`)?.focus()
    moved.current = null
  }, [items])

  useEffect(() => {
    if (items) settle(new Set(items.filter((i) => !pending.has(i.status)).map((i) => i.id)))
  }, [items, settle])

  if (pictures.isPending)
    return (
      <Loading label={t('common.loading')} className={grid}>
        {Array.from({ length: 10 }, (_, i) => (
          <div key={i} className="grid gap-2">
            <Skeleton className="aspect-3/4 rounded-none" />
            <Skeleton className="h-7" />
          </div>
        ))}
      </Loading>
    )
  if (pictures.isError) return <QueryError cause={pictures.error} retry={pictures.refetch} />
  const own = new Set(uploads.map((u) => u.mediaId))
  const shown = (items ?? []).filter((i) => !own.has(i.id) && !(pending.has(i.status) && i.url === null))
  const move = (from: number, to: number) => {
    const ids = shown.map((i) => i.id)
    const [id] = ids.splice(from, 1)
    if (id === undefined || from === to) return
    ids.splice(to, 0, id)
    order.mutate(ids)
    setSaid(t('media.moved', { position: to + 1, count: ids.length }))
  }
  const onFiles = (e: DragEvent) => {
    e.preventDefault()
    setDropping(false)
    if (e.dataTransfer.files.length) add(e.dataTransfer.files)
  }
  return (
    <div className="grid gap-6">
      <div
        onDragOver={(e) => {
          if (!drag && e.dataTransfer.types.includes('Files')) {
            e.preventDefault()
            setDropping(true)
          }
        }}
        onDragLeave={() => setDropping(false)}
        onDrop={onFiles}
        className={cn(
          'flex flex-wrap items-center gap-x-6 gap-y-3 border border-dashed border-line-strong px-5 py-6 transition-colors duration-150',
          dropping && 'border-brand bg-brand-wash',
        )}
      >
        <label
          htmlFor={inputId}
          className={cn(buttonStyles(), 'cursor-pointer focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-brand')}
        >
          <ImagePlus />
          {t('media.choose')}
          <input
            id={inputId}
            type="file"
            multiple
            accept={uploadMimes.join(',')}
            className="sr-only"
            onChange={(e) => {
              if (e.target.files) add(e.target.files)
              e.target.value = ''
            }}
          />
        </label>
        <p className="text-base text-ink-2">{t('media.drop')}</p>
      </div>
      {shown.length === 0 && uploads.length === 0 && <p className="text-md text-ink-2">{t('media.none', { name })}</p>}
      <Moving>
        <ul ref={list} className={grid}>
          {shown.map((item, index) => (
            <PictureTile
              key={item.id}
              item={item}
              index={index}
              count={shown.length}
              name={name}
              dragged={drag?.from === index}
              over={drag !== null && drag.from !== index && drag.over === index}
              onMove={(way) => {
                moved.current = { id: item.id, way }
                move(index, way === 'earlier' ? index - 1 : index + 1)
              }}
              onCover={() => update.mutate({ id: item.id, change: { isCover: true } })}
              onVisibility={() => update.mutate({ id: item.id, change: { visibility: item.visibility === 'public' ? 'private' : 'public' } })}
              onText={() => setText(item)}
              onDelete={() => setDeleting(item)}
              onDrag={(phase) => {
                if (phase === 'start') setDrag({ from: index, over: index })
                else if (phase === 'over') setDrag((d) => (d && d.over !== index ? { ...d, over: index } : d))
                else {
                  if (phase === 'drop' && drag) move(drag.from, index)
                  setDrag(null)
                }
              }}
            />
          ))}
          {uploads.map((upload) => (
            <UploadTile key={upload.key} upload={upload} onRetry={() => retry(upload.key)} onRemove={() => takeAway(upload.key)} />
          ))}
        </ul>
      </Moving>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {text && (
        <PictureText
          item={text}
          busy={update.isPending}
          onClose={() => setText(null)}
          onSave={(change) => update.mutate({ id: text.id, change }, { onSuccess: () => setText(null) })}
        />
      )}
      <Confirm
        open={deleting !== null}
        onOpenChange={(open) => !open && setDeleting(null)}
        danger
        title={t('media.deleteTitle')}
        text={t('media.deleteText')}
        confirmLabel={t('common.delete')}
        cancelLabel={t('common.back')}
        busy={remove.isPending}
        onConfirm={() => deleting && remove.mutate(deleting.id, { onSuccess: () => setDeleting(null) })}
      />
    </div>
  )
}
