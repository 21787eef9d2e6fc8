import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, connect, type Server, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { realtimeTicket } from '@itellico/contracts/auth'
import { createBooking } from '@itellico/contracts/bookings'
import { raw } from '@itellico/kernel/db'
import { newId } from '@itellico/kernel/ids'
import { openQueues } from '@itellico/kernel/queues'
import { findTask, revive } from '@itellico/kernel/tasks'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createDatabase, startApi, type TestApi, type TestTenant } from '@itellico/modules/testing/harness'

/** A door to Redis that can be shut: while it is, connections are refused and open ones are cut. */
class RedisDoor {
  private server: Server | null = null
  private readonly open = new Set<Socket>()
  private readonly target: URL
  private port = 0
  constructor(url: string) {
    this.target = new URL(url)
  }
  async start(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(Number(this.target.port), this.target.hostname)
      for (const s of [near, far]) {
        this.open.add(s)
        s.on('error', () => undefined).on('close', () => {
          this.open.delete(s)
          near.destroy()
          far.destroy()
        })
      }
      near.pipe(far).pipe(near)
    })
    this.server.listen(this.port, '127.0.0.1')
    await once(this.server, 'listening')
    this.port = (this.server.address() as { port: number }).port
  }
  async shut(): Promise<void> {
    const closed = this.server && once(this.server, 'close')
    this.server?.close()
    for (const s of this.open) s.destroy()
    await closed
  }
  get url(): string {
    const url = new URL(this.target)
    url.hostname = '127.0.0.1'
    url.port = String(this.port)
    return url.href
  }
}

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const workers = new Set<ChildProcess>()

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

/** Starts a real worker process on the queues of a test's API. */
async function startWorker(api: TestApi, redisUrl: string): Promise<ChildProcess> {
  const env = {
    ...process.env,
    DATABASE_URL: api.config.DATABASE_URL,
    DATABASE_ADMIN_URL: api.config.DATABASE_ADMIN_URL ?? '',
    REDIS_URL: redisUrl,
    REDIS_PREFIX: api.config.REDIS_PREFIX,
    STORAGE_DIR: api.config.STORAGE_DIR,
    WORKER_PORT: String(await freePort()),
    WEB_URL: '',
    LOG_LEVEL: 'silent',
  }
  const child = spawn(process.execPath, [MAIN], { env, stdio: 'ignore' })
  workers.add(child)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  workers.delete(child)
}

const open = async (api: TestApi, tenant: TestTenant): Promise<number> =>
  (await api.kernel.shards.main.pool.query<{ n: number }>('select count(*)::int as n from relay.task where realm = $1 and done_at is null', [tenant.id]))
    .rows[0]?.n ?? -1
const until = (check: () => Promise<void>, timeout = 90_000): Promise<void> => vi.waitFor(check, { timeout, interval: 100 })

afterAll(() => Promise.all([...workers].map(kill)))

/** Places options, each of which tells one client by notification and mail. */
async function placeOptions(tenant: TestTenant, count: number, day: number): Promise<{ clientId: string; ids: string[] }> {
  const agency = await tenant.party('agency')
  const client = await tenant.party('client')
  const talent = await tenant.profile(agency.accountId)
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    const startsAt = new Date(Date.UTC(2028, 0, day + i, 8)).toISOString()
    const endsAt = new Date(Date.UTC(2028, 0, day + i, 18)).toISOString()
    const b = await agency.caller.ok(createBooking, {
      body: { profileId: talent.id, kind: 'option', clientAccountId: client.accountId, title: `Job ${i}`, startsAt, endsAt, timezone: 'Europe/Vienna' },
    })
    ids.push(b.id)
  }
  return { clientId: client.id, ids }
}

/** What was done for the options: rows that a repeated handler would have written twice. */
async function effects(tenant: TestTenant, clientId: string): Promise<{ notifications: number; mails: number; sent: number }> {
  const { db } = tenant.ctx
  const [notifications, mails, sent] = await Promise.all([
    db.notification.count({ where: { userId: clientId } }),
    db.mailDelivery.count({ where: { userId: clientId } }),
    db.mailDelivery.count({ where: { userId: clientId, status: 'sent' } }),
  ])
  return { notifications, mails, sent }
}

