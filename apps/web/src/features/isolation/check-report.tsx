'use client'

import { Download } from 'lucide-react'
import { probeGroups, type IsolationReport } from '@itellico/contracts/isolation'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Badge, type Tone } from '@/components/ui/status'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useTenant } from '@/lib/me'
import { CheckCounts } from './check-counts'
import { ProbeGroup } from './probe-group'
import type { Verdict } from './report-signature'
import { useCheck } from './use-isolation'

const VERDICTS: Readonly<Record<Verdict, { tone: Tone; glyph: string }>> = {
  valid: { tone: 'ok', glyph: '✓' },
  invalid: { tone: 'bad', glyph: '✕' },
  unknown: { tone: 'warn', glyph: '?' },
}

/** Gives a file with the report, its signed text and the key to verify it with. */
function download(report: IsolationReport, jws: string, key: object): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify({ report, jws, key }, null, 2)], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: `isolation-${report.tenant.slug}-${report.finishedAt.slice(0, 10)}.json` })
  link.click()
  URL.revokeObjectURL(url)
}

/** The report of a check: whether its signature holds, and every probe by group. */
export function CheckReport({ id }: { id: string }) {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  const { data, error, isPending, isError, refetch } = useCheck(id)
  const jws = data?.check.report
  const signed = data?.signed
  return (
    <>
      <PageHeader
        trail={<Breadcrumb label={t('book.trail')} items={[{ label: t('iso.title'), href: '/admin/isolation' }, { label: t('iso.report') }]} />}
        title={t('iso.report')}
        lead={t('iso.reportLead')}
        actions={
          signed &&
          jws && (
            <Button variant="outline" onClick={() => download(signed.report, jws, data.key)}>
              <Download />
              {t('iso.download')}
            </Button>
          )
        }
      />
      {isPending && <RowSkeleton label={t('common.loading')} rows={8} />}
      {isError && <QueryError cause={error} retry={refetch} />}
      {data && !signed && <EmptyState title={t('iso.noReport')} text={t('iso.noReportText')} />}
      {signed && (
        <>
          <div className="mb-8 grid gap-2 border-y border-line py-4">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              <Badge {...VERDICTS[signed.verdict]}>{t(`iso.signature.${signed.verdict}`)}</Badge>
              <CheckCounts counts={signed.report.counts} />
            </p>
            <p className="tabular text-sm text-ink-2">
              {formatInstant(signed.report.finishedAt, locale, timezone)} · {t('iso.version', { version: signed.report.version })}
            </p>
          </div>
          <div className="grid gap-6">
            {probeGroups.map((group) => (
              <ProbeGroup key={group} group={group} probes={signed.report.probes.filter((p) => p.group === group)} />
            ))}
          </div>
        </>
      )}
    </>
  )
}
