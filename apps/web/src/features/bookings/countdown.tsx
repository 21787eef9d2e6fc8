'use client'

import { cn } from '@/lib/cn'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { countdown, urgency } from './booking-words'
import { useNow } from './use-now'

const looks = { calm: 'text-ink-2', soon: 'text-warn font-medium', now: 'text-bad font-semibold' }

/** How long an option still lives; the exact end stands in the title. */
export function Countdown({ until, timezone, className }: { until: string; timezone: string; className?: string }) {
  const { t, locale } = useI18n()
  const now = useNow()
  const end = formatInstant(until, locale, timezone)
  if (now === null)
    return (
      <time dateTime={until} className={cn('tabular', className)}>
        {end}
      </time>
    )
  const left = countdown(until, now, t)
  return (
    <time dateTime={until} title={t('book.endsAt', { time: end })} className={cn('tabular whitespace-nowrap', looks[urgency(until, now)], className)}>
      {left ? t('book.left', { time: left }) : t('book.over')}
    </time>
  )
}
