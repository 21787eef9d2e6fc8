import { recordAudit } from '@itellico/contracts/audit'
import { brandLogos } from '@itellico/contracts/branding'
import { versionStale } from '@itellico/contracts/kit'
import type { PlanKey } from '@itellico/contracts/plans'
import { templateDefaults } from '@itellico/contracts/templates'
import * as contract from '@itellico/contracts/tenants'
import { refused } from '@itellico/contracts/refusals'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit, enqueue } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { systemContext } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import { isOpen } from '@itellico/kernel/realms'
import { decodeIdCursor, toPage } from '@itellico/kernel/paging'
import { listDead, revive, taskTotals, type DeadTask } from '@itellico/kernel/tasks'
import type { Prisma } from '../generated/prisma/client.ts'
import { found } from '../actor.ts'
import { provisionTenant } from './tenants.jobs.ts'
import { change } from './tenants.life.ts'
import * as repository from './tenants.repository.ts'
import { toPublicTenant, toTenant, toTenantProfile } from './tenants.view.ts'

const RESERVED = new Set(['www', 'app', 'api', 'admin', 'console', 'static', 'assets', 'mail', 'platform', 'control', 'queues'])

const control = (ctx: Ctx): Ctx => systemContext(ctx.kernel, ctx.kernel.realms.platform, ctx.requestId)

/** Branding and state of the marketplace of a request. */
export async function getPublic(ctx: Ctx): Promise<contract.PublicTenant> {
  const [row, logos] = await Promise.all([repository.find(control(ctx).db, ctx.realm.id), ask(ctx, brandLogos, {})])
  return toPublicTenant(found(row), ctx.realm.host, logos)
}

/** Which marketplace a host belongs to. */
export async function resolve(ctx: Ctx, host: string): Promise<{ id: string; slug: string; status: contract.Tenant['status'] }> {
  const realm = await ctx.kernel.realms.byHost(host)
  if (realm?.kind !== 'tenant' || realm.probe || !(isOpen(realm) || realm.status === 'archived')) throw fail(contract.tenantUnknown)
  return { id: realm.id, slug: realm.slug, status: realm.status as contract.Tenant['status'] }
}

/** Branding and settings of the own marketplace. */
export async function getProfile(ctx: Ctx): Promise<contract.TenantProfile> {
  return toTenantProfile(found(await repository.find(control(ctx).db, ctx.realm.id)))
}

/** Colours and roundness of the own marketplace. */
export async function theme(ctx: Ctx): Promise<contract.Theme> {
  return found(await repository.find(control(ctx).db, ctx.realm.id)).theme as contract.Theme
}

/** What the own marketplace is about. */
export async function industry(ctx: Ctx): Promise<contract.Industry> {
  return found(await repository.find(control(ctx).db, ctx.realm.id)).industry as contract.Industry
}

/** Changes branding and settings; settings that are not named stay. */
export async function updateProfile(
  ctx: Ctx,
  change: { name?: string; tagline?: string; about?: string; theme?: contract.Theme; settings?: contract.TenantProfile['settings']; locales?: string[] },
  ifMatch: number | null,
): Promise<contract.TenantProfile> {
  const inside = control(ctx)
  const before = await inTx(inside, async (tx) => {
    await lockInTx(tx, `tenant/${ctx.realm.id}`)
    const row = found(await repository.find(tx.db, ctx.realm.id))
    if (ifMatch !== null && ifMatch !== row.version) throw fail(versionStale, { context: { version: row.version } })
    await repository.update(tx.db, ctx.realm.id, change as Prisma.TenantUncheckedUpdateInput)
    return toTenantProfile(row)
  })
  ctx.kernel.realms.forget()
  await inTx(ctx, async (tx) => {
    await emit(tx, contract.settingsChanged, `tenant:${ctx.realm.id}`, { fields: Object.keys(change) })
    await ask(tx, recordAudit, {
      action: 'tenants.settings_changed',
      entity: 'tenant',
      entityId: ctx.realm.id,
      changes: Object.entries(change).map(([field, to]) => ({ field, from: before[field as 'name'], to })),
    })
  })
  return getProfile(ctx)
}

/** Tenants for the platform's staff, newest first. */
export async function list(ctx: Ctx, query: { q?: string; status?: string; cursor?: string; limit?: number }) {
  const limit = query.limit ?? 20
  const rows = await repository.list(
    ctx.db,
    { ...(query.q && { q: query.q }), ...(query.status && { status: query.status }), beforeId: decodeIdCursor(query.cursor) },
    limit + 1,
  )
  return toPage(rows, limit, (r) => toTenant(ctx, r))
}

/** One tenant. */
export async function get(ctx: Ctx, id: string): Promise<contract.Tenant> {
  return toTenant(ctx, found(await repository.find(ctx.db, id)))
}

/** What the platform asks of a new tenant. */
export interface NewTenant {
  readonly slug: string
  readonly name: string
  readonly industry: contract.Industry
  readonly adminEmail: string
  readonly adminFirstName: string
  readonly adminLastName: string
  readonly currency: string
  readonly timezone: string
  readonly locale: string
  readonly plan?: PlanKey
  /** Set for a trial: it begins when the tenant is ready. */
  readonly trialEndsAt?: Date | null
}

/** Whether a marketplace could have an address. */
export async function addressFree(ctx: Ctx, slug: string): Promise<boolean> {
  return !RESERVED.has(slug) && !(await repository.slugTaken(ctx.db, slug))
}

