'use client'

import { useState } from 'react'
import { fieldsOf, localText, type Definition, type Field as SchemaField } from '@itellico/contracts/model-schema'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Sheet } from '@/components/ui/sheet'
import { useI18n } from '@/lib/i18n/client'
import { cleaned, keyOf, type Place } from './draft'
import { checkField } from './field-checks'
import { useLanguages } from './languages'
import { OptionsEditor } from './options-editor'

const TYPES = ['text', 'longtext', 'number', 'measurement', 'select', 'multiselect', 'boolean', 'date', 'url'] as const
const PRIVACY = ['public', 'members', 'private'] as const
const BLANK: SchemaField = { key: '', label: {}, type: 'text', privacy: 'public' }

interface Props {
  readonly place: Place
  readonly draft: Definition
  readonly base: Definition
  readonly onSave: (field: SchemaField) => void
  readonly onClose: () => void
}

/** Everything about one field; what is promised by publishing cannot be changed any more. */
export function FieldSheet({ place, draft, base, onSave, onClose }: Props) {
  const { t, locale } = useI18n()
  const languages = useLanguages()
  const before = draft.sections[place.section]?.fields[place.index]
  const published = before && fieldsOf(base).find((f) => f.key === before.key)
  const [field, setField] = useState<SchemaField>(before ?? BLANK)
  const [ownKey, setOwnKey] = useState(before !== undefined)
  const [tried, setTried] = useState(false)
  const errors = tried ? checkField(field, draft, place, t) : {}
  const change = (part: Partial<SchemaField>) => setField((now) => ({ ...now, ...part }))
  const choice = field.type === 'select' || field.type === 'multiselect'
  const number = field.type === 'number' || field.type === 'measurement'
  const setNumber = (part: 'min' | 'max', value: number) => setField(({ [part]: _, ...rest }) => (Number.isNaN(value) ? rest : { ...rest, [part]: value }))
  const save = () => {
    setTried(true)
    const label = Object.fromEntries(Object.entries(field.label).filter(([, text]) => text.trim()))
    const made = cleaned({ ...field, label })
    if (Object.keys(checkField(made, draft, place, t)).length === 0) onSave(made)
  }
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={before ? localText(before.label, locale) : t('fld.newField')}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button variant="outline" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form="field">
            {t('fld.done')}
          </Button>
        </>
      }
    >
      <form
        id="field"
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {languages.map(({ tag, name }) => (
          <Field key={tag} label={t('fld.label', { language: name })} error={tag === 'en' ? errors.label : undefined}>
            <Input
              maxLength={200}
              value={field.label[tag] ?? ''}
              onChange={(e) => change({ label: { ...field.label, [tag]: e.target.value }, ...(tag === 'en' && !ownKey && { key: keyOf(e.target.value) }) })}
            />
          </Field>
        ))}
        <Field label={t('fld.key')} hint={t('fld.keyHint')} error={errors.key}>
          <Input
            className="font-mono"
            maxLength={50}
            spellCheck={false}
            value={field.key}
            disabled={published !== undefined}
            onChange={(e) => {
              setOwnKey(true)
              change({ key: e.target.value })
            }}
          />
        </Field>
        <Field label={t('fld.type')} hint={published ? t('fld.typeFixed') : undefined}>
          <Select
            disabled={published !== undefined}
            value={field.type}
            onValueChange={(type) => change({ type: type as SchemaField['type'] })}
            options={TYPES.map((value) => ({ value, label: t(`fld.type.${value}`) }))}
          />
        </Field>
        {number && (
          <div className="grid grid-cols-3 gap-3">
            <Field label={t('fld.unit')}>
              <Input maxLength={20} value={field.unit ?? ''} onChange={(e) => change({ unit: e.target.value })} />
            </Field>
            {(['min', 'max'] as const).map((part) => (
              <Field key={part} label={t(`fld.${part}`)} error={part === 'max' ? errors.range : undefined}>
                <Input type="number" step="any" value={field[part] ?? ''} onChange={(e) => setNumber(part, e.target.valueAsNumber)} />
              </Field>
            ))}
            <p className="col-span-3 -mt-2 text-xs text-ink-3">{t('fld.unitHint')}</p>
          </div>
        )}
        {choice && (
          <OptionsEditor
            options={field.options ?? []}
            fixed={new Set(published?.options?.map((o) => o.value))}
            error={errors.options}
            onChange={(options) => change({ options })}
          />
        )}
        <Field label={t('fld.privacy')}>
          <Select
            value={field.privacy}
            onValueChange={(privacy) => change({ privacy: privacy as SchemaField['privacy'] })}
            options={PRIVACY.map((value) => ({ value, label: t(`fld.privacy.${value}`) }))}
          />
        </Field>
        <div className="grid gap-1.5 border-t border-line pt-4">
          {(['required', 'facet', 'highlight'] as const).map((part) => (
            <Checkbox key={part} checked={field[part] ?? false} onCheckedChange={(on) => change({ [part]: on })} label={t(`fld.${part}`)} />
          ))}
        </div>
      </form>
    </Sheet>
  )
}
