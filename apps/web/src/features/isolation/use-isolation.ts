'use client'

import { useCallback } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import {
  getIsolationCheck,
  getReportKey,
  isolationProgress,
  listIsolationChecks,
  startIsolationCheck,
  type IsolationCheck,
} from '@itellico/contracts/isolation'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { useLiveEvent } from '@/lib/realtime'
import { readReport } from './report-signature'

const LIST = keys.isolation('list')
const LOOK_AGAIN_MS = 5_000

/** Whether a check is not over yet. */
export const atWork = (check: IsolationCheck) => check.status === 'queued' || check.status === 'running'

/** Checks of the marketplace. Progress comes over the live connection; while one runs, the list is also asked now and then. */
export function useChecks() {
  const client = useQueryClient()
  useLiveEvent(
    isolationProgress,
    useCallback(
      ({ checkId, ...change }) =>
        client.setQueryData<{ items: IsolationCheck[] }>(
          LIST,
          (data) => data && { items: data.items.map((check) => (check.id === checkId ? { ...check, ...change } : check)) },
        ),
      [client],
    ),
  )
  return useQuery({
    queryKey: LIST,
    queryFn: ({ signal }) => api(listIsolationChecks, { signal }),
    refetchInterval: (query) => (query.state.data?.items.some(atWork) ? LOOK_AGAIN_MS : false),
  })
}

/** One check with its report, read from the signed text and verified with the public key. */
export function useCheck(id: string) {
  return useQuery({
    queryKey: keys.isolation('one', id),
    queryFn: async ({ signal }) => {
      const [check, key] = await Promise.all([api(getIsolationCheck, { params: { id }, signal }), api(getReportKey, { signal })])
      return { check, key, signed: check.report === null ? null : await readReport(check.report, key) }
    },
    refetchInterval: (query) => (query.state.data && atWork(query.state.data.check) ? LOOK_AGAIN_MS : false),
  })
}

/** Starts a check. */
export function useStartCheck() {
  const client = useQueryClient()
  const { t } = useI18n()
  return useMutation({
    mutationFn: () => api(startIsolationCheck, { idempotencyKey: newIdempotencyKey() }),
    onSuccess: () => toast.success(t('iso.started')),
    onError: (cause) => toastProblem(cause, t),
    onSettled: () => client.invalidateQueries({ queryKey: keys.isolation() }),
  })
}
