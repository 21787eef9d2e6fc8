import type { DemoCasting, DemoCastingRole } from './activity-types.ts'
import { instant } from './clock.ts'
import type { TenantSlug } from './types.ts'

/** A casting with days counted from the reference day. */
export type CastingSpec = Omit<DemoCasting, 'tenant' | 'currency' | 'timezone' | 'shootStart' | 'shootEnd' | 'deadline' | 'publishedAt'> & {
  /** First and last day on set, and the day applications close. */
  days: readonly [first: number, last: number, deadline: number]
  published?: number
  hours?: readonly [from: string, to: string]
}

/** Builds a role; the fee is in major units. */
export function role(key: string, title: string, quantity: number, fee: number, brief: string, criteria: DemoCastingRole['criteria']): DemoCastingRole {
  return { key, title, quantity, feeMinor: fee * 100, brief, criteria }
}

/** Places castings on the calendar of a tenant. */
export function placed(now: Date, tenant: TenantSlug, currency: string, timezone: string, specs: readonly CastingSpec[]): DemoCasting[] {
  return specs.map(({ days, published, hours = ['09:00', '18:00'], ...rest }) => ({
    ...rest,
    tenant,
    currency,
    timezone,
    shootStart: instant(now, timezone, days[0], hours[0]),
    shootEnd: instant(now, timezone, days[1], hours[1]),
    deadline: instant(now, timezone, days[2], '18:00'),
    ...(published === undefined ? {} : { publishedAt: instant(now, timezone, published, '10:00') }),
  }))
}
