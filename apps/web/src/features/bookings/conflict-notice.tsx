'use client'

import { TriangleAlert } from 'lucide-react'
import { failureText } from '@/lib/catalogue/problem-texts'
import { formatInstant, formatPeriod } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import type { Conflict } from './conflict'

/** Says what stands in the way of a step, in words that help to decide. */
export function ConflictNotice({ conflict, timezone, onOpen }: { conflict: Conflict; timezone: string; onOpen?: (bookingId: string) => void }) {
  const { t, locale } = useI18n()
  const until = (instant: string | null) => (instant ? formatInstant(instant, locale, timezone) : t('book.noEnd'))
  const text = (): string => {
    switch (conflict.kind) {
      case 'taken':
        return conflict.startsAt && conflict.endsAt
          ? t('book.conflictTaken', { period: formatPeriod(conflict.startsAt, conflict.endsAt, locale, timezone) })
          : failureText(conflict.problem, t)
      case 'held':
        return t('book.conflictHeld', { client: conflict.clientName, until: until(conflict.until) })
      case 'first':
        return t('book.conflictFirst', { client: conflict.clientName, rank: conflict.rank, until: until(conflict.until) })
      case 'bookout':
        return t(conflict.canAcknowledge ? 'book.conflictBookout' : 'book.conflictBookoutRefused', {
          period: formatPeriod(conflict.startsAt, conflict.endsAt, locale, timezone),
          reason: conflict.reason ?? t('book.noReason'),
        })
    }
  }
  return (
    <div role="alert" className="flex gap-3 border-l-2 border-warn bg-warn-wash px-3 py-2.5 text-base text-ink">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <div className="grid justify-items-start gap-1">
        <p>{text()}</p>
        {onOpen && conflict.kind !== 'bookout' && conflict.bookingId && (
          <button type="button" className="link text-sm font-medium" onClick={() => onOpen(conflict.bookingId)}>
            {t('book.openConflict')}
          </button>
        )}
      </div>
    </div>
  )
}
