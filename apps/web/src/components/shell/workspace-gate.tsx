import type { ReactNode } from 'react'
import { getTenant } from '@/lib/api.server'
import { env } from '@/lib/env'
import { MeProvider } from '@/lib/me'
import { getActiveAccountId, requireMe } from '@/lib/session'
import { WorkspaceShell } from './workspace-shell'

/** Lets signed-in people into the workspace and tells the shell who they are. Reads cookies: keep it below Suspense. */
export async function WorkspaceGate({ children }: { children: ReactNode }) {
  const [tenant, me] = await Promise.all([getTenant(), requireMe()])
  return (
    <MeProvider
      me={me}
      accountId={await getActiveAccountId(me)}
      tenant={{
        name: tenant.name,
        currency: tenant.currency,
        timezone: tenant.timezone,
        unitSystem: tenant.unitSystem,
        industry: tenant.industry,
        locales: tenant.locales,
      }}
    >
      <WorkspaceShell marketplace={tenant.name} logos={tenant.logos} liveOrigin={env.publicRealtimeUrl} livePort={env.publicApiPort}>
        {children}
      </WorkspaceShell>
    </MeProvider>
  )
}
