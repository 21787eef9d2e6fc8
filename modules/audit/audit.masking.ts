import type { AuditEntry } from '@itellico/contracts/audit'
import { isPersonal } from '@itellico/contracts/personal-fields'
import type { Ctx } from '@itellico/kernel/context'
import { holds } from '../actor.ts'

const MASK = '•••'

type Personal = Pick<AuditEntry, 'data' | 'changes' | 'ip'>

/** What an entry says to who reads it: personal values only with the right to see them. */
export function masked(ctx: Ctx, entry: Personal): Personal {
  if (holds(ctx, ctx.realm.kind === 'platform' ? 'platform.audit.personal' : 'tenant.audit.personal')) return entry
  const hide = (value: unknown): unknown => (value === null || value === undefined || value === '' ? value : MASK)
  return {
    data: Object.fromEntries(Object.entries(entry.data).map(([key, value]) => [key, isPersonal(key) ? MASK : value])),
    changes: entry.changes.map((c) => (isPersonal(c.field) ? { ...c, from: hide(c.from), to: hide(c.to) } : c)),
    ip: entry.ip && MASK,
  }
}
