'use client'

import Link from 'next/link'
import { ExternalLink, Plus } from 'lucide-react'
import type { Tenant } from '@itellico/contracts/tenants'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { Select } from '@/components/ui/select'
import { Status } from '@/components/ui/status'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { ListEnd, NothingFits } from '@/features/admin/list-end'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { SearchField } from '@/features/admin/search-field'
import { formatInstant, formatNumber } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan, usePerson } from '@/lib/me'
import { useFilters } from '@/lib/use-filters'
import { TenantMark } from './tenant-mark'
import { siteUrl, useTenants } from './use-console'

const STATES = ['active', 'trial', 'provisioning', 'failed', 'past_due', 'suspended', 'archived', 'purged'] as const

/** All tenants with state and sizes. */
export function Tenants() {
  const { t, locale } = useI18n()
  const { me } = usePerson()
  const mayCreate = useCan('platform.tenants.create')
  const { get, set, reset } = useFilters()
  const filter = { q: get('q'), status: get('status') as Tenant['status'] }
  const filtered = Boolean(filter.q || filter.status)
  const list = useTenants(filter)
  const items = list.data?.pages.flatMap((p) => p.items) ?? []
  const n = (value: number) => formatNumber(value, locale)
  const create = (
    <Link href="/console/tenants/new" className={buttonStyles()}>
      <Plus />
      {t('con.newTenant')}
    </Link>
  )
  return (
    <>
      <PageHeader title={t('ten.title')} actions={mayCreate && create} />
      <div className="mb-4 flex flex-wrap gap-2">
        <SearchField label={t('ten.search')} value={filter.q} onValueChange={(q) => set({ q })} />
        <Select
          aria-label={t('ten.state')}
          className="w-auto min-w-40"
          value={filter.status || 'any'}
          onValueChange={(status) => set({ status: status === 'any' ? '' : status })}
          options={[{ value: 'any', label: t('ten.anyState') }, ...STATES.map((value) => ({ value, label: statusText(t, value) }))]}
        />
        {filtered && (
          <Button variant="quiet" onClick={reset}>
            {t('adm.resetFilters')}
          </Button>
        )}
      </div>
      {list.isPending && <RowSkeleton label={t('common.loading')} rows={6} tall />}
      {list.isError && <QueryError cause={list.error} retry={list.refetch} />}
      {list.isSuccess &&
        items.length === 0 &&
        (filtered ? <NothingFits onReset={reset} /> : <EmptyState title={t('con.noTenants')} text={t('con.noTenantsText')} action={mayCreate && create} />)}
      {items.length > 0 && (
        <>
          <Table aria-label={t('ten.title')} className={list.isPlaceholderData ? 'opacity-60' : ''}>
            <TableHead>
              <TableRow>
                <TableHeader>{t('ten.name')}</TableHeader>
                <TableHeader>{t('ten.state')}</TableHeader>
                <TableHeader className="max-md:hidden">{t('ten.host')}</TableHeader>
                {(['con.profiles', 'con.accounts', 'con.users', 'con.bookings'] as const).map((key) => (
                  <TableHeader key={key} className="num text-right max-sm:hidden">
                    {t(key)}
                  </TableHeader>
                ))}
                <TableHeader className="num text-right max-lg:hidden">{t('ten.created')}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((x) => (
                <TableRow key={x.id}>
                  <TableCell className="py-2">
                    <Link href={`/console/tenants/${x.id}`} className="flex items-center gap-3">
                      <TenantMark tenant={x} />
                      <span className="grid">
                        <span className="link font-medium">{x.name}</span>
                        <span className="text-xs text-ink-3">{t(`ten.industry.${x.industry}`)}</span>
                      </span>
                    </Link>
                  </TableCell>
                  <TableCell>
                    <Status status={x.status} text={statusText(t, x.status)} />
                  </TableCell>
                  <TableCell className="max-md:hidden">
                    <a href={siteUrl(x.host)} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1.5 font-mono text-xs hover:underline">
                      {x.host}
                      <ExternalLink aria-hidden className="size-3 text-ink-3" />
                    </a>
                  </TableCell>
                  <TableCell className="num max-sm:hidden">{n(x.counts.profiles)}</TableCell>
                  <TableCell className="num max-sm:hidden">{n(x.counts.accounts)}</TableCell>
                  <TableCell className="num max-sm:hidden">{n(x.counts.users)}</TableCell>
                  <TableCell className="num max-sm:hidden">{n(x.counts.bookings)}</TableCell>
                  <TableCell className="num text-ink-2 max-lg:hidden">
                    {formatInstant(x.createdAt, locale, me.timezone, { day: 'numeric', month: 'short', year: 'numeric' })}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <ListEnd count={items.length} hasMore={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
        </>
      )}
    </>
  )
}
