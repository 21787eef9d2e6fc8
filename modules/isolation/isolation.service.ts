import { recordAudit } from '@itellico/contracts/audit'
import * as contract from '@itellico/contracts/isolation'
import { buildVersion } from '@itellico/kernel/config'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { enqueue } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { found, userOf } from '../actor.ts'
import { iso } from '../time.ts'
import { runCheck } from './isolation.jobs.ts'
import * as repository from './isolation.repository.ts'

const MOST_SHOWN = 50
const LOST_MS = 30 * 60_000
const LOST = 'The check did not come to its end. Please try again.'

function toCheck(row: Omit<repository.CheckRow, 'report'>): contract.IsolationCheck {
  return {
    id: row.id,
    status: row.status as contract.IsolationCheck['status'],
    progress: row.progress,
    counts: { passed: row.passed, failed: row.failed, skipped: row.skipped },
    version: row.version,
    error: row.error,
    createdAt: row.createdAt.toISOString(),
    finishedAt: iso(row.finishedAt),
  }
}

/** Starts a check; one runs at a time, and one that was lost does not stand in the way. */
export async function start(ctx: Ctx): Promise<contract.IsolationCheck> {
  const { userId } = userOf(ctx)
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, 'isolation-check')
    const now = tx.now()
    await repository.giveUpLost(tx.db, new Date(now.getTime() - LOST_MS), LOST)
    if (await repository.isOpen(tx.db)) throw fail(contract.checkRunning)
    const row = await repository.insert(tx.db, { id: newId(), version: buildVersion(), requestedBy: userId, createdAt: now })
    await enqueue(tx, runCheck, { checkId: row.id }, { key: row.id })
    await ask(tx, recordAudit, { action: 'isolation.requested', entity: 'isolation-check', entityId: row.id })
    return toCheck(row)
  })
}

/** The newest checks. */
export async function list(ctx: Ctx): Promise<{ items: contract.IsolationCheck[] }> {
  return { items: (await repository.list(ctx.db, MOST_SHOWN)).map(toCheck) }
}

/** A check with its report. */
export async function get(ctx: Ctx, id: string): Promise<contract.IsolationCheck & { report: string | null }> {
  const row = found(await repository.find(ctx.db, id))
  return { ...toCheck(row), report: row.report }
}
