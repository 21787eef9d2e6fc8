'use client'

import { useState } from 'react'
import { toast } from 'sonner'
import type { Application } from '@itellico/contracts/applications'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { useI18n } from '@/lib/i18n/client'

interface Props {
  readonly application: Application
  /** Nothing of the applicant was looked at yet, so that a note makes them viewed. */
  readonly fresh: boolean
  readonly onSave: (note: string) => Promise<boolean>
}

/** The client's own note on an applicant. */
export function ApplicantNote({ application, fresh, onSave }: Props) {
  const { t } = useI18n()
  const [note, setNote] = useState(application.note ?? '')
  const [busy, setBusy] = useState(false)
  const changed = note.trim() !== (application.note ?? '')
  const save = async () => {
    setBusy(true)
    if (await onSave(note.trim())) toast.success(t('rev.noteSaved'))
    setBusy(false)
  }
  return (
    <form
      className="grid gap-2"
      onSubmit={(e) => {
        e.preventDefault()
        void save()
      }}
    >
      <Field label={t('rev.note')} hint={t(fresh ? 'rev.noteMarks' : 'rev.noteHint')}>
        <Textarea rows={3} maxLength={1000} value={note} onChange={(e) => setNote(e.target.value)} />
      </Field>
      {(changed || busy) && (
        <Button type="submit" variant="outline" className="w-fit" busy={busy}>
          {t('rev.noteSave')}
        </Button>
      )}
    </form>
  )
}
