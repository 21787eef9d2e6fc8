'use client'

import { useState } from 'react'
import { Plus } from 'lucide-react'
import { toast } from 'sonner'
import type { Domain } from '@itellico/contracts/domains'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { EmptyState } from '@/components/ui/empty-state'
import { Badge } from '@/components/ui/status'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { AddDomain } from './add-domain'
import { DomainRow } from './domain-row'
import { useDomainActions, useDomains } from './use-domains'

type Asked = { what: 'add' } | { what: 'record' | 'primary' | 'remove'; domain: Domain } | { what: 'subdomain' } | null

/** Domains of the marketplace: which there are, how their proof stands, which is the main one. */
export function Domains() {
  const { t } = useI18n()
  const may = useCan('tenant.domains.manage')
  const list = useDomains()
  const { primary, remove } = useDomainActions()
  const [asked, setAsked] = useState<Asked>(null)
  const close = () => setAsked(null)
  const subdomain = list.data?.subdomain
  const host = asked && 'domain' in asked ? asked.domain.shown : (subdomain?.host ?? '')
  const addButton = may && (
    <Button onClick={() => setAsked({ what: 'add' })}>
      <Plus />
      {t('dom.add')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('dom.title')} lead={t('dom.lead')} actions={list.data?.items.length ? addButton : null} />
      {list.isPending && <RowSkeleton label={t('common.loading')} rows={3} tall />}
      {list.isError && <QueryError cause={list.error} retry={list.refetch} />}
      {list.isSuccess && (
        <>
          <Table aria-label={t('dom.title')}>
            <TableHead>
              <TableRow>
                <TableHeader>{t('dom.domain')}</TableHeader>
                <TableHeader>{t('dom.state')}</TableHeader>
                <TableHeader>{t('dom.checked')}</TableHeader>
                <TableHeader>
                  <span className="sr-only">{t('dom.actions')}</span>
                </TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              <TableRow>
                <TableCell className="py-3">
                  <span className="flex flex-wrap items-center gap-2 font-medium">
                    {subdomain?.host}
                    {subdomain?.primary && <Badge tone="info">{t('dom.main')}</Badge>}
                  </span>
                </TableCell>
                <TableCell className="text-sm text-ink-2" colSpan={2}>
                  {t('dom.subdomain')}
                </TableCell>
                <TableCell className="xl:text-right">
                  {may && !subdomain?.primary && (
                    <Button variant="quiet" aria-label={t('dom.makeMainOf', { host: subdomain?.host ?? '' })} onClick={() => setAsked({ what: 'subdomain' })}>
                      {t('dom.makeMain')}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
              {list.data.items.map((domain) => (
                <DomainRow
                  key={domain.id}
                  domain={domain}
                  onRecord={() => setAsked({ what: 'record', domain })}
                  onPrimary={() => setAsked({ what: 'primary', domain })}
                  onRemove={() => setAsked({ what: 'remove', domain })}
                />
              ))}
            </TableBody>
          </Table>
          {list.data.items.length === 0 && <EmptyState className="border-t-0" title={t('dom.none')} text={t('dom.noneText')} action={addButton} />}
          <AddDomain
            open={asked?.what === 'add' || asked?.what === 'record'}
            known={asked?.what === 'record' ? asked.domain : null}
            target={list.data.subdomain.host}
            onClose={close}
          />
        </>
      )}
      <Confirm
        open={asked?.what === 'primary' || asked?.what === 'subdomain'}
        onOpenChange={(open) => !open && close()}
        title={t('dom.makeMainTitle', { host })}
        text={t('dom.makeMainText')}
        confirmLabel={t('dom.makeMain')}
        cancelLabel={t('common.cancel')}
        busy={primary.isPending}
        onConfirm={() =>
          primary.mutate(asked && 'domain' in asked ? asked.domain : null, { onSuccess: () => toast.success(t('dom.isMain', { host })), onSettled: close })
        }
      />
      <Confirm
        open={asked?.what === 'remove'}
        onOpenChange={(open) => !open && close()}
        title={t('dom.removeTitle', { host })}
        text={t('dom.removeText')}
        confirmLabel={t('dom.remove')}
        cancelLabel={t('common.cancel')}
        danger
        busy={remove.isPending}
        onConfirm={() => asked?.what === 'remove' && remove.mutate(asked.domain, { onSettled: close })}
      />
    </>
  )
}
