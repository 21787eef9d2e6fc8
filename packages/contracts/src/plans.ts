import { Type, type Static } from 'typebox'
import { OneOf } from './kit.ts'

/** What a plan limits. Numbers are hard limits; −1 is without limit. API calls are counted per calendar month (UTC). */
export interface PlanLimits {
  readonly users: number
  readonly profiles: number
  readonly storageBytes: number
  readonly apiCalls: number
}

const GB = 1_000_000_000

/** Plans of the platform for marketplaces: price in euro cents per month, days of trial, limits. */
export const plans = {
  free: { name: 'Free', cents: 0, trialDays: 0, limits: { users: 5, profiles: 25, storageBytes: GB, apiCalls: 10_000 } },
  starter: { name: 'Starter', cents: 2_900, trialDays: 14, limits: { users: 20, profiles: 200, storageBytes: 10 * GB, apiCalls: 100_000 } },
  professional: { name: 'Professional', cents: 9_900, trialDays: 14, limits: { users: 100, profiles: 2_000, storageBytes: 100 * GB, apiCalls: 1_000_000 } },
  business: { name: 'Business', cents: 29_900, trialDays: 14, limits: { users: 500, profiles: 20_000, storageBytes: 1_000 * GB, apiCalls: 10_000_000 } },
  enterprise: { name: 'Enterprise', cents: null, trialDays: 0, limits: { users: -1, profiles: -1, storageBytes: -1, apiCalls: -1 } },
} as const satisfies Record<string, { name: string; cents: number | null; trialDays: number; limits: PlanLimits }>

export const PlanKey = OneOf('free', 'starter', 'professional', 'business', 'enterprise')
export type PlanKey = Static<typeof PlanKey>
/** Plans that one can sign up for without talking to anybody. */
export const SelfServicePlan = OneOf('free', 'starter', 'professional', 'business')

export const Plan = Type.Object({
  key: PlanKey,
  name: Type.String(),
  cents: Type.Union([Type.Integer(), Type.Null()], { description: 'Price per month in euro cents; null: by agreement' }),
  trialDays: Type.Integer(),
  limits: Type.Object({ users: Type.Integer(), profiles: Type.Integer(), storageBytes: Type.Integer(), apiCalls: Type.Integer() }),
})
