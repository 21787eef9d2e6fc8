import type { IsolationCheck } from '@itellico/contracts/isolation'
import { Badge } from '@/components/ui/status'
import { useI18n } from '@/lib/i18n/client'

/** What a check found, as signs and words. */
export function CheckCounts({ counts }: { counts: IsolationCheck['counts'] }) {
  const { t } = useI18n()
  return (
    <>
      {counts.failed > 0 && (
        <Badge tone="bad" glyph="✕">
          {t('iso.failed', { count: counts.failed })}
        </Badge>
      )}
      <Badge tone="ok" glyph="✓">
        {t('iso.passed', { count: counts.passed })}
      </Badge>
      {counts.skipped > 0 && (
        <Badge tone="neutral" glyph="—">
          {t('iso.skipped', { count: counts.skipped })}
        </Badge>
      )}
    </>
  )
}
