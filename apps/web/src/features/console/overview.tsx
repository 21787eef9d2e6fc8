'use client'

import Link from 'next/link'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { buttonStyles } from '@/components/ui/button-styles'
import { Chart } from '@/components/ui/chart'
import { DataStrip } from '@/components/ui/data-strip'
import { EmptyState } from '@/components/ui/empty-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { formatNumber } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan } from '@/lib/me'
import { Attention } from './attention'
import { Servers } from './servers'
import { TenantMark } from './tenant-mark'
import { useOverview, useTenants, waitText } from './use-console'

const LARGEST = 8

/** Start page of the platform: figures, sizes of tenants, and what needs a person. */
export function Overview() {
  const { t, locale } = useI18n()
  const mayCreate = useCan('platform.tenants.create')
  const mayMonitor = useCan('platform.monitoring.read')
  const overview = useOverview()
  const tenants = useTenants({}, 100)
  const all = tenants.data?.pages.flatMap((p) => p.items) ?? []
  const rows = all
    .toSorted((a, b) => b.counts.profiles - a.counts.profiles)
    .slice(0, LARGEST)
    .map((x) => ({ name: x.slug, profiles: x.counts.profiles, bookings: x.counts.bookings, users: x.counts.users }))
  const states = [...new Set(all.map((x) => x.status))].map((status) => ({ status, count: all.filter((x) => x.status === status).length }))
  const data = overview.data
  const n = (value: number) => formatNumber(value, locale)
  const create = (
    <Link href="/console/tenants/new" className={buttonStyles()}>
      {t('con.newTenant')}
    </Link>
  )
  return (
    <>
      <PageHeader title={t('con.title')} actions={mayCreate && create} />
      {overview.isError && <QueryError cause={overview.error} retry={overview.refetch} />}
      {overview.isPending && (
        <Loading label={t('common.loading')}>
          <Skeleton className="h-20" />
        </Loading>
      )}
      {data && (
        <DataStrip
          size="lg"
          items={[
            { key: 'tenants', label: t('con.tenants'), value: n(data.tenants.total) },
            { key: 'active', label: t('con.active'), value: n(data.tenants.active) },
            { key: 'users', label: t('con.users'), value: n(data.totals.users) },
            { key: 'profiles', label: t('con.profiles'), value: n(data.totals.profiles) },
            { key: 'bookings', label: t('con.bookings'), value: n(data.totals.bookings) },
            { key: 'waiting', label: t('con.waiting'), value: n(data.queue.waiting) },
            { key: 'oldest', label: t('con.oldest'), value: data.queue.oldestSeconds === null ? '–' : waitText(data.queue.oldestSeconds, locale) },
            { key: 'dead', label: t('con.dead'), value: n(data.queue.dead) },
          ]}
        />
      )}
      {tenants.isSuccess && all.length === 0 && (
        <EmptyState title={t('con.noTenants')} text={t('con.noTenantsText')} action={mayCreate && create} className="mt-8" />
      )}
      <div className="mt-10 grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-labelledby="sizes" className="min-w-0">
          <h2 id="sizes" className="mb-4 text-lg font-semibold">
            {t('con.bySize')}
          </h2>
          {tenants.isPending && <Skeleton className="h-72" />}
          {tenants.isError && <QueryError cause={tenants.error} retry={tenants.refetch} />}
          {rows.length > 0 && (
            <Chart
              data={rows}
              x="name"
              height={280}
              summary={t('con.chartSummary')}
              format={n}
              series={[
                { key: 'profiles', label: t('con.profiles') },
                { key: 'bookings', label: t('con.bookings') },
                { key: 'users', label: t('con.users') },
              ]}
            />
          )}
          {rows.length > 0 && <p className="mt-3 text-sm text-ink-3">{t('con.chartOther')}</p>}
        </section>
        <div className="grid content-start gap-10">
          <Attention tenants={all} dead={data?.queue.dead ?? 0} ready={tenants.isSuccess && overview.isSuccess} />
          <section aria-labelledby="states">
            <h2 id="states" className="mb-3 text-lg font-semibold">
              {t('con.byState')}
            </h2>
            <ul className="border-t border-line-strong">
              {states.map(({ status, count }) => (
                <li key={status} className="border-b border-line">
                  <Link href={`/console/tenants?status=${status}`} className="flex items-center gap-3 py-2 hover:bg-sunken">
                    <Status status={status} text={statusText(t, status)} />
                    <span className="flex -space-x-1.5">
                      {all
                        .filter((x) => x.status === status)
                        .slice(0, 6)
                        .map((x) => (
                          <span key={x.id} className="rounded-sm ring-2 ring-canvas">
                            <TenantMark tenant={x} />
                          </span>
                        ))}
                    </span>
                    <span className="tabular ml-auto font-display text-md font-semibold">{n(count)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
          {mayMonitor && <Servers />}
        </div>
      </div>
    </>
  )
}
