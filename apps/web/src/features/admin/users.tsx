'use client'

import { useState } from 'react'
import { Settings2 } from 'lucide-react'
import type { User } from '@itellico/contracts/accounts'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { Badge, Status } from '@/components/ui/status'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { useRoleText, useRoles } from '@/features/access/use-access'
import { useNow } from '@/features/bookings/use-now'
import { formatAgo } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan, usePerson } from '@/lib/me'
import { useFilters } from '@/lib/use-filters'
import { ListEnd, NothingFits } from './list-end'
import { RowSkeleton } from './row-skeleton'
import { SearchField } from './search-field'
import { useUsers } from './use-admin'
import { UserSheet } from './user-sheet'

function UserRow({ user, onOpen }: { user: User; onOpen: () => void }) {
  const { t, locale } = useI18n()
  const { me } = usePerson()
  const now = useNow()
  const may = useCan('tenant.users.manage')
  const roleText = useRoleText()
  const name = `${user.firstName} ${user.lastName}`
  const shownRoles = user.roles.filter((r) => r !== 'user')
  return (
    <TableRow>
      <TableCell>
        <span className="flex items-center gap-3 py-1">
          <Avatar name={name} />
          <span className="grid min-w-0">
            <span className="flex flex-wrap items-center gap-x-2 font-medium">
              {name}
              {user.id === me.id && <span className="text-sm font-normal text-ink-3">({t('usr.you')})</span>}
              {user.status === 'disabled' && <Status status="disabled" text={statusText(t, 'disabled')} />}
            </span>
            <span className="truncate text-sm text-ink-3">
              {user.email}
              {!user.emailVerified && `, ${t('usr.unverified')}`}
            </span>
          </span>
        </span>
      </TableCell>
      <TableCell className="max-lg:hidden">
        <span className="grid text-sm">
          {user.accounts.slice(0, 2).map((a) => (
            <span key={a.id} className="truncate">
              {a.name} <span className="text-ink-3">{roleText(a.role)}</span>
            </span>
          ))}
          {user.accounts.length > 2 && <span className="text-ink-3">{t('cal.more', { count: user.accounts.length - 2 })}</span>}
          {user.accounts.length === 0 && <span className="text-ink-3">{t('usr.noAccounts')}</span>}
        </span>
      </TableCell>
      <TableCell className="max-sm:hidden">
        <span className="flex flex-wrap gap-1">
          {shownRoles.map((r) => (
            <Badge key={r} tone="info">
              {roleText(r)}
            </Badge>
          ))}
        </span>
      </TableCell>
      <TableCell className="num text-ink-2 max-md:hidden">
        {user.lastSeenAt && now !== null ? formatAgo(user.lastSeenAt, locale, now) : t('usr.never')}
      </TableCell>
      <TableCell className="num">
        {may && (
          <Button variant="quiet" size="icon" aria-label={t('usr.manage', { name })} onClick={onOpen}>
            <Settings2 />
          </Button>
        )}
      </TableCell>
    </TableRow>
  )
}

/** Everybody with a login, with their roles. */
export function Users() {
  const { t } = useI18n()
  const { get, set, reset } = useFilters()
  const [openId, setOpenId] = useState<string | null>(null)
  const roleText = useRoleText()
  const ofMarketplace = useRoles().data?.items.filter((r) => r.scope === 'tenant') ?? []
  const filter = { q: get('q'), role: get('role') }
  const list = useUsers(filter)
  const items = list.data?.pages.flatMap((p) => p.items) ?? []
  const open = items.find((u) => u.id === openId)
  return (
    <>
      <PageHeader title={t('usr.title')} />
      <div className="mb-4 flex flex-wrap gap-2">
        <SearchField label={t('usr.search')} value={filter.q} onValueChange={(q) => set({ q })} />
        <Select
          aria-label={t('usr.role')}
          className="w-auto min-w-44"
          value={filter.role || 'any'}
          onValueChange={(role) => set({ role: role === 'any' ? '' : role })}
          options={[{ value: 'any', label: t('usr.anyRole') }, ...ofMarketplace.map(({ key: value }) => ({ value, label: roleText(value) }))]}
        />
      </div>
      {list.isPending && <RowSkeleton label={t('common.loading')} tall />}
      {list.isError && <QueryError cause={list.error} retry={list.refetch} />}
      {list.isSuccess && items.length === 0 && <NothingFits onReset={reset} />}
      {items.length > 0 && (
        <>
          <Table aria-label={t('usr.title')} className={list.isPlaceholderData ? 'opacity-60' : ''}>
            <TableHead>
              <TableRow>
                <TableHeader>{t('usr.person')}</TableHeader>
                <TableHeader className="max-lg:hidden">{t('usr.accounts')}</TableHeader>
                <TableHeader className="max-sm:hidden">{t('usr.roles')}</TableHeader>
                <TableHeader className="num text-right max-md:hidden">{t('usr.lastSeen')}</TableHeader>
                <TableHeader>
                  <span className="sr-only">{t('usr.access')}</span>
                </TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((u) => (
                <UserRow key={u.id} user={u} onOpen={() => setOpenId(u.id)} />
              ))}
            </TableBody>
          </Table>
          <ListEnd count={items.length} hasMore={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
        </>
      )}
      {open && <UserSheet key={`${open.id}${open.status}${open.roles.join()}`} user={open} onClose={() => setOpenId(null)} />}
    </>
  )
}
