'use client'

import { Copy } from 'lucide-react'
import { toast } from 'sonner'
import type { NewApiKey } from '@itellico/contracts/api-keys'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/i18n/client'
import { KeyExample } from './key-example'

/** A new secret, seen this once, with a call to try it. */
export function KeySecret({ made, apiPort, onDone }: { made: NewApiKey; apiPort: string; onDone: () => void }) {
  const { t } = useI18n()
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => toast.success(t('key.copied')))
  return (
    <div className="grid gap-4">
      <p className="text-pretty text-ink-2">{t('key.secretText')}</p>
      <div className="grid gap-1.5">
        <h3 className="text-sm font-medium">{t('key.secret')}</h3>
        <code aria-label={t('key.secret')} className="border-y border-line-strong py-3 font-mono text-sm break-all select-all">
          {made.secret}
        </code>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => copy(made.secret)}>
          <Copy />
          {t('key.copy')}
        </Button>
        <Button variant="outline" onClick={onDone}>
          {t('key.kept')}
        </Button>
      </div>
      <KeyExample shown={`${made.key.prefix}_…`} secret={made.secret} apiPort={apiPort} />
    </div>
  )
}
