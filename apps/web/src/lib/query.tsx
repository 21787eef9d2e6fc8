'use client'

import { useState, type ReactNode } from 'react'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ApiProblem } from '@itellico/contracts/client'
import { isSessionOver } from './problems'
import { firstSegment, isPrivatePath } from './routes'

const retryable = (cause: unknown) => !(cause instanceof ApiProblem) || cause.problem.status >= 500 || cause.problem.status === 429

/** A session that ended elsewhere: the page's own guard then leads to the sign-in page. Public pages have no guard. */
function leaveWhenOver(cause: unknown): void {
  const guarded = isPrivatePath(location.pathname) || firstSegment(location.pathname) === 'console'
  if (guarded && isSessionOver(cause)) location.reload()
}

/** Gives client components the cache of API answers. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 15_000, retry: (count, cause) => count < 2 && retryable(cause), refetchOnWindowFocus: true },
          mutations: { retry: false },
        },
        queryCache: new QueryCache({ onError: leaveWhenOver }),
        mutationCache: new MutationCache({ onError: leaveWhenOver }),
      }),
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
