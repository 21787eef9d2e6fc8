'use client'

import { useCallback } from 'react'
import { useSearchParams } from 'next/navigation'

/** Filters that live in the address, so that a view can be shared and comes back with the back button. */
export function useUrlFilters() {
  const params = useSearchParams()
  const set = useCallback((change: Record<string, string | null>, how: 'push' | 'replace' = 'replace') => {
    const next = new URLSearchParams(window.location.search)
    for (const [key, value] of Object.entries(change)) {
      if (value) next.set(key, value)
      else next.delete(key)
    }
    const address = next.size ? `?${next}` : window.location.pathname
    if (how === 'push') window.history.pushState(null, '', address)
    else window.history.replaceState(null, '', address)
  }, [])
  return { params, set }
}
