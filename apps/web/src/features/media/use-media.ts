'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { deleteMedia, listMedia, orderMedia, updateMedia, type MediaItem } from '@itellico/contracts/media'
import type { CallInput } from '@itellico/contracts/client'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'

type List = { items: MediaItem[] }

/** The pictures of a profile and everything that changes them; the order shows at once and goes back when it fails. */
export function useMedia(profileId: string) {
  const { t } = useI18n()
  const client = useQueryClient()
  const queryKey = keys.media(profileId)
  const pictures = useQuery({ queryKey, queryFn: ({ signal }) => api(listMedia, { params: { id: profileId }, signal }) })
  const onError = (cause: unknown) => toastProblem(cause, t)
  const refresh = () => {
    for (const kind of ['media', 'profiles']) void client.invalidateQueries({ queryKey: [kind] })
  }
  const orderKey = ['order', profileId]
  const order = useMutation({
    mutationKey: orderKey,
    // one after the other: sent side by side, an older order could arrive last and stay
    scope: { id: orderKey.join(':') },
    mutationFn: (ids: string[]) => api(orderMedia, { params: { id: profileId }, body: { ids } }),
    onMutate: async (ids) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData<List>(queryKey)
      if (before) client.setQueryData<List>(queryKey, { items: ids.flatMap((id) => before.items.find((i) => i.id === id) ?? []) })
      return { before }
    },
    onError: (cause, _ids, saved) => {
      if (saved?.before && client.isMutating({ mutationKey: orderKey }) === 1) client.setQueryData(queryKey, saved.before)
      onError(cause)
    },
    // an answer in between would show the order of before the newest move
    onSettled: () => client.isMutating({ mutationKey: orderKey }) === 1 && refresh(),
  })
  const update = useMutation({
    mutationFn: ({ id, change }: { id: string; change: NonNullable<CallInput<typeof updateMedia>['body']> }) =>
      api(updateMedia, { params: { id }, body: change }),
    onSuccess: refresh,
    onError,
  })
  const remove = useMutation({
    mutationFn: (id: string) => api(deleteMedia, { params: { id } }),
    onSuccess: () => {
      toast.success(t('media.deleted'))
      refresh()
    },
    onError,
  })
  return { pictures, order, update, remove }
}
