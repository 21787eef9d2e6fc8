'use client'

import { useState } from 'react'
import { Plus } from 'lucide-react'
import type { Account } from '@itellico/contracts/accounts'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Select } from '@/components/ui/select'
import { Status } from '@/components/ui/status'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { formatInstant, formatPlace } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText, type Translate } from '@/lib/i18n/translate'
import { useCan, useTenant } from '@/lib/me'
import { useFilters } from '@/lib/use-filters'
import { AccountSheet } from './account-sheet'
import { CreateAccount } from './create-account'
import { ListEnd, NothingFits } from './list-end'
import { RowSkeleton } from './row-skeleton'
import { SearchField } from './search-field'
import { useAccounts } from './use-admin'
import { VerifiedBadge } from './verify-account'

/** Kinds of accounts in the order in which people think of them. */
export const ACCOUNT_TYPES = ['agency', 'client', 'individual', 'guardian'] as const
const STATES = ['pending', 'active', 'suspended'] as const

/** The state of an account in words: an account that waits is not "in review". */
export const accountState = (t: Translate, status: Account['status']) => (status === 'pending' ? t('acc.state.pending') : statusText(t, status))

/** All accounts of the marketplace, with search and filters; one opens beside the list. */
export function Accounts() {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  const mayManage = useCan('tenant.accounts.manage')
  const { get, set, reset, active } = useFilters()
  const [creating, setCreating] = useState(false)
  const isCreating = creating || get('new') === '1'
  const openId = get('id')
  const filter = { q: get('q'), type: get('type') as Account['type'], status: get('status') as Account['status'] }
  const filtered = Boolean(filter.q || filter.type || filter.status)
  const list = useAccounts(filter)
  const items = list.data?.pages.flatMap((p) => p.items) ?? []
  const close = () => {
    setCreating(false)
    set({ new: '' })
  }
  return (
    <>
      <PageHeader
        title={t('acc.title')}
        actions={
          mayManage && (
            <Button onClick={() => setCreating(true)}>
              <Plus />
              {t('acc.create')}
            </Button>
          )
        }
      />
      <div className="mb-4 flex flex-wrap gap-2">
        <SearchField label={t('acc.search')} value={filter.q} onValueChange={(q) => set({ q })} />
        <Select
          aria-label={t('acc.type')}
          className="w-auto min-w-36"
          value={filter.type || 'any'}
          onValueChange={(type) => set({ type: type === 'any' ? '' : type })}
          options={[{ value: 'any', label: t('acc.anyType') }, ...ACCOUNT_TYPES.map((value) => ({ value, label: t(`acc.type.${value}`) }))]}
        />
        <Select
          aria-label={t('acc.status')}
          className="w-auto min-w-36"
          value={filter.status || 'any'}
          onValueChange={(status) => set({ status: status === 'any' ? '' : status })}
          options={[{ value: 'any', label: t('acc.anyStatus') }, ...STATES.map((value) => ({ value, label: accountState(t, value) }))]}
        />
        {filtered && active && (
          <Button variant="quiet" onClick={reset}>
            {t('adm.resetFilters')}
          </Button>
        )}
      </div>
      {list.isPending && <RowSkeleton label={t('common.loading')} />}
      {list.isError && <QueryError cause={list.error} retry={list.refetch} />}
      {list.isSuccess &&
        items.length === 0 &&
        (filtered ? (
          <NothingFits onReset={reset} />
        ) : (
          <EmptyState
            title={t('acc.none')}
            text={t('acc.noneText')}
            action={mayManage && <Button onClick={() => setCreating(true)}>{t('acc.create')}</Button>}
          />
        ))}
      {items.length > 0 && (
        <>
          <Table aria-label={t('acc.title')} className={list.isPlaceholderData ? 'opacity-60' : ''}>
            <TableHead>
              <TableRow>
                <TableHeader>{t('acc.name')}</TableHeader>
                <TableHeader>{t('acc.type')}</TableHeader>
                <TableHeader>{t('acc.status')}</TableHeader>
                <TableHeader className="max-md:hidden">{t('acc.place')}</TableHeader>
                <TableHeader className="num text-right max-sm:hidden">{t('acc.members')}</TableHeader>
                <TableHeader className="num text-right max-md:hidden">{t('acc.since')}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((a) => (
                <TableRow key={a.id}>
                  <TableCell>
                    <button type="button" onClick={() => set({ id: a.id })} className="link py-1 text-left font-medium">
                      {a.name}
                    </button>
                  </TableCell>
                  <TableCell className="text-ink-2">{t(`acc.type.${a.type}`)}</TableCell>
                  <TableCell>
                    <span className="flex flex-wrap gap-1.5">
                      <Status status={a.status} text={accountState(t, a.status)} />
                      {a.verifiedAt && <VerifiedBadge />}
                    </span>
                  </TableCell>
                  <TableCell className="text-ink-2 max-md:hidden">{formatPlace(a.city, a.country, locale)}</TableCell>
                  <TableCell className="num max-sm:hidden">{a.memberCount}</TableCell>
                  <TableCell className="num text-ink-2 max-md:hidden">
                    {formatInstant(a.createdAt, locale, timezone, { day: 'numeric', month: 'short', year: 'numeric' })}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <ListEnd count={items.length} hasMore={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
        </>
      )}
      {openId && <AccountSheet key={openId} id={openId} onClose={() => set({ id: '' })} />}
      {isCreating && (
        <CreateAccount
          onClose={close}
          onCreated={(id) => {
            setCreating(false)
            set({ new: '', id })
          }}
        />
      )}
    </>
  )
}
