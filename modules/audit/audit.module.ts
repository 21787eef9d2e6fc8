import * as contract from '@itellico/contracts/audit'
import { auditActions, type AuditAction } from '@itellico/contracts/audit-actions'
import { fillText } from '@itellico/contracts/refusals'
import type { Ctx } from '@itellico/kernel/context'
import { newId } from '@itellico/kernel/ids'
import { answer, defineModule, handle, type RouteInput } from '@itellico/kernel/module'
import { decodeIdCursor, toPage } from '@itellico/kernel/paging'
import { linkEntries, prune, verify } from './audit.chain.ts'
import { masked } from './audit.masking.ts'
import { personalOfAudit } from './audit.redaction.ts'
import * as repository from './audit.repository.ts'

/** Links that a request follows; the command follows all. */
const AT_ONCE = 20_000

/** What stands in a text where a person was erased from it. */
const GONE = '…'

/** An entry from which a person was erased says its action alone. */
const isErased = (r: repository.EntryRow): boolean => r.summary === r.action

/** The facts of an entry; those of one that somebody was erased from are gone, and its text has marks in their places. */
function dataOf(r: repository.EntryRow): contract.AuditEntry['data'] {
  if (!isErased(r)) return r.data as contract.AuditEntry['data']
  const places = auditActions[r.action as AuditAction].matchAll(/\{(\w+)\}/g)
  return Object.fromEntries([...places].map(([, name = '']) => [name, GONE]))
}

const summaryOf = (r: repository.EntryRow): string => (isErased(r) ? fillText(auditActions[r.action as AuditAction], dataOf(r)) : r.summary)

async function list(ctx: Ctx, query: RouteInput<typeof contract.listAudit>['query']) {
  const limit = query.limit ?? 20
  const rows = await repository.list(
    ctx.db,
    {
      ...(query.actorId && { actorId: query.actorId }),
      ...(query.action && { action: query.action }),
      ...(query.entityId && { entityId: query.entityId }),
      ...(query.q && { q: query.q }),
      ...(query.from && { from: new Date(query.from) }),
      ...(query.to && { to: new Date(query.to) }),
      beforeId: decodeIdCursor(query.cursor),
    },
    limit + 1,
  )
  return toPage(rows, limit, (r): contract.AuditEntry => ({
    id: r.id,
    at: r.at.toISOString(),
    actorId: r.actorId,
    actorName: r.actorName,
    key: r.keyId === null ? null : { id: r.keyId, name: r.keyName ?? '' },
    entity: r.entity,
    entityId: r.entityId,
    action: r.action,
    summary: summaryOf(r),
    ...masked(ctx, { data: dataOf(r), changes: r.changes as contract.AuditEntry['changes'], ip: r.ip }),
    requestId: r.requestId,
  }))
}

export const audit = defineModule({
  name: 'audit',
  migrations: ['tenant', 'control'],
  personal: personalOfAudit,
  routes: [
    handle(contract.listAudit, (ctx, { query }) => list(ctx, query)),
    handle(contract.listPlatformAudit, (ctx, { query }) => list(ctx, query)),
    handle(contract.verifyAudit, (ctx) => verify(ctx, AT_ONCE)),
    handle(contract.verifyPlatformAudit, (ctx) => verify(ctx, AT_ONCE)),
  ],
  schedules: [
    { name: 'audit.link', everyMs: 60_000, per: 'realm', fn: async (ctx) => void (await linkEntries(ctx)) },
    { name: 'audit.prune', everyMs: 24 * 3_600_000, per: 'realm', fn: async (ctx) => void (await prune(ctx)) },
  ],
  operations: [
    answer(contract.recordAudit, async (ctx, input) => {
      const { actor } = ctx
      await repository.insert(ctx.db, {
        id: newId(),
        at: ctx.now(),
        actorId: input.by?.userId ?? (actor.kind === 'user' ? actor.userId : null),
        actorName: input.by?.name ?? (actor.kind === 'user' ? actor.name : actor.kind === 'system' ? 'System' : 'Visitor'),
        keyId: actor.kind === 'user' && actor.key ? actor.key.id : null,
        keyName: actor.kind === 'user' && actor.key ? actor.key.name : null,
        action: input.action,
        entity: input.entity,
        entityId: input.entityId,
        summary: fillText(auditActions[input.action], input.data),
        data: input.data ?? {},
        changes: input.changes ?? [],
        ip: ctx.ip,
        requestId: ctx.requestId,
      })
      return null
    }),
  ],
})
