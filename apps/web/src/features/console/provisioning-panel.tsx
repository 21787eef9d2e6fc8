'use client'

import { Check, ExternalLink, X } from 'lucide-react'
import Link from 'next/link'
import type { Tenant } from '@itellico/contracts/tenants'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Progress } from '@/components/ui/progress'
import { Spinner } from '@/components/ui/spinner'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { siteUrl, stepText, useProvisioning, useRetry } from './use-console'

/** How far the setting up of a tenant is, step by step, as it happens; where it stopped, with the way to go on. */
export function ProvisioningPanel({ tenant, linked = false }: { tenant: Tenant; linked?: boolean }) {
  const { t } = useI18n()
  const mayRetry = useCan('platform.tenants.create')
  const steps = useProvisioning(tenant)
  const retry = useRetry(tenant.id)
  const { name, provisioning, status } = tenant
  const [running, failed] = [status === 'provisioning', status === 'failed']
  const percent = provisioning && provisioning.total > 1 ? Math.round((provisioning.done / provisioning.total) * 100) : null
  const title = running ? t('ten.progress', { name }) : failed ? t('ten.failed', { name }) : t('ten.ready', { name })
  return (
    <section aria-live="polite" aria-label={title} className="grid gap-5 border-y border-line py-5">
      <h2 className="flex items-center gap-3 text-xl font-semibold">
        {running && <Spinner className="text-brand" />}
        {!running && !failed && (
          <span className="grid size-6 place-items-center rounded-full bg-ok-wash text-ok">
            <Check aria-hidden className="size-4" />
          </span>
        )}
        {title}
      </h2>
      {running && provisioning && (
        <div className="grid max-w-xl gap-2">
          <Progress value={percent} label={stepText(t, provisioning)} />
          <p className="tabular text-sm text-ink-3">{t('ten.step', { done: provisioning.done, total: provisioning.total })}</p>
          {provisioning.error && (
            <div className="mt-1 grid gap-1 border-l-2 border-warn bg-warn-wash px-3 py-2 text-warn">
              <p>{t('ten.tryingAgain')}</p>
              <p className="font-mono text-xs break-words">{provisioning.error}</p>
            </div>
          )}
        </div>
      )}
      {failed && (
        <div className="grid justify-items-start gap-3 border-l-2 border-bad bg-bad-wash p-4 text-bad">
          {provisioning && (
            <p className="font-medium">
              {t('ten.stoppedAt', { step: stepText(t, provisioning) })} ({t('ten.step', { done: provisioning.done, total: provisioning.total })})
            </p>
          )}
          <p className="font-mono text-sm break-words">{provisioning?.error ?? t('error.text')}</p>
          {mayRetry && (
            <Button variant="outline" busy={retry.isPending} onClick={() => retry.mutate()}>
              {t('ten.retry')}
            </Button>
          )}
        </div>
      )}
      {steps.length > 0 && (
        <ol aria-label={t('ten.steps')} className="grid gap-x-8 font-mono text-xs text-ink-2 sm:grid-cols-2 xl:grid-cols-3">
          {steps.map((step, index) => (
            <li key={step} className="flex items-center gap-2 border-b border-line py-1.5">
              {index < steps.length - 1 || !(running || failed) ? (
                <Check aria-hidden className="size-3.5 shrink-0 text-ok" />
              ) : failed ? (
                <X aria-hidden className="size-3.5 shrink-0 text-bad" />
              ) : (
                <Spinner className="size-3.5 shrink-0 text-brand" />
              )}
              {step}
            </li>
          ))}
        </ol>
      )}
      {!running && !failed && (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-ink-2">{t('ten.readyText')}</p>
          <a href={siteUrl(tenant.host)} target="_blank" rel="noreferrer" className={buttonStyles()}>
            {t('ten.openSite')}
            <ExternalLink />
          </a>
          {linked && (
            <Link href={`/console/tenants/${tenant.id}`} className={buttonStyles({ variant: 'outline' })}>
              {t('ten.toTenant')}
            </Link>
          )}
        </div>
      )}
    </section>
  )
}
