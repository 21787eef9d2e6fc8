import type { Metadata } from 'next'
import { Suspense, type ReactNode } from 'react'
import { WorkspaceGate } from '@/components/shell/workspace-gate'
import { WorkspaceSkeleton } from '@/components/shell/workspace-skeleton'
import { getI18n } from '@/lib/i18n/server'

export const metadata: Metadata = { robots: { index: false } }

/** The signed-in part of a marketplace: the frame is prerendered, everything personal streams into it. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { t } = await getI18n()
  return (
    <Suspense fallback={<WorkspaceSkeleton label={t('common.loading')} />}>
      <WorkspaceGate>{children}</WorkspaceGate>
    </Suspense>
  )
}
