'use client'

import { useState } from 'react'
import type { OwnedApiKey } from '@itellico/contracts/api-keys'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { ListEnd } from '@/features/admin/list-end'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { KeyEnd, KeyName, KeyUse } from './key-facts'
import { useAllKeys, useKeyActions } from './use-api-keys'

/** The API keys of everybody in the marketplace, for its admins. */
export function AllKeys() {
  const { t } = useI18n()
  const may = useCan('tenant.keys.manage')
  const list = useAllKeys()
  const { revoke } = useKeyActions('all')
  const [asked, setAsked] = useState<OwnedApiKey | null>(null)
  const items = list.data?.pages.flatMap((p) => p.items) ?? []
  return (
    <>
      <PageHeader title={t('key.title')} lead={t('key.adminLead')} />
      {list.isPending && <RowSkeleton label={t('common.loading')} tall />}
      {list.isError && <QueryError cause={list.error} retry={list.refetch} />}
      {list.isSuccess && items.length === 0 && <EmptyState title={t('key.none')} text={t('key.noneAdmin')} />}
      {items.length > 0 && (
        <>
          <Table aria-label={t('key.title')}>
            <TableHead>
              <TableRow>
                <TableHeader>{t('key.key')}</TableHeader>
                <TableHeader>{t('key.owner')}</TableHeader>
                <TableHeader className="max-md:hidden">{t('key.lastUsed')}</TableHeader>
                <TableHeader className="max-lg:hidden">{t('key.ends')}</TableHeader>
                <TableHeader>
                  <span className="sr-only">{t('key.actions')}</span>
                </TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((key) => (
                <TableRow key={key.id}>
                  <TableCell className="py-3 align-top">
                    <KeyName apiKey={key} />
                  </TableCell>
                  <TableCell className="py-3 align-top">{key.owner.name}</TableCell>
                  <TableCell className="py-3 align-top text-sm text-ink-2 max-md:hidden">
                    <KeyUse apiKey={key} />
                  </TableCell>
                  <TableCell className="py-3 align-top text-sm text-ink-2 max-lg:hidden">
                    <KeyEnd apiKey={key} />
                  </TableCell>
                  <TableCell className="py-2 text-right align-top">
                    {may && key.state === 'active' && (
                      <Button variant="quiet" aria-label={t('key.revokeOf', { name: key.name })} onClick={() => setAsked(key)}>
                        {t('key.revoke')}
                      </Button>
                    )}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <ListEnd count={items.length} hasMore={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
        </>
      )}
      <Confirm
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={t('key.revokeTitle', { name: asked?.name ?? '' })}
        text={t('key.revokeText')}
        confirmLabel={t('key.revoke')}
        cancelLabel={t('common.cancel')}
        danger
        busy={revoke.isPending}
        onConfirm={() => asked && revoke.mutate(asked, { onSettled: () => setAsked(null) })}
      />
    </>
  )
}
