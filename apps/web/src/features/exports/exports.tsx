'use client'

import { useState } from 'react'
import type { ExportJob } from '@itellico/contracts/exports'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Segmented } from '@/components/ui/segmented'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { useI18n } from '@/lib/i18n/client'
import { useTenant } from '@/lib/me'
import { ExportRow } from './export-row'
import { useExports, useStartExport } from './use-exports'

/** Exports of the marketplace: start one, watch it, take the file. */
export function Exports() {
  const { t } = useI18n()
  const { timezone } = useTenant()
  const [dataset, setDataset] = useState<ExportJob['dataset']>('profiles')
  const [format, setFormat] = useState<ExportJob['format']>('csv')
  const list = useExports()
  const start = useStartExport()
  return (
    <>
      <PageHeader title={t('exp.title')} lead={t('exp.lead')} />
      <section aria-label={t('exp.new')} className="mb-10 flex flex-wrap items-end gap-x-6 gap-y-4 border-y border-line py-4">
        <div className="grid gap-1.5">
          <span className="text-sm font-medium">{t('exp.dataset')}</span>
          <Segmented<ExportJob['dataset']>
            label={t('exp.dataset')}
            value={dataset}
            onValueChange={setDataset}
            options={(['profiles', 'bookings', 'accounts'] as const).map((value) => ({ value, label: t(`exp.${value}`) }))}
          />
        </div>
        <div className="grid gap-1.5">
          <span className="text-sm font-medium">{t('exp.format')}</span>
          <Segmented<ExportJob['format']>
            label={t('exp.format')}
            value={format}
            onValueChange={setFormat}
            options={(['csv', 'json'] as const).map((value) => ({ value, label: t(`exp.${value}`) }))}
          />
        </div>
        <Button busy={start.isPending} onClick={() => start.mutate({ dataset, format })}>
          {t('exp.start')}
        </Button>
      </section>
      {list.isPending && <RowSkeleton label={t('common.loading')} rows={4} tall />}
      {list.isError && <QueryError cause={list.error} retry={list.refetch} />}
      {list.isSuccess && list.data.items.length === 0 && <EmptyState title={t('exp.none')} text={t('exp.noneText')} />}
      {list.isSuccess && list.data.items.length > 0 && (
        <ul aria-label={t('exp.list')} className="border-t border-line-strong">
          {list.data.items.map((job) => (
            <ExportRow
              key={job.id}
              job={job}
              zone={timezone}
              busy={start.isPending}
              onAgain={() => start.mutate({ dataset: job.dataset, format: job.format })}
            />
          ))}
        </ul>
      )}
    </>
  )
}
