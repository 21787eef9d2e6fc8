'use client'

import { Download } from 'lucide-react'
import type { PersonExport } from '@itellico/contracts/privacy'
import { buttonStyles } from '@/components/ui/button-styles'
import { Status } from '@/components/ui/status'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'

/** Archives of all data of a person that were asked for, newest first. */
export function ArchiveList({ exports, zone }: { exports: readonly PersonExport[]; zone: string }) {
  const { t, locale } = useI18n()
  const time = (instant: string) => formatInstant(instant, locale, zone)
  return (
    <ul className="border-t border-line empty:border-0">
      {exports.map((e) => (
        <li key={e.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3">
          <div className="grid min-w-0 gap-0.5">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Status status={e.status} text={statusText(t, e.status)} />
              <span className="tabular text-sm text-ink-3">{t('priv.exportMade', { time: time(e.createdAt) })}</span>
            </p>
            {e.status === 'ready' && e.expiresAt && (
              <p className="text-sm text-ink-3">{e.downloadUrl ? t('priv.exportUntil', { time: time(e.expiresAt) }) : t('priv.exportElsewhere')}</p>
            )}
          </div>
          {e.downloadUrl && (
            <a href={e.downloadUrl.replace(/^\/api\/v1\//, '/api/bff/')} download className={buttonStyles({ variant: 'outline', size: 'sm' })}>
              <Download />
              {t('priv.download')}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
