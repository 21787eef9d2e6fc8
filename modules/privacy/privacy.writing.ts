import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { recordAudit } from '@itellico/contracts/audit'
import { personExportReady } from '@itellico/contracts/privacy'
import { profileRefs } from '@itellico/contracts/profiles'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { emit } from '@itellico/kernel/events'
import type { JobRun } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import type { Person, PersonalFile } from '@itellico/kernel/personal'
import { storageKey } from '@itellico/kernel/storage'
import yazl from 'yazl'
import { archiveEnd } from './privacy.policy.ts'
import * as repository from './privacy.repository.ts'
import { accountsOf, bindings, personOf } from './privacy.scope.ts'

/** Where the archive of a person's data lies. */
export const archiveKey = (ctx: Ctx, id: string): string => storageKey(ctx.realm.id, 'privacy', `${id}.zip`)

/** Everything of a person by module, as JSON. */
async function collect(ctx: Ctx, person: Person): Promise<string> {
  const about = { marketplace: ctx.realm.name, host: ctx.realm.host, person: person.userId, madeAt: ctx.now().toISOString() }
  const data: Record<string, unknown> = {}
  for (const { name, personal } of bindings(ctx)) {
    const found = await personal.collect?.(ctx, person)
    if (found) data[name] = found
  }
  return JSON.stringify({ about, data }, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value), 2)
}

/** Files of a person that are there. */
async function filesOf(ctx: Ctx, person: Person): Promise<PersonalFile[]> {
  const found: PersonalFile[] = []
  for (const { personal } of bindings(ctx))
    for (const file of (await personal.files?.(ctx, person)) ?? []) {
      const open = await ctx.kernel.storage.read(file.key)
      open?.stream.destroy()
      if (open) found.push(file)
    }
  return found
}

/** Writes the archive and gives what was written; a file of an earlier try is replaced as a whole. */
async function writeArchive(ctx: Ctx, row: repository.ExportRow): Promise<{ byteCount: bigint; sha256: string }> {
  const { alone } = await accountsOf(ctx, row.userId)
  const managed = await ask(ctx, profileRefs, { managingUserId: row.userId })
  const person = await personOf(ctx, row.userId, { profileIds: managed.map((p) => p.id), accountIds: alone })
  const zip = new yazl.ZipFile()
  const mtime = ctx.now()
  zip.addBuffer(Buffer.from(await collect(ctx, person)), 'data.json', { mtime })
  for (const { path, key } of await filesOf(ctx, person))
    zip.addReadStreamLazy(path, { mtime, compress: false }, (done) => {
      ctx.kernel.storage.read(key).then(
        (file) => (file ? done(null, file.stream) : done(new Error('a file of the person has gone meanwhile'), Readable.from([]))),
        (e: unknown) => done(e, Readable.from([])),
      )
    })
  zip.end()
  const hash = createHash('sha256')
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const piece of zip.outputStream as AsyncIterable<Buffer>) {
      hash.update(piece)
      yield piece
    }
  }
  const out = Readable.from(hashed(), { objectMode: false })
  zip.on('error', (e) => out.destroy(e as Error))
  const byteCount = await ctx.kernel.storage.write(archiveKey(ctx, row.id), out)
  return { byteCount: BigInt(byteCount), sha256: hash.digest('hex') }
}

/** Makes the archive of a person's data. Run again after a crash it starts over; when the last try fails, the export says so. */
export async function makeArchive(ctx: Ctx, id: string, run: JobRun): Promise<void> {
  const row = await repository.findExport(ctx.db, id)
  if (!row || !(await repository.beginExport(ctx.db, id))) return
  try {
    const file = await writeArchive(ctx, row)
    await inTx(ctx, async (tx) => {
      if (!(await repository.finishExport(tx.db, id, { ...file, expiresAt: archiveEnd(tx.now()) }))) return
      await emit(tx, personExportReady, `user:${row.userId}`, { exportId: id, userId: row.userId, requestedBy: row.requestedBy })
      await ask(tx, recordAudit, { action: 'privacy.export_ready', entity: 'user', entityId: row.userId })
    })
  } catch (e) {
    if (run.lastAttempt) await repository.failExport(ctx.db, id)
    throw e
  }
}
