'use client'

import { useState } from 'react'
import { Copy, Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/i18n/client'

interface Props {
  readonly codes: readonly string[]
  readonly email: string
  readonly doneLabel: string
  readonly onDone: () => void
}

/** New backup codes, seen this once: to copy, to download, to write down. */
export function BackupCodes({ codes, email, doneLabel, onDone }: Props) {
  const { t } = useI18n()
  const [copied, setCopied] = useState(false)
  const text = () => `${t('codes.fileHead', { email, host: location.host })}\n\n${codes.join('\n')}\n`
  const copy = () => navigator.clipboard.writeText(text()).then(() => setCopied(true))
  const download = () => {
    const url = URL.createObjectURL(new Blob([text()], { type: 'text/plain' }))
    Object.assign(document.createElement('a'), { href: url, download: `backup-codes-${location.hostname}.txt` }).click()
    URL.revokeObjectURL(url)
  }
  return (
    <div className="grid gap-4">
      <p className="text-base text-pretty text-ink-2">{t('codes.text')}</p>
      <ol aria-label={t('sec.codes')} className="grid grid-cols-2 gap-x-6 border-y border-line-strong py-3">
        {codes.map((code) => (
          <li key={code} className="py-1 font-mono text-base">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onDone}>{doneLabel}</Button>
        <Button variant="outline" onClick={() => void copy()}>
          <Copy />
          {t(copied ? 'codes.copied' : 'codes.copy')}
        </Button>
        <Button variant="outline" onClick={download}>
          <Download />
          {t('codes.download')}
        </Button>
      </div>
    </div>
  )
}
