'use client'

import { ArrowUp, X } from 'lucide-react'
import { productLocales } from '@itellico/contracts/tenants'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { languageName } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'

interface Props {
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  readonly disabled: boolean
}

/** Languages of the marketplace in their order. */
export function Languages({ value, onChange, disabled }: Props) {
  const { t, locale } = useI18n()
  const name = (tag: string) => languageName(tag, locale)
  const left = productLocales.filter((tag) => !value.includes(tag))
  const up = (i: number) => onChange(value.flatMap((tag, k) => (k === i - 1 ? [value[i] ?? tag, tag] : k === i ? [] : [tag])))
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-3">{t('brand.languagesHint')}</p>
      <ol className="border-t border-line">
        {value.map((tag, i) => (
          <li key={tag} className="grid min-h-row grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-1 border-b border-line">
            <span>
              {name(tag)} <span className="font-mono text-xs text-ink-3">{tag}</span>
            </span>
            <Button
              type="button"
              variant="quiet"
              size="icon"
              disabled={disabled || i === 0}
              aria-label={t('brand.languageUp', { language: name(tag) })}
              onClick={() => up(i)}
            >
              <ArrowUp />
            </Button>
            <Button
              type="button"
              variant="quiet"
              size="icon"
              disabled={disabled || value.length === 1}
              aria-label={t('brand.languageRemove', { language: name(tag) })}
              onClick={() => onChange(value.filter((l) => l !== tag))}
            >
              <X />
            </Button>
          </li>
        ))}
      </ol>
      {left.length > 0 && !disabled && (
        <Select
          aria-label={t('brand.languageAdd')}
          className="w-64 max-w-full"
          placeholder={t('brand.languageAdd')}
          value={null}
          options={left.map((tag) => ({ value: tag, label: `${name(tag)} (${tag})` }))}
          onValueChange={(tag) => onChange([...value, tag])}
        />
      )}
    </div>
  )
}
