'use client'

import Link from 'next/link'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ExternalLink, RotateCw } from 'lucide-react'
import { toast } from 'sonner'
import { realtimeTicket } from '@itellico/contracts/auth'
import { replayDeadLetter, type DeadLetter } from '@itellico/contracts/tenants'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { DataStrip } from '@/components/ui/data-strip'
import { EmptyState } from '@/components/ui/empty-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Badge } from '@/components/ui/status'
import { ListEnd } from '@/features/admin/list-end'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { api } from '@/lib/api.client'
import { formatInstant, formatNumber } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useCan, usePerson } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { useDeadLetters, useOverview, waitText } from './use-console'

function useDashboard(liveOrigin: string, livePort: string) {
  const { t } = useI18n()
  return useMutation({
    mutationFn: async () => {
      // Opened at once, inside the click; browsers refuse tabs that come later.
      const tab = window.open('', '_blank')
      if (!tab) {
        toast.error(t('que.blocked'))
        return
      }
      try {
        const { ticket } = await api(realtimeTicket)
        const origin = liveOrigin || `${location.protocol}//${location.hostname}:${livePort}`
        tab.opener = null
        tab.location.replace(`${origin}/queues-enter?ticket=${encodeURIComponent(ticket)}`)
      } catch (cause) {
        tab.close()
        throw cause
      }
    },
    onError: (cause) => toastProblem(cause, t),
  })
}

function Letter({ letter }: { letter: DeadLetter }) {
  const { t, locale } = useI18n()
  const { me } = usePerson()
  const client = useQueryClient()
  const may = useCan('platform.monitoring.manage')
  const replay = useMutation({
    mutationFn: () => api(replayDeadLetter, { params: { id: letter.id } }),
    onSuccess: () => toast.success(t('que.replayed', { name: letter.name })),
    onError: (cause) => toastProblem(cause, t),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ['dead-letters'] }), client.invalidateQueries({ queryKey: ['tenants', 'overview'] })]),
  })
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="grid min-w-0 gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge>{t(`que.kind.${letter.kind}`)}</Badge>
          <code className="font-mono text-sm font-medium break-all">{letter.name}</code>
          {letter.tenant ? (
            <Link href={`/console/tenants/${letter.tenant.id}`} className="link text-sm">
              {letter.tenant.name}
            </Link>
          ) : (
            <span className="text-sm text-ink-2">{t('que.platform')}</span>
          )}
          <span className="tabular text-sm text-ink-3">
            {t('que.attempts', { count: letter.attempts })}, {formatInstant(letter.diedAt, locale, me.timezone)}
          </span>
        </p>
        <p className="max-h-28 overflow-y-auto font-mono text-xs break-words text-bad">{letter.error ?? t('que.noError')}</p>
      </div>
      {may && (
        <Button variant="outline" busy={replay.isPending} onClick={() => replay.mutate()}>
          <RotateCw />
          {t('que.replay')}
        </Button>
      )}
    </li>
  )
}

/** Waiting work, and work that failed for good with the way to try it again. */
export function Queues({ liveOrigin, livePort }: { liveOrigin: string; livePort: string }) {
  const { t, locale } = useI18n()
  const overview = useOverview()
  const letters = useDeadLetters()
  const dashboard = useDashboard(liveOrigin, livePort)
  const items = letters.data?.pages.flatMap((p) => p.items) ?? []
  const queue = overview.data?.queue
  return (
    <>
      <PageHeader
        title={t('que.title')}
        lead={t('que.lead')}
        actions={
          <Button variant="outline" busy={dashboard.isPending} onClick={() => dashboard.mutate()}>
            {t('que.dashboard')}
            <ExternalLink />
          </Button>
        }
      />
      {overview.isPending && (
        <Loading label={t('common.loading')}>
          <Skeleton className="h-20" />
        </Loading>
      )}
      {overview.isError && <QueryError cause={overview.error} retry={overview.refetch} />}
      {queue && (
        <DataStrip
          size="lg"
          items={[
            { key: 'waiting', label: t('que.waiting'), value: formatNumber(queue.waiting, locale) },
            { key: 'oldest', label: t('que.oldest'), value: queue.oldestSeconds === null ? '–' : waitText(queue.oldestSeconds, locale) },
            { key: 'dead', label: t('que.dead'), value: formatNumber(queue.dead, locale) },
          ]}
        />
      )}
      <h2 className="mt-10 mb-3 text-lg font-semibold">{t('que.letters')}</h2>
      {letters.isPending && <RowSkeleton label={t('common.loading')} rows={4} tall />}
      {letters.isError && <QueryError cause={letters.error} retry={letters.refetch} />}
      {letters.isSuccess && items.length === 0 && <EmptyState title={t('que.none')} text={t('que.noneText')} />}
      {items.length > 0 && (
        <>
          <ul className="border-t border-line-strong">
            {items.map((letter) => (
              <Letter key={letter.id} letter={letter} />
            ))}
          </ul>
          <ListEnd count={items.length} hasMore={letters.hasNextPage} busy={letters.isFetchingNextPage} onMore={() => void letters.fetchNextPage()} />
        </>
      )}
    </>
  )
}
