'use client'

import { useWatch, type Control } from 'react-hook-form'
import { moneyOf } from '@/features/bookings/money'
import { useI18n } from '@/lib/i18n/client'
import { useTenant } from '@/lib/me'
import { deadlineIn, type CastingValues } from './casting-values'
import { deadlineOf, feeOf, wantedOf, whenOf } from './listing-facts'

/** The casting as it will stand in the list of all, while it is being written. */
export function CastingPreview({ control, client }: { control: Control<CastingValues>; client: string }) {
  const { t, locale } = useI18n()
  const { timezone, currency } = useTenant()
  const v = useWatch({ control }) as CastingValues
  const facts = {
    startsOn: v.days?.from ?? null,
    endsOn: v.days?.to ?? null,
    deadline: deadlineIn(v, timezone),
    location: v.location.trim() || null,
    roles: v.roles.map((r) => ({
      id: r.roleId,
      name: r.name,
      description: r.description,
      quantity: Number(r.quantity) || 0,
      fee: moneyOf(r.fee, currency) ?? null,
    })),
  }
  return (
    <aside className="grid content-start gap-3">
      <h2 className="text-sm font-medium text-ink-3">{t('cast.preview')}</h2>
      <div className="grid gap-3 border-y border-line-strong py-4">
        <p className="tabular text-base text-ink-2">{whenOf(facts, locale, t)}</p>
        <div className="grid gap-0.5">
          <p
            className={
              v.title.trim()
                ? 'font-display text-xl leading-tight font-semibold tracking-[-0.025em] text-balance'
                : 'font-display text-xl leading-tight font-semibold tracking-[-0.025em] text-ink-3'
            }
          >
            {v.title.trim() || t('cast.previewTitle')}
          </p>
          <p className="text-base text-ink-2">
            {t('castings.by', { client })}
            <span className="text-ink-3"> · {t('castings.people', { count: wantedOf(facts) })}</span>
          </p>
        </div>
        <p className="text-base text-ink-2">{facts.location ?? t('castings.placeOpen')}</p>
        <div>
          <p className="tabular text-base font-medium">{feeOf(facts, locale, t)}</p>
          <p className="text-sm text-ink-3">
            {facts.deadline ? t('castings.deadline', { date: deadlineOf(facts, locale, timezone, t) }) : t('castings.noDeadline')}
          </p>
        </div>
      </div>
    </aside>
  )
}
