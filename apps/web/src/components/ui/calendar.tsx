'use client'

import { de, enGB } from 'date-fns/locale'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { DayPicker, type DayPickerProps } from 'react-day-picker'
import { languageOf } from '@/lib/locales'

const day = 'grid size-9 place-items-center rounded-sm text-base tabular hover:bg-sunken'

const classNames = {
  root: 'relative w-fit',
  months: 'flex flex-wrap gap-6',
  month: 'grid gap-2',
  month_caption: 'flex h-8 items-center justify-center font-display text-base font-semibold',
  nav: 'absolute inset-x-0 top-0 flex h-8 justify-between',
  button_previous: 'grid size-8 place-items-center rounded-sm hover:bg-sunken disabled:opacity-30',
  button_next: 'grid size-8 place-items-center rounded-sm hover:bg-sunken disabled:opacity-30',
  weekday: 'size-9 text-2xs font-medium text-ink-3',
  day: 'p-0 text-center',
  day_button: day,
  today: '[&>button]:font-semibold [&>button]:underline [&>button]:underline-offset-4',
  selected: '[&>button]:bg-brand [&>button]:text-on-brand [&>button]:hover:bg-brand-hover',
  range_start: 'rounded-l-sm bg-brand-wash',
  range_end: 'rounded-r-sm bg-brand-wash',
  range_middle: 'bg-brand-wash [&>button]:bg-transparent! [&>button]:text-brand-ink!',
  outside: 'text-ink-3 opacity-60',
  disabled: 'opacity-35 [&>button]:pointer-events-none',
  hidden: 'invisible',
}

/** A month to pick days from. Load it through `DatePicker` or `DateRangePicker`: it reads the clock and cannot be prerendered. */
export function Calendar({ language, ...props }: DayPickerProps & { language: string }) {
  return (
    <DayPicker
      locale={languageOf(language) === 'de' ? de : enGB}
      weekStartsOn={1}
      showOutsideDays
      classNames={classNames}
      components={{ Chevron: ({ orientation }) => (orientation === 'left' ? <ChevronLeft className="size-4" /> : <ChevronRight className="size-4" />) }}
      {...props}
    />
  )
}
