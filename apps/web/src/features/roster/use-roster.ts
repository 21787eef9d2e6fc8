'use client'

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import {
  getMemberSchema,
  getRosterProfile,
  hideRosterProfile,
  listRoster,
  profileIncomplete,
  publishRosterProfile,
  type Profile,
  type ProfileStatus,
} from '@itellico/contracts/profiles'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { problemCode, toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'

const LIMIT = 40

/** Talents of the active account, page by page. */
export function useRoster(filter: { q?: string; status?: ProfileStatus | undefined; limit?: number }) {
  const { accountId } = usePerson()
  const { locale } = useI18n()
  const { q, status, limit = LIMIT } = filter
  return useInfiniteQuery({
    queryKey: keys.profiles(accountId, 'roster', q ?? '', status ?? '', limit, locale),
    queryFn: ({ signal, pageParam }) =>
      api(listRoster, { query: { limit, locale, ...(q && { q }), ...(status && { status }), ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
  })
}

/** One talent of the roster in full. */
export function useRosterProfile(id: string) {
  const { accountId } = usePerson()
  return useQuery({ queryKey: keys.profiles(accountId, 'one', id), queryFn: ({ signal }) => api(getRosterProfile, { params: { id }, signal }) })
}

/** All fields of profiles in this marketplace. */
export function useMemberSchema() {
  return useQuery({ queryKey: keys.profiles('schema'), queryFn: ({ signal }) => api(getMemberSchema, { signal }), staleTime: 300_000 })
}

/** Publishes a talent, or takes them off the public pages. */
export function usePublication(profile: Pick<Profile, 'id' | 'version' | 'displayName'>, onIncomplete: (fields: readonly string[]) => void) {
  const { t } = useI18n()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (step: 'publish' | 'hide') =>
      api(step === 'publish' ? publishRosterProfile : hideRosterProfile, { params: { id: profile.id }, ifMatch: profile.version }),
    onSuccess: (after) => {
      toast.success(t(after.status !== 'active' ? 'roster.nowHidden' : after.isMinor ? 'roster.nowMembers' : 'roster.nowPublic', { name: after.displayName }))
      void client.invalidateQueries({ queryKey: ['profiles'] })
    },
    onError: (cause) => {
      if (problemCode(cause) === profileIncomplete.code && cause instanceof Error && 'problem' in cause)
        onIncomplete((cause as { problem: { errors?: { field: string }[] } }).problem.errors?.map((e) => e.field.replace(/^values\./, '')) ?? [])
      else toastProblem(cause, t)
    },
  })
}
