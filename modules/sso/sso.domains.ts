import { randomBytes } from 'node:crypto'
import { recordAudit } from '@itellico/contracts/audit'
import { SSO_PROOF_LABEL, ssoDomainInvalid, ssoDomainKnown, ssoDomainUnproven, type OfferedConnection, type SsoDomain } from '@itellico/contracts/sso'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { found } from '../actor.ts'
import { PROOF, domainOf, readDomain } from './sso.policy.ts'
import * as repository from './sso.repository.ts'

const BATCH = 50
const proofOf = (row: repository.DomainRow) => ({ name: `${SSO_PROOF_LABEL}.${row.domain}`, type: 'TXT' as const, value: `itellico-sso=${row.token}` })

/** A domain of e-mail addresses as admins see it. */
export function toDomain(row: repository.DomainRow): SsoDomain {
  return {
    id: row.id,
    domain: row.domain,
    record: proofOf(row),
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    problem: row.problem as SsoDomain['problem'],
    forced: row.forced,
  }
}

async function audit(
  ctx: Ctx,
  action: 'added' | 'verified' | 'lost' | 'forced' | 'freed' | 'removed',
  domain: string,
  connectionId: string,
  name: string,
): Promise<void> {
  await ask(ctx, recordAudit, { action: `sso.domain_${action}`, entity: 'sso_connection', entityId: connectionId, data: { domain, name } })
}

/** Adds a domain of e-mail addresses to a connection, with a secret of its own that must be found in the DNS. */
export async function addDomain(ctx: Ctx, connectionId: string, typed: string): Promise<SsoDomain> {
  const domain = readDomain(typed)
  if (!domain) throw fail(ssoDomainInvalid)
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, `sso-domain/${domain}`)
    const connection = found(await repository.find(tx.db, connectionId))
    if (await repository.findDomainByName(tx.db, domain)) throw fail(ssoDomainKnown)
    const row = await repository.insertDomain(tx.db, { id: newId(), connectionId, domain, token: randomBytes(24).toString('base64url') })
    await audit(tx, 'added', domain, connectionId, connection.name)
    return toDomain(row)
  })
}

/** Looks for the proof of a domain. No answer of the DNS proves nothing; a proof that is gone for seven days counts no more. */
async function look(ctx: Ctx, row: repository.DomainRow, name: string): Promise<SsoDomain> {
  const proof = proofOf(row)
  const texts = await ctx.kernel.resolver.texts(proof.name).catch(() => null)
  const now = ctx.now()
  return inTx(ctx, async (tx) => {
    const before = found(await repository.findDomain(tx.db, row.id))
    if (!texts) return toDomain(await repository.updateDomain(tx.db, row.id, { checkedAt: now, problem: 'unreachable' }))
    if (texts.includes(proof.value)) {
      if (!before.verifiedAt) await audit(tx, 'verified', row.domain, row.connectionId, name)
      return toDomain(await repository.updateDomain(tx.db, row.id, { checkedAt: now, problem: null, missingSince: null, verifiedAt: before.verifiedAt ?? now }))
    }
    const missingSince = before.verifiedAt ? (before.missingSince ?? now) : null
    const lost = missingSince !== null && now.getTime() - missingSince.getTime() >= PROOF.graceMs
    if (lost) await audit(tx, 'lost', row.domain, row.connectionId, name)
    const problem = texts.length > 0 ? 'other_value' : 'no_record'
    const gone = lost ? { verifiedAt: null, forced: false, missingSince: null } : { missingSince }
    return toDomain(await repository.updateDomain(tx.db, row.id, { checkedAt: now, problem, ...gone }))
  })
}

/** Looks for the proof of a domain now. */
export async function checkDomain(ctx: Ctx, id: string): Promise<SsoDomain> {
  const row = found(await repository.findDomain(ctx.db, id))
  return look(ctx, row, row.connection.name)
}

/** Looks again at proven domains whose last look is a day ago. */
export async function lookAtDue(ctx: Ctx): Promise<void> {
  for (const row of await repository.dueDomains(ctx.db, new Date(ctx.now().getTime() - PROOF.everyMs), BATCH)) await look(ctx, row, '')
}

/** Says whether people with addresses of a proven domain sign in through the provider only. */
export async function forceDomain(ctx: Ctx, id: string, forced: boolean): Promise<SsoDomain> {
  return inTx(ctx, async (tx) => {
    const row = found(await repository.findDomain(tx.db, id))
    if (forced && !row.verifiedAt) throw fail(ssoDomainUnproven)
    const next = await repository.updateDomain(tx.db, id, { forced })
    await audit(tx, forced ? 'forced' : 'freed', row.domain, row.connectionId, row.connection.name)
    return toDomain(next)
  })
}

/** Removes a domain. */
export async function removeDomain(ctx: Ctx, id: string): Promise<void> {
  await inTx(ctx, async (tx) => {
    const row = found(await repository.findDomain(tx.db, id))
    await repository.removeDomain(tx.db, id)
    await audit(tx, 'removed', row.domain, row.connectionId, row.connection.name)
  })
}

/** The connection through which people with an address must sign in; none while it is switched off or its domain is not proven. */
export async function forcedFor(ctx: Ctx, email: string): Promise<OfferedConnection | null> {
  const domain = domainOf(email)
  if (ctx.realm.kind === 'platform' || !domain) return null
  const row = await repository.findDomainByName(ctx.db, domain)
  if (!row?.forced || !row.verifiedAt || !row.connection.enabled) return null
  return { id: row.connection.id, name: row.connection.name, kind: row.connection.kind as OfferedConnection['kind'] }
}
