'use client'

import { Ban, Check, KeyRound } from 'lucide-react'
import type { AccessRule } from '@itellico/contracts/rights'
import { QueryError } from '@/components/shell/query-error'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Badge } from '@/components/ui/status'
import { cn } from '@/lib/cn'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useExplanation, useRoleText } from './use-access'

function Source({ rule }: { rule: AccessRule }) {
  const { t, locale } = useI18n()
  const roleText = useRoleText()
  if (rule.from.kind === 'grant')
    return <>{rule.from.expiresAt ? t('acs.byGrantUntil', { date: formatDate(rule.from.expiresAt, locale) }) : t('acs.byGrant')}</>
  const line = [...rule.from.through, rule.from.role].map(roleText)
  return <>{t('acs.byRole', { roles: line.join(' → ') })}</>
}

/** The decision about one permission, and each rule that speaks of it. */
export function Verdict({ userId, name, permission, accountId }: { userId: string; name: string; permission: string; accountId: string | null }) {
  const { t } = useI18n()
  const why = useExplanation({ userId, permission, accountId })
  if (why.isPending)
    return (
      <Loading label={t('common.loading')} className="grid gap-3">
        <Skeleton className="h-12 w-80" />
        <Skeleton className="h-8" />
      </Loading>
    )
  if (why.isError) return <QueryError cause={why.error} retry={why.refetch} />
  const { allowed, rules, stepUp } = why.data
  const Icon = allowed ? Check : Ban
  return (
    <section aria-live="polite" className="grid gap-4">
      <div className={cn('flex items-start gap-3 border-l-4 px-4 py-3', allowed ? 'border-ok bg-ok-wash' : 'border-bad bg-bad-wash')}>
        <Icon aria-hidden className={cn('mt-1 size-5 shrink-0', allowed ? 'text-ok' : 'text-bad')} />
        <div className="grid gap-0.5">
          <h2 className="text-lg font-semibold">{t(allowed ? 'acs.may' : 'acs.mayNot', { name })}</h2>
          <p className="text-ink-2">{t(`acs.because.${why.data.why}`)}</p>
        </div>
      </div>
      {rules.length > 0 && (
        <ul className="border-t border-line-strong">
          {rules.map((rule) => (
            <li
              key={`${rule.effect}${rule.pattern}${JSON.stringify(rule.from)}`}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2"
            >
              <Badge tone={rule.effect === 'deny' ? 'bad' : 'ok'} glyph={rule.effect === 'deny' ? '×' : '✓'}>
                {t(`acs.say.${rule.effect}`)}
              </Badge>
              <code className="font-mono text-sm">{rule.pattern}</code>
              <span className="text-ink-2">
                <Source rule={rule} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {stepUp && allowed && (
        <p className="flex items-center gap-2 text-sm text-ink-2">
          <KeyRound aria-hidden className="size-4" />
          {t('acs.stepUp')}
        </p>
      )}
    </section>
  )
}
