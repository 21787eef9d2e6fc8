import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RouteContract } from '@itellico/contracts/kit'
import { urlOf, type CallInput } from '@itellico/contracts/client'
import { loadConfig, type Config } from '@itellico/kernel/config'
import { openKernel, systemContext, type Kernel } from '@itellico/kernel/kernel'
import { migrateFleet } from '@itellico/kernel/fleet'
import { provisionSchema } from '@itellico/kernel/migrate'
import { newId } from '@itellico/kernel/ids'
import { schemaOf } from '@itellico/kernel/realms'
import type { Resolver } from '@itellico/kernel/resolver'
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import pg from 'pg'
import { buildApp } from '../../apps/api/src/app.ts'
import { planOf } from '../../apps/worker/src/relay.ts'
import { runTask } from '../../apps/worker/src/consume.ts'
import { clientFactory, sealed } from '../database.ts'
import { modules, modulesUrl, registry } from '../registry.ts'
import { createPeople, type People } from './people.ts'

/** What a call answered. */
export interface Answer<T = unknown> {
  readonly status: number
  readonly body: T
  readonly headers: Readonly<Record<string, unknown>>
}

/** A caller: somebody signed in, or nobody. */
export interface Caller {
  /** Calls a route and gives whatever it answered. */
  call<C extends RouteContract>(contract: C, input?: CallInput<C>, headers?: Record<string, string>): Promise<Answer>
  /** Calls a route that must succeed and gives its body. */
  ok<C extends RouteContract>(contract: C, input?: CallInput<C>): Promise<Static<C['response']>>
  /** Calls a route that must fail and gives status and code, like `409 bookings.slot_taken`. */
  problem<C extends RouteContract>(contract: C, input?: CallInput<C>): Promise<string>
}

/** A tenant of its own for a test file. */
export interface TestTenant extends People {
  readonly id: string
  readonly host: string
  readonly guest: Caller
}

