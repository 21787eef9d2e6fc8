'use client'

import { useCallback } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Download, ExternalLink, KeyRound } from 'lucide-react'
import { toast } from 'sonner'
import { abortMove, listOperations, operationProgress, type Operation } from '@itellico/contracts/tenant-life'
import type { Tenant } from '@itellico/contracts/tenants'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Progress } from '@/components/ui/progress'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan, usePerson } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { useLiveEvent } from '@/lib/realtime'
import { siteUrl } from './use-console'

const LOOK_AGAIN_MS = 4_000
const isOpen = (operation: Operation) => operation.status === 'queued' || operation.status === 'running'

/** Archives, sandboxes, moves and the like of a tenant, as they go on. */
export function Operations({ tenant }: { tenant: Tenant }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const list = useQuery({
    queryKey: ['operations', tenant.id],
    queryFn: ({ signal }) => api(listOperations, { params: { id: tenant.id }, signal }),
    // in case a push gets lost
    refetchInterval: (query) => (query.state.data?.items.some(isOpen) ? LOOK_AGAIN_MS : false),
  })
  useLiveEvent(
    operationProgress,
    useCallback(
      (told) => {
        if (told.tenantId !== tenant.id) return
        if (!isOpen(told)) void Promise.all(['operations', 'tenants', 'audit'].map((key) => client.invalidateQueries({ queryKey: [key] })))
        else
          client.setQueryData<{ items: Operation[] }>(
            ['operations', tenant.id],
            (before) => before && { items: before.items.map((o) => (o.id === told.id ? { ...told, archive: o.archive } : o)) },
          )
      },
      [client, tenant.id],
    ),
  )
  return (
    <section aria-labelledby="operations" className="min-w-0">
      <h2 id="operations" className="mb-3 text-lg font-semibold">
        {t('life.operations')}
      </h2>
      {list.isPending && (
        <Loading label={t('common.loading')}>
          <Skeleton className="h-24" />
        </Loading>
      )}
      {list.isError && <QueryError cause={list.error} retry={list.refetch} />}
      {list.data?.items.length === 0 && <p className="text-ink-3">{t('life.noOperations')}</p>}
      <ul className="border-t border-line-strong empty:border-0">
        {list.data?.items.map((operation) => (
          <Row key={operation.id} operation={operation} />
        ))}
      </ul>
    </section>
  )
}

function Row({ operation }: { operation: Operation }) {
  const { t, locale } = useI18n()
  const { me } = usePerson()
  const client = useQueryClient()
  const mayOperate = useCan('platform.tenants.operate')
  const abort = useMutation({
    mutationFn: () => api(abortMove, { params: { id: operation.tenantId } }),
    onSuccess: () => toast.success(t('life.aborted')),
    onError: (cause) => toastProblem(cause, t),
    onSettled: () => client.invalidateQueries({ queryKey: ['operations'] }),
  })
  const { archive } = operation
  const day = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const
  return (
    <li className="grid gap-2 border-b border-line py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Status status={operation.status} text={statusText(t, operation.status)} />
        <span className="font-medium">{t(`life.kind.${operation.kind}`)}</span>
        {operation.target && <span className="font-mono text-xs text-ink-2">{operation.target}</span>}
        <time dateTime={operation.createdAt} className="ml-auto text-xs text-ink-3">
          {formatInstant(operation.createdAt, locale, me.timezone, day)}
        </time>
      </div>
      {isOpen(operation) && <Progress value={Math.round((operation.done / operation.total) * 100)} label={operation.step} />}
      {operation.error && <p className="text-sm text-bad">{operation.error}</p>}
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        {operation.kind === 'move' && isOpen(operation) && mayOperate && (
          <Button variant="outline" size="sm" busy={abort.isPending} onClick={() => abort.mutate()}>
            {t('life.abort')}
          </Button>
        )}
        {operation.kind === 'sandbox' && operation.status === 'done' && operation.target && (
          <a href={siteUrl(operation.target)} target="_blank" rel="noreferrer" className={buttonStyles({ variant: 'outline', size: 'sm' })}>
            {t('life.openSandbox')}
            <ExternalLink />
          </a>
        )}
        {archive && (
          <>
            <a href={archive.url} download className={buttonStyles({ variant: 'outline', size: 'sm' })}>
              <Download />
              {t('life.download')}
            </a>
            <Button
              variant="outline"
              size="sm"
              onClick={() =>
                void navigator.clipboard.writeText(archive.key).then(
                  () => toast.success(t('life.keyCopied')),
                  (cause: unknown) => toastProblem(cause, t),
                )
              }
            >
              <KeyRound />
              {t('life.copyKey')}
            </Button>
            <span className="text-xs text-ink-3">{t('life.keptUntil', { date: formatInstant(archive.expiresAt, locale, me.timezone, day) })}</span>
          </>
        )}
      </div>
    </li>
  )
}
