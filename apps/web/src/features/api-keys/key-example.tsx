'use client'

import { Copy } from 'lucide-react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/i18n/client'

/** A call to try a key with. What is copied holds `secret`, what is shown does not. Only in the browser. */
export function KeyExample({ shown, secret, apiPort }: { shown: string; secret: string; apiPort: string }) {
  const { t } = useI18n()
  const origin = `${location.protocol}//${location.hostname}${apiPort ? `:${apiPort}` : ''}`
  const call = (key: string) => `curl ${origin}/api/v1/user/me \\\n  -H "Authorization: Bearer ${key}"`
  const copy = () => void navigator.clipboard.writeText(call(secret)).then(() => toast.success(t('key.copied')))
  return (
    <div className="grid gap-1.5 border-t border-line pt-3">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-sm font-medium">{t('key.example')}</h3>
        <Button variant="quiet" size="icon" aria-label={t('key.copyExample')} onClick={copy}>
          <Copy />
        </Button>
      </div>
      <pre className="font-mono text-xs break-all whitespace-pre-wrap text-ink-2">{call(shown)}</pre>
    </div>
  )
}
