'use client'

import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/i18n/client'

/** A part of the page failed: says so, offers another try, names what support can look up. */
export function ErrorPanel({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { t } = useI18n()
  return (
    <div role="alert" className="grid min-h-[40vh] content-center justify-items-start gap-3 py-12">
      <h1 className="headline text-2xl">{t('error.title')}</h1>
      <p className="max-w-[52ch] text-md text-ink-2">{t('error.text')}</p>
      {error.digest && <p className="font-mono text-xs text-ink-3">{t('error.reference', { id: error.digest })}</p>}
      <Button onClick={retry} variant="outline" className="mt-2">
        {t('common.retry')}
      </Button>
    </div>
  )
}
