import type pg from 'pg'
import { FLEET_LOCK, loadMigrations, markOf, migrateSchema, MigrationError, prepareServer, readMarks, type Migration } from './migrate.ts'
import type { ModuleManifest } from './module.ts'
import { openPool } from './pool.ts'
import { MAIN_SHARD, schemaOf } from './realms.ts'

/** A database server as the owner of its schemas. */
export interface FleetServer {
  readonly name: string
  readonly adminUrl: string
}

/** A tenant whose schema could not be changed; it is served as it is. */
export interface FleetFailure {
  readonly tenantId: string
  readonly schema: string
  readonly migration: string
  readonly error: string
}

/** What a run over all schemas did. */
export interface FleetResult {
  /** Schemas that were looked at, the servers' own included. */
  readonly schemas: number
  readonly changed: readonly string[]
  readonly failed: readonly FleetFailure[]
  /** Tenants left as they are because a canary failed. */
  readonly held: number
}

/** What to bring up to date and how. */
export interface FleetOptions {
  /** The first one holds the control schema. */
  readonly servers: readonly FleetServer[]
  readonly modules: readonly ModuleManifest[]
  readonly modulesUrl: URL
  /** Password for the application's role; null leaves the role as it is. */
  readonly appPassword: string | null
  /** Schemas changed at once on one server. */
  readonly parallel?: number
  readonly onProgress?: (done: number, total: number) => void
}

interface Tenant {
  readonly id: string
  readonly shard: string
  readonly canary: boolean
}

const LOCK_TRIES = 8
/** Codes of a change that another transaction was in the way of: it goes through when tried again. */
const BLOCKED = new Set(['55P03', '40P01', '40001'])

/**
 * Brings every schema of every server up to date: canaries first, then the others, several at a time. A schema that is up to
 * date is recognised by its mark, whatever is written elsewhere, so that a restored old tenant is found by itself. A tenant whose
 * data does not allow a change is written down and goes on being served; a canary that fails holds the others back. Of several
 * nodes that start at once one does this, the others wait and then find nothing to do; a run that was cut short goes on.
 */
export async function migrateFleet(options: FleetOptions): Promise<FleetResult> {
  const { servers, modules, modulesUrl, appPassword } = options
  const pools = new Map(servers.map((s) => [s.name, openPool({ connectionString: s.adminUrl, max: (options.parallel ?? 2) + 2 })]))
  const main = poolOf(pools, MAIN_SHARD)
  const keeper = await main.connect()
  try {
    // should this connection break, the lock is gone; each schema's own lock and ledger then still keep two runs apart
    await keeper.query('select pg_advisory_lock($1)', [FLEET_LOCK])
    const changed: string[] = []
    const own = async (pool: pg.Pool, name: string, kind: 'server' | 'control'): Promise<void> => {
      const client = await pool.connect()
      try {
        if (kind === 'server') await prepareServer(client, appPassword)
        const { applied } = await migrateSchema(client, kind, await loadMigrations(kind, modules, modulesUrl))
        if (applied.length) changed.push(`${name}/${kind}`)
      } finally {
        client.release()
      }
    }
    for (const [name, pool] of pools) await own(pool, name, 'server')
    await own(main, MAIN_SHARD, 'control')

    const migrations = await loadMigrations('tenant', modules, modulesUrl)
    const { rows } = await main.query<Tenant>('select id, shard, canary from control.tenant where schema_name is not null order by canary desc, id')
    const waiting = await outdated(pools, rows, markOf(migrations))
    const run = new Run(pools, migrations, waiting.length, options)
    await run.over(waiting.filter((t) => t.canary))
    const rest = waiting.filter((t) => !t.canary)
    const held = run.failed.length > 0 ? rest.length : 0
    if (!held) await run.over(rest)
    return { schemas: rows.length + servers.length + 1, changed: [...changed, ...run.changed], failed: run.failed, held }
  } finally {
    await keeper.query('select pg_advisory_unlock($1)', [FLEET_LOCK]).catch(() => undefined)
    keeper.release()
    await Promise.all([...pools.values()].map((p) => p.end()))
  }
}

