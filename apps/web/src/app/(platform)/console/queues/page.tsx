import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Queues } from '@/features/console/queues'
import { env } from '@/lib/env'

export const metadata: Metadata = { title: 'Queues' }

/** Waiting and lost work of the platform. */
export default function ConsoleQueuesPage() {
  return (
    <Guard needs="platform.monitoring.read">
      <Queues liveOrigin={env.publicRealtimeUrl} livePort={env.publicApiPort} />
    </Guard>
  )
}
