'use client'

import { useMutation } from '@tanstack/react-query'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { verifyAudit, verifyPlatformAudit } from '@itellico/contracts/audit'
import { Button } from '@/components/ui/button'
import { api } from '@/lib/api.client'
import { formatNumber } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'
import type { AuditSource } from './use-audit'

/** Has the chain of the trail followed, and says whether every entry still is as it was written. */
export function ChainCheck({ source }: { source: AuditSource }) {
  const { t, locale } = useI18n()
  const check = useMutation({
    mutationFn: () => api(source === 'tenant' ? verifyAudit : verifyPlatformAudit),
    onError: (cause) => toastProblem(cause, t),
  })
  const n = (value: number) => formatNumber(value, locale)
  const found = check.data
  return (
    <div className="grid justify-items-start gap-2">
      <Button variant="outline" busy={check.isPending} onClick={() => check.mutate()}>
        <ShieldCheck />
        {t('aud.check')}
      </Button>
      {found && (
        <div
          role="status"
          className={`grid gap-1 border-l-2 px-3 py-2 text-sm ${found.brokenAt ? 'border-bad bg-bad-wash text-bad' : 'border-ok bg-ok-wash text-ok'}`}
        >
          <p className="flex items-center gap-2 font-medium">
            {found.brokenAt ? <ShieldAlert aria-hidden className="size-4" /> : <ShieldCheck aria-hidden className="size-4" />}
            {found.brokenAt
              ? t(`aud.broken.${found.brokenAt.why}`, { place: n(found.brokenAt.seq) })
              : t('aud.intact', { count: found.checked, n: n(found.checked) })}
          </p>
          {found.waiting > 0 && <p>{t('aud.waiting', { count: found.waiting, n: n(found.waiting) })}</p>}
          {found.head && (
            <p className="font-mono text-xs break-all text-ink-3">
              {t('aud.head', { place: n(found.head.seq) })} {found.head.hash}
            </p>
          )}
        </div>
      )}
    </div>
  )
}
