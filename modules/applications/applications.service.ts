import * as contract from '@itellico/contracts/applications'
import { recordAudit } from '@itellico/contracts/audit'
import { listingRef } from '@itellico/contracts/listings'
import { versionStale } from '@itellico/contracts/kit'
import { profileRefs } from '@itellico/contracts/profiles'
import { because } from '@itellico/contracts/refusals'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { ask } from '@itellico/kernel/operations'
import { decodeIdCursor, toPage } from '@itellico/kernel/paging'
import { accountOf, found, mayInAccount, userOf } from '../actor.ts'
import * as policy from './applications.policy.ts'
import * as repository from './applications.repository.ts'
import { announce } from './applications.telling.ts'
import { toApplications, type Row } from './applications.view.ts'

const STATUSES: readonly contract.ApplicationStatus[] = ['submitted', 'viewed', 'shortlisted', 'offered', 'rejected', 'withdrawn']

async function one(ctx: Ctx, id: string, side: 'talent' | 'client'): Promise<contract.Application> {
  const [application] = await toApplications(ctx, [found(await repository.find(ctx.db, id))], side)
  return found(application)
}

/** Whether the person stands on the talent's side: manages the profile, or may submit for the account that submitted it. */
async function isMine(ctx: Ctx, row: Row): Promise<boolean> {
  if (row.submittedAccountId && mayInAccount(ctx, row.submittedAccountId, 'account.applications.submit')) return true
  const [profile] = await ask(ctx, profileRefs, { ids: [row.profileId] })
  return profile?.managingUserId === userOf(ctx).userId
}

/** Applications of the profiles that the person manages and of the accounts that they submit for, newest first. */
export async function listOwn(ctx: Ctx, query: { cursor?: string; limit?: number }) {
  const { userId, accounts } = userOf(ctx)
  const limit = query.limit ?? 20
  const beforeId = decodeIdCursor(query.cursor)
  const managed = await ask(ctx, profileRefs, { managingUserId: userId })
  const accountIds = accounts.map((a) => a.accountId).filter((id) => mayInAccount(ctx, id, 'account.applications.submit'))
  const page = toPage(await repository.listOwn(ctx.db, { profileIds: managed.map((p) => p.id), accountIds }, beforeId, limit + 1), limit, (r) => r)
  return { items: await toApplications(ctx, page.items, 'talent'), page: page.page }
}

/** Withdraws an application of the own side. */
export async function withdraw(ctx: Ctx, id: string, ifMatch: number | null): Promise<contract.Application> {
  return inTx(ctx, async (tx) => {
    const row = await repository.hold(tx.db, id)
    const mine = found(row && (await isMine(tx, row)) ? row : null)
    requireVersion(mine, ifMatch)
    const from = mine.status as contract.ApplicationStatus
    if (!policy.canWithdraw(from)) throw fail(contract.applicationState, because('applicationWithdraw', { status: from }))
    await repository.update(tx.db, id, { status: 'withdrawn', updatedAt: tx.now() })
    await tell(tx, mine, 'withdrawn')
    return one(tx, id, 'talent')
  })
}

/** Applicants of a casting of the active account, newest first, with how many there are in each state. Looking changes nothing. */
export async function listApplicants(
  ctx: Ctx,
  listingId: string,
  query: { status?: contract.ApplicationStatus; roleId?: string; cursor?: string; limit?: number },
) {
  const casting = await ask(ctx, listingRef, { id: listingId })
  found(casting?.accountId === accountOf(ctx).accountId ? casting : null)
  const limit = query.limit ?? 20
  const filter = { ...(query.status && { status: query.status }), ...(query.roleId && { roleId: query.roleId }), beforeId: decodeIdCursor(query.cursor) }
  const [rows, groups] = await Promise.all([
    repository.listForListing(ctx.db, listingId, filter, limit + 1),
    repository.countByStatus(ctx.db, [listingId], query.roleId),
  ])
  const page = toPage(rows, limit, (r) => r)
  const counts = Object.fromEntries(STATUSES.map((s) => [s, groups.find((g) => g.status === s)?.count ?? 0]))
  return { items: await toApplications(ctx, page.items, 'client'), page: page.page, counts }
}

/** Decides on an applicant of an own casting; the same state again only changes the note. */
export async function review(ctx: Ctx, id: string, input: { status: policy.Review; note?: string }, ifMatch: number | null): Promise<contract.Application> {
  return inTx(ctx, async (tx) => {
    const row = await repository.hold(tx.db, id)
    const own = found(row?.listingAccountId === accountOf(tx).accountId ? row : null)
    requireVersion(own, ifMatch)
    const from = own.status as contract.ApplicationStatus
    const same = from === input.status
    if (!same && !policy.canReview(from, input.status)) throw fail(contract.applicationState, because('applicationStep', { status: from, next: input.status }))
    const note = input.note === undefined ? own.note : input.note.trim() || null
    if (same && note === own.note) return one(tx, id, 'client')
    await repository.update(tx.db, id, { status: input.status, note, updatedAt: tx.now() })
    if (!same) await tell(tx, own, input.status)
    else
      await ask(tx, recordAudit, {
        action: 'applications.note_changed',
        entity: 'application',
        entityId: id,
      })
    return one(tx, id, 'client')
  })
}

function requireVersion(row: Row, ifMatch: number | null): void {
  if (ifMatch !== null && ifMatch !== row.version) throw fail(versionStale, { context: { version: row.version } })
}

async function tell(tx: TxCtx, row: Row, to: contract.ApplicationStatus): Promise<void> {
  const from = row.status as contract.ApplicationStatus
  const [profile] = await ask(tx, profileRefs, { ids: [row.profileId] })
  await announce(tx, row, profile?.managingUserId ?? null, from, to)
  await ask(tx, recordAudit, {
    action: `applications.${to}`,
    entity: 'application',
    entityId: row.id,
    changes: [{ field: 'status', from, to }],
  })
}

/** How many applications castings have, for their owner's lists. */
export async function count(ctx: Ctx, listingIds: string[]): Promise<{ listingId: string; total: number; fresh: number }[]> {
  const groups = await repository.countByStatus(ctx.db, listingIds)
  return listingIds.map((listingId) => {
    const own = groups.filter((g) => g.listingId === listingId)
    return { listingId, total: own.reduce((sum, g) => sum + g.count, 0), fresh: own.find((g) => g.status === 'submitted')?.count ?? 0 }
  })
}

/** Facts of an application in words, for notices. */
export async function findFacts(ctx: Ctx, id: string) {
  const row = await repository.find(ctx.db, id)
  const casting = row && (await ask(ctx, listingRef, { id: row.listingId }))
  if (!row || !casting) return null
  return {
    id: row.id,
    status: row.status as contract.ApplicationStatus,
    listingTitle: casting.title,
    roleName: casting.roles.find((r) => r.id === row.roleId)?.name ?? '',
    profileId: row.profileId,
    listingAccountId: row.listingAccountId,
  }
}
