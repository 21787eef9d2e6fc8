'use client'

import type { BookingDetail } from '@itellico/contracts/bookings'
import { statusLooks } from '@/components/ui/status'
import { cn } from '@/lib/cn'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { givenReason } from './booking-words'

const tones = { ok: 'text-ok', warn: 'text-warn', bad: 'text-bad', info: 'text-info', neutral: 'text-ink-3' }

/** What happened to a booking, the latest first. */
export function BookingHistory({ booking }: { booking: BookingDetail }) {
  const { t, locale } = useI18n()
  const steps = [...booking.history].reverse()
  return (
    <section className="grid gap-2">
      <h3 className="text-md font-semibold">{t('book.history')}</h3>
      <ol className="relative grid gap-3 border-l border-line pl-5">
        {steps.map((step, index) => {
          const look = statusLooks[step.to]
          return (
            <li key={`${step.at}${index}`} className="relative">
              <span
                aria-hidden
                className={cn(
                  'absolute top-0.5 -left-[1.6875rem] grid size-4 place-items-center rounded-full bg-raised text-2xs ring-1 ring-line-strong',
                  tones[look?.tone ?? 'neutral'],
                )}
              >
                {look?.glyph}
              </span>
              <p className="text-base">
                <span className="font-medium">{step.from === step.to ? t('book.moved') : statusText(t, step.to)}</span>{' '}
                <span className="text-ink-3">{t('book.by', { name: step.byName === 'System' ? t('aud.system') : step.byName })}</span>
              </p>
              {step.reason && <p className="text-sm text-ink-2">{givenReason(t, step.reason)}</p>}
              <time dateTime={step.at} className="tabular text-xs text-ink-3">
                {formatInstant(step.at, locale, booking.timezone)}
              </time>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
