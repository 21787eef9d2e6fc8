import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { exportCompleted, exportProgress, type ExportJob } from '@itellico/contracts/exports'
import { recordAudit } from '@itellico/contracts/audit'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { emit } from '@itellico/kernel/events'
import { AppError } from '@itellico/kernel/errors'
import type { JobRun } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { push } from '@itellico/kernel/realtime'
import { storageKey } from '@itellico/kernel/storage'
import { openDataset, type Dataset } from './exports.datasets.ts'
import { BOM, fileEnd, progressAfter, toCsvLine, type Cell } from './exports.policy.ts'
import * as repository from './exports.repository.ts'

type Row = NonNullable<Awaited<ReturnType<typeof repository.find>>>

const FAILED = 'The export could not be made. Please try again.'

/** Where the file of an export lies. */
export function fileKey(realmId: string, row: { id: string; format: string }): string {
  return storageKey(realmId, 'exports', `${row.id}.${row.format}`)
}

function toJson(columns: readonly string[], cells: readonly Cell[]): string {
  return JSON.stringify(Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? null])))
}

/** Text of the file, piece by piece, so that it never is in memory as a whole. */
async function* textOf(dataset: Dataset, format: string, onPage: (rows: number) => Promise<void>): AsyncGenerator<string> {
  const csv = format === 'csv'
  let count = 0
  yield csv ? BOM + toCsvLine(dataset.columns) : '['
  for await (const rows of dataset.pages()) {
    yield csv ? rows.map(toCsvLine).join('') : `${count === 0 ? '' : ','}\n${rows.map((cells) => toJson(dataset.columns, cells)).join(',\n')}`
    count += rows.length
    await onPage(count)
  }
  if (!csv) yield '\n]\n'
}

async function report(ctx: Ctx, row: Row, progress: number): Promise<void> {
  await repository.setProgress(ctx.db, row.id, progress)
  push(ctx, { users: [row.requestedBy] }, exportProgress, { exportId: row.id, status: 'running', progress })
}

/** Writes the file and gives what was written. A file of an earlier try is replaced as a whole. */
async function writeFile(ctx: Ctx, row: Row): Promise<{ rowCount: number; byteCount: number; sha256: string }> {
  const dataset = await openDataset(ctx, row.dataset as ExportJob['dataset'], row.accountId)
  const hash = createHash('sha256')
  let rowCount = 0
  async function* bytes(): AsyncGenerator<Buffer> {
    const pieces = textOf(dataset, row.format, async (rows) => {
      rowCount = rows
      await report(ctx, row, progressAfter(rows))
    })
    for await (const piece of pieces) {
      const buffer = Buffer.from(piece, 'utf8')
      hash.update(buffer)
      yield buffer
    }
  }
  const byteCount = await ctx.kernel.storage.write(fileKey(ctx.realm.id, row), Readable.from(bytes(), { objectMode: false }))
  return { rowCount, byteCount, sha256: hash.digest('hex') }
}

/** Makes the file of an export. Run again after a crash it starts over; when the last try fails, the export says so. */
export async function runExport(ctx: Ctx, exportId: string, run: JobRun): Promise<void> {
  const row = await repository.find(ctx.db, exportId)
  if (!row || row.status === 'ready' || row.status === 'expired') return
  try {
    await repository.markRunning(ctx.db, exportId)
    await report(ctx, row, 0)
    const file = await writeFile(ctx, row)
    await inTx(ctx, async (tx) => {
      if (!(await repository.markReady(tx.db, exportId, { ...file, expiresAt: fileEnd(tx.now()) }))) return
      await emit(tx, exportCompleted, `export:${exportId}`, { exportId, accountId: row.accountId, requestedBy: row.requestedBy, rowCount: file.rowCount })
      await ask(tx, recordAudit, {
        action: 'exports.completed',
        entity: 'export',
        entityId: exportId,
        data: { dataset: row.dataset },
        changes: [{ field: 'rows', from: null, to: file.rowCount }],
      })
      push(tx, { users: [row.requestedBy] }, exportProgress, { exportId, status: 'ready', progress: 100 })
    })
  } catch (e) {
    if (run.lastAttempt || e instanceof AppError) await giveUp(ctx, row)
    throw e
  }
}

/** Marks an export as failed. Why is in the log, not in what the person reads. */
export async function giveUp(ctx: Ctx, row: { id: string; dataset: string; requestedBy: string }): Promise<void> {
  await inTx(ctx, async (tx) => {
    if (!(await repository.markFailed(tx.db, row.id, FAILED))) return
    await ask(tx, recordAudit, { action: 'exports.failed', entity: 'export', entityId: row.id, data: { dataset: row.dataset } })
    push(tx, { users: [row.requestedBy] }, exportProgress, { exportId: row.id, status: 'failed', progress: 0 })
  })
}
