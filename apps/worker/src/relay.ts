import type { Kernel } from '@itellico/kernel/kernel'
import type { Shard } from '@itellico/kernel/db'
import { wakeChannel } from '@itellico/kernel/kernel'
import type { QueueName } from '@itellico/kernel/module'
import type { Queues, TaskMessage } from '@itellico/kernel/queues'
import { connectQueueRedis } from '@itellico/kernel/redis'
import { findOverdue, markFailed, takeWaiting, type Task } from '@itellico/kernel/tasks'

const POLL_MS = 100
const BATCH = 200
const SWEEP_MS = 5_000
const EVENT_ATTEMPTS = 8

/** Hands the tasks that transactions wrote down to the queues. */
export interface Relay {
  stop(): Promise<void>
}

/** Queue and number of tries of a task. */
export function planOf(kernel: Kernel, task: Pick<Task, 'kind' | 'name'>): { queue: QueueName; attempts: number } {
  if (task.kind === 'event') return { queue: 'default', attempts: EVENT_ATTEMPTS }
  const bound = kernel.registry.jobs.get(task.name)
  return bound ? { queue: bound.job.queue, attempts: bound.job.attempts } : { queue: 'default', attempts: 1 }
}

async function dispatch(kernel: Kernel, queues: Queues, tasks: readonly Task[]): Promise<void> {
  const byQueue = Map.groupBy(tasks, (t) => planOf(kernel, t).queue)
  for (const [name, group] of byQueue) {
    const queue = queues.of(name)
    // what died and was put back in line is still in the queue as failed, and would not be taken again under its id
    await Promise.all(group.filter((t) => t.error !== null).map((t) => queue.remove(`t.${t.id}`)))
    await queue.addBulk(
      group.map((t) => ({
        name: t.name,
        data: { taskId: t.id, realm: t.realm } satisfies TaskMessage,
        opts: {
          jobId: `t.${t.id}`,
          attempts: planOf(kernel, t).attempts,
          backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
          removeOnComplete: { age: 3600, count: 1000 },
          removeOnFail: { age: 7 * 86_400, count: 5000 },
        },
      })),
    )
  }
}

/** Looks after tasks that the queue took and nobody finished: lost ones are handed over again, failed ones are dead. */
async function sweep(kernel: Kernel, queues: Queues, shard: Shard): Promise<void> {
  for (const task of await findOverdue(shard.pool)) {
    const queue = queues.of(planOf(kernel, task).queue)
    const job = await queue.getJob(`t.${task.id}`)
    const state = job ? await job.getState() : 'unknown'
    if (state === 'failed') {
      await markFailed(shard.pool, task.id, job?.failedReason ?? 'failed', true)
      continue
    }
    if (state === 'completed' || state === 'unknown') {
      await job?.remove()
      await dispatch(kernel, queues, [task])
      kernel.log.warn({ task: task.id, name: task.name }, 'a task that the queue had lost was handed over again')
    }
  }
}

/** Starts the relay: looks at every server every 100 ms, and at once when woken; a server that is away does not hold up the others. */
export function startRelay(kernel: Kernel, queues: Queues): Relay {
  let stopped = false
  const wakes = new Set<() => void>()
  const wake = (): void => {
    for (const w of wakes) w()
  }
  const sub = connectQueueRedis(kernel.config.REDIS_URL, kernel.log, 'relay-wake')
  sub.subscribe(wakeChannel(kernel.config.REDIS_PREFIX)).catch(() => undefined)
  sub.on('message', wake)

  const loopOver = async (shard: Shard): Promise<void> => {
    let nextSweep = Date.now() + SWEEP_MS
    while (!stopped) {
      let count = 0
      try {
        if (kernel.redis.status === 'ready') count = await takeWaiting(shard.pool, BATCH, (tasks) => dispatch(kernel, queues, tasks))
        if (Date.now() > nextSweep) {
          nextSweep = Date.now() + SWEEP_MS
          await sweep(kernel, queues, shard)
        }
      } catch (err) {
        kernel.log.warn({ err, shard: shard.name }, 'relay could not hand over; it tries again')
      }
      if (count < BATCH && !stopped)
        await new Promise<void>((resolve) => {
          const go = (): void => {
            clearTimeout(timer)
            wakes.delete(go)
            resolve()
          }
          const timer = setTimeout(go, POLL_MS)
          wakes.add(go)
        })
    }
  }
  const loops = kernel.shards.all.map(loopOver)

  return {
    async stop() {
      stopped = true
      wake()
      await Promise.all(loops)
      sub.disconnect()
    },
  }
}
