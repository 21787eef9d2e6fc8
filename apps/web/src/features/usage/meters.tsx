'use client'

import { useQuery } from '@tanstack/react-query'
import { plans } from '@itellico/contracts/plans'
import type { Usage } from '@itellico/contracts/usage'
import { QueryError } from '@/components/shell/query-error'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/cn'
import { formatNumber } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'

type Item = Usage['items'][number]

const fills = { ok: 'bg-brand', warn: 'bg-warn', bad: 'bg-bad' } as const

function toneOf({ used, limit, soft }: Item): keyof typeof fills {
  if (limit < 0) return 'ok'
  return used >= limit ? 'bad' : used >= soft ? 'warn' : 'ok'
}

/** What is used of a plan, as meters. `load` asks for it. */
export function Meters({ queryKey, load }: { queryKey: readonly unknown[]; load: (signal: AbortSignal) => Promise<Usage> }) {
  const { t, locale } = useI18n()
  const usage = useQuery({ queryKey, queryFn: ({ signal }) => load(signal) })
  if (usage.isPending)
    return (
      <Loading label={t('common.loading')}>
        <Skeleton className="h-44" />
      </Loading>
    )
  if (usage.isError) return <QueryError cause={usage.error} retry={usage.refetch} />
  const bytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'gigabyte', unitDisplay: 'short', maximumFractionDigits: 2 })
  const amount = (key: Item['key'], n: number) => (key === 'storageBytes' ? bytes.format(n / 1_000_000_000) : formatNumber(n, locale))
  return (
    <div className="grid gap-5">
      <p className="text-ink-2">{t('use.plan', { plan: plans[usage.data.plan].name })}</p>
      <ul className="grid gap-5">
        {usage.data.items.map((item) => {
          const tone = toneOf(item)
          const percent = item.limit > 0 ? Math.min(100, Math.round((item.used / item.limit) * 100)) : item.limit === 0 ? 100 : 0
          const text =
            item.limit < 0
              ? t('use.ofUnlimited', { used: amount(item.key, item.used) })
              : t('use.of', { used: amount(item.key, item.used), limit: amount(item.key, item.limit) })
          return (
            <li key={item.key} className="grid gap-1.5">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-medium">{t(`use.${item.key}`)}</span>
                <span className="tabular text-sm text-ink-2">{text}</span>
              </div>
              <div
                role="meter"
                aria-label={t(`use.${item.key}`)}
                aria-valuemin={0}
                aria-valuemax={Math.max(item.limit, item.used, 1)}
                aria-valuenow={item.used}
                aria-valuetext={text}
                className="h-2 overflow-hidden rounded-full bg-sunken"
              >
                <div className={cn('h-full rounded-full', fills[tone])} style={{ width: `${Math.max(item.used > 0 ? 1 : 0, percent)}%` }} />
              </div>
              {tone !== 'ok' && <p className={cn('text-sm', tone === 'bad' ? 'text-bad' : 'text-warn')}>{t(tone === 'bad' ? 'use.full' : 'use.near')}</p>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
