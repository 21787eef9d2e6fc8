'use client'

import { useCallback, useState } from 'react'
import type { CalendarRow } from '@itellico/contracts/bookings'

const soonest = (row: CalendarRow) => row.entries.reduce((min, e) => (e.startsAt < min ? e.startsAt : min), '9')

/**
 * Order of the rows. Those with something soon come first, or all by name; an order once shown stays until another part or
 * order is asked for, so that nothing jumps away under the hand when something is placed or pushed.
 */
export function useOrder(rows: readonly CalendarRow[] | undefined, part: string, byNext: boolean) {
  const [kept, setKept] = useState<{ part: string; place: ReadonlyMap<string, number> } | null>(null)
  if (rows && kept?.part !== part) {
    const names = [...rows].sort((a, b) => a.profile.displayName.localeCompare(b.profile.displayName))
    const list = byNext ? names.sort((a, b) => soonest(a).localeCompare(soonest(b))) : names
    setKept({ part, place: new Map(list.map((r, i) => [r.profile.id, i])) })
  }
  return useCallback(
    (list: readonly CalendarRow[]) => [...list].sort((a, b) => (kept?.place.get(a.profile.id) ?? 1e6) - (kept?.place.get(b.profile.id) ?? 1e6)),
    [kept],
  )
}
