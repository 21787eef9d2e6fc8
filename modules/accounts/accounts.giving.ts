import { beyondOwn, rolesIn } from '@itellico/contracts/access'
import { roleNotHeld } from '@itellico/contracts/accounts'
import { because, refused } from '@itellico/contracts/refusals'
import { beyond } from '@itellico/contracts/rights'
import type { Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { ask } from '@itellico/kernel/operations'

/** Refuses roles that are not there or of another kind, and those that hold more than whoever gives them. */
export async function requireGivable(ctx: Ctx, roles: readonly string[], scope: 'account' | 'tenant', own: readonly string[]): Promise<void> {
  const there = await ask(ctx, rolesIn, { scope, keys: [...roles] })
  if (there.length < roles.length) throw fail(roleNotHeld, { errors: [refused(scope === 'account' ? 'role' : 'roles', 'roleUnfit')] })
  const [more] = there.flatMap((r) => beyond(own, r.patterns))
  if (more) throw fail(beyondOwn, because('beyondOwn', { permission: more }))
}
