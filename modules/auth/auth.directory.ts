import { inTx, type Ctx } from '@itellico/kernel/context'
import * as repository from './auth.repository.ts'
import { emailIndexOf } from './auth.users.ts'

/** Ids of users from a place on, the oldest first, and how many there are. */
export async function userWindow(ctx: Ctx, window: { skip: number; take: number; exceptIds: string[] }): Promise<{ ids: string[]; total: number }> {
  return repository.userWindow(ctx.db, window)
}

/** Changes what somebody is called and where they are reached. Links that went to the old address open nothing any more. */
export async function changeIdentity(
  ctx: Ctx,
  { userId, ...next }: { userId: string; email: string; firstName: string; lastName: string; locale: string },
): Promise<{ outcome: 'ok' | 'taken' | 'unknown' }> {
  const emailIndex = await emailIndexOf(ctx, next.email)
  return inTx(ctx, async (tx) => {
    const user = await repository.findUser(tx.db, { id: userId })
    if (!user) return { outcome: 'unknown' }
    const holder = await repository.findUser(tx.db, { emailIndex })
    if (holder && holder.id !== userId) return { outcome: 'taken' }
    if (user.emailIndex !== emailIndex) await repository.deleteEmailTokens(tx.db, userId)
    await repository.updateUser(tx.db, userId, {
      ...next,
      email: next.email.trim(),
      emailIndex,
      ...(user.emailIndex !== emailIndex && { emailVerifiedAt: tx.now() }),
    })
    return { outcome: 'ok' }
  })
}
