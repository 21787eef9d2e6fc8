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

/** Provisions a tenant. Every step can be run again: after a crash the job goes on where it stopped. */
export async function provision(ctx: Ctx, tenantId: string, run: JobRun): Promise<void> {
  const row = await repository.find(ctx.db, tenantId)
  if (!row || row.status !== 'provisioning') return
  let total = OWN_STEPS
  const tell = async (
    done: number,
    step: contract.ProvisioningStep,
    more: { status?: contract.Tenant['status']; part?: string; error?: string } = {},
  ): Promise<void> => {
    const progress = { step, part: more.part ?? null, done, total, error: more.error ?? null }
    await repository.setProgress(ctx.db, tenantId, progress)
    push(ctx, { staff: true }, contract.provisioningProgress, { tenantId, status: more.status ?? 'provisioning', ...progress })
  }
  try {
    await tell(0, 'schema')
    const adminUrl = ctx.kernel.shards.adminUrl(row.shard)
    const tables = await provisionSchema(adminUrl, tenantId, ctx.kernel.registry.modules, ctx.kernel.modulesUrl, async (done, name) => {
      total = Math.max(total, done + OWN_STEPS)
      await tell(done, 'tables', { part: name.split('/')[0] ?? name })
    })
    total = tables + OWN_STEPS
    await repository.update(ctx.db, tenantId, { schemaName: schemaOf(tenantId) })
    ctx.kernel.realms.forget()
    const realm = await ctx.kernel.realms.byId(tenantId)
    if (!realm) throw new Error('the tenant cannot be found')
    const inside = systemContext(ctx.kernel, realm, ctx.requestId)
    await tell(tables + 1, 'fields')
    await ask(inside, installTemplate, { key: row.industry as contract.Industry, version: null })
    await tell(tables + 2, 'admin')
    const admin = row.adminInvite as { email: string; firstName: string; lastName: string } | null
    if (admin) {
      await inTx(inside, async (tx) => {
        const { userId, created } = await ask(tx, ensureUser, { ...admin, password: null, locale: row.locales[0] ?? 'en' })
        await ask(tx, setUserAccess, { userId, roles: ['tenant_admin'] })
        if (created) await emit(tx, passwordResetRequested, `user:${userId}`, { userId, welcome: true })
      })
    }
    const status = row.trialEndsAt ? 'trial' : 'active'
    await inTx(ctx, async (tx) => {
      await repository.update(tx.db, tenantId, { status, adminInvite: { sent: true } })
      await emit(tx, contract.tenantProvisioned, `tenant:${tenantId}`, { tenantId })
    })
    ctx.kernel.realms.forget()
    await repository.saveStats(ctx.db, tenantId, await repository.measure(inside.db), ctx.now())
    await tell(total, 'ready', { status })
  } catch (e) {
    if (run.lastAttempt) {
      await repository.update(ctx.db, tenantId, { status: 'failed' })
      await tell(0, 'stopped', { status: 'failed', error: 'Provisioning did not get through. Try again; if it stays like this, look at the dead letters.' })
    }
    throw e
  }
}
