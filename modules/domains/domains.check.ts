import { recordAudit } from '@itellico/contracts/audit'
import type { AuditAction } from '@itellico/contracts/audit-actions'
import * as contract from '@itellico/contracts/domains'
import { inTx, lockInTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { emit } from '@itellico/kernel/events'
import { ask } from '@itellico/kernel/operations'
import type { Prisma } from '../generated/prisma/client.ts'
import { patience, proofOf, shownHost } from './domains.policy.ts'
import * as repository from './domains.repository.ts'

const DAY = 86_400_000
/** An active domain whose proof is away is looked at more often than daily. */
const MISSING_MS = 3_600_000
const BATCH = 50
const AT_ONCE = 10
const KEPT_TEXTS = 10

type Row = repository.DomainRow

type State = 'verified' | 'missing' | 'deactivated' | 'removed' | 'primary'

/** Tells what happened to a domain, in the platform's stream and audit trail. */
export async function announce(tx: TxCtx, row: Row, state: State, action: AuditAction = `domains.${state}`): Promise<void> {
  await emit(tx, contract.domainChanged, `tenant:${row.tenantId}`, {
    tenantId: row.tenantId,
    domainId: row.id,
    host: row.host,
    state,
    at: tx.now().toISOString(),
  })
  await ask(tx, recordAudit, { action, entity: 'tenant', entityId: row.tenantId, data: { host: shownHost(row.host) } })
}

/** Looks for the proof of a domain and acts on what is found; null when the domain was removed meanwhile. Works in the control schema. */
export async function look(control: Ctx, asked: Row): Promise<Row | null> {
  const proof = proofOf(asked.host, asked.token)
  const found = await control.kernel.resolver.texts(proof.name).catch((err: unknown) => {
    control.log.info({ err, host: asked.host }, 'the DNS gave no answer')
    return null
  })
  const row = await inTx(control, async (tx) => {
    // whoever comes first holds the host until its proof is written down
    await lockInTx(tx, `domain/${asked.host}`)
    const now = await repository.find(tx.db, asked.tenantId, asked.id)
    if (!now) return null
    return settle(tx, now, found, proof.value)
  })
  if (row?.status !== asked.status) control.kernel.realms.forget()
  return row
}

async function settle(tx: TxCtx, row: Row, found: string[] | null, value: string): Promise<Row> {
  const now = tx.now()
  const later = (ms: number): Date => new Date(now.getTime() + ms)
  const seen = { checkedAt: now, checks: { increment: 1 }, ...(found && { found: found.slice(0, KEPT_TEXTS).map((t) => t.slice(0, 200)) }) }
  const waiting = row.status === 'inactive' ? null : later(patience(row.checks))
  // no answer proves nothing, neither that the record is there nor that it is gone
  if (!found) return repository.update(tx.db, row.id, { ...seen, problem: 'unreachable', nextCheckAt: row.status === 'active' ? later(MISSING_MS) : waiting })
  if (!found.includes(value)) {
    const problem = found.length ? 'other_value' : 'no_record'
    return row.status === 'active' ? miss(tx, row, { ...seen, problem }) : repository.update(tx.db, row.id, { ...seen, problem, nextCheckAt: waiting })
  }
  if (row.status === 'active') return repository.update(tx.db, row.id, { ...seen, problem: null, missingSince: null, nextCheckAt: later(DAY) })
  if (await repository.holder(tx.db, row.host)) return repository.update(tx.db, row.id, { ...seen, problem: 'taken', nextCheckAt: waiting && later(DAY) })
  const proven = await repository.update(tx.db, row.id, {
    ...seen,
    status: 'active',
    problem: null,
    missingSince: null,
    verifiedAt: now,
    checks: 0,
    nextCheckAt: later(DAY),
  })
  await announce(tx, proven, 'verified')
  return proven
}

/** The proof of a domain in use is gone: a warning first, the end after some days. */
async function miss(tx: TxCtx, row: Row, seen: Prisma.TenantDomainUncheckedUpdateInput): Promise<Row> {
  const now = tx.now()
  const since = row.missingSince ?? now
  if (now.getTime() - since.getTime() < contract.PROOF_GRACE_DAYS * DAY) {
    const warned = await repository.update(tx.db, row.id, { ...seen, missingSince: since, nextCheckAt: new Date(now.getTime() + MISSING_MS) })
    if (!row.missingSince) await announce(tx, warned, 'missing')
    return warned
  }
  const ended = await repository.update(tx.db, row.id, { ...seen, status: 'inactive', isPrimary: false, nextCheckAt: null })
  await announce(tx, ended, 'deactivated')
  return ended
}

/** Looks at every domain that is due. One that fails does not keep the others waiting. */
export async function lookAtDue(control: Ctx): Promise<void> {
  const rows = await repository.due(control.db, control.now(), BATCH)
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    const outcomes = await Promise.allSettled(rows.slice(i, i + AT_ONCE).map((row) => look(control, row)))
    for (const o of outcomes) if (o.status === 'rejected') control.log.error({ err: o.reason as Error }, 'a domain could not be checked')
  }
}
