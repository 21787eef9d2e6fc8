'use client'

import { useState } from 'react'
import { localText, type Definition, type FieldOption } from '@itellico/contracts/model-schema'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { useI18n } from '@/lib/i18n/client'
import { OptionsEditor } from './options-editor'

interface Props {
  readonly base: Definition
  readonly draft: Definition
  readonly editable: boolean
  readonly problem: string | undefined
  readonly onChange: (categories: FieldOption[]) => void
}

/** The categories that profiles can stand in, with their names in all languages. */
export function CategoriesPart({ base, draft, editable, problem, onChange }: Props) {
  const { t, locale } = useI18n()
  const [editing, setEditing] = useState<FieldOption[] | null>(null)
  const [tried, setTried] = useState(false)
  const categories = draft.categories ?? []
  const unnamed = editing?.some((o) => !o.value || !o.label['en']?.trim()) ?? false
  const twice = new Set(editing?.map((o) => o.value)).size !== (editing?.length ?? 0)
  const save = () => {
    setTried(true)
    if (!editing || unnamed || twice) return
    onChange(editing)
    setEditing(null)
  }
  return (
    <section className="grid gap-3">
      <div className="flex items-center justify-between gap-4 border-b border-line-strong pb-1">
        <h2 className="text-lg font-semibold">{t('pform.categories')}</h2>
        {editable && (
          <Button
            variant="quiet"
            size="sm"
            onClick={() => {
              setTried(false)
              setEditing([...categories])
            }}
          >
            {t('common.edit')}
          </Button>
        )}
      </div>
      {categories.length > 0 ? (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-base text-ink-2">
          {categories.map((option) => (
            <li key={option.value}>{localText(option.label, locale)}</li>
          ))}
        </ul>
      ) : (
        <p className="text-base text-ink-3">{t('fld.noCategories')}</p>
      )}
      {problem && <p className="text-xs font-medium text-bad">{problem}</p>}
      {editing && (
        <Dialog
          open
          onOpenChange={(open) => !open && setEditing(null)}
          title={t('pform.categories')}
          closeLabel={t('common.close')}
          footer={
            <>
              <DialogClose render={<Button variant="outline" />}>{t('common.cancel')}</DialogClose>
              <Button onClick={save}>{t('fld.done')}</Button>
            </>
          }
        >
          <OptionsEditor
            options={editing}
            fixed={new Set(base.categories?.map((o) => o.value))}
            error={tried && (unnamed || twice) ? t('fld.optionsNeeded') : undefined}
            onChange={setEditing}
          />
        </Dialog>
      )}
    </section>
  )
}
