import { Type, type Static } from 'typebox'
import { IdParams, OneOf, error, event, operation, route } from './kit.ts'
import { PlanKey } from './plans.ts'

/** What is counted as rows or bytes of a tenant, in the transaction that makes or removes them. */
export const CountedKey = OneOf('users', 'profiles', 'storageBytes')
export type CountedKey = Static<typeof CountedKey>
/** All that a plan limits. */
export const UsageKey = OneOf('users', 'profiles', 'storageBytes', 'apiCalls')
export type UsageKey = Static<typeof UsageKey>

/** Share of a limit from which on admins are warned. */
export const SOFT_SHARE = 0.8

export const limitReached = error({ code: 'limits.reached', status: 422, title: 'The plan of this marketplace allows no more' })
export const callsUsedUp = error({ code: 'limits.api_calls', status: 422, title: 'The calls of this month are used up' })

export const Usage = Type.Object({
  plan: PlanKey,
  /** First day of the month (UTC) that calls are counted in. */
  month: Type.String(),
  items: Type.Array(
    Type.Object({
      key: UsageKey,
      used: Type.Integer(),
      limit: Type.Integer({ description: '−1 is without limit' }),
      soft: Type.Integer({ description: 'From here on admins are warned; −1 never' }),
      overridden: Type.Boolean({ description: 'The limit was agreed for this tenant and is not the plan’s' }),
    }),
  ),
})
export type Usage = Static<typeof Usage>

export const getUsage = route({
  name: 'getUsage',
  method: 'GET',
  path: '/tenant/usage',
  permission: 'tenant.usage.read',
  summary: 'What the marketplace uses of its plan',
  response: Usage,
})
export const getTenantUsage = route({
  name: 'getTenantUsage',
  method: 'GET',
  path: '/platform/tenants/{id}/usage',
  permission: 'platform.tenants.read',
  summary: 'What a tenant uses of its plan',
  params: IdParams,
  response: Usage,
})
/** Counts something made (positive) or removed (negative), in the caller's transaction; refuses what the plan does not allow. */
export const changeUsage = operation('usage.change', Type.Object({ key: CountedKey, by: Type.Integer() }), Type.Null())

export const usageThreshold = event(
  'tenant.usage.threshold',
  '1.0.0',
  Type.Object({ key: UsageKey, percent: Type.Integer({ minimum: 80, maximum: 100 }), used: Type.Integer(), limit: Type.Integer() }),
)
