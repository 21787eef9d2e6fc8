'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { readNotifications } from '@itellico/contracts/notification'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'

/** Marks notifications as read; without ids all of them. */
export function useMarkRead() {
  const client = useQueryClient()
  const { t } = useI18n()
  return useMutation({
    mutationFn: (ids: string[] | undefined) => api(readNotifications, { body: ids ? { ids } : {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.notifications() }),
    onError: (cause) => toastProblem(cause, t),
  })
}
