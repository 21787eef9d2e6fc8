'use client'

import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/i18n/client'
import { problemText } from '@/lib/problems'

/** Stands where the answer of a query would be, when it failed. */
export function QueryError({ cause, retry }: { cause: unknown; retry: () => unknown }) {
  const { t } = useI18n()
  return (
    <div role="alert" className="grid justify-items-start gap-3 border-t border-line py-8">
      <p className="font-semibold">{t('error.title')}</p>
      <p className="text-ink-2">{problemText(cause, t)}</p>
      <Button variant="outline" onClick={() => void retry()}>
        {t('common.retry')}
      </Button>
    </div>
  )
}
