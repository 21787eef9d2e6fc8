'use client'

import { useCallback, useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { createAccountExport, exportProgress, listAccountExports, type ExportJob } from '@itellico/contracts/exports'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { Progress } from '@/components/ui/progress'
import { Segmented } from '@/components/ui/segmented'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { formatAgo, formatInstant, formatNumber } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { usePerson, useTenant } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { useLiveEvent } from '@/lib/realtime'
import { downloadHref, fileSize } from './download'

type Dataset = 'profiles' | 'bookings'
type Format = 'csv' | 'json'

function ExportRow({ job }: { job: ExportJob }) {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  const [percent, setPercent] = useState(job.progress)
  useLiveEvent(exportProgress, useCallback((p) => p.exportId === job.id && setPercent(p.progress), [job.id]))
  const running = job.status === 'queued' || job.status === 'running'
  const facts = [job.rowCount !== null && t('exports.rows', { count: formatNumber(job.rowCount, locale) }), job.byteCount !== null && fileSize(job.byteCount, locale), job.expiresAt && job.status === 'ready' && t('exports.until', { time: formatInstant(job.expiresAt, locale, timezone) })].filter(Boolean)
  return (
    <li className="grid items-center gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_10rem_auto]">
      <div className="grid gap-0.5">
        <p className="text-md font-semibold">{t(`exports.${job.dataset as Dataset}`)} <span className="font-mono text-sm font-normal text-ink-3">{job.format.toUpperCase()}</span></p>
        <p className="tabular text-sm text-ink-3"><time dateTime={job.createdAt}>{formatAgo(job.createdAt, locale)}</time>{facts.map((f) => ` · ${String(f)}`)}</p>
        {job.error && <p className="text-sm text-bad">{job.error}</p>}
      </div>
      {running ? <Progress value={Math.max(percent, job.progress)} label={statusText(t, job.status)} /> : <span><Status status={job.status} text={statusText(t, job.status)} /></span>}
      {job.downloadUrl && job.status === 'ready' ? <a href={downloadHref(job.downloadUrl)} download className={buttonStyles({ variant: 'outline' })}><Download />{t('exports.download')}</a> : <span className="w-32 max-sm:hidden" />}
    </li>
  )
}

/** Takes the account's own data out, as a file. */
export function AccountExports() {
  const { t } = useI18n()
  const { accountId } = usePerson()
  const client = useQueryClient()
  const [dataset, setDataset] = useState<Dataset>('profiles')
  const [format, setFormat] = useState<Format>('csv')
  const list = useQuery({ queryKey: keys.exports(accountId), queryFn: ({ signal }) => api(listAccountExports, { signal }), refetchInterval: (q) => (q.state.data?.items.some((j) => j.status === 'queued' || j.status === 'running') ? 4000 : false) })
  const create = useMutation({
    mutationFn: () => api(createAccountExport, { body: { dataset, format }, idempotencyKey: newIdempotencyKey() }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['exports'] }),
    onError: (cause) => toastProblem(cause, t),
  })
  return (
    <>
      <PageHeader title={t('exports.title')} lead={t('exports.lead')} />
      <div className="mb-8 flex flex-wrap items-center gap-3 border-y border-line py-4">
        <Segmented<Dataset> label={t('exports.what')} value={dataset} onValueChange={setDataset} options={[{ value: 'profiles', label: t('exports.profiles') }, { value: 'bookings', label: t('exports.bookings') }]} />
        <Segmented<Format> label={t('exports.format')} value={format} onValueChange={setFormat} options={[{ value: 'csv', label: 'CSV' }, { value: 'json', label: 'JSON' }]} />
        <Button busy={create.isPending} onClick={() => create.mutate()}>{t('exports.create')}</Button>
      </div>
      {list.isPending ? <Loading label={t('common.loading')} className="grid gap-2">{[0, 1, 2].map((i) => <Skeleton key={i} className="h-16" />)}</Loading> : list.isError ? <QueryError cause={list.error} retry={list.refetch} /> : list.data.items.length === 0 ? <EmptyState title={t('exports.none')} text={t('exports.noneText')} /> : <ul className="border-t border-line-strong">{list.data.items.map((job) => <ExportRow key={job.id} job={job} />)}</ul>}
    </>
  )
}
