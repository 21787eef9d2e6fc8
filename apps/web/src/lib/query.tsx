'use client'

import { useState, type ReactNode } from 'react'
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ApiProblem } from '@itellico/contracts/client'

const ENDED = new Set(['auth.sign_in_required', 'auth.session_ended'])
const retryable = (cause: unknown) => !(cause instanceof ApiProblem) || cause.problem.status >= 500 || cause.problem.status === 429

/** Gives client components the cache of API answers. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 15_000, retry: (count, cause) => count < 2 && retryable(cause), refetchOnWindowFocus: true },
          mutations: { retry: false },
        },
        mutationCache: new MutationCache({
          // A session that ended elsewhere: the page's own guard then leads to the sign-in page.
          onError: (cause) => {
            if (cause instanceof ApiProblem && ENDED.has(cause.problem.code)) location.reload()
          },
        }),
      }),
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
