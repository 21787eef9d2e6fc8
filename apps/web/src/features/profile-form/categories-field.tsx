'use client'

import { useState } from 'react'
import type { Definition } from '@itellico/contracts/model-schema'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useI18n } from '@/lib/i18n/client'
import { FieldControl } from './field-control'

interface Props {
  readonly definition: Definition
  readonly value: readonly string[]
  readonly error: string | undefined
  readonly onChange: (value: readonly string[]) => void
  readonly onBlur: () => void
}

/** Words that are separated by commas. */
const wordsOf = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map((w) => w.trim())
      .filter(Boolean),
  ),
]

/** The categories of a profile: those of the marketplace to tick, or free words where it has none. */
export function CategoriesField({ definition, value, error, onChange, onBlur }: Props) {
  const { t } = useI18n()
  const [typed, setTyped] = useState<string | null>(null)
  const options = definition.categories ?? []
  // What a profile had before the marketplace named its categories stays, as a word.
  const old = value.filter((v) => !options.some((o) => o.value === v)).map((v) => ({ value: v, label: { en: v } }))
  if (options.length > 0)
    return (
      <Field label={t('pform.categories')} error={error} className="sm:col-span-2">
        <FieldControl
          field={{ key: 'categories', type: 'multiselect', label: { en: t('pform.categories') }, privacy: 'public', options: [...options, ...old] }}
          value={[...value]}
          system="metric"
          values={{ categories: [...value] }}
          onChange={(v) => onChange(Array.isArray(v) ? v : [])}
          onBlur={onBlur}
        />
      </Field>
    )
  return (
    <Field label={t('pform.categories')} hint={t('pform.categoriesHint')} error={error} className="sm:col-span-2">
      <Input
        value={typed ?? value.join(', ')}
        onChange={(e) => {
          setTyped(e.target.value)
          onChange(wordsOf(e.target.value))
        }}
        onBlur={() => {
          setTyped(null)
          onBlur()
        }}
      />
    </Field>
  )
}
