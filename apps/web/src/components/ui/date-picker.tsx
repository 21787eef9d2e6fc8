'use client'

import { useState } from 'react'
import dynamic from 'next/dynamic'
import { CalendarDays } from 'lucide-react'
import { cn } from '@/lib/cn'
import { formatDate, formatDateRange } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { controlStyles } from './input'
import { Popover } from './popover'
import { Skeleton } from './skeleton'

const Calendar = dynamic(() => import('./calendar').then((m) => m.Calendar), { ssr: false, loading: () => <Skeleton className="h-72 w-63" /> })

const toDate = (day: string) => new Date(`${day}T12:00:00`)
const toDay = (date: Date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`

interface Common {
  readonly label: string
  readonly placeholder?: string
  readonly min?: string
  readonly max?: string
  readonly className?: string
  readonly id?: string
}

function trigger(text: string | null, placeholder: string, { label, className, id }: Common) {
  return (
    <button
      type="button"
      id={id}
      aria-label={`${label}: ${text ?? placeholder}`}
      className={cn(controlStyles, 'inline-flex h-control items-center justify-between gap-2 text-left', className)}
    >
      <span className={cn('tabular truncate', !text && 'text-ink-3')}>{text ?? placeholder}</span>
      <CalendarDays className="size-4 shrink-0 text-ink-3" />
    </button>
  )
}

const limits = ({ min, max }: Common) => [...(min ? [{ before: toDate(min) }] : []), ...(max ? [{ after: toDate(max) }] : [])]

/** One calendar day, `YYYY-MM-DD`, with no zone. */
export function DatePicker({ value, onValueChange, ...rest }: Common & { value: string | null; onValueChange: (day: string | null) => void }) {
  const { t, locale } = useI18n()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={rest.label}
      align="start"
      className="p-3"
      trigger={trigger(value && formatDate(value, locale), rest.placeholder ?? t('common.choose'), rest)}
    >
      <Calendar
        language={locale}
        mode="single"
        autoFocus
        disabled={limits(rest)}
        {...(value && { selected: toDate(value), defaultMonth: toDate(value) })}
        onSelect={(date: Date | undefined) => {
          onValueChange(date ? toDay(date) : null)
          setOpen(false)
        }}
      />
    </Popover>
  )
}

export interface DayRange {
  readonly from: string
  readonly to: string
}

/** A range of calendar days, both included. */
export function DateRangePicker({ value, onValueChange, ...rest }: Common & { value: DayRange | null; onValueChange: (range: DayRange | null) => void }) {
  const { t, locale } = useI18n()
  return (
    <Popover
      label={rest.label}
      align="start"
      className="p-3"
      trigger={trigger(value && formatDateRange(value.from, value.to, locale), rest.placeholder ?? t('common.choose'), rest)}
    >
      <Calendar
        language={locale}
        mode="range"
        autoFocus
        disabled={limits(rest)}
        {...(value && { selected: { from: toDate(value.from), to: toDate(value.to) }, defaultMonth: toDate(value.from) })}
        onSelect={(range: { from: Date | undefined; to?: Date | undefined } | undefined) =>
          onValueChange(range?.from ? { from: toDay(range.from), to: toDay(range.to ?? range.from) } : null)
        }
      />
    </Popover>
  )
}

/** A time of day, `HH:mm`, as the browser lets people type it. */
export function TimeInput({
  className,
  value,
  onValueChange,
  label,
}: {
  value: string
  onValueChange: (time: string) => void
  label: string
  className?: string
}) {
  return (
    <input
      type="time"
      aria-label={label}
      value={value}
      onChange={(e) => onValueChange(e.target.value)}
      className={cn(controlStyles, 'tabular h-control', className)}
    />
  )
}
