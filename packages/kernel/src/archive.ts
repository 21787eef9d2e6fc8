import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'
import { extract, pack } from 'tar-stream'
import type { Keyring } from './keyrings.ts'
import { migrateSchema, type Migration } from './migrate.ts'
import { emptyTables, readRows, settleSequences, tablesOf, writeRows, type Row } from './schema-copy.ts'
import { schemaOf } from './realms.ts'
import { openFile, sealFile } from './sealed-files.ts'
import { openColumns, sealColumns, type SealedModels } from './sealing.ts'
import { storageKey, type Storage } from './storage.ts'

// An archive is a gzipped tar: head.json, tables/<name>/<batch>.ndjson in the order in which they can be written, files/<path>,
// end.json with counts and checksums; the whole sealed with a key of its own, so that it opens in any installation that is given it.

/** Rows that mean nothing elsewhere: open sessions, tokens and remembered devices, repeats of requests, the ledger (it is in the head). */
const LEFT_OUT = new Set(['schema_migration', 'idempotency_key', 'session', 'refresh_token', 'email_token', 'remembered_device', 'api_key'])
const PLACE = 'itellico-archive'

/** What an archive says of its tenant and of the state of its tables. */
export interface ArchiveHead {
  readonly format: 1
  readonly tenant: Row
  /** Migrations that the tables have seen: module, name and checksum. */
  readonly migrations: readonly { module: string; name: string; checksum: string }[]
}

/** Counts and checksums of what an archive holds. */
export interface ArchiveEnd {
  readonly tables: Readonly<Record<string, { rows: number; sha256: string }>>
  readonly files: Readonly<Record<string, { bytes: number; sha256: string }>>
}

/** A tenant to be written down. */
export interface ArchiveSource {
  readonly client: pg.ClientBase
  readonly tenantId: string
  readonly tenant: Row
  readonly ring: Keyring
  readonly storage: Storage
  readonly sealed: SealedModels
  /** Changes a row before it is written, to mask it; null leaves it out. */
  readonly changeRow?: (table: string, row: Row) => Row | null
  /** Gives other content for a file, or null to leave it out. `path` is below the tenant's folder. */
  readonly changeFile?: (path: string) => Buffer | null
}

/** A key for one archive as a keyring of one key. */
function archiveRing(key: Buffer): Keyring {
  const no = (): never => {
    throw new Error('an archive key seals files only')
  }
  return { realm: PLACE, version: 1, key: () => key, seal: no, open: no, index: no }
}

/** Writes a tenant into a sealed archive. All rows are of one moment. */
export async function* writeArchive(source: ArchiveSource, key: Buffer): AsyncGenerator<Buffer> {
  const tar = pack()
  const zip = createGzip({ level: 4 })
  const filled = fill(source, tar).catch((e: Error) => tar.destroy(e))
  const piped = pipeline(tar, zip)
  piped.catch(() => undefined)
  yield* sealFile(zip as AsyncIterable<Buffer>, archiveRing(key), PLACE)
  await filled
  await piped
}

