'use client'

import Link from 'next/link'
import { ChevronRight } from 'lucide-react'
import type { IsolationCheck } from '@itellico/contracts/isolation'
import { Progress } from '@/components/ui/progress'
import { Status } from '@/components/ui/status'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { CheckCounts } from './check-counts'
import { atWork } from './use-isolation'

/** One check: how far it is, then what it found and the way to its report. */
export function CheckRow({ check, zone }: { check: IsolationCheck; zone: string }) {
  const { t, locale } = useI18n()
  const time = formatInstant(check.createdAt, locale, zone)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 border-b border-line py-4">
      <div className="grid gap-1.5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <time dateTime={check.createdAt} className="tabular text-md font-semibold">
            {time}
          </time>
          {check.status === 'done' ? <CheckCounts counts={check.counts} /> : <Status status={check.status} text={statusText(t, check.status)} />}
        </p>
        {atWork(check) && (
          <Progress
            className="max-w-md"
            value={check.status === 'queued' ? null : check.progress}
            label={t(check.status === 'queued' ? 'iso.waiting' : 'iso.progress')}
          />
        )}
        {check.error && <p className="text-sm text-bad">{t('iso.failedText')}</p>}
        {check.status === 'done' && <p className="text-sm text-ink-3">{t('iso.version', { version: check.version })}</p>}
      </div>
      {check.status === 'done' && (
        <Link href={`/admin/isolation/${check.id}`} className="link flex items-center gap-1" aria-label={`${t('iso.open')}: ${time}`}>
          {t('iso.open')}
          <ChevronRight aria-hidden className="size-4" />
        </Link>
      )}
    </li>
  )
}
