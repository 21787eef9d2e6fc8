'use client'

import { useCallback } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { createTenantExport, exportProgress, listTenantExports, type ExportJob } from '@itellico/contracts/exports'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { useLiveEvent } from '@/lib/realtime'

const KEY = keys.exports('tenant')
const LOOK_AGAIN_MS = 5_000
const atWork = (job: ExportJob) => job.status === 'queued' || job.status === 'running'

/** Exports of the marketplace. Progress comes over the live connection; while something runs, the list is also asked now and then. */
export function useExports() {
  const client = useQueryClient()
  useLiveEvent(
    exportProgress,
    useCallback(
      ({ exportId, status, progress }) =>
        client.setQueryData<{ items: ExportJob[] }>(
          KEY,
          (data) => data && { items: data.items.map((job) => (job.id === exportId ? { ...job, status, progress } : job)) },
        ),
      [client],
    ),
  )
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api(listTenantExports, { signal }),
    refetchInterval: (query) => (query.state.data?.items.some(atWork) ? LOOK_AGAIN_MS : false),
  })
}

/** Starts an export. */
export function useStartExport() {
  const client = useQueryClient()
  const { t } = useI18n()
  return useMutation({
    mutationFn: (what: Pick<ExportJob, 'dataset' | 'format'>) => api(createTenantExport, { body: what, idempotencyKey: newIdempotencyKey() }),
    onSuccess: () => {
      toast.success(t('exp.started'))
      void client.invalidateQueries({ queryKey: ['exports'] })
    },
    onError: (cause) => toastProblem(cause, t),
  })
}
