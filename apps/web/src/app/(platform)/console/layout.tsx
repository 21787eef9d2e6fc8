import { Suspense, type ReactNode } from 'react'
import { ConsoleGate } from '@/components/shell/console-gate'
import { WorkspaceSkeleton } from '@/components/shell/workspace-skeleton'

/** The console of people who run the platform. */
export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={<WorkspaceSkeleton label="Loading" />}>
      <ConsoleGate>{children}</ConsoleGate>
    </Suspense>
  )
}
