import { inTx, type Ctx } from '@itellico/kernel/context'
import * as policy from './listings.policy.ts'
import * as repository from './listings.repository.ts'
import { move } from './listings.service.ts'

const BATCH = 100

/** Closes one published casting if it still has to be; each in a transaction of its own. */
async function closeOne(ctx: Ctx, id: string, still: (row: { status: string; deadline: Date | null }) => boolean): Promise<void> {
  await inTx(ctx, async (tx) => {
    await repository.lock(tx.db, id, 'update')
    const row = await repository.find(tx.db, { id })
    if (row && row.status === 'published' && still(row)) await move(tx, row, 'closed')
  })
}

/** Closes castings whose deadline is over. */
export async function closeOverdue(ctx: Ctx): Promise<void> {
  for (;;) {
    const now = ctx.now()
    const ids = await repository.findClosable(ctx.db, { deadlineBy: now }, BATCH)
    for (const id of ids) await closeOne(ctx, id, (row) => !policy.isOpen(row, now))
    if (ids.length < BATCH) return
  }
}

/** Closes all open castings of an account, so that nobody applies to one that was suspended. */
export async function closeOfAccount(ctx: Ctx, accountId: string): Promise<void> {
  for (;;) {
    const ids = await repository.findClosable(ctx.db, { accountId }, BATCH)
    for (const id of ids) await closeOne(ctx, id, () => true)
    if (ids.length < BATCH) return
  }
}
