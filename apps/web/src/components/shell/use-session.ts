'use client'

import { useQuery } from '@tanstack/react-query'
import type { Me } from '@itellico/contracts/auth'
import { keys } from '@/lib/query-keys'
import { useHydrated } from '@/lib/use-hydrated'

/**
 * Who is signed in, for pages that are the same for everybody (their markup is cached for all).
 * Visitors without a session cause no request. `undefined` while it is not known.
 */
export function useSession(): Me | null | undefined {
  const { data } = useQuery({
    queryKey: keys.session(),
    queryFn: async (): Promise<Me | null> => {
      if (!document.documentElement.hasAttribute('data-signed-in')) return null
      const answer = await fetch('/api/auth/session', { credentials: 'same-origin' })
      const { me } = answer.ok ? ((await answer.json()) as { me: Me | null }) : { me: null }
      if (!me) document.documentElement.removeAttribute('data-signed-in')
      return me
    },
    staleTime: 60_000,
  })
  // Parts that stream in late hydrate after the answer is there; their first render must equal the server's.
  return useHydrated() ? data : undefined
}

/** Ends the session and starts again at the sign-in page. */
export async function signOut(): Promise<void> {
  await fetch('/api/auth/logout', { method: 'POST', credentials: 'same-origin' }).catch(() => null)
  location.assign('/login')
}
