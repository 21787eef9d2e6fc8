import type { ReactNode } from 'react'
import { env } from '@/lib/env'
import { MeProvider } from '@/lib/me'
import { requireMe } from '@/lib/session'
import { ConsoleShell } from './console-shell'

/** Lets staff into the console. Reads cookies: keep it below Suspense. */
export async function ConsoleGate({ children }: { children: ReactNode }) {
  const me = await requireMe()
  return (
    <MeProvider me={me} accountId={null} tenant={null}>
      <ConsoleShell liveOrigin={env.publicRealtimeUrl} livePort={env.publicApiPort}>
        {children}
      </ConsoleShell>
    </MeProvider>
  )
}
