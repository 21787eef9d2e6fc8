import { createContext, type Kernel } from '@itellico/kernel/kernel'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { raw } from '@itellico/kernel/db'
import { AppError } from '@itellico/kernel/errors'
import type { StoredEvent } from '@itellico/kernel/module'
import { queueNames, queuePrefix, type TaskMessage } from '@itellico/kernel/queues'
import { connectQueueRedis } from '@itellico/kernel/redis'
import { findTask, markDone, markFailed, renewLease, takeLease, type Task } from '@itellico/kernel/tasks'
import { UnrecoverableError, Worker, type Job } from 'bullmq'

const LEASE_SECONDS = 10
/** Pictures are heavy: two at once on a machine of two cores. */
const MEDIA_CONCURRENCY = 2

/** Runs what the queues hand out. */
export interface Consumers {
  stop(): Promise<void>
}

interface EventRow {
  id: string
  name: string
  version: string
  payload: unknown
  stream: string
  actor_id: string | null
  occurred_at: Date
  request_id: string
}

async function runEvent(ctx: Ctx, task: Task): Promise<void> {
  const handler = ctx.kernel.registry.handlers.get(task.name)
  if (!handler) throw new UnrecoverableError(`there is no handler ${task.name}`)
  await inTx(ctx, async (tx) => {
    // marking and work commit together: whatever the queue repeats, the work is done once. Whoever holds the row is waited for:
    // the relay, which marks it as handed over right now, or another worker, after which there is nothing left to do
    const mine = await raw(tx.db).$queryRawUnsafe<unknown[]>('select id::text from relay.task where id = $1::uuid and done_at is null for update', task.id)
    if (mine.length === 0) return
    const [row] = await raw(tx.db).$queryRawUnsafe<EventRow[]>(
      'select id::text, name, version, payload, stream, actor_id::text, occurred_at, request_id from "__tenant__"."event" where id = $1::uuid',
      task.event_id,
    )
    if (!row) throw new UnrecoverableError('the event is not there')
    const event: StoredEvent = {
      id: row.id,
      name: row.name,
      version: row.version,
      payload: row.payload,
      stream: row.stream,
      actorId: row.actor_id,
      occurredAt: new Date(row.occurred_at).toISOString(),
      requestId: row.request_id,
    }
    await handler.fn(tx, event)
    await raw(tx.db).$executeRawUnsafe('update relay.task set done_at = now(), attempts = attempts + 1, error = null where id = $1::uuid', task.id)
  })
}

async function runJob(ctx: Ctx, task: Task, attempt: number, attempts: number): Promise<void> {
  const bound = ctx.kernel.registry.jobs.get(task.name)
  if (!bound) throw new UnrecoverableError(`there is no job ${task.name}`)
  const { pool } = ctx.kernel.shards.of(ctx.realm)
  if (!(await takeLease(pool, task.id, LEASE_SECONDS))) throw new Error('the task is being run elsewhere')
  const heartbeat = setInterval(() => void renewLease(pool, task.id, LEASE_SECONDS).catch(() => undefined), (LEASE_SECONDS * 1000) / 3)
  try {
    await bound.fn(ctx, task.input, { attempt, lastAttempt: attempt >= attempts })
    await markDone(pool, task.id)
  } finally {
    clearInterval(heartbeat)
  }
}

/** Runs one task; `attempt` counts from 1. Throws when it should be tried again, or an {@link UnrecoverableError} when not. */
export async function runTask(kernel: Kernel, message: TaskMessage, attempt: number, attempts: number): Promise<void> {
  const realm = await kernel.realms.byId(message.realm)
  if (!realm) throw new UnrecoverableError('the tenant is not there')
  const { pool } = kernel.shards.of(realm)
  const task = await findTask(pool, message.taskId)
  if (!task || task.done_at || task.dead_at) return
  if (task.realm !== message.realm) throw new UnrecoverableError('the message names another tenant than its task')
  const ctx = createContext(kernel, realm, { kind: 'system' }, task.request_id, null)
  const end = kernel.metrics.taskSeconds.startTimer({ name: task.name })
  try {
    if (task.kind === 'event') await runEvent(ctx, task)
    else await runJob(ctx, task, attempt, attempts)
    await kernel.readers.wrote(realm)
    kernel.metrics.tasks.inc({ name: task.name, outcome: 'done' })
  } catch (err) {
    // a declared failure will not get better by trying again
    const final = err instanceof AppError || err instanceof UnrecoverableError || attempt >= attempts
    await markFailed(pool, task.id, (err as Error).message, final)
    kernel.metrics.tasks.inc({ name: task.name, outcome: final ? 'dead' : 'failed' })
    ctx.log.error({ err, task: task.id, name: task.name, attempt, final }, 'task failed')
    throw err instanceof AppError ? new UnrecoverableError(err.message) : err
  } finally {
    end()
  }
}

/** Starts one consumer per queue. */
export function startConsumers(kernel: Kernel): Consumers {
  const connection = connectQueueRedis(kernel.config.REDIS_URL, kernel.log, 'consumers')
  const workers = queueNames.map((name) => {
    const worker = new Worker<TaskMessage>(name, (job: Job<TaskMessage>) => runTask(kernel, job.data, job.attemptsMade + 1, job.opts.attempts ?? 1), {
      connection,
      prefix: queuePrefix(kernel),
      concurrency: name === 'media' ? MEDIA_CONCURRENCY : kernel.config.WORKER_CONCURRENCY,
      lockDuration: 15_000,
      stalledInterval: 5_000,
      maxStalledCount: 5,
    })
    worker.on('error', (err) => kernel.log.debug({ err: err.message, queue: name }, 'queue connection'))
    return worker
  })
  return {
    async stop() {
      // closing waits for what is running
      await Promise.all(workers.map((w) => w.close()))
      connection.disconnect()
    },
  }
}
