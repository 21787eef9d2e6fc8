'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { listApplicants, type ApplicationStatus } from '@itellico/contracts/applications'
import { api } from '@/lib/api.client'
import { usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'

const LIMIT = 48
// Applications are not pushed, so an open review asks now and then.
const LOOK_AGAIN_MS = 30_000

/** What is shown of the applicants. */
export interface ApplicantFilter {
  readonly status: ApplicationStatus | null
  readonly roleId: string | null
}

/** Applicants of a casting of the active account, newest first, with how many there are in each state. */
export function useApplicants(listingId: string, { status, roleId }: ApplicantFilter) {
  const { accountId } = usePerson()
  return useInfiniteQuery({
    queryKey: keys.applications(accountId, 'of', listingId, status ?? '', roleId ?? ''),
    queryFn: ({ signal, pageParam }) =>
      api(listApplicants, {
        params: { id: listingId },
        query: { limit: LIMIT, ...(status && { status }), ...(roleId && { roleId }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
  })
}
