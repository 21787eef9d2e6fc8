import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import type { ModuleManifest } from './module.ts'
import { schemaOf } from './realms.ts'

/** Kinds of schema that migrations are written for. */
export type SchemaKind = 'server' | 'control' | 'tenant'

/** One file of SQL with where it comes from; frozen once released. */
export interface Migration {
  readonly module: string
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

const APP_ROLE = 'itellico_app'
/** Advisory lock of whoever changes the schemas of the fleet; moves of tenants hold it shared. */
export const FLEET_LOCK = 4_021_977

async function readFolder(module: string, folder: URL): Promise<Migration[]> {
  const files = await readdir(folder).catch(() => [])
  const sorted = files.filter((f) => f.endsWith('.sql')).sort()
  return Promise.all(
    sorted.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { module, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** Migrations of a kind of schema in order: the kernel's, then those of the modules as they are registered. `modulesUrl` is the folder of modules. */
export async function loadMigrations(kind: SchemaKind, modules: readonly ModuleManifest[], modulesUrl: URL): Promise<Migration[]> {
  const kernel = await readFolder('kernel', new URL(`../migrations/${kind}/`, import.meta.url))
  // the platform's own realm has the stream and the keys of a tenant, too
  const shared = kind === 'control' ? await readFolder('kernel-realm', new URL('../migrations/tenant/', import.meta.url)) : []
  if (kind === 'server') return kernel
  const own = await Promise.all(
    modules
      .filter((m) => m.migrations?.includes(kind))
      .map(async (m) => {
        const special = await readFolder(m.name, new URL(`${m.name}/migrations/${kind}/`, modulesUrl))
        return special.length ? special : readFolder(m.name, new URL(`${m.name}/migrations/`, modulesUrl))
      }),
  )
  return [...kernel, ...shared, ...own.flat()]
}

/** What tells a schema that is up to date: a mark over all migrations, kept as the comment of the schema, so that a copy or a backup carries it along. */
export function markOf(migrations: readonly Migration[]): string {
  const all = createHash('sha256')
  for (const m of migrations) all.update(`${m.module}/${m.name}:${m.checksum}\n`)
  return `itellico:${all.digest('hex')}`
}

/** Marks of the schemas of a server that have one, by name: one look at the catalogue however many there are. */
export async function readMarks(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ schema: string; mark: string }>(
    `select n.nspname as schema, d.description as mark from pg_namespace n join pg_description d on d.objoid = n.oid and d.classoid = 'pg_namespace'::regclass and d.objsubid = 0 where d.description like 'itellico:%'`,
  )
  return new Map(rows.map((r) => [r.schema, r.mark]))
}

/** A migration that a schema's data does not allow, or that failed otherwise. */
export class MigrationError extends Error {
  readonly migration: string
  readonly code: string | undefined
  constructor(migration: string, schema: string, cause: Error) {
    super(`migration ${migration} fails in ${schema}: ${cause.message}`, { cause })
    this.name = 'MigrationError'
    this.migration = migration
    this.code = (cause as { code?: string }).code
  }
}

/** What was done to one schema. */
export interface MigrationResult {
  readonly schema: string
  readonly applied: readonly string[]
}

/** Told of every migration before it runs: its place, how many there are, and the module it belongs to. */
export type OnMigration = (done: number, total: number, module: string) => Promise<void>

/** Brings one schema up to date in one transaction; waits at most two seconds for any table lock. */
export async function migrateSchema(
  client: pg.ClientBase,
  schema: string,
  migrations: readonly Migration[],
  onMigration: OnMigration = () => Promise.resolve(),
): Promise<MigrationResult> {
  const applied: string[] = []
  await client.query('begin')
  try {
    await client.query(`select pg_advisory_xact_lock(${FLEET_LOCK}, hashtext($1))`, [schema])
    await client.query(`set local lock_timeout = '2s'`)
    await client.query(`create schema if not exists "${schema}"`)
    await client.query(`grant usage on schema "${schema}" to ${APP_ROLE}`)
    await client.query(`set local search_path = "${schema}", ext`)
    await client.query(
      `create table if not exists "${schema}".schema_migration (module text not null, name text not null, checksum text not null, applied_at timestamptz not null default now(), primary key (module, name))`,
    )
    const { rows } = await client.query<{ module: string; name: string; checksum: string }>(`select module, name, checksum from "${schema}".schema_migration`)
    const have = new Map(rows.map((r) => [`${r.module}/${r.name}`, r.checksum]))
    for (const [i, m] of migrations.entries()) {
      const id = `${m.module}/${m.name}`
      const known = have.get(id)
      if (known === m.checksum) continue
      if (known) throw new Error(`migration ${id} was changed after it had been applied to ${schema}; write a new one`)
      await onMigration(i, migrations.length, m.module)
      await client.query(m.sql).catch((e: Error) => {
        throw new MigrationError(id, schema, e)
      })
      await client.query(`insert into "${schema}".schema_migration (module, name, checksum) values ($1, $2, $3)`, [m.module, m.name, m.checksum])
      applied.push(id)
    }
    await client.query(`comment on schema "${schema}" is '${markOf(migrations)}'`)
    await client.query('commit')
  } catch (e) {
    await client.query('rollback').catch(() => undefined)
    throw e
  }
  return { schema, applied }
}

/** Makes the role of the application (when a password is given) and grants it what future tables of the owner hold. */
export async function prepareServer(client: pg.ClientBase, appPassword: string | null): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
  if (rows.length === 0) await client.query(`create role ${APP_ROLE} login`)
  if (appPassword) await client.query(`alter role ${APP_ROLE} login password ${client.escapeLiteral(appPassword)}`)
  await client.query(`alter role ${APP_ROLE} set search_path = ext`)
  await client.query(`alter role ${APP_ROLE} set statement_timeout = '30s'`)
  await client.query(`alter role ${APP_ROLE} set idle_in_transaction_session_timeout = '60s'`)
  await client.query(`alter default privileges grant select, insert, update, delete on tables to ${APP_ROLE}`)
  await client.query(`alter default privileges grant usage, select on sequences to ${APP_ROLE}`)
}

/** Makes the schema of a tenant with all its tables. Running it again goes on where it stopped. */
export async function provisionSchema(
  adminUrl: string,
  tenantId: string,
  modules: readonly ModuleManifest[],
  modulesUrl: URL,
  onMigration?: OnMigration,
): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const migrations = await loadMigrations('tenant', modules, modulesUrl)
    await migrateSchema(client, schemaOf(tenantId), migrations, onMigration)
    return migrations.length
  } finally {
    await client.end()
  }
}
