'use client'

import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { useI18n } from '@/lib/i18n/client'
import { useCan, useTenant } from '@/lib/me'
import { CheckRow } from './check-row'
import { atWork, useChecks, useStartCheck } from './use-isolation'

/** Isolation checks of the marketplace: run one, watch it, read what earlier ones found. */
export function IsolationChecks() {
  const { t } = useI18n()
  const { timezone } = useTenant()
  const mayRun = useCan('tenant.isolation.run')
  const checks = useChecks()
  const start = useStartCheck()
  const running = checks.data?.items.some(atWork) ?? false
  return (
    <>
      <PageHeader
        title={t('iso.title')}
        lead={t('iso.lead')}
        actions={
          mayRun && (
            <Button busy={start.isPending} disabled={running} onClick={() => start.mutate()}>
              {t('iso.start')}
            </Button>
          )
        }
      />
      {checks.isPending && <RowSkeleton label={t('common.loading')} rows={4} tall />}
      {checks.isError && <QueryError cause={checks.error} retry={checks.refetch} />}
      {checks.isSuccess && checks.data.items.length === 0 && <EmptyState title={t('iso.none')} text={t('iso.noneText')} />}
      {checks.isSuccess && checks.data.items.length > 0 && (
        <ul aria-label={t('iso.list')} className="border-t border-line-strong">
          {checks.data.items.map((check) => (
            <CheckRow key={check.id} check={check} zone={timezone} />
          ))}
        </ul>
      )}
    </>
  )
}
