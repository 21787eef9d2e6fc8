import { recordAudit } from '@itellico/contracts/audit'
import * as contract from '@itellico/contracts/exports'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit, enqueue } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import type { FileAnswer } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { found, userOf } from '../actor.ts'
import { iso } from '../time.ts'
import { runExport } from './exports.jobs.ts'
import { linkEnd, lostBefore } from './exports.policy.ts'
import * as repository from './exports.repository.ts'
import { fileKey, giveUp } from './exports.writing.ts'

type Row = NonNullable<Awaited<ReturnType<typeof repository.find>>>

const PURPOSE = 'export-download'
const MOST_SHOWN = 50
const BATCH = 100
const TYPES: Readonly<Record<string, string>> = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

const signedText = (ctx: Ctx, id: string, e: number): string => `${ctx.realm.id}/${id}/${e}`

function isDownloadable(ctx: Ctx, row: Row): row is Row & { expiresAt: Date } {
  return row.status === 'ready' && row.expiresAt !== null && row.expiresAt > ctx.now()
}

/** The signed link of an export's file, without the prefix of the API; `e` is when it ends, in seconds. */
export function signedPath(ctx: Ctx, id: string, e: number): string {
  return `/public/exports/${id}/file?e=${e}&s=${ctx.kernel.signer(PURPOSE).sign(signedText(ctx, id, e))}`
}

function linkOf(ctx: Ctx, row: Row): string | null {
  return isDownloadable(ctx, row) ? `/api/v1${signedPath(ctx, row.id, linkEnd(ctx.now(), row.expiresAt))}` : null
}

function toJob(ctx: Ctx, row: Row): contract.ExportJob {
  const over = row.status === 'ready' && !isDownloadable(ctx, row)
  return {
    id: row.id,
    dataset: row.dataset as contract.ExportJob['dataset'],
    format: row.format as contract.ExportJob['format'],
    status: over ? 'expired' : (row.status as contract.ExportJob['status']),
    progress: row.progress,
    rowCount: row.rowCount,
    byteCount: row.byteCount,
    sha256: row.sha256,
    error: row.error,
    downloadUrl: linkOf(ctx, row),
    expiresAt: iso(row.expiresAt),
    createdAt: row.createdAt.toISOString(),
  }
}

/** Asks for an export of an account's data, or of the marketplace's when `accountId` is null. */
export async function create(
  ctx: Ctx,
  accountId: string | null,
  input: { dataset: contract.ExportJob['dataset']; format: contract.ExportJob['format'] },
): Promise<contract.ExportJob> {
  const { userId } = userOf(ctx)
  return inTx(ctx, async (tx) => {
    const row = await repository.insert(tx.db, { id: newId(), accountId, ...input, requestedBy: userId, createdAt: tx.now() })
    await emit(tx, contract.exportRequested, `export:${row.id}`, { exportId: row.id })
    await enqueue(tx, runExport, { exportId: row.id }, { key: row.id })
    await ask(tx, recordAudit, {
      action: 'exports.requested',
      entity: 'export',
      entityId: row.id,
      data: { dataset: row.dataset },
      changes: [{ field: 'format', from: null, to: row.format }],
    })
    return toJob(tx, row)
  })
}

/** The newest exports of an account, or of the marketplace when it is null. */
export async function list(ctx: Ctx, accountId: string | null): Promise<contract.ExportJob[]> {
  return (await repository.list(ctx.db, accountId, MOST_SHOWN)).map((row) => toJob(ctx, row))
}

/** An export of an account, or of the marketplace when it is null; others do not exist. */
export async function get(ctx: Ctx, accountId: string | null, id: string): Promise<contract.ExportJob> {
  const row = await repository.find(ctx.db, id)
  return toJob(ctx, found(row?.accountId === accountId ? row : null))
}

/** Opens the file of an export for whoever holds a link that we signed and that has not ended. */
export async function download(ctx: Ctx, id: string, query: { e: number; s: string }): Promise<FileAnswer> {
  found(ctx.kernel.signer(PURPOSE).verify(signedText(ctx, id, query.e), query.s) ? true : null)
  const row = found(await repository.find(ctx.db, id))
  if (query.e * 1000 <= ctx.now().getTime() || !isDownloadable(ctx, row)) throw fail(contract.downloadExpired)
  const file = await ctx.kernel.storage.read(fileKey(ctx.realm.id, row))
  if (!file) throw fail(contract.downloadExpired)
  await ask(ctx, recordAudit, { action: 'exports.downloaded', entity: 'export', entityId: id, data: { dataset: row.dataset } })
  return {
    stream: file.stream,
    headers: {
      'content-type': TYPES[row.format] ?? 'application/octet-stream',
      'content-length': String(file.size),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${row.dataset}-${row.createdAt.toISOString().slice(0, 10)}.${row.format}"`,
    },
  }
}

/** Removes the files of exports that are over and gives up those that were lost. */
export async function cleanUp(ctx: Ctx): Promise<void> {
  for (const row of await repository.findExpired(ctx.db, ctx.now(), BATCH)) {
    // the file first: a crash in between leaves a row that is tried again, never a file that nobody knows of
    await ctx.kernel.storage.remove(fileKey(ctx.realm.id, row))
    await inTx(ctx, async (tx) => repository.markExpired(tx.db, row.id))
  }
  for (const row of await repository.findLost(ctx.db, lostBefore(ctx.now()), BATCH)) await giveUp(ctx, row)
}
