'use client'

import { useRouter } from 'next/navigation'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { addToShortlist, deleteShortlist, removeFromShortlist, updateShortlist } from '@itellico/contracts/packages'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'

/** Everything that changes one shortlist. */
export function useShortlistChanges(id: string) {
  const { t } = useI18n()
  const router = useRouter()
  const client = useQueryClient()
  const refresh = () => void client.invalidateQueries({ queryKey: ['shortlists'] })
  const onError = (cause: unknown) => toastProblem(cause, t)
  return {
    update: useMutation({
      mutationFn: ({ version, ...body }: { name: string; note: string; version: number }) => api(updateShortlist, { params: { id }, body, ifMatch: version }),
      onSuccess: refresh,
    }),
    note: useMutation({
      mutationFn: (body: { profileId: string; note: string }) => api(addToShortlist, { params: { id }, body }),
      onSuccess: refresh,
      onError,
    }),
    remove: useMutation({
      mutationFn: (profileId: string) => api(removeFromShortlist, { params: { id, profileId } }),
      onSuccess: (_none, profileId) => {
        toast.success(t('lists.removed'), {
          action: { label: t('lists.undo'), onClick: () => void api(addToShortlist, { params: { id }, body: { profileId } }).then(refresh, onError) },
        })
        refresh()
      },
      onError,
    }),
    destroy: useMutation({
      mutationFn: () => api(deleteShortlist, { params: { id } }),
      onSuccess: () => {
        router.push('/client/shortlists')
        refresh()
      },
      onError,
    }),
  }
}
