import { recordAudit } from '@itellico/contracts/audit'
import type { AuditAction } from '@itellico/contracts/audit-actions'
import type { PlanKey } from '@itellico/contracts/plans'
import { because } from '@itellico/contracts/refusals'
import * as life from '@itellico/contracts/tenant-life'
import * as contract from '@itellico/contracts/tenants'
import { inTx, lockInTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { systemContext } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import type { Prisma } from '../generated/prisma/client.ts'
import { found } from '../actor.ts'
import * as repository from './tenants.repository.ts'
import { toTenant } from './tenants.view.ts'

const DAY = 86_400_000
/** Days in which an archived tenant can be exported and opened again. */
export const GRACE_DAYS = 30
/** Days that a tenant may be overdue before it is suspended: after the reminders of 1, 3, 5 and 7 days. */
const OVERDUE_DAYS = 7

type Status = contract.Tenant['status']

const control = (ctx: Ctx): Ctx => systemContext(ctx.kernel, ctx.kernel.realms.platform, ctx.requestId)

/** Moves a tenant from one of some states; any other answers 422 with the state that it is in. */
export async function change(
  ctx: Ctx,
  id: string,
  from: readonly Status[],
  data: Prisma.TenantUncheckedUpdateInput,
  after: (tx: TxCtx) => Promise<void>,
): Promise<contract.Tenant> {
  const tenant = await inTx(ctx, async (tx) => {
    await lockInTx(tx, `tenant/${id}`)
    const row = found(await repository.find(tx.db, id))
    if (!from.includes(row.status as Status)) throw fail(contract.tenantState, because('state', { status: row.status }))
    await repository.update(tx.db, id, data)
    await after(tx)
    return toTenant(tx, found(await repository.find(tx.db, id)))
  })
  ctx.kernel.realms.forget()
  return tenant
}

const audit = (tx: TxCtx, id: string, action: AuditAction, reason = ''): Promise<unknown> =>
  ask(tx, recordAudit, { action, entity: 'tenant', entityId: id, data: { reason } })

/** Suspends a tenant: people can read, nothing can be changed. */
export function suspend(ctx: Ctx, id: string, reason: string): Promise<contract.Tenant> {
  return change(ctx, id, ['trial', 'active', 'past_due'], { status: 'suspended', suspendedReason: reason }, async (tx) => {
    await emit(tx, contract.tenantSuspendedEvent, `tenant:${id}`, { tenantId: id, reason })
    await audit(tx, id, 'tenants.suspended', reason)
  })
}

/** Reactivates a suspended tenant. */
export function reactivate(ctx: Ctx, id: string): Promise<contract.Tenant> {
  return change(ctx, id, ['suspended'], { status: 'active', suspendedReason: null, pastDueSince: null, trialEndsAt: null }, async (tx) => {
    await emit(tx, contract.tenantActivated, `tenant:${id}`, { tenantId: id })
    await audit(tx, id, 'tenants.reactivated')
  })
}

/** Makes a trial or an overdue tenant active: it has paid. */
export function activate(ctx: Ctx, id: string, reason: string): Promise<contract.Tenant> {
  return change(ctx, id, ['trial', 'past_due'], { status: 'active', trialEndsAt: null, pastDueSince: null }, async (tx) => {
    await emit(tx, contract.tenantActivated, `tenant:${id}`, { tenantId: id })
    await audit(tx, id, 'tenants.activated', reason)
  })
}

/** Notes that a tenant has not paid. */
export function markPastDue(ctx: Ctx, id: string, reason: string): Promise<contract.Tenant> {
  return change(ctx, id, ['trial', 'active'], { status: 'past_due', pastDueSince: ctx.now(), trialEndsAt: null }, async (tx) => {
    await emit(tx, life.tenantPastDue, `tenant:${id}`, { tenantId: id })
    await audit(tx, id, 'tenants.past_due', reason)
  })
}

/** Closes a tenant: its admins can read and export for some days, then it is purged. */
export function archive(ctx: Ctx, id: string, reason: string): Promise<contract.Tenant> {
  const purgeAfter = new Date(ctx.now().getTime() + GRACE_DAYS * DAY)
  return change(
    ctx,
    id,
    ['trial', 'active', 'past_due', 'suspended'],
    { status: 'archived', archivedAt: ctx.now(), archiveReason: reason, purgeAfter, archiveRequestedAt: null },
    async (tx) => {
      await emit(tx, life.tenantArchivedEvent, `tenant:${id}`, { tenantId: id, purgeAfter: purgeAfter.toISOString() })
      await audit(tx, id, 'tenants.archived', reason)
    },
  )
}

/** Opens an archived tenant again. */
export function restore(ctx: Ctx, id: string, reason: string): Promise<contract.Tenant> {
  return change(ctx, id, ['archived'], { status: 'active', archivedAt: null, archiveReason: null, purgeAfter: null, suspendedReason: null }, async (tx) => {
    await emit(tx, contract.tenantActivated, `tenant:${id}`, { tenantId: id })
    await audit(tx, id, 'tenants.restored', reason)
  })
}

/** Changes plan and agreed limits; a limit of null follows the plan again. */
export function setPlan(ctx: Ctx, id: string, plan: PlanKey, limits: Readonly<Record<string, number | null | undefined>> = {}): Promise<contract.Tenant> {
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, `tenant/${id}`)
    const row = found(await repository.find(tx.db, id))
    const before = row.limitOverrides as Record<string, number>
    const next = Object.fromEntries(Object.entries({ ...before, ...limits }).filter(([, v]) => typeof v === 'number')) as Record<string, number>
    await repository.update(tx.db, id, { plan, limitOverrides: next })
    await ask(tx, recordAudit, {
      action: 'tenants.plan_changed',
      entity: 'tenant',
      entityId: id,
      changes: [
        { field: 'plan', from: row.plan, to: plan },
        { field: 'limits', from: before, to: next },
      ],
    })
    tx.afterCommit(() => ctx.kernel.realms.forget())
    return toTenant(tx, found(await repository.find(tx.db, id)))
  })
}

