'use client'

import { Plus, X } from 'lucide-react'
import type { FieldOption } from '@itellico/contracts/model-schema'
import { Button } from '@/components/ui/button'
import { FieldSet } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useI18n } from '@/lib/i18n/client'
import { useLanguages } from './languages'

interface Props {
  readonly options: readonly FieldOption[]
  /** Values that are published and therefore stay. */
  readonly fixed: ReadonlySet<string>
  readonly error: string | undefined
  readonly onChange: (options: FieldOption[]) => void
}

const valueOf = (label: string) =>
  label
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)

/** The choices of a field with their labels; the value of a new one follows its English label. */
export function OptionsEditor({ options, fixed, error, onChange }: Props) {
  const { t } = useI18n()
  const languages = useLanguages()
  const change = (index: number, make: (option: FieldOption) => FieldOption) => onChange(options.map((o, i) => (i === index ? make(o) : o)))
  return (
    <FieldSet legend={t('fld.options')}>
      {fixed.size > 0 && <p className="-mt-2 text-xs text-ink-3">{t('fld.optionFixed')}</p>}
      <ul className="grid gap-2">
        {options.map((option, index) => (
          <li key={index} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 border-b border-line pb-2">
            <div className="grid gap-1.5 sm:grid-cols-2">
              {languages.map(({ tag, name }) => (
                <Input
                  key={tag}
                  aria-label={t('fld.optionLabel', { index: index + 1, language: name })}
                  placeholder={name}
                  maxLength={200}
                  value={option.label[tag] ?? ''}
                  onChange={(e) =>
                    change(index, (o) => ({
                      ...o,
                      value: tag === 'en' && !fixed.has(o.value) ? valueOf(e.target.value) : o.value,
                      label: { ...o.label, [tag]: e.target.value },
                    }))
                  }
                />
              ))}
              <code className="font-mono text-2xs text-ink-3">{option.value}</code>
            </div>
            <Button
              variant="quiet"
              size="icon"
              disabled={fixed.has(option.value)}
              aria-label={t('fld.optionRemove', { index: index + 1 })}
              onClick={() => onChange(options.filter((_, i) => i !== index))}
            >
              <X />
            </Button>
          </li>
        ))}
      </ul>
      {error && <p className="text-xs font-medium text-bad">{error}</p>}
      <Button
        variant="outline"
        size="sm"
        className="justify-self-start"
        disabled={options.length >= 200}
        onClick={() => onChange([...options, { value: '', label: {} }])}
      >
        <Plus />
        {t('fld.addOption')}
      </Button>
    </FieldSet>
  )
}
