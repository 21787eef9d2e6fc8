'use client'

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { createApiKey, listAllApiKeys, listApiKeys, revokeAnyApiKey, revokeApiKey, rotateApiKey, type ApiKey } from '@itellico/contracts/api-keys'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'

/** What somebody chooses for a new key. */
export interface KeyWish {
  readonly name: string
  readonly scopes: string[]
  readonly accountId?: string
  readonly expiresInDays: number
}

/** The own keys. */
export function useOwnKeys() {
  return useQuery({ queryKey: keys.apiKeys('own'), queryFn: ({ signal }) => api(listApiKeys, { signal }) })
}

/** The keys of everybody in the marketplace. */
export function useAllKeys() {
  return useInfiniteQuery({
    queryKey: keys.apiKeys('all'),
    queryFn: ({ pageParam, signal }) => api(listAllApiKeys, { query: { limit: 50, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
  })
}

/** What can be done with keys, own ones or anybody's; the lists are read again. */
export function useKeyActions(whose: 'own' | 'all') {
  const { t } = useI18n()
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: keys.apiKeys() })
  const onError = (cause: unknown) => toastProblem(cause, t)
  return {
    make: useMutation({ mutationFn: (body: KeyWish) => api(createApiKey, { body }), onError, onSettled }),
    renew: useMutation({
      mutationFn: ({ id, ...body }: { id: string; overlapDays: number; expiresInDays: number }) => api(rotateApiKey, { params: { id }, body }),
      onError,
      onSettled,
    }),
    revoke: useMutation({
      mutationFn: ({ id }: ApiKey) => api(whose === 'own' ? revokeApiKey : revokeAnyApiKey, { params: { id } }),
      onSuccess: () => toast.success(t('key.revoked')),
      onError,
      onSettled,
    }),
  }
}
