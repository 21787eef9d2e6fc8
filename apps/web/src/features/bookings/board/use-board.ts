'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'next/navigation'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { calendar, type CalendarRow } from '@itellico/contracts/bookings'
import { api } from '@/lib/api.client'
import { usePerson, useTenant } from '@/lib/me'
import { keys } from '@/lib/query-keys'
import { useNow } from '../use-now'
import { addDays, dayOf, instantAt, mondayOf, type Day } from '../zone'
import { signature } from './lanes'

const HIGHLIGHT_MS = 2600
export const ZOOMS = ['2', '4', '6'] as const
export type Zoom = (typeof ZOOMS)[number]

/** The part of the calendar that the address names, and its entries. */
export function useBoard() {
  const params = useSearchParams()
  const { accountId } = usePerson()
  const { timezone } = useTenant()
  const now = useNow()
  const today: Day | null = now === null ? null : dayOf(now, timezone)
  const asked = params.get('from')
  const zoom: Zoom = ZOOMS.find((z) => z === params.get('weeks')) ?? '4'
  const first = asked && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? mondayOf(asked) : today && mondayOf(today)
  const days = Number(zoom) * 7
  const set = useCallback((change: Record<string, string | null>) => {
    const next = new URLSearchParams(window.location.search)
    for (const [key, value] of Object.entries(change)) {
      if (value) next.set(key, value)
      else next.delete(key)
    }
    window.history.replaceState(null, '', next.size ? `?${next}` : window.location.pathname)
  }, [])
  const answer = useQuery({
    queryKey: keys.calendar(accountId, first, days),
    queryFn: ({ signal }) =>
      api(calendar, { query: { from: instantAt(first as Day, '00:00', timezone), to: instantAt(addDays(first as Day, days), '00:00', timezone) }, signal }),
    enabled: first !== null,
    placeholderData: keepPreviousData,
  })
  return { answer, first, days, zoom, today, timezone, set, params }
}

/** Entries that changed since they were last seen in the same part of the calendar; they light up for a moment. */
export function useChangedEntries(rows: readonly CalendarRow[] | undefined, part: string): ReadonlySet<string> {
  const [changed, setChanged] = useState<ReadonlySet<string>>(() => new Set())
  const seen = useRef<{ part: string; map: Map<string, string> } | null>(null)
  const map = useMemo(() => new Map((rows ?? []).flatMap((r) => r.entries.map((e) => [e.id, signature(e)] as const))), [rows])
  useEffect(() => {
    if (!rows) return
    const before = seen.current
    seen.current = { part, map }
    if (before?.part !== part) return
    const ids = [...map].filter(([id, sign]) => before.map.get(id) !== sign).map(([id]) => id)
    if (ids.length === 0) return
    const start = setTimeout(() => setChanged(new Set(ids)))
    const end = setTimeout(() => setChanged(new Set()), HIGHLIGHT_MS)
    return () => {
      clearTimeout(start)
      clearTimeout(end)
      setChanged(new Set())
    }
  }, [rows, map, part])
  return changed
}
