import { lastAdmin, lastOwner } from '@itellico/contracts/accounts'
import { recordAudit } from '@itellico/contracts/audit'
import { holdersOf, redeemLeaving, setLeaving, userRecords } from '@itellico/contracts/auth'
import { downloadExpired } from '@itellico/contracts/exports'
import * as contract from '@itellico/contracts/privacy'
import { refused } from '@itellico/contracts/refusals'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit, enqueue } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import type { FileAnswer } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { found, userOf } from '../actor.ts'
import { runErasure, writePersonExport } from './privacy.jobs.ts'
import { dueAfter, lostBefore } from './privacy.policy.ts'
import * as repository from './privacy.repository.ts'
import { accountsOf } from './privacy.scope.ts'
import { isSigned, isThere, toErasure, toExport } from './privacy.view.ts'
import { archiveKey } from './privacy.writing.ts'

const MOST_SHOWN = 10
const BATCH = 100

/** A person of the realm who is there; others do not exist. */
async function reach(ctx: Ctx, userId: string) {
  const [user] = await ask(ctx, userRecords, { ids: [userId] })
  return found(user)
}

/** Exports of all data of a person, and whether they are to be erased or were. */
export async function get(ctx: Ctx, userId: string): Promise<contract.PersonPrivacy> {
  await reach(ctx, userId)
  const reader = userOf(ctx).userId
  const [exports, erasure] = await Promise.all([repository.exportsOf(ctx.db, userId, MOST_SHOWN), repository.erasureOf(ctx.db, userId)])
  return { exports: exports.map((row) => toExport(ctx, row, reader)), erasure: erasure && toErasure(erasure) }
}

/** Asks for all data of a person as an archive; one that is being made for the same reader is given again. */
export async function requestExport(ctx: Ctx, userId: string): Promise<contract.PersonExport> {
  await reach(ctx, userId)
  const { userId: requestedBy } = userOf(ctx)
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, `person-export/${userId}`)
    const open = await repository.openExport(tx.db, userId, requestedBy)
    if (open) return toExport(tx, open, requestedBy)
    const row = await repository.insertExport(tx.db, { id: newId(), userId, requestedBy, createdAt: tx.now() })
    await enqueue(tx, writePersonExport, { personExportId: row.id }, { key: row.id })
    await ask(tx, recordAudit, { action: 'privacy.export_requested', entity: 'user', entityId: userId })
    return toExport(tx, row, requestedBy)
  })
}

/** Refuses what would leave a marketplace or an account without anybody who runs it, and an address that is not the person's. */
async function requireErasable(ctx: Ctx, userId: string, email: string): Promise<void> {
  const user = await reach(ctx, userId)
  if (user.email.trim().toLowerCase() !== email.trim().toLowerCase()) throw fail(contract.addressWrong, { errors: [refused('email', 'wrong')] })
  const admins = await ask(ctx, holdersOf, { roles: ['tenant_admin'] })
  if (admins.includes(userId)) {
    const active = (await ask(ctx, userRecords, { ids: admins })).filter((a) => a.status === 'active' && a.id !== userId)
    if (active.length === 0) throw fail(lastAdmin)
  }
  if ((await accountsOf(ctx, userId)).leaderless.length > 0) throw fail(lastOwner)
}

/** Begins the deletion of the own account: the login is locked at once, everything goes after some days. */
export async function leave(ctx: Ctx, email: string): Promise<contract.Erasure> {
  const { userId } = userOf(ctx)
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, `person-erasure/${userId}`)
    await requireErasable(tx, userId, email)
    if ((await repository.erasureOf(tx.db, userId)) !== null) throw fail(contract.erasureBegun)
    const dueAt = dueAfter(tx.now())
    const row = await repository.insertErasure(tx.db, { id: newId(), userId, requestedBy: userId, status: 'waiting', dueAt, createdAt: tx.now() })
    await ask(tx, setLeaving, { userId, at: dueAt.toISOString() })
    await emit(tx, contract.erasureRequested, `user:${userId}`, { userId, dueAt: dueAt.toISOString() })
    await ask(tx, recordAudit, { action: 'privacy.erasure_requested', entity: 'user', entityId: userId })
    return toErasure(row)
  })
}

/** Calls off the deletion of the own account, with the ticket of a sign-in. */
export async function keep(ctx: Ctx, ticket: string): Promise<void> {
  const { userId } = await ask(ctx, redeemLeaving, { ticket })
  await inTx(ctx, async (tx) => {
    if (!(await repository.callOff(tx.db, userId, tx.now()))) throw fail(contract.erasureBegun)
    await ask(tx, setLeaving, { userId, at: null })
    await ask(tx, recordAudit, { action: 'privacy.erasure_called_off', entity: 'user', entityId: userId })
  })
}

/** Erases somebody at once, for a reason; one who waits to be erased no longer waits. */
export async function erasePerson(ctx: Ctx, userId: string, { email, reason }: { email: string; reason: string }): Promise<contract.Erasure> {
  const { userId: requestedBy } = userOf(ctx)
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, `person-erasure/${userId}`)
    await requireErasable(tx, userId, email)
    const now = tx.now()
    const open = await repository.erasureOf(tx.db, userId)
    if (open && !(await repository.hasten(tx.db, open.id, { dueAt: now, reason, requestedBy }))) throw fail(contract.erasureBegun)
    const row = open ?? (await repository.insertErasure(tx.db, { id: newId(), userId, requestedBy, reason, status: 'waiting', dueAt: now, createdAt: now }))
    await ask(tx, setLeaving, { userId, at: now.toISOString() })
    await enqueue(tx, runErasure, { erasureId: row.id }, { key: row.id })
    await ask(tx, recordAudit, { action: 'privacy.erasure_ordered', entity: 'user', entityId: userId, data: { reason } })
    return toErasure({ ...row, dueAt: now })
  })
}

/** Opens the archive of a person's data for whoever holds a link that we signed and that has not ended. */
export async function download(ctx: Ctx, id: string, query: { e: number; s: string }): Promise<FileAnswer> {
  found(isSigned(ctx, id, query) ? true : null)
  const row = found(await repository.findExport(ctx.db, id))
  const file = query.e * 1000 > ctx.now().getTime() && isThere(ctx, row) ? await ctx.kernel.storage.read(archiveKey(ctx, id)) : null
  if (!file) throw fail(downloadExpired)
  await ask(ctx, recordAudit, { action: 'privacy.export_downloaded', entity: 'user', entityId: row.userId })
  return {
    stream: file.stream,
    headers: {
      'content-type': 'application/zip',
      'content-length': String(file.size),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="personal-data-${row.createdAt.toISOString().slice(0, 10)}.zip"`,
    },
  }
}

/** Removes archives that are over and gives up those that were lost. */
export async function cleanUp(ctx: Ctx): Promise<void> {
  for (const { id } of await repository.expiredExports(ctx.db, ctx.now(), BATCH)) {
    await ctx.kernel.storage.remove(archiveKey(ctx, id))
    await repository.expireExport(ctx.db, id)
  }
  for (const { id } of await repository.lostExports(ctx.db, lostBefore(ctx.now()), BATCH)) await repository.failExport(ctx.db, id)
}
