'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { useI18n } from '@/lib/i18n/client'
import { problemText } from '@/lib/problems'

interface Props {
  readonly title: string
  readonly action: string
  readonly start?: { readonly name: string; readonly note: string }
  readonly busy: boolean
  readonly failure: unknown
  readonly onSave: (value: { name: string; note: string }) => void
  readonly onClose: () => void
}

/** Name and note of a shortlist. */
export function ShortlistForm({ title, action, start = { name: '', note: '' }, busy, failure, onSave, onClose }: Props) {
  const { t } = useI18n()
  const id = useId()
  const [name, setName] = useState(start.name)
  const [note, setNote] = useState(start.note)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      closeLabel={t('common.close')}
      footer={
        <>
          <DialogClose render={<Button variant="outline" />}>{t('common.cancel')}</DialogClose>
          <Button type="submit" form={id} busy={busy} disabled={!name.trim()}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="grid gap-4"
        onSubmit={(e) => {
          e.preventDefault()
          onSave({ name: name.trim(), note: note.trim() })
        }}
      >
        <Field label={t('lists.name')} error={failure ? problemText(failure, t) : undefined}>
          <Input value={name} autoFocus maxLength={120} onChange={(e) => setName(e.target.value)} />
        </Field>
        <Field label={t('lists.note')} optional={t('common.optional')}>
          <Textarea rows={3} value={note} maxLength={2000} onChange={(e) => setNote(e.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
