import { recordAudit } from '@itellico/contracts/audit'
import { ensureUser, passwordResetRequested, setUserAccess } from '@itellico/contracts/auth'
import { installTemplate } from '@itellico/contracts/templates'
import * as contract from '@itellico/contracts/tenants'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { emit } from '@itellico/kernel/events'
import { systemContext } from '@itellico/kernel/kernel'
import { provisionSchema } from '@itellico/kernel/migrate'
import type { JobRun } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { push } from '@itellico/kernel/realtime'
import { schemaOf } from '@itellico/kernel/realms'
import * as repository from './tenants.repository.ts'

const OWN_STEPS = 3
const MAX_REASON = 500
const UNFINISHED = ['provisioning', 'failed']

/** Provisions a tenant. Every step can be run again: after a crash or a failure the job goes on where it stopped. */
export async function provision(ctx: Ctx, tenantId: string, run: JobRun): Promise<void> {
  const row = await repository.find(ctx.db, tenantId)
  if (!row || !UNFINISHED.includes(row.status)) return
  if (row.status === 'failed') await repository.update(ctx.db, tenantId, { status: 'provisioning' })
  let at: contract.Provisioning = { step: 'schema', part: null, done: 0, total: OWN_STEPS, error: null }
  const tell = async (now: Partial<contract.Provisioning>, status: contract.Tenant['status'] = 'provisioning'): Promise<void> => {
    at = { ...at, part: null, ...now }
    await repository.setProgress(ctx.db, tenantId, at)
    push(ctx, { staff: true }, contract.provisioningProgress, { tenantId, status, ...at })
  }
  const status = row.trialEndsAt ? 'trial' : 'active'
  try {
    await tell({})
    const adminUrl = ctx.kernel.shards.adminUrl(row.shard)
    const tables = await provisionSchema(adminUrl, tenantId, ctx.kernel.registry.modules, ctx.kernel.modulesUrl, (done, total, module) =>
      tell({ step: 'tables', part: module, done, total: total + OWN_STEPS }),
    )
    await repository.update(ctx.db, tenantId, { schemaName: schemaOf(tenantId) })
    ctx.kernel.realms.forget()
    const realm = await ctx.kernel.realms.byId(tenantId)
    if (!realm) throw new Error('the tenant cannot be found')
    const inside = systemContext(ctx.kernel, realm, ctx.requestId)
    await tell({ step: 'fields', done: tables, total: tables + OWN_STEPS })
    await ask(inside, installTemplate, { key: row.industry as contract.Industry, version: null })
    await tell({ step: 'admin', done: tables + 1 })
    const admin = row.adminInvite as { email: string; firstName: string; lastName: string } | null
    if (admin) {
      await inTx(inside, async (tx) => {
        const { userId, created } = await ask(tx, ensureUser, { ...admin, password: null, locale: row.locales[0] ?? 'en' })
        await ask(tx, setUserAccess, { userId, roles: ['tenant_admin'] })
        if (created) await emit(tx, passwordResetRequested, `user:${userId}`, { userId, welcome: true })
      })
    }
    await tell({ step: 'opening', done: tables + 2 })
    await repository.saveStats(ctx.db, tenantId, await repository.measure(inside.db), ctx.now())
    await inTx(ctx, async (tx) => {
      await repository.update(tx.db, tenantId, { status, adminInvite: { sent: true } })
      await emit(tx, contract.tenantProvisioned, `tenant:${tenantId}`, { tenantId })
    })
  } catch (e) {
    const error = (e as Error).message.slice(0, MAX_REASON)
    if (run.lastAttempt) await giveUp(ctx, tenantId, error)
    await tell({ part: at.part, error }, run.lastAttempt ? 'failed' : 'provisioning')
    throw e
  }
  ctx.kernel.realms.forget()
  await tell({ step: 'ready', done: at.total }, status)
}

async function giveUp(ctx: Ctx, tenantId: string, reason: string): Promise<void> {
  await inTx(ctx, async (tx) => {
    await repository.update(tx.db, tenantId, { status: 'failed' })
    await ask(tx, recordAudit, { action: 'tenants.provisioning_failed', entity: 'tenant', entityId: tenantId, data: { reason } })
  })
}
