'use client'

import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { listOwnApplications } from '@itellico/contracts/applications'
import { listBookouts, listOwnBookings } from '@itellico/contracts/bookings'
import { getMemberSchema, listOwnProfiles, type Profile } from '@itellico/contracts/profiles'
import { api } from '@/lib/api.client'
import { keys } from '@/lib/query-keys'

/** Profiles that the person manages: mostly one, several for guardians. */
export function useOwnProfiles() {
  return useQuery({ queryKey: keys.profiles('own'), queryFn: ({ signal }) => api(listOwnProfiles, { signal }) })
}

/** All fields of profiles in this marketplace. */
export function useMemberSchema() {
  return useQuery({ queryKey: keys.profiles('schema'), queryFn: ({ signal }) => api(getMemberSchema, { signal }), staleTime: 300_000 })
}

/** Options and bookings of all own profiles: those to come (soonest first) or those that are over (latest first). */
export function useOwnBookings(when: 'upcoming' | 'past', limit = 20) {
  return useInfiniteQuery({
    queryKey: keys.bookings('own', when, limit),
    queryFn: ({ pageParam, signal }) => api(listOwnBookings, { query: { when, limit, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
  })
}

/** Blocked times of several profiles, from today on. */
export function useBookouts(profiles: readonly Pick<Profile, 'id'>[]) {
  return useQueries({
    queries: profiles.map(({ id }) => ({
      queryKey: keys.bookouts(id),
      queryFn: ({ signal }: { signal: AbortSignal }) => api(listBookouts, { params: { id }, signal }),
    })),
    combine: (answers) => ({
      items: answers.flatMap((a) => a.data?.items ?? []).sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
      isPending: answers.some((a) => a.isPending),
      error: answers.find((a) => a.isError)?.error ?? null,
      refetch: () => answers.forEach((a) => void a.refetch()),
    }),
  })
}

/** Own applications, newest first. */
export function useOwnApplications() {
  return useInfiniteQuery({
    queryKey: keys.applications('own'),
    queryFn: ({ pageParam, signal }) => api(listOwnApplications, { query: { limit: 20, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
  })
}
