import { recordAudit } from '@itellico/contracts/audit'
import { remainingUsers } from '@itellico/contracts/auth'
import { personErased } from '@itellico/contracts/privacy'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { emit, enqueue } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { systemContext } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import { runErasure } from './privacy.jobs.ts'
import * as repository from './privacy.repository.ts'
import { bindings, ownThings, personOf } from './privacy.scope.ts'

const BATCH = 500

/** Erases a person whose time has come. A run after a crash goes on: what goes along was written down, and every step can be done twice. */
export async function erase(ctx: Ctx, erasureId: string): Promise<void> {
  const asked = await repository.findErasure(ctx.db, erasureId)
  if (!asked || asked.dueAt > ctx.now() || (asked.status !== 'waiting' && asked.status !== 'running')) return
  if (asked.status === 'waiting' && !(await repository.beginErasure(ctx.db, erasureId, await ownThings(ctx, asked.userId)))) return
  const row = await repository.findErasure(ctx.db, erasureId)
  if (row) await run(ctx, row)
}

async function run(ctx: Ctx, row: repository.ErasureRow): Promise<void> {
  const { userId, profileIds, accountIds } = row
  // before anything is gone: a backup that is restored meanwhile forgets, too
  const platform = systemContext(ctx.kernel, ctx.kernel.realms.platform, ctx.requestId)
  await repository.noteTombstone(platform.db, { userId, tenantId: ctx.realm.id, profileIds, accountIds, erasedAt: ctx.now() })
  const person = await personOf(ctx, userId, { profileIds, accountIds })
  for (const { personal } of bindings(ctx)) await personal.erase?.(ctx, person)
  await inTx(ctx, async (tx) => {
    await repository.finishErasure(tx.db, row.id, tx.now())
    await emit(tx, personErased, `user:${userId}`, { userId })
    await ask(tx, recordAudit, { action: 'privacy.erased', entity: 'user', entityId: userId })
  })
}

/** Puts erasures in line whose time has come, and those that stopped on the way. */
export async function eraseDue(ctx: Ctx): Promise<void> {
  for (const { id } of await repository.dueErasures(ctx.db, ctx.now(), BATCH)) await inTx(ctx, (tx) => enqueue(tx, runErasure, { erasureId: id }, { key: id }))
}

/** Erases everybody again who was erased before and is back, as after a restored backup. Gives how many there were. */
export async function replay(ctx: Ctx): Promise<number> {
  const platform = systemContext(ctx.kernel, ctx.kernel.realms.platform, ctx.requestId)
  let count = 0
  for (let after: string | null = null; ;) {
    const ids: string[] = await ask(ctx, remainingUsers, { after, limit: BATCH })
    for (const { userId, profileIds, accountIds } of await repository.tombstones(platform.db, ids)) {
      const open = await repository.erasureOf(ctx.db, userId)
      const things = { profileIds, accountIds }
      if (open?.status === 'waiting') await repository.beginErasure(ctx.db, open.id, things)
      const row =
        open && open.status !== 'done'
          ? { ...open, ...things }
          : await repository.insertErasure(ctx.db, { id: newId(), userId, ...things, status: 'running', dueAt: ctx.now(), createdAt: ctx.now() })
      await run(ctx, row)
      count++
    }
    if (ids.length < BATCH) return count
    after = ids.at(-1) ?? null
  }
}
