'use client'

import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useI18n } from '@/lib/i18n/client'

/** The end of a list that is read page after page. */
export function ListEnd({ count, hasMore, busy, onMore }: { count: number; hasMore: boolean; busy: boolean; onMore: () => void }) {
  const { t } = useI18n()
  return (
    <div className="flex items-center justify-between gap-4 pt-4">
      <p role="status" className="tabular text-sm text-ink-3">
        {t('adm.shown', { count })}
      </p>
      {hasMore && (
        <Button variant="outline" busy={busy} onClick={onMore}>
          {t('adm.more')}
        </Button>
      )}
    </div>
  )
}

/** Says that filters left nothing, and takes them away. */
export function NothingFits({ onReset }: { onReset: () => void }) {
  const { t } = useI18n()
  return (
    <EmptyState
      title={t('adm.noFit')}
      text={t('adm.noFitText')}
      action={
        <Button variant="outline" onClick={onReset}>
          {t('adm.resetFilters')}
        </Button>
      }
    />
  )
}
