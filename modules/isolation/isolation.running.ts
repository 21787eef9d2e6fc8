import { recordAudit } from '@itellico/contracts/audit'
import { isolationProgress, type Probe } from '@itellico/contracts/isolation'
import { buildVersion } from '@itellico/kernel/config'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import type { JobRun } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { push } from '@itellico/kernel/realtime'
import { databasePlans, filePlans, linkPlans, schemaPlans, searchPlans } from './isolation.probes.ts'
import * as repository from './isolation.repository.ts'
import { listPlans, routePlans, tokenPlans } from './isolation.routes.ts'
import { openScene, type Outcome, type Plan, type Scene } from './isolation.scene.ts'
import { signReport } from './isolation.signing.ts'
import { openVisitor } from './isolation.visitor.ts'

const FAILED = 'The check could not be run to its end. Please try again.'
const TELL_EVERY = 10

const countsOf = (probes: readonly Probe[]): { passed: number; failed: number; skipped: number } => {
  const n = (outcome: Probe['outcome']): number => probes.filter((p) => p.outcome === outcome).length
  return { passed: n('passed'), failed: n('failed'), skipped: n('skipped') }
}

/** All probes of a tenant, those that only read first. */
async function plansOf(scene: Scene): Promise<Plan[]> {
  const all = [
    ...schemaPlans(scene),
    ...databasePlans(scene),
    ...(await filePlans(scene)),
    ...tokenPlans(scene),
    ...listPlans(scene),
    ...searchPlans(scene),
    ...(await linkPlans(scene)),
    ...routePlans(scene),
  ]
  return [...all.filter((p) => !p.changes), ...all.filter((p) => p.changes)]
}

function tell(ctx: Ctx | TxCtx, row: repository.CheckRow): void {
  const { passed, failed, skipped } = row
  push(ctx, { users: [row.requestedBy] }, isolationProgress, {
    checkId: row.id,
    status: row.status as 'running',
    progress: row.progress,
    counts: { passed, failed, skipped },
  })
}

/** Runs a check: every probe, then the signed report. Run again after a crash it starts over. */
export async function run(ctx: Ctx, checkId: string, tries: JobRun): Promise<void> {
  const save = async (data: Parameters<typeof repository.update>[2], inside: Ctx | TxCtx = ctx): Promise<repository.CheckRow | null> => {
    const row = await repository.update(inside.db, checkId, data)
    if (row) tell(inside, row)
    return row
  }
  if (!(await save({ status: 'running', progress: 0, passed: 0, failed: 0, skipped: 0 }))) return
  try {
    const startedAt = ctx.now().toISOString()
    const scene = await openScene(ctx, await openVisitor(ctx))
    const plans = await plansOf(scene)
    const probes: Probe[] = []
    for (const { run: probe, changes, group, name, expected } of plans) {
      const hole = changes && probes.some((p) => p.outcome === 'failed')
      const outcome: Outcome = hole ? { outcome: 'skipped', got: 'not tried, because another probe failed' } : await probe()
      probes.push({ group, name, expected, ...outcome })
      if (probes.length % TELL_EVERY === 0) await save({ progress: Math.floor((99 * probes.length) / plans.length), ...countsOf(probes) })
    }
    const finishedAt = ctx.now()
    const counts = countsOf(probes)
    const report = await signReport(ctx.kernel, {
      id: checkId,
      tenant: { id: ctx.realm.id, slug: ctx.realm.slug },
      version: buildVersion(),
      startedAt,
      finishedAt: finishedAt.toISOString(),
      counts,
      probes,
    })
    await inTx(ctx, async (tx) => {
      if (!(await save({ status: 'done', progress: 100, ...counts, report, finishedAt, version: buildVersion() }, tx))) return
      await ask(tx, recordAudit, {
        action: counts.failed ? 'isolation.holes_found' : 'isolation.no_hole_found',
        entity: 'isolation-check',
        entityId: checkId,
        data: { count: counts.failed },
      })
    })
  } catch (e) {
    if (tries.lastAttempt) await save({ status: 'failed', error: FAILED, finishedAt: ctx.now() })
    throw e
  }
}
