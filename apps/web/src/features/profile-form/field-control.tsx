'use client'

import { useState } from 'react'
import { localText, offeredOptions, type Field as SchemaField, type FieldValues } from '@itellico/contracts/model-schema'
import { Checkbox } from '@/components/ui/checkbox'
import { DatePicker } from '@/components/ui/date-picker'
import { Input, Textarea } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { Combobox } from '@/components/ui/combobox'
import { useI18n } from '@/lib/i18n/client'
import { unitText, type UnitSystem } from '@/lib/units'
import { measureText, readMeasure, typedUnit } from './measure'

export type FieldValue = FieldValues[string]

interface Props {
  readonly field: SchemaField
  readonly value: FieldValue | undefined
  readonly system: UnitSystem
  /** Everything that the form holds: choices may depend on it. */
  readonly values: FieldValues
  readonly onChange: (value: FieldValue) => void
  readonly onBlur: () => void
}

const LONG_LIST = 12

function Measure({ field, value, system, onChange, onBlur }: Omit<Props, 'values'>) {
  const { t, locale } = useI18n()
  // What is being typed lives here until it is left: "5'" is no value yet.
  const [typed, setTyped] = useState<string | null>(null)
  const unit = typedUnit(field, system)
  return (
    <span className="relative block">
      <Input
        inputMode={unit === 'ft in' ? 'text' : 'decimal'}
        className="tabular pr-12"
        value={typed ?? measureText(field, typeof value === 'number' ? value : null, system)}
        onChange={(e) => setTyped(e.target.value)}
        onBlur={() => {
          if (typed !== null) {
            const read = readMeasure(field, typed, system)
            // Text that is no number goes on as text, so that the check can say so.
            onChange(read === undefined ? typed : read)
            if (read !== undefined) setTyped(null)
          }
          onBlur()
        }}
      />
      {unit && (
        <span aria-hidden className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-sm text-ink-3">
          {unit === 'ft in' ? t('pform.feet') : unitText(unit, locale)}
        </span>
      )}
    </span>
  )
}

/** The control for one field of a model schema. */
export function FieldControl(props: Props) {
  const { field, value, onChange, onBlur } = props
  const { t, locale } = useI18n()
  const label = localText(field.label, locale)
  const options = offeredOptions(field, props.values).map((o) => ({ value: o.value, label: localText(o.label, locale) }))
  switch (field.type) {
    case 'number':
    case 'measurement':
      return <Measure {...props} />
    case 'longtext':
      return <Textarea rows={5} maxLength={5000} value={typeof value === 'string' ? value : ''} onChange={(e) => onChange(e.target.value)} onBlur={onBlur} />
    case 'boolean':
      return (
        <Segmented
          label={label}
          value={value === true ? 'yes' : value === false ? 'no' : 'open'}
          onValueChange={(v) => onChange(v === 'open' ? null : v === 'yes')}
          className="w-fit"
          options={[
            { value: 'yes', label: t('common.yes') },
            { value: 'no', label: t('common.no') },
            { value: 'open', label: t('pform.open') },
          ]}
        />
      )
    case 'date':
      return <DatePicker label={label} value={typeof value === 'string' && value ? value : null} onValueChange={onChange} />
    case 'select': {
      const chosen = typeof value === 'string' && value ? value : null
      if (options.length > LONG_LIST)
        return (
          <Combobox
            options={options}
            value={chosen}
            onValueChange={onChange}
            empty={t('common.nothingFound')}
            clearLabel={t('common.clear')}
            openLabel={label}
            placeholder={t('common.choose')}
          />
        )
      return (
        <Select
          aria-label={label}
          value={chosen}
          placeholder={t('common.choose')}
          options={[...(field.required ? [] : [{ value: '', label: t('common.none') }]), ...options]}
          onValueChange={(v) => onChange(v || null)}
        />
      )
    }
    case 'multiselect': {
      const chosen = Array.isArray(value) ? value : []
      return (
        <div role="group" aria-label={label} className="grid max-h-56 grid-cols-2 gap-x-4 overflow-y-auto sm:grid-cols-3">
          {options.map((o) => (
            <Checkbox
              key={o.value}
              label={o.label}
              checked={chosen.includes(o.value)}
              onCheckedChange={(on) => onChange(on ? [...chosen, o.value] : chosen.filter((v) => v !== o.value))}
            />
          ))}
        </div>
      )
    }
    default:
      return (
        <Input
          type={field.type === 'url' ? 'url' : 'text'}
          {...(field.type === 'url' && { placeholder: 'https://' })}
          maxLength={field.type === 'url' ? 500 : 200}
          value={typeof value === 'string' ? value : ''}
          onChange={(e) => onChange(e.target.value)}
          onBlur={onBlur}
        />
      )
  }
}
