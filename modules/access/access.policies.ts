import * as contract from '@itellico/contracts/access'
import { policies, policyReasons, type PolicyKey, type PolicyReason } from '@itellico/contracts/policies'
import { fail } from '@itellico/kernel/errors'
import { problemsOf } from '@itellico/kernel/validate'
import { found } from '../actor.ts'

/** Rules whose things the product holds; that of the plan is asked in SQL, where counting and refusing are one step. The others wait for payments, reviews, contact details, territories and consents. */
const IN_FORCE = new Set<PolicyKey>(['own_row', 'minor_visibility', 'step_up', 'plan', 'state_lock', 'suspended_tenant', 'api_key'])

/** All rules, in their order. */
export function list(): contract.PolicyView[] {
  return policies.map(({ key, permissions, facts }) => ({ key, permissions: [...permissions], inForce: IN_FORCE.has(key), facts }))
}

/** What a rule says of given facts. */
export function decideOn(key: string, facts: object): { allowed: boolean; reason: PolicyReason | null; text: string | null } {
  const policy = found(policies.find((p) => p.key === key) ?? null)
  const problems = problemsOf(policy.facts, facts)
  if (problems.length) throw fail(contract.factsUnfit, { detail: problems.join('; ') })
  const reason = policy.decide(facts as never)
  return { allowed: reason === null, reason, text: reason && policyReasons[reason] }
}
