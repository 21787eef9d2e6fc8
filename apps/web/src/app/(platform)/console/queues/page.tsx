import type { Metadata } from 'next'
import { Queues } from '@/features/console/queues'
import { env } from '@/lib/env'
import { requirePermission } from '@/lib/session'

export const metadata: Metadata = { title: 'Queues' }

/** Waiting and lost work of the platform. */
export default async function ConsoleQueuesPage() {
  await requirePermission('platform.monitoring.read')
  return <Queues liveOrigin={env.publicRealtimeUrl} livePort={env.publicApiPort} />
}
