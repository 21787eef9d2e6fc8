'use client'

import { Copy } from 'lucide-react'
import { toast } from 'sonner'
import type { Domain } from '@itellico/contracts/domains'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/i18n/client'

/** The DNS record that proves a domain, ready to be copied, and where the domain must point. */
export function Record({ domain, target }: { domain: Domain; target: string }) {
  const { t } = useI18n()
  const parts = [
    { label: t('dom.recordName'), value: domain.record.name },
    { label: t('dom.recordValue'), value: domain.record.value },
  ]
  const copy = (value: string) => void navigator.clipboard.writeText(value).then(() => toast.success(t('dom.copied')))
  return (
    <div className="grid gap-4">
      <p className="text-ink-2">{t('dom.recordText')}</p>
      <dl className="grid gap-3 border-y border-line py-3">
        <div className="grid gap-0.5">
          <dt className="text-xs text-ink-3">{t('dom.recordType')}</dt>
          <dd className="font-mono text-sm">{domain.record.type}</dd>
        </div>
        {parts.map(({ label, value }) => (
          <div key={label} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
            <div className="grid gap-0.5">
              <dt className="text-xs text-ink-3">{label}</dt>
              <dd className="font-mono text-sm break-all">{value}</dd>
            </div>
            <Button variant="quiet" size="icon" aria-label={t('dom.copyOf', { what: label })} onClick={() => copy(value)}>
              <Copy />
            </Button>
          </div>
        ))}
      </dl>
      <p className="text-sm text-ink-3">{t('dom.pointText', { target })}</p>
    </div>
  )
}
