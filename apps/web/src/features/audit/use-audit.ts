'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { listAudit, listPlatformAudit } from '@itellico/contracts/audit'
import { api } from '@/lib/api.client'
import { keys } from '@/lib/query-keys'

export interface AuditFilter {
  readonly q?: string
  readonly action?: string
  readonly actorId?: string
  readonly entityId?: string
  readonly from?: string
  readonly to?: string
}
/** Whose trail: that of the marketplace, or that of the platform. */
export type AuditSource = 'tenant' | 'platform'

/** Entries of a trail, newest first. */
export function useAudit(source: AuditSource, filter: AuditFilter, limit: number) {
  return useInfiniteQuery({
    queryKey: keys.audit(source, filter, limit),
    queryFn: ({ pageParam, signal }) => {
      const query = { limit, ...Object.fromEntries(Object.entries(filter).filter(([, v]) => v)), ...(pageParam && { cursor: pageParam }) }
      return api(source === 'tenant' ? listAudit : listPlatformAudit, { query, signal })
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: keepPreviousData,
  })
}
