import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { login, realtimeTicket } from '@itellico/contracts/auth'
import { createBooking } from '@itellico/contracts/bookings'
import { createAccountExport } from '@itellico/contracts/exports'
import { realmOf, tierOf } from '@itellico/contracts/kit'
import { newId } from '@itellico/kernel/ids'
import { openQueues } from '@itellico/kernel/queues'
import { sample } from '@itellico/kernel/sample'
import { registry } from '@itellico/modules/registry'
import { createDatabase, startApi, type Caller, type TestApi, type TestTenant } from '@itellico/modules/testing/harness'
import { PASSWORD, type TestUser } from '@itellico/modules/testing/people'
import { plantEverything, type Planted } from '@itellico/modules/testing/planted'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runTask, startConsumers } from '../../../worker/src/consume.ts'
import { startRelay } from '../../../worker/src/relay.ts'

// What the work of one marketplace leaves behind where many share: Redis, queues, the log, the metrics.
let api: TestApi
const lines: string[] = []
interface Side {
  tenant: TestTenant
  planted: Planted
  person: TestUser & { accountId: string }
}
let alpha: Side
let beta: Side

async function side(): Promise<Side> {
  const tenant = await api.tenant()
  const planted = await plantEverything(tenant)
  const account = await tenant.account('agency')
  const user = await tenant.user({ roles: ['tenant_admin'], account: { id: account.id, role: 'account_owner' } })
  return { tenant, planted, person: { ...user, accountId: account.id } }
}
beforeAll(async () => {
  const env = await createDatabase()
  api = await startApi({ ...env, LOG_LEVEL: 'debug' }, { logTo: { write: (line) => void lines.push(line) } })
  alpha = await side()
  beta = await side()
})
afterAll(() => api.close())

/** What nobody but the marketplace itself may see. */
const marksOf = ({ tenant, planted, person }: Side): string[] => [
  tenant.id,
  tenant.host,
  tenant.ctx.realm.slug,
  tenant.ctx.realm.schema,
  planted.marker,
  ...planted.ids,
  person.id,
  person.email,
]

/** Everything that a marketplace can be asked, once, with its own things. */
async function useAll({ tenant, planted, person }: Side, caller: Caller = person.caller): Promise<void> {
  for (const { contract: c } of registry.routes) {
    if (realmOf(c) === 'platform' || (c.method !== 'GET' && c.path.includes('{'))) continue
    const params = c.path.includes('{') ? planted.params(c) : {}
    if (c.method !== 'GET' && !['createAccountExport', 'realtimeTicket'].includes(c.name)) continue
    const input = { ...(params && { params }), ...(c.query && { query: sample(c.query) }), ...(c.body && { body: sample(c.body) }) }
    await (tierOf(c) === 'public' ? tenant.guest : caller).call(c, input as never)
  }
}

async function work(s: Side): Promise<void> {
  await useAll(s)
  await s.tenant.guest.ok(login, { body: { email: s.person.email, password: PASSWORD } })
  await s.person.caller.ok(realtimeTicket)
  const talent = await s.tenant.profile(s.person.accountId, { displayName: s.planted.marker })
  await s.person.caller.ok(createBooking, {
    body: {
      profileId: talent.id,
      kind: 'booking',
      clientName: s.planted.marker,
      title: s.planted.marker,
      startsAt: '2028-02-01T08:00:00Z',
      endsAt: '2028-02-01T18:00:00Z',
      timezone: 'UTC',
    },
  })
  await s.person.caller.ok(createAccountExport, { body: { dataset: 'profiles', format: 'csv' } })
}