/** Says that a tenant is being worked on, or that it is over. */
export function setMaintenance(ctx: Ctx, id: string, on: boolean): Promise<contract.Tenant> {
  return change(ctx, id, ['trial', 'active', 'past_due', 'suspended', 'archived'], { maintenance: on }, async (tx) => {
    await audit(tx, id, on ? 'tenants.maintenance_began' : 'tenants.maintenance_ended')
  })
}

/** An admin asks for the own marketplace to be closed; the platform's staff decides. */
export async function requestArchiving(ctx: Ctx, confirm: string, reason: string): Promise<null> {
  if (confirm !== ctx.realm.slug) throw fail(life.confirmationWrong, because('writeToConfirm', { word: ctx.realm.slug }))
  await change(
    control(ctx),
    ctx.realm.id,
    ['trial', 'active', 'past_due', 'suspended'],
    { archiveRequestedAt: ctx.now(), archiveReason: reason },
    async (tx) => {
      await emit(tx, life.archivingRequested, `tenant:${ctx.realm.id}`, { tenantId: ctx.realm.id, reason })
      await audit(tx, ctx.realm.id, 'tenants.archiving_requested', reason)
    },
  )
  await inTx(ctx, (tx) => audit(tx, ctx.realm.id, 'tenants.archiving_requested', reason))
  return null
}

/** The admin wants to stay after all. */
export async function withdrawArchiving(ctx: Ctx): Promise<null> {
  await change(control(ctx), ctx.realm.id, ['trial', 'active', 'past_due', 'suspended'], { archiveRequestedAt: null, archiveReason: null }, async (tx) => {
    await audit(tx, ctx.realm.id, 'tenants.archiving_withdrawn')
  })
  await inTx(ctx, (tx) => audit(tx, ctx.realm.id, 'tenants.archiving_withdrawn'))
  return null
}

/** Moves tenants on by the clock: trials that end are overdue, those overdue for long are suspended. */
export async function moveOn(ctx: Ctx): Promise<void> {
  const now = ctx.now()
  for (const id of await repository.trialsEnded(ctx.db, now)) await markPastDue(ctx, id, 'the trial has ended').catch(ignoreState)
  for (const id of await repository.overdueSince(ctx.db, new Date(now.getTime() - OVERDUE_DAYS * DAY)))
    await suspend(ctx, id, `not paid for ${OVERDUE_DAYS} days`).catch(ignoreState)
}

/** Somebody else was faster: then there is nothing to do. */
function ignoreState(e: unknown): void {
  if ((e as { contract?: unknown }).contract !== contract.tenantState) throw e
}
