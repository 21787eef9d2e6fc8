'use client'

import { Controller, useFormState, useWatch, type UseFormReturn } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { DatePicker, DateRangePicker, TimeInput } from '@/components/ui/date-picker'
import { useI18n } from '@/lib/i18n/client'
import type { CastingValues } from './casting-values'

interface Props {
  readonly form: UseFormReturn<CastingValues>
  /** Says whether the closing date in the form will do. */
  readonly checkDeadline: () => true | string
}

/** Days of the job, and until when one can apply. */
export function WhenFields({ form, checkDeadline }: Props) {
  const { t } = useI18n()
  const { errors } = useFormState({ control: form.control })
  const days = useWatch({ control: form.control, name: 'days' })
  const problem = errors.deadlineDay?.message ?? errors.deadlineTime?.message
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <fieldset className="grid content-start gap-1.5">
        <legend className="mb-1.5 text-sm font-medium">{t('cast.formDays')}</legend>
        <Controller
          control={form.control}
          name="days"
          render={({ field }) => (
            <div className="flex gap-2">
              <DateRangePicker
                className="min-w-0 flex-1"
                label={t('cast.formDays')}
                placeholder={t('cast.formNoDays')}
                value={field.value}
                onValueChange={field.onChange}
              />
              {field.value && (
                <Button variant="quiet" aria-label={`${t('common.clear')}: ${t('cast.formDays')}`} onClick={() => field.onChange(null)}>
                  {t('common.clear')}
                </Button>
              )}
            </div>
          )}
        />
        {errors.days && (
          <p role="alert" className="text-xs font-medium text-bad">
            {errors.days.message}
          </p>
        )}
      </fieldset>
      <fieldset className="grid content-start gap-1.5">
        <legend className="mb-1.5 text-sm font-medium">{t('cast.formDeadline')}</legend>
        <div className="flex gap-2">
          <Controller
            control={form.control}
            name="deadlineDay"
            rules={{ validate: checkDeadline }}
            render={({ field }) => (
              <>
                <DatePicker
                  label={t('cast.formDeadlineDay')}
                  placeholder={t('cast.formNoDeadline')}
                  className="min-w-0 flex-1"
                  value={field.value}
                  onValueChange={field.onChange}
                  {...(days && { max: days.to })}
                />
                <Controller
                  control={form.control}
                  name="deadlineTime"
                  render={({ field: time }) => (
                    <TimeInput className="w-28" label={t('cast.formDeadlineTime')} value={time.value} onValueChange={time.onChange} />
                  )}
                />
                {field.value && (
                  <Button variant="quiet" aria-label={`${t('common.clear')}: ${t('cast.formDeadline')}`} onClick={() => field.onChange(null)}>
                    {t('common.clear')}
                  </Button>
                )}
              </>
            )}
          />
        </div>
        {problem && (
          <p role="alert" className="text-xs font-medium text-bad">
            {problem}
          </p>
        )}
      </fieldset>
    </div>
  )
}
