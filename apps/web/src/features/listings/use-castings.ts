'use client'

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { closeListing, getListing, listOwnListings, publishListing, type Listing, type ListingStatus } from '@itellico/contracts/listings'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'

const LIMIT = 30

/** Castings of the active account, newest first. */
export function useOwnCastings(status: ListingStatus | null) {
  const { accountId } = usePerson()
  return useInfiniteQuery({
    queryKey: keys.listings(accountId, 'own', status ?? ''),
    queryFn: ({ signal, pageParam }) =>
      api(listOwnListings, { query: { limit: LIMIT, ...(status && { status }), ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
  })
}

/** One casting of the active account. */
export function useOwnCasting(id: string) {
  const { accountId } = usePerson()
  return useQuery({ queryKey: keys.listings(accountId, 'one', id), queryFn: ({ signal }) => api(getListing, { params: { id }, signal }) })
}

/** Tells everything that shows castings that one is different now. */
export function useCastingChanged() {
  const client = useQueryClient()
  const { accountId } = usePerson()
  return (casting: Listing) => {
    client.setQueryData(keys.listings(accountId, 'one', casting.id), casting)
    void client.invalidateQueries({ queryKey: ['listings'] })
  }
}

/** What can be done with a casting as a whole. */
export type CastingStep = 'publish' | 'closed' | 'filled' | 'cancelled'

/** Steps that a state allows; the API decides again. */
export const castingSteps: Record<ListingStatus, readonly CastingStep[]> = {
  draft: ['publish', 'cancelled'],
  published: ['closed', 'filled', 'cancelled'],
  closed: ['publish', 'filled', 'cancelled'],
  filled: [],
  cancelled: [],
}

/** Publishes or ends a casting. */
export function useCastingStep(casting: Pick<Listing, 'id' | 'version'>) {
  const { t } = useI18n()
  const changed = useCastingChanged()
  return useMutation({
    mutationFn: (step: CastingStep) => {
      const target = { params: { id: casting.id }, ifMatch: casting.version }
      return step === 'publish' ? api(publishListing, target) : api(closeListing, { ...target, body: { outcome: step } })
    },
    onSuccess: (after) => {
      toast.success(t('cast.changed', { title: after.title, state: statusText(t, after.status) }))
      changed(after)
    },
  })
}
