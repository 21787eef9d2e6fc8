'use client'

import Link from 'next/link'
import { ArrowRight } from 'lucide-react'
import type { Tenant } from '@itellico/contracts/tenants'
import { Status, type Tone, toneStyles } from '@/components/ui/status'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'

/** What a person has to look at: tenants that stopped, work that was lost. */
export function Attention({ tenants, dead, ready }: { tenants: readonly Tenant[]; dead: number; ready: boolean }) {
  const { t } = useI18n()
  const text = { failed: 'con.needsFailed', suspended: 'con.needsSuspended', provisioning: 'con.needsSetup', past_due: 'con.needsSuspended' } as const
  const open = tenants.filter(
    (x): x is Tenant & { status: 'failed' | 'suspended' | 'provisioning' } => x.status === 'failed' || x.status === 'suspended' || x.status === 'provisioning',
  )
  const tone: Tone = open.length > 0 || dead > 0 ? 'warn' : 'ok'
  return (
    <section aria-labelledby="attention">
      <h2 id="attention" className="mb-3 text-lg font-semibold">
        {t('con.needs')}
      </h2>
      {!ready && <Skeleton className="h-12" />}
      {ready && open.length === 0 && dead === 0 && <p className={cn('px-3 py-2.5', toneStyles[tone])}>{t('con.needsNothing')}</p>}
      <ul className="border-t border-line-strong empty:border-0">
        {open.map((x) => (
          <li key={x.id} className="border-b border-line">
            <Link href={`/console/tenants/${x.id}`} className="flex items-center gap-3 py-2.5 hover:bg-sunken">
              <Status status={x.status} text={statusText(t, x.status)} />
              <span className="min-w-0 flex-1 truncate">{t(text[x.status], { name: x.name })}</span>
              <ArrowRight aria-hidden className="size-4 text-ink-3" />
            </Link>
          </li>
        ))}
        {dead > 0 && (
          <li className="border-b border-line">
            <Link href="/console/queues" className="flex items-center gap-3 py-2.5 hover:bg-sunken">
              <Status status="failed" text={t('con.dead')} />
              <span className="min-w-0 flex-1">{t('con.needsDead', { count: dead })}</span>
              <ArrowRight aria-hidden className="size-4 text-ink-3" />
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}
