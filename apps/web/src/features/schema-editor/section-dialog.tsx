'use client'

import { useState } from 'react'
import type { LocalText, Section } from '@itellico/contracts/model-schema'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useI18n } from '@/lib/i18n/client'
import { keyOf } from './draft'
import { useLanguages } from './languages'

interface Props {
  /** Null for a new one. */
  readonly section: Section | null
  readonly taken: readonly string[]
  readonly onSave: (section: Section) => void
  readonly onClose: () => void
}

function freeKey(label: string, taken: readonly string[]): string {
  const wanted = keyOf(label) || 'section'
  let key = wanted
  for (let n = 2; taken.includes(key); n += 1) key = `${wanted}${n}`
  return key
}

/** The heading of a section in all languages. */
export function SectionDialog({ section, taken, onSave, onClose }: Props) {
  const { t } = useI18n()
  const languages = useLanguages()
  const [label, setLabel] = useState<LocalText>(section?.label ?? {})
  const [tried, setTried] = useState(false)
  const empty = !label['en']?.trim()
  const save = () => {
    setTried(true)
    if (empty) return
    const clean = Object.fromEntries(Object.entries(label).filter(([, text]) => text.trim()))
    onSave(section ? { ...section, label: clean } : { key: freeKey(label['en'] ?? '', taken), label: clean, fields: [] })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={section ? t('fld.section') : t('fld.newSection')}
      closeLabel={t('common.close')}
      footer={
        <>
          <DialogClose render={<Button variant="outline" />}>{t('common.cancel')}</DialogClose>
          <Button type="submit" form="section">
            {t('fld.done')}
          </Button>
        </>
      }
    >
      <form
        id="section"
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {languages.map(({ tag, name }, index) => (
          <Field key={tag} label={t('fld.label', { language: name })} error={tag === 'en' && tried && empty ? t('form.required') : undefined}>
            <Input maxLength={200} autoFocus={index === 0} value={label[tag] ?? ''} onChange={(e) => setLabel({ ...label, [tag]: e.target.value })} />
          </Field>
        ))}
      </form>
    </Dialog>
  )
}
