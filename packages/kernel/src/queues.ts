import { Queue } from 'bullmq'
import type { Kernel } from './kernel.ts'
import type { QueueName } from './module.ts'
import { connectQueueRedis } from './redis.ts'

export const queueNames: readonly QueueName[] = ['default', 'mail', 'media', 'admin']

/** What travels through Redis: where the work is written down, never what it says. */
export interface TaskMessage {
  readonly taskId: string
  readonly realm: string
}

/** The queues of an installation, for whoever adds to them or looks at them. */
export interface Queues {
  of(name: QueueName): Queue<TaskMessage>
  all(): Queue<TaskMessage>[]
  close(): Promise<void>
}

/** Prefix of all queue keys. */
export const queuePrefix = (kernel: Kernel): string => `${kernel.config.REDIS_PREFIX}:bull`

/** Opens the queues. */
export function openQueues(kernel: Kernel, name: string): Queues {
  const connection = connectQueueRedis(kernel.config.REDIS_URL, kernel.log, name)
  const queues = new Map(queueNames.map((q) => [q, new Queue<TaskMessage>(q, { connection, prefix: queuePrefix(kernel) })]))
  for (const q of queues.values()) q.on('error', () => undefined)
  return {
    of: (q) => queues.get(q) as Queue<TaskMessage>,
    all: () => [...queues.values()],
    async close() {
      await Promise.all([...queues.values()].map((q) => q.close().catch(() => undefined)))
      connection.disconnect()
    },
  }
}