async function fill(source: ArchiveSource, tar: ReturnType<typeof pack>): Promise<void> {
  const { client, tenantId, ring, storage, sealed } = source
  const schema = schemaOf(tenantId)
  const put = (name: string, data: string | Buffer): Promise<void> =>
    new Promise((resolve, reject) => tar.entry({ name }, data, (e) => (e ? reject(e) : resolve())))
  const tables: Record<string, { rows: number; sha256: string }> = {}
  const files: Record<string, { bytes: number; sha256: string }> = {}
  await client.query('begin isolation level repeatable read read only')
  try {
    const { rows: migrations } = await client.query<ArchiveHead['migrations'][number]>(
      `select module, name, checksum from "${schema}".schema_migration order by applied_at, module, name`,
    )
    await put('head.json', JSON.stringify({ format: 1, tenant: source.tenant, migrations } satisfies ArchiveHead))
    for (const table of await tablesOf(client, schema)) {
      if (LEFT_OUT.has(table.name)) continue
      const hash = createHash('sha256')
      let count = 0
      let batch = 0
      for await (const rows of readRows(client, schema, table)) {
        const opened = rows.flatMap((r) => {
          const row = openColumns(sealed, table.name, r, ring)
          const changed = source.changeRow ? source.changeRow(table.name, row) : row
          return changed ? [changed] : []
        })
        if (opened.length === 0) continue
        const text = opened.map((r) => `${JSON.stringify(r)}\n`).join('')
        hash.update(text)
        count += opened.length
        await put(`tables/${table.name}/${String(++batch).padStart(6, '0')}.ndjson`, text)
      }
      tables[table.name] = { rows: count, sha256: hash.digest('hex') }
    }
  } finally {
    await client.query('rollback')
  }
  const root = storageKey(tenantId, 'x').slice(0, -1)
  for await (const path of storage.list(tenantId)) {
    const data = source.changeFile ? source.changeFile(path.slice(root.length)) : await contentOf(storage, path)
    if (!data) continue
    files[path.slice(root.length)] = { bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') }
    await put(`files/${path.slice(root.length)}`, data)
  }
  await put('end.json', JSON.stringify({ tables, files } satisfies ArchiveEnd))
  tar.finalize()
}

async function contentOf(storage: Storage, key: string): Promise<Buffer | null> {
  const file = await storage.read(key)
  return file && buffer(file.stream)
}

/** Where an archive is put. */
export interface ArchiveTarget {
  /** As the owner of schemas. */
  readonly client: pg.ClientBase
  readonly tenantId: string
  readonly ring: Keyring
  readonly storage: Storage
  readonly sealed: SealedModels
  /** All migrations of this installation. */
  readonly migrations: readonly Migration[]
  /** Called with the head before anything is written; may refuse. */
  readonly accept: (head: ArchiveHead) => Promise<void>
}

/** An archive that cannot be taken, with what is wrong with it. */
export class ArchiveError extends Error {}

/**
 * Reads a tenant from a sealed archive into a new schema: the tables are made as they were, filled, compared by counts and
 * checksums, and then brought up to date. Nothing stays when anything is wrong.
 */
export async function readArchive(source: AsyncIterable<Buffer>, key: Buffer, target: ArchiveTarget): Promise<ArchiveEnd> {
  const schema = schemaOf(target.tenantId)
  const { rowCount } = await target.client.query('select 1 from pg_namespace where nspname = $1', [schema])
  if (rowCount) throw new ArchiveError('there is a schema of this tenant already')
  try {
    const end = await load(source, key, target, schema)
    await settleSequences(target.client, schema)
    await migrateSchema(target.client, schema, target.migrations)
    return end
  } catch (e) {
    await target.client.query(`drop schema if exists "${schema}" cascade`)
    await target.storage.removeRealm(target.tenantId)
    throw e
  }
}

async function load(source: AsyncIterable<Buffer>, key: Buffer, target: ArchiveTarget, schema: string): Promise<ArchiveEnd> {
  const { client, tenantId, ring, storage, sealed } = target
  const untar = extract()
  const fed = pipeline(Readable.from(openFile(source, archiveRing(key), PLACE), { objectMode: false }), createGunzip(), untar)
  fed.catch(() => undefined)
  const seen: { tables: Map<string, { rows: number; hash: ReturnType<typeof createHash> }>; files: Record<string, { bytes: number; sha256: string }> } = {
    tables: new Map(),
    files: {},
  }
  let tables = new Map<string, Awaited<ReturnType<typeof tablesOf>>[number]>()
  let end: ArchiveEnd | null = null
  for await (const entry of untar) {
    const { name } = entry.header
    const data = await buffer(entry)
    const [kind, ...rest] = name.split('/')
    if (name === 'head.json') {
      const head = JSON.parse(data.toString()) as ArchiveHead
      await target.accept(head)
      await migrateSchema(client, schema, migrationsOf(head, target.migrations))
      tables = new Map((await tablesOf(client, schema)).map((t) => [t.name, t]))
      await emptyTables(
        client,
        schema,
        [...tables.values()].filter((t) => t.name !== 'schema_migration'),
      )
    } else if (name === 'end.json') end = JSON.parse(data.toString()) as ArchiveEnd
    else if (kind === 'tables') {
      const table = tables.get(rest[0] ?? '')
      if (!table) throw new ArchiveError(`the archive holds a table that is not known here: ${rest[0] ?? ''}`)
      const lines = data.toString().split('\n').filter(Boolean)
      await writeRows(
        client,
        schema,
        table,
        lines.map((l) => sealColumns(sealed, table.name, JSON.parse(l) as Row, ring)),
      )
      const entryOf = seen.tables.get(table.name) ?? { rows: 0, hash: createHash('sha256') }
      entryOf.rows += lines.length
      entryOf.hash.update(data)
      seen.tables.set(table.name, entryOf)
    } else if (kind === 'files') {
      await storage.write(storageKey(tenantId, ...rest), data)
      seen.files[rest.join('/')] = { bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') }
    }
  }
  await fed
  if (!end) throw new ArchiveError('the archive is cut off')
  const found: ArchiveEnd = {
    tables: Object.fromEntries([...seen.tables].map(([n, t]) => [n, { rows: t.rows, sha256: t.hash.digest('hex') }])),
    files: seen.files,
  }
  for (const [name, want] of [...Object.entries(end.tables), ...Object.entries(end.files)]) {
    const have = found.tables[name] ?? found.files[name] ?? { rows: 0, sha256: createHash('sha256').digest('hex') }
    if (have.sha256 !== want.sha256) throw new ArchiveError(`${name} did not arrive as it was sent`)
  }
  return end
}

/** The migrations that an archive has seen, in our order; refuses an archive that is newer than this installation. */
function migrationsOf(head: ArchiveHead, ours: readonly Migration[]): Migration[] {
  const seen = new Map(head.migrations.map((m) => [`${m.module}/${m.name}`, m.checksum]))
  const known = ours.filter((m) => seen.get(`${m.module}/${m.name}`) === m.checksum)
  if (known.length !== seen.size) {
    const unknown = [...seen.keys()].filter((k) => !known.some((m) => `${m.module}/${m.name}` === k))
    throw new ArchiveError(`the archive comes from a newer or another version: ${unknown.join(', ')} is not known here`)
  }
  return known
}