/** Tells every command that Redis is given, with its arguments, from the moment that it answers. */
async function watchRedis(url: string, tell: (args: string[]) => void): Promise<Socket> {
  const { hostname, port, password } = new URL(url)
  const socket = connect(Number(port), hostname)
  const lines = createInterface(socket)
  for (const command of [`AUTH ${decodeURIComponent(password)}`, 'MONITOR']) {
    socket.write(`${command}\r\n`)
    expect(await once(lines, 'line')).toEqual(['+OK'])
  }
  lines.on('line', (line) => tell([...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) => (m[1] ?? '').replace(/\\(["\\])/g, '$1'))))
  return socket
}

describe('Redis', () => {
  const FORBIDDEN = new Set(['KEYS', 'SCAN', 'FLUSHALL', 'FLUSHDB'])
  /** Keys that are no tenant's: queues hold ids of tasks, channels carry what the rooms' names say. A new one has to be looked at here. */
  const SHARED = [/^bull:(?:default|mail|media|admin):/, /^rt(?:$|[-#])/, /^wake$/]

  it('has keys of the marketplace at work only, each made with its id, while real workers run', async () => {
    const prefix = api.config.REDIS_PREFIX
    const seen: string[][] = []
    const monitor = await watchRedis(api.config.REDIS_URL, (args) => {
      if (args.some((a) => a.includes(prefix))) seen.push(args)
    })
    const queues = openQueues(api.kernel, 'isolation')
    const [relay, consumers] = [startRelay(api.kernel, queues), startConsumers(api.kernel)]
    const idle = () =>
      vi.waitFor(
        async () => {
          const { rows } = await api.kernel.shards.main.pool.query<{ n: number }>(
            'select count(*)::int as n from relay.task where done_at is null and dead_at is null and run_at <= now()',
          )
          expect(rows[0]?.n).toBe(0)
        },
        { timeout: 20_000, interval: 50 },
      )
    try {
      await idle()
      for (const s of [alpha, beta, alpha]) {
        const other = s === alpha ? beta : alpha
        await api.kernel.redis.echo(`${prefix}-begin`)
        await vi.waitFor(() => expect(seen.map((c) => c[1])).toContain(`${prefix}-begin`), { timeout: 5000 })
        seen.length = 0
        await work(s)
        await idle()
        await api.kernel.redis.echo(`${prefix}-end`)
        await vi.waitFor(() => expect(seen.map((c) => c[1])).toContain(`${prefix}-end`), { timeout: 5000 })
        expect(seen.length).toBeGreaterThan(50)
        const keys = new Set<string>()
        for (const args of seen) {
          expect(FORBIDDEN.has(String(args[0]).toUpperCase()), args.join(' ')).toBe(false)
          const text = args.join(' ')
          for (const mark of marksOf(other)) expect(text.includes(mark), `${mark} in ${text.slice(0, 200)}`).toBe(false)
          // a connection that begins says its name, which is no key
          if (/^client$/i.test(String(args[0]))) continue
          for (const arg of args) if (arg.startsWith(`${prefix}:`)) keys.add(arg.slice(prefix.length + 1))
        }
        const limits = new RegExp(`^limit:${s.tenant.id}:`)
        const strange = [...keys].filter((key) => {
          if (key.startsWith(`tenant:${s.tenant.id}:`) || key.startsWith('tenant:platform:') || limits.test(key)) return false
          return !SHARED.some((shared) => shared.test(key))
        })
        expect(strange).toEqual([])
        expect([...keys].some((k) => k.startsWith(`tenant:${s.tenant.id}:`))).toBe(true)
        // what goes into a queue says where the work is written down, never what it says
        const messages = seen.flatMap((args) => args.join(' ').match(/\{[^{}]*taskId[^{}]*\}/g) ?? []).map((m) => m.replaceAll('\\', ''))
        expect(messages.length).toBeGreaterThan(0)
        for (const m of messages) {
          const message = JSON.parse(m) as Record<string, string>
          expect(Object.keys(message).sort()).toEqual(['realm', 'taskId'])
          expect(message['realm']).toBe(s.tenant.id)
        }
        const inQueues = seen.filter((args) => args.some((a) => a.startsWith(`${prefix}:bull:`))).map((args) => args.join(' '))
        for (const mark of [s.planted.marker, s.person.email]) for (const text of inQueues) expect(text).not.toContain(mark)
      }
    } finally {
      await relay.stop()
      await consumers.stop()
      await queues.close()
      monitor.destroy()
    }
  })
})

describe('work in the background', () => {
  it('is declared with ids and kinds only', () => {
    for (const { job } of registry.jobs.values()) {
      const { properties = {} } = job.input as { properties?: Record<string, { format?: string; enum?: string[] }> }
      for (const [name, schema] of Object.entries(properties)) expect(schema.format === 'uuid' || schema.enum !== undefined, `${job.name}.${name}`).toBe(true)
    }
  })

  it('is refused when its message names another marketplace', async () => {
    const { id } = await alpha.person.caller.ok(createAccountExport, { body: { dataset: 'profiles', format: 'csv' } })
    const { rows } = await api.kernel.shards.main.pool.query<{ id: string }>('select id from relay.task where input->>$1 = $2', ['exportId', id])
    const taskId = rows[0]?.id ?? ''
    await expect(runTask(api.kernel, { taskId, realm: beta.tenant.id }, 1, 4)).rejects.toThrow('the message names another tenant')
    await expect(runTask(api.kernel, { taskId, realm: newId() }, 1, 4)).rejects.toThrow('the tenant is not there')
    expect((await alpha.tenant.ctx.db.exportJob.findUniqueOrThrow({ where: { id } })).status).toBe('queued')
    await api.work()
    expect((await alpha.tenant.ctx.db.exportJob.findUniqueOrThrow({ where: { id } })).status).toBe('ready')
  })

  it('does nothing with an id of another marketplace', async () => {
    const before = await alpha.tenant.ctx.db.exportJob.findMany({ orderBy: { id: 'asc' } })
    for (const bound of registry.jobs.values()) {
      const { properties = {} } = bound.job.input as { properties?: Record<string, unknown> }
      const kindOf = (name: string): string => name.replace(/Id$/, '')
      const input = Object.fromEntries(Object.keys(properties).map((name) => [name, alpha.planted.idOf(kindOf(name)) ?? newId()]))
      if (bound.job.name.startsWith('tenants.')) continue
      await bound.fn(beta.tenant.ctx, input, { attempt: 9, lastAttempt: true }).catch(() => undefined)
    }
    expect(await alpha.tenant.ctx.db.exportJob.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
    for await (const key of api.kernel.storage.list(beta.tenant.id)) for (const id of alpha.planted.ids) expect(key).not.toContain(id)
  })
})

describe('the log', () => {
  it('of one marketplace’s requests says nothing of another, even while it tries to get in', async () => {
    lines.length = 0
    await useAll({ ...beta, planted: alpha.planted })
    await useAll({ ...beta, planted: alpha.planted }, api.caller(beta.tenant.host, beta.person.token, alpha.person.accountId))
    const own = lines.filter((l) => (JSON.parse(l) as { tenant?: string }).tenant === beta.tenant.ctx.realm.slug)
    expect(own.length).toBeGreaterThan(50)
    for (const line of own) for (const mark of marksOf(alpha)) expect(line).not.toContain(mark)
  })

  it('holds no marker, no address and no secret of anybody', async () => {
    lines.length = 0
    await work(alpha)
    await api.work()
    expect(lines.length).toBeGreaterThan(50)
    for (const line of lines) for (const secret of [alpha.planted.marker, alpha.person.email, alpha.person.token, PASSWORD]) expect(line).not.toContain(secret)
  })
})

describe('the metrics', () => {
  it('have no label that names a marketplace or a person', async () => {
    for (const s of [alpha, beta]) await useAll(s)
    await api.work()
    const text = (await api.app.inject({ method: 'GET', url: '/metrics' })).body
    expect(text).toContain('http_request_duration_seconds_bucket')
    for (const mark of [...marksOf(alpha), ...marksOf(beta)]) expect(text).not.toContain(mark)
    expect(text).not.toMatch(/@|[0-9a-f]{8}-[0-9a-f]{4}-7/)
  })

  it('are not for visitors of a marketplace', async () => {
    const answer = await api.app.inject({ method: 'GET', url: '/metrics', headers: { host: alpha.tenant.host, 'x-forwarded-for': '203.0.113.9' } })
    expect(answer.statusCode).toBe(404)
  })
})
