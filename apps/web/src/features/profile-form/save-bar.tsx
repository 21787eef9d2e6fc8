'use client'

import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/i18n/client'

interface Props {
  readonly dirty: number
  readonly stale: boolean
  readonly busy: boolean
  readonly error: string | undefined
  readonly onDiscard: () => void
  readonly onReload: () => void
  readonly onKeep: () => void
}

/** Stays at the lower edge while something is not saved, and asks what to do when somebody else was faster. */
export function SaveBar({ dirty, stale, busy, error, onDiscard, onReload, onKeep }: Props) {
  const { t } = useI18n()
  if (dirty === 0 && !stale) return null
  return (
    <div
      role="region"
      aria-label={t('pform.unsaved')}
      className="sticky bottom-16 z-10 -mx-4 flex flex-wrap items-center justify-end gap-2 border-t border-line-strong bg-raised px-4 py-3 shadow-float lg:bottom-0 lg:mx-0 lg:rounded-t-lg"
    >
      <p role="status" className="mr-auto text-base">
        {stale ? (
          <span className="font-medium text-warn">{t('pform.stale')}</span>
        ) : error ? (
          <span className="font-medium text-bad">{error}</span>
        ) : (
          t('pform.changes', { count: dirty })
        )}
      </p>
      {stale ? (
        <>
          <Button variant="outline" onClick={onReload}>
            {t('pform.loadTheirs')}
          </Button>
          <Button busy={busy} onClick={onKeep}>
            {t('pform.keepMine')}
          </Button>
        </>
      ) : (
        <>
          <Button variant="outline" onClick={onDiscard}>
            {t('pform.discard')}
          </Button>
          <Button type="submit" busy={busy}>
            {t('common.save')}
          </Button>
        </>
      )}
    </div>
  )
}
