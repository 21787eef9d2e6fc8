'use client'

import { useCallback } from 'react'
import { useSearchParams } from 'next/navigation'

/** Filters of a view, kept in the address, so that it can be shared and comes back with the back button. Nothing takes a filter away. */
export function useFilters() {
  const params = useSearchParams()
  const get = useCallback((name: string) => params.get(name) ?? '', [params])
  const set = useCallback((change: Readonly<Record<string, string | null>>, how: 'push' | 'replace' = 'replace') => {
    const query = new URLSearchParams(location.search)
    for (const [name, value] of Object.entries(change)) {
      if (value) query.set(name, value)
      else query.delete(name)
    }
    const address = query.size > 0 ? `?${query}` : location.pathname
    if (how === 'push') history.pushState(null, '', address)
    else history.replaceState(null, '', address)
  }, [])
  const reset = useCallback(() => history.replaceState(null, '', location.pathname), [])
  return { params, get, set, reset, active: params.size > 0 }
}
