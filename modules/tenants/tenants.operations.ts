import * as contract from '@itellico/contracts/tenant-life'
import { inTx, lockInTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { AppError, fail } from '@itellico/kernel/errors'
import { enqueue } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import type { JobRun } from '@itellico/kernel/module'
import { push } from '@itellico/kernel/realtime'
import type { Prisma } from '../generated/prisma/client.ts'
import { actorId } from '../actor.ts'
import { archiveUrl } from './tenants.links.ts'
import { runOperation } from './tenants.jobs.ts'
import * as repository from './tenants.operations.repository.ts'

type Row = repository.OperationRow

/** An operation as the platform's staff sees it. */
export function toOperation(ctx: Ctx, r: Row): contract.Operation {
  const secret = r.secret as { key?: string } | null
  const state = r.state as { bytes?: number; target?: string }
  const kept = r.kind === 'archive' && r.status === 'done' && r.expiresAt !== null && r.expiresAt > ctx.now()
  return {
    id: r.id,
    tenantId: r.tenantId,
    kind: r.kind as contract.Operation['kind'],
    status: r.status as contract.Operation['status'],
    step: r.step,
    done: r.done,
    total: r.total,
    error: r.error,
    target: state.target ?? null,
    archive:
      kept && secret?.key && r.expiresAt
        ? { url: archiveUrl(ctx, r.id, r.expiresAt), key: secret.key, bytes: state.bytes ?? 0, expiresAt: r.expiresAt.toISOString() }
        : null,
    createdAt: r.createdAt.toISOString(),
    finishedAt: r.finishedAt?.toISOString() ?? null,
  }
}

/** Writes down what is to be done to a tenant and queues it; one thing at a time per tenant. */
export async function begin(
  tx: TxCtx,
  tenantId: string,
  kind: contract.Operation['kind'],
  input: Prisma.InputJsonValue,
  target: string | null = null,
): Promise<contract.Operation> {
  await lockInTx(tx, `tenant/${tenantId}`)
  if (await repository.findOpen(tx.db, tenantId)) throw fail(contract.operationRunning)
  const row = await repository.insert(tx.db, {
    id: newId(),
    tenantId,
    kind,
    status: 'queued',
    step: 'Waiting for a worker',
    input,
    state: target ? { target } : {},
    requestedBy: actorId(tx),
    createdAt: tx.now(),
  })
  await enqueue(tx, runOperation, { operationId: row.id }, { key: row.id })
  return toOperation(tx, row)
}

/** What was and is being done to a tenant. */
export async function list(ctx: Ctx, tenantId: string): Promise<{ items: contract.Operation[] }> {
  return { items: (await repository.list(ctx.db, tenantId, 20)).map((r) => toOperation(ctx, r)) }
}

/** What an operation tells while it runs, and what it keeps for a crash in the middle. */
export interface Progress {
  readonly row: Row
  tell(step: string, done: number, total: number): Promise<void>
  /** Keeps what a later run needs to go on. */
  keep(state: Record<string, unknown>): Promise<void>
}

/** Runs an operation's work; the last failed try ends it with its reason. */
export async function run(
  ctx: Ctx,
  operationId: string,
  tries: JobRun,
  work: (progress: Progress) => Promise<Prisma.TenantOperationUncheckedUpdateInput | null>,
): Promise<void> {
  const row = await repository.find(ctx.db, operationId)
  if (!row || !['queued', 'running'].includes(row.status)) return
  let state = row.state as Record<string, unknown>
  const save = async (data: Prisma.TenantOperationUncheckedUpdateInput): Promise<void> => {
    const saved = await repository.update(ctx.db, operationId, data)
    push(ctx, { staff: true }, contract.operationProgress, { ...toOperation(ctx, saved), archive: null })
  }
  await save({ status: 'running' })
  try {
    const result = await work({
      row,
      tell: (step, done, total) => save({ step, done, total }),
      async keep(change) {
        state = { ...state, ...change }
        await repository.update(ctx.db, operationId, { state: state as Prisma.InputJsonObject })
      },
    })
    await inTx(ctx, async (tx) => {
      const now = await repository.find(tx.db, operationId)
      if (now) await repository.update(tx.db, operationId, { status: 'done', step: 'Done', done: now.total, error: null, finishedAt: tx.now(), ...result })
    })
    const ended = await repository.find(ctx.db, operationId)
    if (ended) push(ctx, { staff: true }, contract.operationProgress, { ...toOperation(ctx, ended), archive: null })
  } catch (e) {
    // a declared failure will not get better by trying again
    if (tries.lastAttempt || e instanceof AppError) await save({ status: 'failed', error: (e as Error).message.slice(0, 1000), finishedAt: ctx.now() })
    throw e
  }
}
