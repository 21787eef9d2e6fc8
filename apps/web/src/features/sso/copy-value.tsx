'use client'

import { Copy } from 'lucide-react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/i18n/client'

/** A value that has to be entered elsewhere, ready to be copied. Stands in a `dl`. */
export function CopyValue({ label, value }: { label: string; value: string }) {
  const { t } = useI18n()
  return (
    <div className="grid gap-0.5">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2">
        <span className="font-mono text-sm break-all">{value}</span>
        <Button
          variant="quiet"
          size="icon"
          aria-label={t('sso.copyOf', { what: label })}
          onClick={() => void navigator.clipboard.writeText(value).then(() => toast.success(t('sso.copied')))}
        >
          <Copy />
        </Button>
      </dd>
    </div>
  )
}
