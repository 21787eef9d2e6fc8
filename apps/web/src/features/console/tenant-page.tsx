'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { toast } from 'sonner'
import { plans } from '@itellico/contracts/plans'
import { reactivateTenant } from '@itellico/contracts/tenants'
import { getTenantUsage } from '@itellico/contracts/usage'
import { PageHeader } from '@/components/shell/page-header'
import { PageSkeleton } from '@/components/shell/page-skeleton'
import { QueryError } from '@/components/shell/query-error'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { DataStrip } from '@/components/ui/data-strip'
import { EmptyState } from '@/components/ui/empty-state'
import { Status } from '@/components/ui/status'
import { Meters } from '@/features/usage/meters'
import { AuditList } from '@/features/audit/audit-list'
import { api } from '@/lib/api.client'
import { formatInstant, formatNumber } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan, usePerson } from '@/lib/me'
import { problemCode, toastProblem } from '@/lib/problems'
import { LifeMenu } from './life-menu'
import { Operations } from './operations'
import { ProvisioningPanel } from './provisioning-panel'
import { SuspendDialog } from './suspend-dialog'
import { TenantNotices } from './tenant-notices'
import { TenantMark } from './tenant-mark'
import { siteUrl, useOneTenant } from './use-console'

/** One tenant: state, sizes, what happened to it; suspending and reactivating. */
export function TenantPage({ id }: { id: string }) {
  const { t, locale } = useI18n()
  const { me } = usePerson()
  const client = useQueryClient()
  const maySuspend = useCan('platform.tenants.suspend')
  const mayAudit = useCan('platform.audit.read')
  const [asking, setAsking] = useState(false)
  const [watched, setWatched] = useState(false)
  const answer = useOneTenant(id)
  const settingUp = answer.data?.status === 'provisioning' || answer.data?.status === 'failed'
  // who saw it being set up also sees that it is ready
  if (settingUp && !watched) setWatched(true)
  const reactivate = useMutation({
    mutationFn: () => api(reactivateTenant, { params: { id } }),
    onSuccess: (after) => toast.success(t('ten.reactivated', { name: after.name })),
    onError: (cause) => toastProblem(cause, t),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ['tenants'] }), client.invalidateQueries({ queryKey: ['audit'] })]),
  })
  if (answer.isPending) return <PageSkeleton label={t('common.loading')} />
  if (answer.isError)
    return problemCode(answer.error) === 'access.not_found' || problemCode(answer.error)?.startsWith('request.') ? (
      <EmptyState
        title={t('ten.missing')}
        text={t('ten.missingText')}
        action={
          <Link href="/console/tenants" className={buttonStyles()}>
            {t('ten.back')}
          </Link>
        }
      />
    ) : (
      <QueryError cause={answer.error} retry={answer.refetch} />
    )
  const tenant = answer.data
  const n = (value: number) => formatNumber(value, locale)
  const gone = tenant.status === 'archived' || tenant.status === 'purged'
  const { measuredAt } = tenant.counts
  const day = (instant: string) => formatInstant(instant, locale, me.timezone, { day: 'numeric', month: 'short', year: 'numeric' })
  const facts: [string, string][] = [
    [t('ten.host'), tenant.host],
    [t('ten.slug'), tenant.slug],
    [t('ten.industry'), t(`ten.industry.${tenant.industry}`)],
    [t('life.plan'), plans[tenant.plan].name],
    [t('life.shard'), tenant.shard],
    ...(tenant.trialEndsAt ? [[t('life.trialEnds'), day(tenant.trialEndsAt)] satisfies [string, string]] : []),
    ...(tenant.purgeAfter ? [[t('life.purgeAfter'), day(tenant.purgeAfter)] satisfies [string, string]] : []),
    ...(tenant.sandboxOf ? [[t('life.sandboxOf'), tenant.sandboxOf] satisfies [string, string]] : []),
    [
      t('ten.created'),
      formatInstant(tenant.createdAt, locale, me.timezone, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    ],
    [t('ten.look'), `${Math.round(tenant.theme.hue)}°, ${tenant.theme.chroma}, ${tenant.theme.radius} px`],
    [t('ten.id'), tenant.id],
  ]
  return (
    <div className="grid gap-8">
      <PageHeader
        trail={<Breadcrumb label={t('ten.way')} items={[{ label: t('ten.title'), href: '/console/tenants' }, { label: tenant.name }]} />}
        title={
          <span className="flex items-center gap-4">
            <TenantMark tenant={tenant} large />
            {tenant.name}
          </span>
        }
        actions={
          <>
            {!settingUp && !gone && (
              <a href={siteUrl(tenant.host)} target="_blank" rel="noreferrer" className={buttonStyles({ variant: 'outline' })}>
                {t('ten.openSite')}
                <ExternalLink />
              </a>
            )}
            {maySuspend && ['active', 'trial', 'past_due'].includes(tenant.status) && (
              <Button variant="outline" onClick={() => setAsking(true)}>
                {t('ten.suspend')}
              </Button>
            )}
            {maySuspend && tenant.status === 'suspended' && (
              <Button busy={reactivate.isPending} onClick={() => reactivate.mutate()}>
                {t('ten.reactivate')}
              </Button>
            )}
            <LifeMenu tenant={tenant} />
          </>
        }
      />
      <div className="-mt-8 flex flex-wrap items-center gap-3">
        <Status status={tenant.status} text={statusText(t, tenant.status)} />
        <TenantNotices tenant={tenant} day={day} />
        {tenant.suspendedReason && <p className="text-bad">{t('ten.suspendedBecause', { reason: tenant.suspendedReason })}</p>}
      </div>
      {(settingUp || watched) && <ProvisioningPanel tenant={tenant} />}
      {!settingUp && (
        <div className="grid gap-2">
          <DataStrip
            size="lg"
            items={(['profiles', 'accounts', 'users', 'bookings'] as const).map((key) => ({ key, label: t(`con.${key}`), value: n(tenant.counts[key]) }))}
          />
          <p className="text-xs text-ink-3">
            {measuredAt ? t('ten.measured', { time: formatInstant(measuredAt, locale, me.timezone) }) : t('ten.notMeasured')}
          </p>
        </div>
      )}
      <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[22rem_minmax(0,1fr)]">
        <section aria-labelledby="details">
          <h2 id="details" className="mb-3 text-lg font-semibold">
            {t('ten.details')}
          </h2>
          <dl className="border-t border-line-strong">
            {facts.map(([label, value]) => (
              <div key={label} className="flex justify-between gap-6 border-b border-line py-1.5">
                <dt className="shrink-0 text-ink-3">{label}</dt>
                <dd className="min-w-0 text-right font-medium break-all">{value}</dd>
              </div>
            ))}
          </dl>
          {!settingUp && tenant.status !== 'purged' && (
            <div className="mt-8">
              <h2 className="mb-3 text-lg font-semibold">{t('use.title')}</h2>
              <Meters queryKey={['usage', tenant.id]} load={(signal) => api(getTenantUsage, { params: { id: tenant.id }, signal })} />
            </div>
          )}
        </section>
        <div className="grid min-w-0 content-start gap-10">
          {!settingUp && <Operations tenant={tenant} />}
          {mayAudit && (
            <section aria-labelledby="trail" className="min-w-0">
              <h2 id="trail" className="mb-3 text-lg font-semibold">
                {t('ten.trail')}
              </h2>
              <AuditList source="platform" filter={{ entityId: tenant.id }} limit={20} zone={me.timezone} />
            </section>
          )}
        </div>
      </div>
      {asking && <SuspendDialog tenant={tenant} onClose={() => setAsking(false)} />}
    </div>
  )
}
