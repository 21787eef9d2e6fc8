import { recordAudit } from '@itellico/contracts/audit'
import { because } from '@itellico/contracts/refusals'
import * as life from '@itellico/contracts/tenant-life'
import * as contract from '@itellico/contracts/tenants'
import { asOwner } from '@itellico/kernel/admin'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { FLEET_LOCK, loadMigrations } from '@itellico/kernel/migrate'
import { beginCopy, copyProgress, finishMove, isLeft, MoveError, switchOver, undoMove, type Move } from '@itellico/kernel/move'
import { ask } from '@itellico/kernel/operations'
import { schemaOf } from '@itellico/kernel/realms'
import type { Prisma } from '../generated/prisma/client.ts'
import { found } from '../actor.ts'
import * as operations from './tenants.operations.ts'
import * as operationRows from './tenants.operations.repository.ts'
import * as repository from './tenants.repository.ts'

const POLL_MS = 200

/** The database servers with how much each holds. */
export async function listShards(ctx: Ctx): Promise<{ items: { name: string; tenants: number; reachable: boolean }[] }> {
  const load = await repository.countByShard(ctx.db)
  const items = ctx.kernel.shards.all.map(async ({ name, pool }) => ({
    name,
    tenants: load.get(name) ?? 0,
    reachable: await pool.query('select 1').then(
      () => true,
      () => false,
    ),
  }))
  return { items: await Promise.all(items) }
}

/** Asks for a tenant to be moved to another server. */
export async function requestMove(ctx: Ctx, id: string, shard: string): Promise<life.Operation> {
  return inTx(ctx, async (tx) => {
    const row = found(await repository.find(tx.db, id))
    if (!row.schemaName) throw fail(contract.tenantState, because('state', { status: row.status }))
    if (!tx.kernel.shards.all.some((s) => s.name === shard) || row.shard === shard)
      throw fail(life.shardUnfit, because(row.shard === shard ? 'isOnServer' : 'noServer', { server: shard }))
    await ask(tx, recordAudit, {
      action: 'tenants.move_requested',
      entity: 'tenant',
      entityId: id,
      data: { from: row.shard, to: shard },
    })
    return operations.begin(tx, id, 'move', { from: row.shard, to: shard }, shard)
  })
}

/** Stops a move that has not switched yet. */
export async function abortMove(ctx: Ctx, id: string): Promise<life.Operation> {
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, `tenant/${id}`)
    const open = await operationRows.findOpen(tx.db, id)
    if (open?.kind !== 'move') throw fail(life.noMove)
    await ask(tx, recordAudit, { action: 'tenants.move_aborted', entity: 'tenant', entityId: id })
    return operations.toOperation(tx, await operationRows.update(tx.db, open.id, { state: { ...(open.state as object), abort: true } }))
  })
}

/** Moves a tenant while it is used. A run after a crash goes on; a move that fails or is called off leaves everything where it was. */
export async function move(ctx: Ctx, progress: operations.Progress): Promise<Prisma.TenantOperationUncheckedUpdateInput> {
  const { row: op, tell } = progress
  const { from, to } = op.input as { from: string; to: string }
  const { kernel } = ctx
  const schema = schemaOf(op.tenantId)
  const migrations = await loadMigrations('tenant', kernel.registry.modules, kernel.modulesUrl)
  return asOwner(kernel, 'main', (main) =>
    asOwner(kernel, from, (source) =>
      asOwner(kernel, to, async (target): Promise<Prisma.TenantOperationUncheckedUpdateInput> => {
        const both: Move = { schema, realm: op.tenantId, source, target, sourceUrl: kernel.shards.adminUrl(from) }
        // nobody changes the tables meanwhile
        await main.query('select pg_advisory_lock_shared($1)', [FLEET_LOCK])
        let pauseMs = (op.state as { pauseMs?: number }).pauseMs
        if (!(await isLeft(both))) {
          const row = found(await repository.find(ctx.db, op.tenantId))
          if (row.shard === from) {
            try {
              await tell('Copying', 0, 4)
              await beginCopy(both, migrations)
              if (!(await copyAll(ctx, both, progress))) {
                await undoMove(both)
                return { status: 'aborted', step: 'Called off', error: null }
              }
              await tell('Switching', 3, 4)
              pauseMs = await switchOver(both)
            } catch (e) {
              // a fault of the data will not get better; a broken connection is tried again
              if (e instanceof MoveError) await undoMove(both)
              throw e instanceof MoveError ? fail(life.moveFailed, { detail: e.message }) : e
            }
            await progress.keep({ pauseMs: Math.round(pauseMs) })
          }
        }
        await repository.update(ctx.db, op.tenantId, { shard: to })
        kernel.realms.forget()
        await finishMove(both)
        return { total: 4, state: { target: to, pauseMs: Math.round(pauseMs ?? 0) } }
      }),
    ),
  )
}

/** Waits until every table is copied; false when the move is called off meanwhile. */
async function copyAll(ctx: Ctx, both: Move, { row, tell }: operations.Progress): Promise<boolean> {
  for (let shown = -1; ;) {
    const now = await operationRows.find(ctx.db, row.id)
    if ((now?.state as { abort?: boolean } | undefined)?.abort) return false
    const { done, total } = await copyProgress(both)
    if (done !== shown) await tell(`Copied ${done} of ${total} tables`, 1, 4)
    shown = done
    if (total > 0 && done === total) return true
    await new Promise((r) => setTimeout(r, POLL_MS))
  }
}
