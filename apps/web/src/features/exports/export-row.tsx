'use client'

import { Download, RotateCw } from 'lucide-react'
import type { ExportJob } from '@itellico/contracts/exports'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Progress } from '@/components/ui/progress'
import { Status } from '@/components/ui/status'
import { formatInstant, formatNumber } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'

const STEP = 1000

function formatBytes(bytes: number, locale: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(STEP)))
  return new Intl.NumberFormat(locale, { style: 'unit', unit: units[power] ?? 'byte', maximumFractionDigits: 1 }).format(bytes / STEP ** power)
}

interface Props {
  readonly job: ExportJob
  readonly zone: string
  /** What the data is called here, when that is not the usual name. */
  readonly name?: string
  readonly onAgain: () => void
  readonly busy: boolean
}

/** One export: how far it is, then the file, then the way to make it again. */
export function ExportRow({ job, zone, name, onAgain, busy }: Props) {
  const { t, locale } = useI18n()
  const dataset = name ?? t(`exp.${job.dataset}`)
  const running = job.status === 'queued' || job.status === 'running'
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-md font-semibold">{dataset}</span>
          <span className="font-mono text-xs text-ink-2 uppercase">{job.format}</span>
          <Status status={job.status} text={statusText(t, job.status)} />
          <time dateTime={job.createdAt} className="tabular text-sm text-ink-3">
            {formatInstant(job.createdAt, locale, zone)}
          </time>
        </p>
        {running && (
          <Progress
            className="max-w-md"
            value={job.status === 'queued' ? null : job.progress}
            label={t(job.status === 'queued' ? 'exp.waiting' : 'exp.progress', { dataset })}
          />
        )}
        {job.rowCount !== null && job.byteCount !== null && (
          <p className="tabular text-sm text-ink-2">
            {t('exp.rows', { rows: formatNumber(job.rowCount, locale), size: formatBytes(job.byteCount, locale) })}
            {job.expiresAt && ` · ${t(job.status === 'ready' ? 'exp.until' : 'exp.over', { time: formatInstant(job.expiresAt, locale, zone) })}`}
          </p>
        )}
        {job.status === 'failed' && <p className="text-sm text-bad">{job.error ?? t('exp.failed')}</p>}
        {job.status === 'ready' && job.sha256 && (
          <p className="truncate font-mono text-2xs text-ink-3" title={job.sha256}>
            {t('exp.checksum')} {job.sha256}
          </p>
        )}
      </div>
      {job.status === 'ready' && job.downloadUrl && (
        <a
          href={job.downloadUrl.replace(/^\/api\/v1\//, '/api/bff/')}
          download
          className={buttonStyles({ variant: 'outline' })}
          aria-label={`${t('exp.download')}: ${dataset} (${job.format.toUpperCase()})`}
        >
          <Download />
          {t('exp.download')}
        </a>
      )}
      {(job.status === 'expired' || job.status === 'failed') && (
        <Button variant="quiet" busy={busy} onClick={onAgain}>
          <RotateCw />
          {t('exp.again')}
        </Button>
      )}
    </li>
  )
}
