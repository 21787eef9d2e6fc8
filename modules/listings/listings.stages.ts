import { recordAudit } from '@itellico/contracts/audit'
import * as contract from '@itellico/contracts/listings'
import { because } from '@itellico/contracts/refusals'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { ask } from '@itellico/kernel/operations'
import * as policy from './listings.policy.ts'
import * as repository from './listings.repository.ts'
import { hold, read, requireDates, type Row } from './listings.service.ts'

const BATCH = 100

/** Publishes a draft, or opens a closed casting again. */
export async function publish(ctx: Ctx, id: string, ifMatch: number | null): Promise<contract.Listing> {
  return inTx(ctx, async (tx) => {
    const row = await hold(tx, id, ifMatch)
    if (row.status === 'published') return read(tx, id)
    if (policy.canMove(row.status as contract.ListingStatus, 'published')) requireDates(tx, row, true)
    await move(tx, row, 'published')
    return read(tx, id)
  })
}

/** Ends a casting for new applications: closed for now, filled, or cancelled. */
export async function close(ctx: Ctx, id: string, outcome: 'closed' | 'filled' | 'cancelled', ifMatch: number | null): Promise<contract.Listing> {
  return inTx(ctx, async (tx) => {
    const row = await hold(tx, id, ifMatch)
    if (row.status !== outcome) await move(tx, row, outcome)
    return read(tx, id)
  })
}

async function move(tx: TxCtx, row: Row, to: contract.ListingStatus): Promise<void> {
  if (!policy.canMove(row.status as contract.ListingStatus, to)) throw fail(contract.listingState, because('castingStep', { status: row.status, next: to }))
  await repository.update(tx.db, row.id, { status: to, updatedAt: tx.now(), ...(to === 'published' && !row.publishedAt && { publishedAt: tx.now() }) })
  await emit(tx, contract.listingChanged, `listing:${row.id}`, { listingId: row.id, accountId: row.accountId, status: to })
  await ask(tx, recordAudit, {
    action: `listings.${to}`,
    entity: 'listing',
    entityId: row.id,
    data: { title: row.title },
    changes: [{ field: 'status', from: row.status, to }],
  })
}

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
