import { Type, type Static } from 'typebox'
import { auditActions, type AuditAction } from './audit-actions.ts'
import { Id, Instant, Nullable, OneOf, Page, operation, pageQuery, route } from './kit.ts'

export const AuditEntry = Type.Object({
  id: Id,
  at: Instant,
  actorId: Nullable(Id),
  actorName: Type.String(),
  key: Nullable(Type.Object({ id: Id, name: Type.String() }, { description: 'The API key that spoke for the person' })),
  action: Type.String(),
  entity: Type.String(),
  entityId: Nullable(Id),
  summary: Type.String({ description: 'What happened, in English' }),
  data: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]), { description: 'What the text of the action needs' }),
  changes: Type.Array(Type.Object({ field: Type.String(), from: Type.Unknown(), to: Type.Unknown() })),
  ip: Nullable(Type.String()),
  requestId: Nullable(Type.String()),
})
export type AuditEntry = Static<typeof AuditEntry>
const query = Type.Object({
  ...pageQuery,
  actorId: Type.Optional(Id),
  action: Type.Optional(Type.String({ maxLength: 80 })),
  entityId: Type.Optional(Id),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  q: Type.Optional(Type.String({ maxLength: 100 })),
})
export const listAudit = route({
  name: 'listAudit',
  method: 'GET',
  path: '/tenant/audit',
  permission: 'tenant.audit.read',
  summary: 'The audit trail of the marketplace, newest first',
  query,
  response: Page(AuditEntry),
})
export const listPlatformAudit = route({
  name: 'listPlatformAudit',
  method: 'GET',
  path: '/platform/audit',
  permission: 'platform.audit.read',
  summary: 'The audit trail of the platform, newest first',
  query,
  response: Page(AuditEntry),
})
/** What following the chain of the trail found. */
export const AuditVerification = Type.Object({
  intact: Type.Boolean(),
  checked: Type.Integer({ description: 'Entries compared with their links' }),
  redacted: Type.Integer({ description: 'Entries among them from which a person was erased' }),
  pruned: Type.Integer({ description: 'Entries removed by age, whose links still stand' }),
  from: Type.Integer({ description: 'Place of the first link that was looked at' }),
  head: Nullable(
    Type.Object({ seq: Type.Integer(), hash: Type.String(), at: Instant }, { description: 'The end of the chain: keep it elsewhere to compare later' }),
  ),
  waiting: Type.Integer({ description: 'Entries that get their link within a minute' }),
  brokenAt: Nullable(
    Type.Object({
      seq: Type.Integer(),
      entryId: Nullable(Id),
      why: OneOf('changed', 'entry_missing', 'link_missing', 'rewritten', 'not_linked'),
    }),
  ),
})
export type AuditVerification = Static<typeof AuditVerification>
export const verifyAudit = route({
  name: 'verifyAudit',
  method: 'GET',
  path: '/tenant/audit/verification',
  permission: 'tenant.audit.read',
  summary: 'Follows the chain of the trail through its newest 20,000 entries and says whether anything was changed or taken away',
  response: AuditVerification,
})
export const verifyPlatformAudit = route({
  name: 'verifyPlatformAudit',
  method: 'GET',
  path: '/platform/audit/verification',
  permission: 'platform.audit.read',
  summary: "Follows the chain of the platform's trail through its newest 20,000 entries and says whether anything was changed or taken away",
  response: AuditVerification,
})
/** Writes an audit entry in the caller's transaction. */
export const recordAudit = operation(
  'audit.record',
  Type.Object({
    action: Type.Unsafe<AuditAction>({ type: 'string', enum: Object.keys(auditActions) }),
    /** Who acted, where the call itself came from nobody yet: somebody who has just proven who they are. */
    by: Type.Optional(Type.Object({ userId: Id, name: Type.String() })),
    entity: Type.String(),
    entityId: Nullable(Id),
    data: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
    changes: Type.Optional(Type.Array(Type.Object({ field: Type.String(), from: Type.Unknown(), to: Type.Unknown() }))),
  }),
  Type.Null(),
)
