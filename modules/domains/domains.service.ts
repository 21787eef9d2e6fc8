import { randomBytes } from 'node:crypto'
import { recordAudit } from '@itellico/contracts/audit'
import type { AuditAction } from '@itellico/contracts/audit-actions'
import * as contract from '@itellico/contracts/domains'
import { because, refused } from '@itellico/contracts/refusals'
import { inTx, lockInTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { systemContext } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import { found } from '../actor.ts'
import { announce, look } from './domains.check.ts'
import { patience, proofOf, readHost, shownHost } from './domains.policy.ts'
import * as repository from './domains.repository.ts'

const DAY = 86_400_000

const control = (ctx: Ctx): Ctx => systemContext(ctx.kernel, ctx.kernel.realms.platform, ctx.requestId)

function toDomain(row: repository.DomainRow): contract.Domain {
  const proof = proofOf(row.host, row.token)
  return {
    id: row.id,
    host: row.host,
    shown: shownHost(row.host),
    status: row.status as contract.Domain['status'],
    primary: row.isPrimary,
    record: { name: proof.name, type: 'TXT', value: proof.value },
    found: row.found,
    problem: row.problem as contract.Domain['problem'],
    checkedAt: row.checkedAt?.toISOString() ?? null,
    nextCheckAt: row.nextCheckAt?.toISOString() ?? null,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    missingSince: row.missingSince?.toISOString() ?? null,
    deactivatesAt: row.missingSince && row.status === 'active' ? new Date(row.missingSince.getTime() + contract.PROOF_GRACE_DAYS * DAY).toISOString() : null,
    createdAt: row.createdAt.toISOString(),
  }
}

const audit = (ctx: Ctx, action: AuditAction, host: string): Promise<unknown> =>
  ask(ctx, recordAudit, { action, entity: 'tenant', entityId: ctx.realm.id, data: { host: shownHost(host) } })

/** Changes the domains of the own marketplace, one change at a time, and forgets what was known of its hosts. */
async function change<T>(ctx: Ctx, work: (tx: TxCtx) => Promise<T>): Promise<T> {
  const result = await inTx(control(ctx), async (tx) => {
    await lockInTx(tx, `domains/${ctx.realm.id}`)
    return work(tx)
  })
  ctx.kernel.realms.forget()
  return result
}

/** The sub-domain and the own domains of the marketplace. */
export async function list(ctx: Ctx): Promise<{ subdomain: { host: string; primary: boolean }; items: contract.Domain[] }> {
  const rows = await repository.list(control(ctx).db, ctx.realm.id)
  return {
    subdomain: { host: `${ctx.realm.slug}.${ctx.kernel.config.PLATFORM_DOMAIN}`, primary: !rows.some((r) => r.isPrimary) },
    items: rows.map(toDomain),
  }
}

/** Adds a domain with a secret of its own that must be found in the DNS. */
export async function add(ctx: Ctx, typed: string): Promise<contract.Domain> {
  const answer = readHost(typed, ctx.kernel.config.PLATFORM_DOMAIN)
  if ('refused' in answer) throw fail(contract.domainInvalid, { errors: [refused('host', answer.refused)] })
  const { host } = answer
  const row = await change(ctx, async (tx) => {
    const rows = await repository.list(tx.db, ctx.realm.id)
    if (rows.some((r) => r.host === host)) throw fail(contract.domainKnown, { errors: [refused('host', 'listed')] })
    if (rows.length >= contract.MAX_DOMAINS) throw fail(contract.domainLimit, because('atMost', { count: contract.MAX_DOMAINS }))
    return repository.insert(tx.db, {
      id: newId(),
      tenantId: ctx.realm.id,
      host,
      token: randomBytes(24).toString('base64url'),
      nextCheckAt: new Date(tx.now().getTime() + patience(0)),
    })
  })
  await audit(ctx, 'domains.added', host)
  return toDomain(row)
}

/** Looks for the proof now. */
export async function check(ctx: Ctx, id: string): Promise<contract.Domain> {
  const inside = control(ctx)
  const row = found(await look(inside, found(await repository.find(inside.db, ctx.realm.id, id))))
  if (row.problem === 'taken') throw fail(contract.domainTaken, because('proofElsewhere'))
  await audit(ctx, 'domains.checked', row.host)
  return toDomain(row)
}

/** Uses a proven domain in links. */
export async function makePrimary(ctx: Ctx, id: string): Promise<contract.Domain> {
  const row = await change(ctx, async (tx) => {
    const wanted = found(await repository.find(tx.db, ctx.realm.id, id))
    if (wanted.status !== 'active') throw fail(contract.domainUnproven)
    await repository.clearPrimary(tx.db, ctx.realm.id)
    const now = await repository.update(tx.db, id, { isPrimary: true })
    await announce(tx, now, 'primary')
    return now
  })
  await audit(ctx, 'domains.primary', row.host)
  return toDomain(row)
}

/** Uses the sub-domain in links again. */
export async function chooseSubdomain(ctx: Ctx): Promise<void> {
  await change(ctx, async (tx) => {
    const before = (await repository.list(tx.db, ctx.realm.id)).find((r) => r.isPrimary)
    if (!before) return
    await repository.clearPrimary(tx.db, ctx.realm.id)
    await announce(tx, before, 'primary', 'domains.subdomain_chosen')
  })
  await audit(ctx, 'domains.subdomain_chosen', ctx.realm.slug)
}

/** Takes a domain away at once. */
export async function remove(ctx: Ctx, id: string): Promise<void> {
  const row = await change(ctx, async (tx) => {
    const gone = found(await repository.find(tx.db, ctx.realm.id, id))
    await repository.remove(tx.db, id)
    await announce(tx, gone, 'removed')
    return gone
  })
  await audit(ctx, 'domains.removed', row.host)
}

/** Hosts of the marketplace's active domains. */
export async function active(ctx: Ctx): Promise<string[]> {
  return (await repository.list(control(ctx).db, ctx.realm.id)).filter((r) => r.status === 'active').map((r) => r.host)
}

/** A tenant that is closed has no domains any more: others may use them. */
export async function release(tx: TxCtx, tenantId: string): Promise<void> {
  if (await repository.removeOfTenant(tx.db, tenantId)) tx.afterCommit(() => tx.kernel.realms.forget())
}
