'use client'

import { useState } from 'react'
import type { ExportJob } from '@itellico/contracts/exports'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Segmented } from '@/components/ui/segmented'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { ExportRow } from '@/features/exports/export-row'
import { useI18n } from '@/lib/i18n/client'
import { usePerson, useTenant } from '@/lib/me'
import { useAccountExports, useStartAccountExport, type AccountDataset } from './use-account-exports'

const formats = ['csv', 'json'] as const

/** Exports of an account's own data: start one, watch it, take the file. */
export function AccountExports() {
  const { t } = useI18n()
  const { timezone } = useTenant()
  const { account } = usePerson()
  // A client has no roster.
  const datasets: readonly AccountDataset[] = account?.accountType === 'agency' ? ['profiles', 'bookings'] : ['bookings']
  const [dataset, setDataset] = useState<AccountDataset>(datasets[0] ?? 'bookings')
  const [format, setFormat] = useState<ExportJob['format']>('csv')
  const list = useAccountExports()
  const start = useStartAccountExport()
  const again = (job: ExportJob) => start.mutate({ dataset: job.dataset === 'accounts' ? dataset : job.dataset, format: job.format })
  const body = () => {
    if (list.isPending) return <RowsSkeleton label={t('common.loading')} />
    if (list.isError) return <QueryError cause={list.error} retry={list.refetch} />
    if (list.data.items.length === 0) return <EmptyState className="border-t-0 pt-0" title={t('aexp.none')} text={t('aexp.noneText')} />
    return (
      <ul aria-label={t('exp.list')} className="border-t border-line-strong">
        {list.data.items.map((job) => (
          <ExportRow
            key={job.id}
            job={job}
            {...(job.dataset === 'profiles' && { name: t('aexp.roster') })}
            zone={timezone}
            busy={start.isPending}
            onAgain={() => again(job)}
          />
        ))}
      </ul>
    )
  }
  return (
    <>
      <PageHeader title={t('exp.title')} lead={t('aexp.lead')} />
      <section aria-label={t('exp.new')} className="mb-10 flex flex-wrap items-end gap-x-6 gap-y-4 border-y border-line py-4">
        {datasets.length > 1 && (
          <div className="grid gap-1.5">
            <span className="text-sm font-medium">{t('exp.dataset')}</span>
            <Segmented<AccountDataset>
              label={t('exp.dataset')}
              value={dataset}
              onValueChange={setDataset}
              options={datasets.map((value) => ({ value, label: value === 'profiles' ? t('aexp.roster') : t('exp.bookings') }))}
            />
          </div>
        )}
        <div className="grid gap-1.5">
          <span className="text-sm font-medium">{t('exp.format')}</span>
          <Segmented<ExportJob['format']>
            label={t('exp.format')}
            value={format}
            onValueChange={setFormat}
            options={formats.map((value) => ({ value, label: t(`exp.${value}`) }))}
          />
        </div>
        <Button busy={start.isPending} onClick={() => start.mutate({ dataset, format })}>
          {t('exp.start')}
        </Button>
      </section>
      {body()}
    </>
  )
}

function RowsSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className="border-t border-line-strong">
      {[0, 1, 2].map((i) => (
        <div key={i} className="grid gap-2 border-b border-line py-4">
          <Skeleton className="h-6 w-full max-w-72" />
          <Skeleton className="h-5 w-full max-w-96" />
        </div>
      ))}
    </Loading>
  )
}
