import { ssoForcedFor, ssoRequired } from '@itellico/contracts/sso'
import type { Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { ask } from '@itellico/kernel/operations'
import * as repository from './auth.repository.ts'

/** Refuses who must sign in through a provider. Admins may do without it when they have proven who they are: the provider may be down. */
export async function refuseForced(ctx: Ctx, email: string, provenUserId: string | null): Promise<void> {
  const connection = await ask(ctx, ssoForcedFor, { email })
  if (!connection) return
  const roles = provenUserId === null ? [] : await repository.liveRoles(ctx.db, [provenUserId], ctx.now())
  if (!roles.some((r) => r.role === 'tenant_admin')) throw fail(ssoRequired, { context: { connection } })
}