/** Writes a new tenant down and starts the job that provisions it. */
export async function create(ctx: Ctx, input: NewTenant): Promise<contract.Tenant> {
  if (RESERVED.has(input.slug)) throw fail(contract.tenantSlugTaken, { errors: [refused('slug', 'reserved')] })
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, `tenant-slug/${input.slug}`)
    if (await repository.slugTaken(tx.db, input.slug)) throw fail(contract.tenantSlugTaken, { errors: [refused('slug', 'taken')] })
    const id = newId()
    const { hue, unitSystem, settings } = await ask(tx, templateDefaults, { key: input.industry })
    await repository.insert(tx.db, {
      id,
      shard: await repository.leastLoaded(
        tx.db,
        tx.kernel.shards.all.map((s) => s.name),
      ),
      slug: input.slug,
      name: input.name.trim(),
      industry: input.industry,
      status: 'provisioning',
      theme: { hue, chroma: 0.13, radius: 6 },
      locales: [input.locale],
      currency: input.currency,
      timezone: input.timezone,
      unitSystem: input.locale.endsWith('-US') ? 'imperial' : unitSystem,
      settings,
      provisioning: { step: 'waiting', part: null, done: 0, total: 1, error: null },
      plan: input.plan ?? 'professional',
      trialEndsAt: input.trialEndsAt ?? null,
      adminInvite: { email: input.adminEmail, firstName: input.adminFirstName, lastName: input.adminLastName },
    })
    await emit(tx, contract.tenantRequested, `tenant:${id}`, { tenantId: id })
    await enqueue(tx, provisionTenant, { tenantId: id }, { key: id })
    await ask(tx, recordAudit, { action: 'tenants.created', entity: 'tenant', entityId: id, data: { name: input.name.trim() } })
    return get(tx, id)
  })
}

/** Goes on with a provisioning that failed. */
export function retry(ctx: Ctx, id: string): Promise<contract.Tenant> {
  return change(ctx, id, ['failed'], { status: 'provisioning' }, async (tx) => {
    await enqueue(tx, provisionTenant, { tenantId: id }, { key: id })
    await ask(tx, recordAudit, { action: 'tenants.provisioning_retried', entity: 'tenant', entityId: id })
  })
}

async function queueTotals(ctx: Ctx): Promise<contract.Overview['queue']> {
  const all = await Promise.all(ctx.kernel.shards.all.map((s) => taskTotals(s.pool)))
  const oldest = all.flatMap((t) => t.oldestSeconds ?? [])
  return {
    waiting: all.reduce((n, t) => n + t.waiting, 0),
    oldestSeconds: oldest.length ? Math.max(...oldest) : null,
    dead: all.reduce((n, t) => n + t.dead, 0),
  }
}

/** Totals of the platform. */
export async function overview(ctx: Ctx): Promise<contract.Overview> {
  const [byStatus, totals, queue] = await Promise.all([repository.countByStatus(ctx.db), repository.sumStats(ctx.db), queueTotals(ctx)])
  const n = (...statuses: string[]): number => statuses.reduce((sum, s) => sum + (byStatus.get(s) ?? 0), 0)
  return {
    tenants: {
      total: [...byStatus.values()].reduce((a, b) => a + b, 0),
      active: n('active', 'trial', 'past_due'),
      suspended: n('suspended'),
      provisioning: n('provisioning', 'failed'),
    },
    totals,
    queue,
  }
}

/** Work that failed for good, each piece with the tenant that it is about. */
export async function deadLetters(ctx: Ctx, query: { cursor?: string; limit?: number }) {
  const limit = query.limit ?? 20
  const before = decodeIdCursor(query.cursor)
  const lists = await Promise.all(ctx.kernel.shards.all.map((s) => listDead(s.pool, before, limit + 1)))
  // ids grow with time, on every server alike
  const rows = lists
    .flat()
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, limit + 1)
  const aboutOf = (r: DeadTask): string => (r.name === provisionTenant.name ? (r.input as { tenantId: string }).tenantId : r.realm)
  const ids = rows.map(aboutOf).filter((id) => id !== ctx.realm.id)
  const tenants = new Map((await repository.names(ctx.db, ids)).map((t) => [t.id, t]))
  return toPage(rows, limit, (r): contract.DeadLetter => ({
    id: r.id,
    kind: r.kind,
    name: r.name,
    tenant: tenants.get(aboutOf(r)) ?? null,
    attempts: r.attempts,
    error: r.error,
    diedAt: r.dead_at.toISOString(),
  }))
}

/** Puts failed work back in line. */
export async function replay(ctx: Ctx, id: string): Promise<{ id: string }> {
  const revived = await Promise.all(ctx.kernel.shards.all.map((s) => revive(s.pool, id)))
  found(revived.some(Boolean) || null)
  await ask(ctx, recordAudit, { action: 'tenants.dead_letter_replayed', entity: 'task', entityId: id })
  return { id }
}

/** Counts the sizes of every tenant. */
export async function measureAll(ctx: Ctx): Promise<void> {
  for (const realm of await ctx.kernel.realms.all()) {
    if (!isOpen(realm) || realm.probe) continue
    await repository.saveStats(ctx.db, realm.id, await repository.measure(systemContext(ctx.kernel, realm).db), ctx.now())
  }
}
