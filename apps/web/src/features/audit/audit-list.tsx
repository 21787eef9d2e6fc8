'use client'

import type { ReactNode } from 'react'
import type { AuditEntry } from '@itellico/contracts/audit'
import { QueryError } from '@/components/shell/query-error'
import { EmptyState } from '@/components/ui/empty-state'
import { ListEnd } from '@/features/admin/list-end'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { dayOf } from '@/features/bookings/zone'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { AuditEntryRow } from './audit-entry'
import { useAudit, type AuditFilter, type AuditSource } from './use-audit'

interface Props {
  readonly source: AuditSource
  readonly filter: AuditFilter
  readonly zone: string
  /** A fixed number of entries without paging, for start pages. */
  readonly limit?: number
  readonly nothing?: ReactNode
  readonly onPerson?: (id: string, name: string) => void
  readonly onThing?: (id: string) => void
}

const PAGE = 40

/** Entries of a trail under the days on which they happened. */
export function AuditList({ source, filter, zone, limit, nothing, onPerson, onThing }: Props) {
  const { t, locale } = useI18n()
  const list = useAudit(source, filter, limit ?? PAGE)
  if (list.isPending) return <RowSkeleton label={t('common.loading')} rows={limit ?? 12} />
  if (list.isError) return <QueryError cause={list.error} retry={list.refetch} />
  const items = list.data.pages.flatMap((p) => p.items)
  if (items.length === 0) return nothing ?? <EmptyState title={t('aud.none')} text={t('aud.noneText')} />
  const days = new Map<string, AuditEntry[]>()
  for (const entry of items) {
    const day = dayOf(entry.at, zone)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return (
    <div className={list.isPlaceholderData ? 'opacity-60' : ''}>
      {[...days].map(([day, entries]) => (
        <section key={day} aria-label={formatDate(day, locale)} className="mb-6">
          <h3 className="sticky top-13 z-10 border-b border-line-strong bg-canvas py-1.5 font-sans text-xs font-medium tracking-normal text-ink-3">
            {formatDate(day, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}
          </h3>
          <ul>
            {entries.map((entry) => (
              <AuditEntryRow key={entry.id} entry={entry} zone={zone} {...(onPerson && { onPerson })} {...(onThing && { onThing })} />
            ))}
          </ul>
        </section>
      ))}
      {limit === undefined && (
        <ListEnd count={items.length} hasMore={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      )}
    </div>
  )
}
