'use client'

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { alreadyApplied, listOwnApplications, minorNeedsGuardian, profileNotReady, submitTalents } from '@itellico/contracts/applications'
import { getPublicListing, listPublicListings } from '@itellico/contracts/listings'
import { api } from '@/lib/api.client'
import type { Translate } from '@/lib/i18n/translate'
import { usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'

const PAGE = 20
const MOST_OWN = 100

/** Open castings of the marketplace. */
export function useOpenCastings(q: string) {
  return useInfiniteQuery({
    queryKey: keys.listings('open', q),
    queryFn: ({ signal, pageParam }) => api(listPublicListings, { query: { limit: PAGE, ...(q && { q }), ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
  })
}

/** One casting by its address name. */
export function usePublicCasting(slug: string) {
  return useQuery({ queryKey: keys.listings('public', slug), queryFn: ({ signal }) => api(getPublicListing, { params: { slug }, signal }) })
}

/** The latest applications that the active account has made. */
export function useSubmissions() {
  const { accountId } = usePerson()
  return useQuery({
    queryKey: keys.applications(accountId, 'submitted'),
    queryFn: ({ signal }) => api(listOwnApplications, { query: { limit: MOST_OWN }, signal }),
  })
}

interface Submission {
  readonly listingId: string
  readonly roleId: string
  readonly message: string
  readonly profileIds: string[]
  readonly idempotencyKey: string
}

/** Submits talents of the roster to a role. */
export function useSubmit() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: Submission) => api(submitTalents, { body, idempotencyKey }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['applications'] }),
  })
}

const reasons = new Map<string, 'already' | 'notReady' | 'guardian'>([
  [alreadyApplied.title, 'already'],
  [profileNotReady.title, 'notReady'],
  [minorNeedsGuardian.title, 'guardian'],
])

/** Why a talent was refused, in the language of the page. */
export function reasonText(t: Translate, reason: string | null): string {
  const known = reasons.get(reason ?? '')
  return known ? t(`sub.reason.${known}`) : (reason ?? t('sub.refused'))
}
