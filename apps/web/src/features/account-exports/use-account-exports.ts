'use client'

import { useCallback } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { createAccountExport, exportProgress, listAccountExports, type ExportJob } from '@itellico/contracts/exports'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { useLiveEvent } from '@/lib/realtime'

const AT_WORK_MS = 5_000
// A download link lives for a quarter of an hour; an open page gets new ones in time.
const NEW_LINKS_MS = 5 * 60_000

/** What an account can export of itself. */
export type AccountDataset = Exclude<ExportJob['dataset'], 'accounts'>

const atWork = (job: ExportJob) => job.status === 'queued' || job.status === 'running'

/** Exports of the active account. Progress arrives over the live connection; while something runs the list is also asked now and then. */
export function useAccountExports() {
  const { accountId } = usePerson()
  const client = useQueryClient()
  const queryKey = keys.exports(accountId)
  useLiveEvent(
    exportProgress,
    useCallback(
      ({ exportId, status, progress }) =>
        client.setQueryData<{ items: ExportJob[] }>(
          keys.exports(accountId),
          (data) => data && { items: data.items.map((job) => (job.id === exportId ? { ...job, status, progress } : job)) },
        ),
      [client, accountId],
    ),
  )
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => api(listAccountExports, { signal }),
    refetchInterval: ({ state }) => {
      const jobs = state.data?.items ?? []
      return jobs.some(atWork) ? AT_WORK_MS : jobs.some((job) => job.status === 'ready') ? NEW_LINKS_MS : false
    },
  })
}

/** Starts an export of the active account. */
export function useStartAccountExport() {
  const client = useQueryClient()
  const { t } = useI18n()
  return useMutation({
    mutationFn: (body: { dataset: AccountDataset; format: ExportJob['format'] }) => api(createAccountExport, { body, idempotencyKey: newIdempotencyKey() }),
    onSuccess: () => {
      toast.success(t('exp.started'))
      void client.invalidateQueries({ queryKey: ['exports'] })
    },
    onError: (cause) => toastProblem(cause, t),
  })
}
