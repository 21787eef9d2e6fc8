import { systemContext, type Kernel } from '@itellico/kernel/kernel'
import type { ScheduleBinding } from '@itellico/kernel/module'
import { isOpen } from '@itellico/kernel/realms'
import { queuePrefix } from '@itellico/kernel/queues'
import { connectQueueRedis } from '@itellico/kernel/redis'
import { Queue, Worker } from 'bullmq'

const QUEUE = 'schedules'

/** Runs work by the clock, once per installation however many workers there are. */
export interface Schedules {
  stop(): Promise<void>
}

async function runSchedule(kernel: Kernel, schedule: ScheduleBinding): Promise<void> {
  const tenants = schedule.per === 'platform' ? [] : (await kernel.realms.all()).filter((r) => isOpen(r) && !r.maintenance)
  const realms = schedule.per === 'tenant' ? tenants : [kernel.realms.platform, ...tenants]
  for (const realm of realms) {
    const ctx = systemContext(kernel, realm)
    try {
      await schedule.fn(ctx)
    } catch (err) {
      ctx.log.error({ err, schedule: schedule.name }, 'scheduled work failed')
    }
  }
}

/** Makes the schedules in Redis equal to those of the modules: changed ones are replaced, dropped ones removed. */
export async function startSchedules(kernel: Kernel): Promise<Schedules> {
  const connection = connectQueueRedis(kernel.config.REDIS_URL, kernel.log, 'schedules')
  const queue = new Queue(QUEUE, { connection, prefix: queuePrefix(kernel) })
  queue.on('error', () => undefined)
  const wanted = new Map(kernel.registry.schedules.map((s) => [s.name, s]))
  for (const old of await queue.getJobSchedulers()) if (old.key && !wanted.has(old.key)) await queue.removeJobScheduler(old.key)
  for (const s of wanted.values())
    await queue.upsertJobScheduler(s.name, { every: s.everyMs }, { name: s.name, opts: { removeOnComplete: 10, removeOnFail: 50 } })
  const worker = new Worker(
    QUEUE,
    async (job) => {
      const schedule = wanted.get(job.name)
      if (schedule) await runSchedule(kernel, schedule)
    },
    { connection: connection.duplicate(), prefix: queuePrefix(kernel), concurrency: 2 },
  )
  worker.on('error', (err) => kernel.log.debug({ err: err.message }, 'schedule connection'))
  return {
    async stop() {
      await worker.close()
      await queue.close()
      connection.disconnect()
    },
  }
}
