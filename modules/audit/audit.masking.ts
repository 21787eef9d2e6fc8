import type { AuditEntry } from '@itellico/contracts/audit'
import type { Ctx } from '@itellico/kernel/context'
import { holds } from '../actor.ts'

/** Names of facts and fields that hold a personal value in every action; names of persons stay, a trail without them says nothing. */
const PERSONAL = new Set(['email', 'userName', 'phone', 'ip', 'address', 'street', 'postalCode', 'dateOfBirth', 'userAgent', 'notes'])
const MASK = '•••'

type Personal = Pick<AuditEntry, 'data' | 'changes' | 'ip'>

/** What an entry says to who reads it: personal values only with the right to see them. */
export function masked(ctx: Ctx, entry: Personal): Personal {
  if (holds(ctx, ctx.realm.kind === 'platform' ? 'platform.audit.personal' : 'tenant.audit.personal')) return entry
  const hide = (value: unknown): unknown => (value === null || value === undefined || value === '' ? value : MASK)
  return {
    data: Object.fromEntries(Object.entries(entry.data).map(([key, value]) => [key, PERSONAL.has(key) ? MASK : value])),
    changes: entry.changes.map((c) => (PERSONAL.has(c.field) ? { ...c, from: hide(c.from), to: hide(c.to) } : c)),
    ip: entry.ip && MASK,
  }
}
