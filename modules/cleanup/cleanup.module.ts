import type { Ctx } from '@itellico/kernel/context'
import { raw } from '@itellico/kernel/db'
import { defineModule } from '@itellico/kernel/module'
import { deleteDone } from '@itellico/kernel/tasks'

const HOUR = 3_600_000
const KEY_HOURS = 24
const TASK_DAYS = 7

/** Forgets idempotency keys after a day: by then nobody repeats a request. */
async function deleteOldKeys(ctx: Ctx): Promise<void> {
  await raw(ctx.db).$executeRawUnsafe(
    `delete from "__tenant__"."idempotency_key" where created_at < $1::timestamptz`,
    new Date(ctx.now().getTime() - KEY_HOURS * HOUR).toISOString(),
  )
}

/** Housekeeping of what the kernel itself keeps; modules clean up after themselves. */
export const cleanup = defineModule({
  name: 'cleanup',
  schedules: [
    { name: 'cleanup.idempotency-keys', everyMs: HOUR, per: 'realm', fn: deleteOldKeys },
    {
      name: 'cleanup.done-tasks',
      everyMs: HOUR,
      per: 'platform',
      fn: async (ctx) => {
        const before = new Date(ctx.now().getTime() - TASK_DAYS * 24 * HOUR)
        for (const shard of ctx.kernel.shards.all) await deleteDone(shard.pool, before)
      },
    },
  ],
})
