'use client'

import { Controller, type Control } from 'react-hook-form'
import { localText, type FieldOption } from '@itellico/contracts/model-schema'
import { Checkbox } from '@/components/ui/checkbox'
import { useI18n } from '@/lib/i18n/client'
import { words, type ProfileFormValues } from './form-values'

/** The categories of the marketplace to tick; those that a profile has besides them stay. */
export function CategoriesField({ control, categories }: { control: Control<ProfileFormValues>; categories: readonly FieldOption[] }) {
  const { t, locale } = useI18n()
  return (
    <Controller
      control={control}
      name="categories"
      render={({ field }) => {
        const chosen = words(field.value)
        const known = categories.map((c) => ({ ...c, label: localText(c.label, locale) }))
        const own = chosen.filter((value) => !categories.some((c) => c.value === value)).map((value) => ({ value, label: value, deprecated: false }))
        return (
          <fieldset className="grid gap-1.5 sm:col-span-2">
            <legend className="mb-1.5 text-sm font-medium">{t('pform.categories')}</legend>
            <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
              {[...known.filter((c) => !c.deprecated || chosen.includes(c.value)), ...own].map((c) => (
                <Checkbox
                  key={c.value}
                  label={c.label}
                  checked={chosen.includes(c.value)}
                  onCheckedChange={(on) => field.onChange((on ? [...chosen, c.value] : chosen.filter((v) => v !== c.value)).join(', '))}
                />
              ))}
            </div>
          </fieldset>
        )
      }}
    />
  )
}
