'use client'

import { useState } from 'react'
import type { MediaItem } from '@itellico/contracts/media'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { MediaImage } from '@/components/ui/media-image'
import { useI18n } from '@/lib/i18n/client'

/** What a picture shows, for people who do not see it, and the line below it. */
export function PictureText({
  item,
  busy,
  onSave,
  onClose,
}: {
  item: MediaItem
  busy: boolean
  onSave: (text: { alt: string; caption: string }) => void
  onClose: () => void
}) {
  const { t } = useI18n()
  const [alt, setAlt] = useState(item.alt)
  const [caption, setCaption] = useState(item.caption)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('media.text')}
      closeLabel={t('common.close')}
      footer={
        <>
          <DialogClose render={<Button variant="outline" />}>{t('common.cancel')}</DialogClose>
          <Button busy={busy} onClick={() => onSave({ alt: alt.trim(), caption: caption.trim() })}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <div className="mx-auto w-40">
          <MediaImage item={item} alt="" sizes="10rem" />
        </div>
        <Field label={t('media.alt')} hint={t('media.altHint')}>
          <Textarea rows={2} maxLength={300} value={alt} onChange={(e) => setAlt(e.target.value)} />
        </Field>
        <Field label={t('media.caption')} optional={t('common.optional')}>
          <Input maxLength={300} value={caption} onChange={(e) => setCaption(e.target.value)} />
        </Field>
      </div>
    </Dialog>
  )
}
