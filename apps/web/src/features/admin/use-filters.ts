'use client'

import { useCallback } from 'react'
import { useSearchParams } from 'next/navigation'

/** Filters of a list, kept in the address: reading, changing some, resetting all. An empty text takes a filter away. */
export function useFilters() {
  const params = useSearchParams()
  const get = useCallback((name: string) => params.get(name) ?? '', [params])
  const set = useCallback((change: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams(location.search)
    for (const [name, value] of Object.entries(change)) {
      if (value) query.set(name, value)
      else query.delete(name)
    }
    history.replaceState(null, '', query.size > 0 ? `${location.pathname}?${query}` : location.pathname)
  }, [])
  const reset = useCallback(() => history.replaceState(null, '', location.pathname), [])
  return { get, set, reset, active: params.size > 0 }
}