function poolOf(pools: ReadonlyMap<string, pg.Pool>, name: string): pg.Pool {
  const pool = pools.get(name)
  if (!pool) throw new Error(`a tenant lives on the database server ${JSON.stringify(name)}, which is not configured (DATABASE_SHARDS)`)
  return pool
}

/** Tenants whose schema does not carry the mark, and all that have none. */
async function outdated(pools: ReadonlyMap<string, pg.Pool>, tenants: readonly Tenant[], mark: string): Promise<Tenant[]> {
  const marks = new Map<string, Map<string, string>>()
  for (const name of new Set(tenants.map((t) => t.shard))) {
    const client = await poolOf(pools, name).connect()
    try {
      marks.set(name, await readMarks(client))
    } finally {
      client.release()
    }
  }
  return tenants.filter((t) => marks.get(t.shard)?.get(schemaOf(t.id)) !== mark)
}

class Run {
  readonly changed: string[] = []
  readonly failed: FleetFailure[] = []
  readonly #pools: ReadonlyMap<string, pg.Pool>
  readonly #migrations: readonly Migration[]
  readonly #total: number
  readonly #options: FleetOptions
  #done = 0

  constructor(pools: ReadonlyMap<string, pg.Pool>, migrations: readonly Migration[], total: number, options: FleetOptions) {
    this.#pools = pools
    this.#migrations = migrations
    this.#total = total
    this.#options = options
  }

  /** Migrates tenants, several at a time on each server. */
  async over(tenants: readonly Tenant[]): Promise<void> {
    const queues = Map.groupBy(tenants, (t) => t.shard)
    await Promise.all(
      [...queues].flatMap(([shard, queue]) => {
        const todo = [...queue]
        const lane = async (): Promise<void> => {
          for (let t = todo.shift(); t; t = todo.shift()) {
            await this.#one(poolOf(this.#pools, shard), t)
            this.#options.onProgress?.(++this.#done, this.#total)
          }
        }
        return Array.from({ length: this.#options.parallel ?? 2 }, lane)
      }),
    )
  }

  async #one(pool: pg.Pool, tenant: Tenant): Promise<void> {
    const main = poolOf(this.#pools, MAIN_SHARD)
    const schema = schemaOf(tenant.id)
    try {
      const { applied } = await this.#patiently(pool, schema)
      if (applied.length) this.changed.push(schema)
      await main.query('delete from control.migration_failure where tenant_id = $1', [tenant.id])
    } catch (e) {
      const migration = e instanceof MigrationError ? e.migration : ''
      const error = (e as Error).message
      this.failed.push({ tenantId: tenant.id, schema, migration, error })
      await main.query(
        `insert into control.migration_failure as f (tenant_id, migration, error) values ($1, $2, $3)
         on conflict (tenant_id) do update set migration = excluded.migration, error = excluded.error, attempts = f.attempts + 1, failed_at = now()`,
        [tenant.id, migration, error.slice(0, 2000)],
      )
    }
  }

  /** A long transaction of the tenant in the way is waited for: shortly, several times, so that nobody queues behind us for long. */
  async #patiently(pool: pg.Pool, schema: string): ReturnType<typeof migrateSchema> {
    for (let attempt = 1; ; attempt++) {
      const client = await pool.connect()
      try {
        return await migrateSchema(client, schema, this.#migrations)
      } catch (e) {
        const code = e instanceof MigrationError ? e.code : (e as { code?: string }).code
        if (attempt >= LOCK_TRIES || !code || !BLOCKED.has(code)) throw e
      } finally {
        client.release()
      }
      await new Promise((r) => setTimeout(r, Math.min(5000, 100 * 2 ** attempt)))
    }
  }
}