describe('a worker that is killed in the middle of its work', () => {
  let api: TestApi
  let tenant: TestTenant
  beforeAll(async () => {
    api = await startApi(await createDatabase())
    tenant = await api.tenant()
  })
  afterAll(() => api.close())

  it('loses nothing and does nothing twice', async () => {
    const { clientId, ids } = await placeOptions(tenant, 60, 1)
    for (let round = 0; round < 3; round++) {
      const before = await open(api, tenant)
      const worker = await startWorker(api, api.config.REDIS_URL)
      await until(async () => expect(await open(api, tenant)).toBeLessThan(Math.max(1, before - 8)))
      await kill(worker)
    }
    await startWorker(api, api.config.REDIS_URL)
    await until(async () => expect(await open(api, tenant)).toBe(0))
    expect(await effects(tenant, clientId)).toEqual({ notifications: ids.length, mails: ids.length, sent: ids.length })
    const dead = await api.kernel.shards.main.pool.query('select 1 from relay.task where realm = $1 and dead_at is not null', [tenant.id])
    expect(dead.rowCount).toBe(0)
  }, 180_000)
})

describe('while Redis is away', () => {
  const door = new RedisDoor(process.env['REDIS_URL'] ?? '')
  let api: TestApi
  let tenant: TestTenant
  beforeAll(async () => {
    await door.start()
    api = await startApi({ ...(await createDatabase()), REDIS_URL: door.url })
    tenant = await api.tenant()
    await startWorker(api, door.url)
  })
  afterAll(async () => {
    await api.close()
    await door.shut()
  })

  it('bookings are taken, and what follows from them comes later, once', async () => {
    const first = await placeOptions(tenant, 3, 1)
    await until(async () => expect(await open(api, tenant)).toBe(0))
    await door.shut()
    const away = Date.now()
    const during = await placeOptions(tenant, 5, 10)
    const user = await tenant.user()
    expect(await user.caller.problem(realtimeTicket)).toBe('503 auth.live_unavailable')
    const ready = await api.app.inject({ url: '/health/ready' })
    expect([
      ready.statusCode,
      ready.json<{ status: string; checks: { redis: { ok: boolean } } }>().status,
      ready.json<{ checks: { redis: { ok: boolean } } }>().checks.redis.ok,
    ]).toEqual([200, 'degraded', false])
    await until(async () => expect(Date.now() - away).toBeGreaterThan(10_000))
    expect(await effects(tenant, during.clientId)).toEqual({ notifications: 0, mails: 0, sent: 0 })
    await door.start()
    await until(async () => expect(await open(api, tenant)).toBe(0))
    expect(await effects(tenant, during.clientId)).toEqual({ notifications: 5, mails: 5, sent: 5 })
    expect(await effects(tenant, first.clientId)).toEqual({ notifications: 3, mails: 3, sent: 3 })
  }, 180_000)
})

describe('a task that failed for good', () => {
  let api: TestApi
  let tenant: TestTenant
  beforeAll(async () => {
    api = await startApi(await createDatabase())
    tenant = await api.tenant()
  })
  afterAll(() => api.close())

  it('is run again when it is put back in line', async () => {
    const { pool } = api.kernel.shards.main
    const queues = openQueues(api.kernel, 'test')
    await startWorker(api, api.config.REDIS_URL)
    const [id, eventId] = [newId(), newId()]
    await pool.query(`insert into relay.task (id, realm, kind, name, event_id, request_id) values ($1, $2, 'event', 'search.index-profile', $3, 'test')`, [
      id,
      tenant.id,
      eventId,
    ])
    await until(async () => expect((await findTask(pool, id))?.dead_at).not.toBeNull())
    await until(async () => expect(await (await queues.of('default').getJob(`t.${id}`))?.getState()).toBe('failed'))
    expect(await findTask(pool, id)).toMatchObject({ attempts: 1, error: 'the event is not there' })
    await raw(tenant.ctx.db).$executeRawUnsafe(
      `insert into "__tenant__"."event" (id, name, version, stream, payload, occurred_at, request_id) values ($1::uuid, 'user.profile.updated', '1.0.0', 'test', $2::jsonb, now(), 'test')`,
      eventId,
      JSON.stringify({ profileId: newId(), status: 'draft' }),
    )
    await revive(pool, id)
    await until(async () => expect((await findTask(pool, id))?.done_at).not.toBeNull(), 15_000)
    expect(await findTask(pool, id)).toMatchObject({ attempts: 2, error: null, dead_at: null })
    await queues.close()
  }, 120_000)
})
