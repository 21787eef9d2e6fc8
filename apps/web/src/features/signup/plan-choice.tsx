'use client'

import { Check } from 'lucide-react'
import { plans } from '@itellico/contracts/plans'
import { cn } from '@/lib/cn'
import { formatMoney, formatNumber } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'

/** Plans that one can sign up for without talking to anybody. */
export const OFFERED = ['free', 'starter', 'professional', 'business'] as const
export type Offered = (typeof OFFERED)[number]

/** One of the plans, with its price and what it allows. */
export function PlanChoice({ value, onValueChange }: { value: Offered; onValueChange: (plan: Offered) => void }) {
  const { t, locale } = useI18n()
  const gigabytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'gigabyte', unitDisplay: 'short' })
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t('up.plan')}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {OFFERED.map((key) => {
          const { name, cents, trialDays, limits } = plans[key]
          const chosen = key === value
          return (
            <label
              key={key}
              className={cn(
                'grid cursor-pointer grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 rounded-md border p-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand',
                chosen ? 'border-brand bg-sunken' : 'border-line hover:border-line-strong',
              )}
            >
              <input type="radio" name="plan" value={key} checked={chosen} onChange={() => onValueChange(key)} className="sr-only" />
              <span className="flex items-center gap-2 font-semibold">
                {name}
                {chosen && <Check aria-hidden className="size-4 text-brand" />}
              </span>
              <span className="tabular text-right">
                {cents === 0 ? t('up.free') : `${formatMoney({ amountMinor: cents, currency: 'EUR' }, locale)} ${t('up.month')}`}
              </span>
              <span className="text-xs text-ink-3">
                {t('up.limits', {
                  users: formatNumber(limits.users, locale),
                  profiles: formatNumber(limits.profiles, locale),
                  storage: gigabytes.format(limits.storageBytes / 1_000_000_000),
                })}
              </span>
              <span className="text-right text-xs text-ink-3">{trialDays > 0 && t('up.trial', { days: trialDays })}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
