import { listRoster } from '@itellico/contracts/profiles'
import { getTenant, createTenant, listDeadLetters, platformOverview, replayDeadLetter } from '@itellico/contracts/tenants'
import { readiness } from '../apps/api/src/health.ts'
import { raw } from '@itellico/kernel/db'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createDatabase, startApi, type Caller, type TestApi, type TestTenant } from './testing/harness.ts'

let api: TestApi
let here: TestTenant
let there: TestTenant
let operator: Caller

beforeAll(async () => {
  api = await startApi({ ...(await createDatabase({ second: 'two' })), DATABASE_POOL: '4', DATABASE_TENANT_QUEUE: '20', DATABASE_PATIENCE_SECONDS: '20' })
  here = await api.tenant()
  there = await api.tenant({ shard: 'two' })
  operator = await (await api.platform()).caller('super_admin')
})
afterAll(() => api.close())

describe('two database servers', () => {
  it('hold each tenant in one place, with all its work', async () => {
    for (const tenant of [here, there]) {
      const agency = await tenant.party('agency')
      await tenant.profile(agency.accountId)
      await api.work()
      expect((await agency.caller.ok(listRoster, {})).items).toHaveLength(1)
    }
    const schemas = async (name: string): Promise<string[]> =>
      (await api.kernel.shards.byName(name).pool.query<{ nspname: string }>(`select nspname from pg_namespace where nspname like 't\\_%'`)).rows.map(
        (r) => r.nspname,
      )
    expect([await schemas('main'), await schemas('two')]).toEqual([[here.ctx.realm.schema], [there.ctx.realm.schema]])
  })

  it('get new tenants where there are the fewest', async () => {
    const made: string[] = []
    for (const slug of ['placed-one', 'placed-two', 'placed-three', 'placed-four']) {
      const tenant = await operator.ok(createTenant, {
        body: {
          slug,
          name: slug,
          industry: 'fashion',
          adminEmail: `admin@${slug}.example`,
          adminFirstName: 'A',
          adminLastName: 'B',
          currency: 'EUR',
          timezone: 'Europe/Vienna',
          locale: 'en',
        },
      })
      made.push(tenant.id)
    }
    await api.work()
    const shards: string[] = []
    for (const id of made) {
      expect((await operator.ok(getTenant, { params: { id } })).status).toBe('active')
      shards.push((await api.kernel.realms.byId(id))?.shard ?? '')
    }
    expect(shards.sort()).toEqual(['main', 'main', 'two', 'two'])
  })

  it('are looked at together where the platform counts work', async () => {
    const ids: string[] = []
    for (const [i, name] of ['main', 'two'].entries()) {
      const id = `019aa000-0000-7000-8000-0000000000d${i}`
      ids.push(id)
      await api.kernel.shards
        .byName(name)
        .pool.query(
          `insert into relay.task (id, realm, kind, name, input, request_id, dead_at, error) values ($1, $2, 'job', 'notification.deliver-mail', '{"mailId": "019aa000-0000-7000-8000-0000000000bb"}', 'test', now(), 'refused')`,
          [id, i ? there.id : here.id],
        )
    }
    expect((await operator.ok(listDeadLetters, {})).items.map((d) => d.id)).toEqual([...ids].reverse())
    expect((await operator.ok(listDeadLetters, { query: { limit: 1 } })).items.map((d) => d.id)).toEqual([ids[1]])
    expect((await operator.ok(platformOverview, {})).queue.dead).toBe(2)
    for (const id of ids) await operator.ok(replayDeadLetter, { params: { id } })
    expect((await operator.ok(listDeadLetters, {})).items).toEqual([])
  })

  it('are told apart by readiness', async () => {
    expect(Object.keys((await readiness(api.kernel)).checks)).toEqual(['postgres', 'redis', 'postgres-two'])
  })
})

/** Prisma begins a query when somebody waits for it. */
const start = <T>(query: Promise<T>): Promise<T> => query.then((x) => x)

describe('a tenant that floods the database', () => {
  it('is told to come again when its queue is full, while another is served at once', async () => {
    const agency = await here.party('agency')
    const other = await api.tenant()
    const { shards } = api.kernel
    const before = shards.main.lanes.state.connections
    const slow = Array.from({ length: 24 }, () => start(raw(here.ctx.db).$queryRawUnsafe('select pg_sleep(0.2)::text')))
    await vi.waitFor(() => expect(shards.main.lanes.state.waiting).toBe(20), { interval: 1 })
    const answer = await agency.caller.call(listRoster, {})
    expect([answer.status, (answer.body as { code: string }).code, answer.headers['retry-after']]).toEqual([503, 'service.busy', '1'])
    const order: string[] = []
    await Promise.all([
      raw(other.ctx.db)
        .$queryRawUnsafe('select 1')
        .then(() => order.push('quiet')),
      ...slow.map((s) => s.then(() => order.push('slow'))),
    ])
    expect(order.indexOf('quiet')).toBeLessThan(20)
    expect(shards.main.lanes.state.connections).toBeLessThanOrEqual(Math.max(4, before))
    await agency.caller.ok(listRoster, {})
  })
})
