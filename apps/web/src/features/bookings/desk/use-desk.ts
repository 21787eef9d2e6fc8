'use client'

import { useQuery } from '@tanstack/react-query'
import { calendar, listBookings } from '@itellico/contracts/bookings'
import { listConversations } from '@itellico/contracts/messaging'
import { api } from '@/lib/api.client'
import { useCan, usePerson, useTenant } from '@/lib/me'
import { keys } from '@/lib/query-keys'
import { useNow } from '../use-now'
import { addDays, dayOf, instantAt, mondayOf } from '../zone'

const WEEKS = 8
const DAYS = 14

/** Everything that the first page of an agency shows. */
export function useDesk() {
  const { accountId } = usePerson()
  const { timezone } = useTenant()
  const now = useNow()
  const mayBook = useCan('account.bookings.read')
  const mayRead = useCan('user.messages.read')
  const today = now === null ? null : dayOf(now, timezone)
  const monday = today && mondayOf(today)
  const enabled = mayBook && today !== null
  const at = (day: string) => instantAt(day, '00:00', timezone)
  const jobs = useQuery({
    queryKey: keys.bookings(accountId, 'week', today),
    queryFn: ({ signal }) =>
      api(listBookings, { query: { status: 'confirmed', from: at(today as string), to: at(addDays(today as string, DAYS + 1)), limit: 60 }, signal }),
    enabled,
  })
  const options = useQuery({
    queryKey: keys.bookings(accountId, 'open-options'),
    queryFn: ({ signal }) => api(listBookings, { query: { status: 'held', limit: 100 }, signal }),
    enabled: mayBook,
  })
  const requests = useQuery({
    queryKey: keys.bookings(accountId, 'open-requests'),
    queryFn: ({ signal }) => api(listBookings, { query: { status: 'requested', limit: 20 }, signal }),
    enabled: mayBook,
  })
  const chart = useQuery({
    queryKey: keys.calendar(accountId, 'weeks', monday),
    queryFn: ({ signal }) => api(calendar, { query: { from: at(monday as string), to: at(addDays(monday as string, WEEKS * 7)) }, signal }),
    enabled,
  })
  const talks = useQuery({
    queryKey: keys.conversations('latest'),
    queryFn: ({ signal }) => api(listConversations, { query: { limit: 6 }, signal }),
    enabled: mayRead,
  })
  return { today, monday, timezone, now, jobs, options, requests, chart, talks, weeks: WEEKS }
}
