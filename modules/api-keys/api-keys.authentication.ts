import { standingOf } from '@itellico/contracts/auth'
import type { Ctx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import { opens, readKey, rightsOfKey } from './api-keys.policy.ts'
import * as repository from './api-keys.repository.ts'

const MINUTE = 60_000

/** Who a key speaks for and what it may do right now: the owner is looked up at every call. Null for every key that does not work here. */
export async function authenticate(ctx: Ctx, token: string, ip: string) {
  const parts = readKey(token)
  const key = parts && (await repository.findByPublicId(ctx.db, parts.publicId))
  const now = ctx.now()
  if (!parts || !key || !opens(parts.secret, key, now)) return null
  const owner = await ask(ctx, standingOf, { userId: key.userId })
  if (!owner) return null
  if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() >= MINUTE) noteUse(ctx, key.id, ip)
  return { key: { id: key.id, name: key.name }, userId: key.userId, name: owner.name, ...rightsOfKey(owner, key.scopes, key.accountId) }
}

/** No request waits for this, and none fails by it. */
function noteUse(ctx: Ctx, id: string, ip: string): void {
  repository.touch(ctx.db, id, ctx.now(), ip).catch((err: unknown) => ctx.log.warn({ err }, 'the use of a key was not noted'))
}