/** The real API on the real PostgreSQL and Redis of the test run. */
export interface TestApi {
  readonly app: FastifyInstance
  readonly kernel: Kernel
  readonly config: Config
  tenant(options?: { slug?: string; settings?: object; shard?: string }): Promise<TestTenant>
  platform(): Promise<{ caller(role: 'super_admin' | 'platform_support'): Promise<Caller>; guest: Caller }>
  caller(host: string, token?: string, accountId?: string): Caller
  /** Runs all background work of the realms made here, and of `others`, until nothing is left; failures are thrown. */
  work(others?: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** Makes a database for one test file, so that workers which it starts find only its own tasks; with `second`, another one as a shard of that name. */
export async function createDatabase(options: { second?: string } = {}): Promise<Record<string, string>> {
  const main = await emptyDatabase()
  const shards = options.second ? [{ name: options.second, ...(await emptyDatabase()) }] : []
  await migrateFleet({ servers: [{ name: 'main', adminUrl: main.adminUrl }, ...shards], modules, modulesUrl, appPassword: null })
  return { DATABASE_URL: main.url, DATABASE_ADMIN_URL: main.adminUrl, ...(shards.length && { DATABASE_SHARDS: JSON.stringify(shards) }) }
}

/** A new database on the server of the test run, without any schema of ours. */
export async function emptyDatabase(): Promise<{ url: string; adminUrl: string }> {
  const name = `test_${randomUUID().slice(0, 8)}`
  const adminUrl = process.env['DATABASE_ADMIN_URL'] ?? ''
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href
  return { url: at(process.env['DATABASE_URL'] ?? ''), adminUrl: at(adminUrl) }
}

/** Boots the API of a test file. Call `close` when done. */
export async function startApi(
  env: Record<string, string> = {},
  options: { clock?: () => Date; resolver?: Resolver; logTo?: { write(line: string): void } } = {},
): Promise<TestApi> {
  const storage = await mkdtemp(join(tmpdir(), 'itellico-storage-'))
  const config = loadConfig({
    RATE_LIMIT_SCALE: '1000',
    LOG_LEVEL: 'error',
    // a machine that is busy with other tests is no fault
    DATABASE_PATIENCE_SECONDS: '30',
    STORAGE_DIR: storage,
    REDIS_PREFIX: `test-${randomUUID().slice(0, 8)}`,
    ...filled(process.env, env),
  })
  const faults: string[] = []
  const logTo = { write: (line: string) => void faults.push(line) }
  const kernel = openKernel({ config, service: 'test', registry, clientFactory, sealed, modulesUrl, logTo, ...options })
  const app = await buildApp(kernel)
  await app.ready()
  if (kernel.redis.status !== 'ready') await once(kernel.redis, 'ready')
  const admin = new pg.Pool({ connectionString: config.DATABASE_ADMIN_URL ?? config.DATABASE_URL, max: 2 })
  const realms = new Set<string>()

  const caller = (host: string, token?: string, accountId?: string): Caller => {
    const call: Caller['call'] = async (contract, input = {}, headers = {}) => {
      const response = await app.inject({
        method: contract.method,
        url: urlOf(contract, input),
        headers: {
          host,
          ...(token && { authorization: `Bearer ${token}` }),
          ...((input.accountId ?? accountId) && { 'x-account-id': input.accountId ?? accountId }),
          ...(input.idempotencyKey && { 'idempotency-key': input.idempotencyKey }),
          ...(input.ifMatch !== undefined && { 'if-match': `"${input.ifMatch}"` }),
          ...headers,
        },
        ...(input.body !== undefined && { payload: input.body as object }),
      })
      return {
        status: response.statusCode,
        body: /json/.test(String(response.headers['content-type'])) ? response.json() : response.rawPayload,
        headers: response.headers,
      }
    }
    return {
      call,
      async ok(contract, input) {
        const answer = await call(contract, input)
        if (answer.status !== (contract.status ?? 200))
          throw new Error(`${contract.name} answered ${answer.status}: ${JSON.stringify(answer.body)} ${answer.status === 500 ? (faults.at(-1) ?? '') : ''}`)
        return answer.body as never
      },
      async problem(contract, input) {
        const answer = await call(contract, input)
        return `${answer.status} ${(answer.body as { code?: string } | null)?.code ?? ''}`.trim()
      },
    }
  }

  return {
    app,
    kernel,
    config,
    caller,
    async tenant(options = {}) {
      const id = newId()
      const slug = options.slug ?? `t${id.replaceAll('-', '').slice(-20)}`
      await admin.query(
        `insert into control.tenant (id, slug, name, industry, status, theme, locales, currency, timezone, settings, shard) values ($1, $2, $3, 'fashion', 'active', '{"hue": 20, "chroma": 0.1, "radius": 6}', '{en,de}', 'EUR', 'Europe/Vienna', $4, $5)`,
        [id, slug, `Market ${slug}`, JSON.stringify({ bookoutPolicy: 'warn', optionHours: 72, ...options.settings }), options.shard ?? 'main'],
      )
      await provisionSchema(kernel.shards.adminUrl(options.shard ?? 'main'), id, modules, modulesUrl)
      await admin.query('update control.tenant set schema_name = $2 where id = $1', [id, schemaOf(id)])
      kernel.realms.forget()
      realms.add(id)
      const realm = await kernel.realms.byId(id)
      if (!realm) throw new Error('the tenant is not there')
      return { id, host: realm.host, guest: caller(realm.host), ...createPeople(systemContext(kernel, realm), caller) }
    },
    async platform() {
      realms.add('platform')
      const people = createPeople(systemContext(kernel, kernel.realms.platform), caller)
      return { caller: async (role) => (await people.user({ roles: [role] })).caller, guest: caller(config.PLATFORM_DOMAIN) }
    },
    async work(others = []) {
      for (;;) {
        const lists = await Promise.all(
          kernel.shards.all.map((s) =>
            s.pool.query<{ id: string; realm: string; kind: 'event' | 'job'; name: string }>(
              'select id, realm, kind, name from relay.task where realm = any($1) and done_at is null and dead_at is null and run_at <= now() order by run_at, id',
              [[...realms, ...others]],
            ),
          ),
        )
        const rows = lists.flatMap((l) => l.rows)
        if (rows.length === 0) return
        for (const task of rows) await runTask(kernel, { taskId: task.id, realm: task.realm }, 1, planOf(kernel, task).attempts)
      }
    },
    async close() {
      await app.close()
      await kernel.close()
      await admin.end()
      await rm(storage, { recursive: true, force: true })
    },
  }
}

/** The environment of the test run with this file's wishes on top; unset ones leave room for the harness's own. */
function filled(base: NodeJS.ProcessEnv, wishes: Record<string, string>): NodeJS.ProcessEnv {
  const { RATE_LIMIT_SCALE: _scale, LOG_LEVEL: _level, STORAGE_DIR: _dir, REDIS_PREFIX: _prefix, WEB_URL: _web, API_URL: _api, ...rest } = base
  return { ...rest, ...wishes }
}
