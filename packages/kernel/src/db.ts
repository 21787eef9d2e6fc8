import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory, SqlQuery } from '@prisma/driver-adapter-utils'
import type pg from 'pg'
import type { GateLimits } from './gate.ts'
import type { Keyring } from './keyrings.ts'
import { openLanes, type LanePool, type Lanes } from './lanes.ts'
import { openPool } from './pool.ts'
import { sealingExtension, type SealedModels } from './sealing.ts'

/** Tables of a realm, typed. The modules package fills this in from the generated Prisma client. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging, so that the kernel knows no table
export interface Database {}

/** What the kernel itself needs of a database handle: raw SQL with `"__tenant__".` as the schema. */
export interface RawDb {
  $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T>
  $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number>
}

/** The raw-SQL side of a database handle. Tables are written `"__tenant__"."name"`. */
export function raw(db: Database): RawDb {
  return db as unknown as RawDb
}

const PLACEHOLDER = '__tenant__'
const TOKEN = `"${PLACEHOLDER}".`
const SCHEMA = /^(?:t_[a-z0-9_]{1,60}|control)$/
const scope = new AsyncLocalStorage<string>()

function currentSchema(): string {
  const schema = scope.getStore()
  if (!schema) throw new Error('a query was made outside the view of a realm')
  return schema
}

const bind = (sql: string, schema: string): string => sql.replaceAll(TOKEN, `"${schema}".`)

/** Writes the schema of the current view into every statement; one engine then serves all schemas of a server. */
class SchemaAdapter extends PrismaPg {
  readonly #lanes: LanePool
  constructor(lanes: LanePool) {
    super({}, { schema: PLACEHOLDER })
    this.#lanes = lanes
  }
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect()
    // performIO is where the driver adapter sends every statement, queries and commands alike; client is the pool it takes connections from
    const open = adapter as unknown as { client: LanePool; performIO: (q: SqlQuery) => Promise<unknown> }
    open.client = this.#lanes
    const send = open.performIO.bind(adapter)
    open.performIO = (q) => send({ ...q, sql: bind(q.sql, currentSchema()) })
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolation) => {
      const schema = currentSchema()
      const tx = await start(isolation)
      const inner = tx as unknown as { performIO: (q: SqlQuery) => Promise<unknown> }
      const sendTx = inner.performIO.bind(tx)
      inner.performIO = (q) => sendTx({ ...q, sql: bind(q.sql, schema) })
      return tx
    }
    return adapter
  }
}

interface ClientInternals {
  _originalClient: ClientInternals
  _engine: Record<'start' | 'stop' | 'version' | 'request' | 'requestBatch' | 'transaction', (...args: unknown[]) => unknown> & { name: string }
  _engineConfig: { logEmitter: unknown }
  _requestHandler: { constructor: new (client: unknown, emitter: unknown) => unknown }
  $extends: (extension: object) => unknown
  $disconnect: () => Promise<void>
}

/** Makes a Prisma client on a driver adapter; given by the modules package, which owns the generated client. */
export type ClientFactory = (adapter: SqlDriverAdapterFactory) => unknown

/** One database server: connections shared fairly among tenants, one Prisma engine, and a light view per schema. */
export interface Shard {
  readonly name: string
  /** A few connections of the product itself: the list of background work, the directory of tenants, health. */
  readonly pool: pg.Pool
  readonly lanes: Lanes
  /** The tables of one schema. Views are cheap (about 14 KB) and cached. */
  view(schema: string): Database
  close(): Promise<void>
}

/** How to reach a server and how much of it to use. */
export interface ShardOptions {
  readonly name: string
  readonly url: string
  readonly service: string
  readonly limits: GateLimits
  /** Tenants whose view is kept; the one used longest ago makes room. */
  readonly views: number
  /** Fields that are kept sealed, and the keys of the realm of a schema. */
  readonly sealed: SealedModels
  readonly ringOf: (schema: string) => Promise<Keyring>
}

const SYSTEM_CONNECTIONS = 3

/** Connects to a server; no connection is made before the first query. */
export function openShard(options: ShardOptions, factory: ClientFactory): Shard {
  // no start-up parameters beyond the name: PgBouncer refuses others; time-outs are settings of the application's role
  const common: pg.PoolConfig = {
    connectionString: options.url,
    application_name: options.service,
    // a backend keeps the catalogue of every schema it has touched: young connections stay small
    maxLifetimeSeconds: 900,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  }
  const pool = openPool({ ...common, max: SYSTEM_CONNECTIONS })
  const lanes = openLanes(common, options.limits, currentSchema)
  const base = factory(new SchemaAdapter(lanes)) as ClientInternals
  const views = new Map<string, Database>()
  return {
    name: options.name,
    pool,
    lanes,
    view(schema) {
      let view = views.get(schema)
      if (view) views.delete(schema)
      else
        view = createView(
          base,
          schema,
          sealingExtension(options.sealed, () => options.ringOf(schema)),
        )
      views.set(schema, view)
      if (views.size > options.views) {
        const oldest = views.keys().next().value
        if (oldest !== undefined) views.delete(oldest)
      }
      return view
    },
    async close() {
      await base.$disconnect()
      await lanes.end()
      await pool.end().catch(() => undefined)
    },
  }
}

/** Leans on Prisma's internals (7.10.0, pinned): own request handler, because its loader batches reads across callers. */
function createView(base: ClientInternals, schema: string, extension: object): Database {
  if (!SCHEMA.test(schema)) throw new Error(`not a schema of ours: ${JSON.stringify(schema)}`)
  const original = base._originalClient
  const engine = original._engine
  const view = Object.create(original) as ClientInternals
  const define = (name: string, value: unknown): void => void Object.defineProperty(view, name, { value, writable: true })
  const scoped =
    (method: 'request' | 'requestBatch' | 'transaction') =>
    (...args: unknown[]) =>
      scope.run(schema, () => engine[method](...args))
  define('_engine', {
    name: engine.name,
    start: () => engine.start(),
    stop: () => Promise.resolve(),
    version: () => engine.version(),
    request: scoped('request'),
    requestBatch: scoped('requestBatch'),
    transaction: scoped('transaction'),
  })
  define('_originalClient', view)
  define('_requestHandler', new original._requestHandler.constructor(view, original._engineConfig.logEmitter))
  return original.$extends.call(view, extension) as Database
}

/** Whether a query failed because its schema or table is not there: the tenant has moved to another server, or is gone. */
export function isGone(error: unknown): boolean {
  const e = error as { code?: string; meta?: { code?: string }; message?: string } | null
  return e?.code === 'P2021' || ['42P01', '3F000'].includes(e?.meta?.code ?? e?.code ?? '') || /\b(?:42P01|3F000)\b/.test(e?.message ?? '')
}
