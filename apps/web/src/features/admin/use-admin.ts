'use client'

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getTenantAccount, listAccounts, listUsers, type Account } from '@itellico/contracts/accounts'
import { api } from '@/lib/api.client'
import { keys } from '@/lib/query-keys'

export interface AccountFilter {
  readonly q?: string
  readonly type?: Account['type']
  readonly status?: Account['status']
}

const without = <T extends object>(filter: T) => Object.fromEntries(Object.entries(filter).filter(([, v]) => v)) as T

/** Accounts of the marketplace. */
export function useAccounts(filter: AccountFilter) {
  return useInfiniteQuery({
    queryKey: keys.accounts('all', filter),
    queryFn: ({ pageParam, signal }) => api(listAccounts, { query: { limit: 50, ...without(filter), ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

/** One account with members and invitations. */
export function useAccount(id: string) {
  return useQuery({ queryKey: keys.accounts('one', id), queryFn: ({ signal }) => api(getTenantAccount, { params: { id }, signal }) })
}

/** Users of the marketplace. */
export function useUsers(filter: { q?: string; role?: string }) {
  return useInfiniteQuery({
    queryKey: keys.users('all', filter),
    queryFn: ({ pageParam, signal }) => api(listUsers, { query: { limit: 50, ...without(filter), ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: keepPreviousData,
  })
}
