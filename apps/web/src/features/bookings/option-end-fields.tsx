'use client'

import { Controller, type UseFormReturn } from 'react-hook-form'
import { DatePicker, TimeInput } from '@/components/ui/date-picker'
import { useI18n } from '@/lib/i18n/client'
import type { PlaceValues } from './place-form'
import type { Day } from './zone'

/** When an option ends: left empty, the marketplace's usual time holds. */
export function OptionEndFields({ form, latest }: { readonly form: UseFormReturn<PlaceValues>; readonly latest?: Day }) {
  const { t } = useI18n()
  const error = form.formState.errors.endDay
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{t('book.optionEnd')}</legend>
      <div className="grid grid-cols-[1fr_7rem] gap-2">
        <Controller
          control={form.control}
          name="endDay"
          render={({ field }) => (
            <DatePicker
              label={t('book.optionEndDay')}
              placeholder={t('book.optionEndUsual')}
              value={field.value}
              onValueChange={field.onChange}
              {...(latest && { max: latest })}
            />
          )}
        />
        <Controller
          control={form.control}
          name="endTime"
          render={({ field }) => <TimeInput label={t('book.optionEndTime')} value={field.value} onValueChange={field.onChange} />}
        />
      </div>
      {error && (
        <p role="alert" className="text-xs font-medium text-bad">
          {error.message}
        </p>
      )}
    </fieldset>
  )
}
