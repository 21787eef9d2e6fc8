'use client'

import { useState } from 'react'
import { DateRangePicker, TimeInput } from '@/components/ui/date-picker'
import { useI18n } from '@/lib/i18n/client'
import { instantAt, type Day } from './zone'

/** A period as people enter it: days, and the hours of the first and last one. */
export interface PeriodInput {
  readonly from: Day
  readonly to: Day
  readonly start: string
  readonly end: string
}

/** A working day when nothing else is said. */
export const usualHours = { start: '09:00', end: '18:00' }

/** The instants of a period in a zone. */
export function periodOf(input: PeriodInput, zone: string): { startsAt: string; endsAt: string; timezone: string } {
  return { startsAt: instantAt(input.from, input.start, zone), endsAt: instantAt(input.to, input.end, zone), timezone: zone }
}

interface Props {
  readonly value: PeriodInput | null
  readonly onValueChange: (value: PeriodInput | null) => void
  readonly zone: string
  readonly min?: Day
  readonly error?: string | undefined
}

/** Days and hours of a job, in the zone of the marketplace. */
export function PeriodFields({ value, onValueChange, zone, min, error }: Props) {
  const { t } = useI18n()
  // hours may be chosen before the days
  const [early, setEarly] = useState(usualHours)
  const hours = value ?? early
  const change = (part: Partial<typeof usualHours>) => (value ? onValueChange({ ...value, ...part }) : setEarly({ ...early, ...part }))
  return (
    <fieldset className="@container grid min-w-0 gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{t('book.when')}</legend>
      <div className="grid grid-cols-2 gap-2 @md:grid-cols-[minmax(0,1fr)_8rem_8rem]">
        <DateRangePicker
          label={t('book.days')}
          value={value}
          {...(min && { min })}
          className="col-span-2 @md:col-span-1"
          onValueChange={(range) => onValueChange(range ? { ...range, start: hours.start, end: hours.end } : null)}
        />
        <TimeInput label={t('book.startTime')} value={hours.start} onValueChange={(start) => change({ start })} />
        <TimeInput label={t('book.endTime')} value={hours.end} onValueChange={(end) => change({ end })} />
      </div>
      {error ? (
        <p role="alert" className="text-xs font-medium text-bad">
          {error}
        </p>
      ) : (
        <p className="text-xs text-ink-3">{t('book.zone', { zone: zone.replaceAll('_', ' ') })}</p>
      )}
    </fieldset>
  )
}
