'use client'

import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'

/** How much of a profile is filled in, as a line and a number. */
export function Completeness({ value, className }: { value: number; className?: string }) {
  const { t } = useI18n()
  return (
    <span className={cn('flex items-center gap-2', className)} title={t('roster.filled', { percent: value })}>
      <span aria-hidden className="h-1 w-14 overflow-hidden rounded-full bg-line">
        <span className={cn('block h-full', value >= 80 ? 'bg-ok' : value >= 50 ? 'bg-warn' : 'bg-bad')} style={{ width: `${value}%` }} />
      </span>
      <span className="tabular text-xs text-ink-3">
        {value} %<span className="sr-only"> {t('roster.filledWord')}</span>
      </span>
    </span>
  )
}
