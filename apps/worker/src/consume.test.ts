import { forgotPassword } from '@itellico/contracts/auth'
import { startApi, type TestApi, type TestTenant } from '@itellico/modules/testing/harness'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runTask } from './consume.ts'
import { planOf } from './relay.ts'

let api: TestApi
let tenant: TestTenant

beforeAll(async () => {
  // nobody listens for mail there
  api = await startApi({ SMTP_URL: 'smtp://127.0.0.1:9' })
  tenant = await api.tenant()
})
afterAll(() => api.close())

interface Row {
  id: string
  kind: 'event' | 'job'
  name: string
  attempts: number
  done_at: Date | null
  dead_at: Date | null
  error: string | null
}
const rows = async (): Promise<Row[]> =>
  (
    await api.kernel.shards.main.pool.query<Row>('select id, kind, name, attempts, done_at, dead_at, error from relay.task where realm = $1 order by id', [
      tenant.id,
    ])
  ).rows

describe('a task whose row is held', () => {
  it('waits for who holds it, and is then done', async () => {
    const user = await tenant.user()
    await tenant.guest.ok(forgotPassword, { body: { email: user.email } })
    const event = (await rows()).find((r) => r.kind === 'event' && r.done_at === null)
    const relay = await api.kernel.shards.main.pool.connect()
    await relay.query('begin')
    await relay.query('select id from relay.task where id = $1 for update', [event?.id])
    const running = runTask(api.kernel, { taskId: event?.id ?? '', realm: tenant.id }, 1, 8)
    // the worker's own query is waiting for the row by now
    await vi.waitFor(async () => expect((await api.kernel.shards.main.pool.query(`select 1 from pg_locks where not granted`)).rowCount).toBeGreaterThan(0), {
      interval: 10,
    })
    await relay.query('update relay.task set dispatched_at = now() where id = $1', [event?.id])
    await relay.query('commit')
    relay.release()
    await running
    expect((await rows()).find((r) => r.id === event?.id)?.done_at).not.toBeNull()
    await api.kernel.shards.main.pool.query('delete from relay.task where realm = $1', [tenant.id])
  })
})

describe('a task that fails', () => {
  it('is tried again as often as it declares, then is dead with its reason', async () => {
    const user = await tenant.user()
    await tenant.guest.ok(forgotPassword, { body: { email: user.email } })
    const [event] = await rows()
    await runTask(api.kernel, { taskId: event?.id ?? '', realm: tenant.id }, 1, 8)
    const mail = (await rows()).find((r) => r.kind === 'job')
    const plan = planOf(api.kernel, { kind: 'job', name: mail?.name ?? '' })
    expect([plan.queue, plan.attempts]).toEqual(['mail', 10])
    for (let attempt = 1; attempt <= plan.attempts; attempt++) {
      expect((await rows()).find((r) => r.id === mail?.id)?.dead_at).toBeNull()
      await expect(runTask(api.kernel, { taskId: mail?.id ?? '', realm: tenant.id }, attempt, plan.attempts)).rejects.toThrow()
    }
    const dead = (await rows()).find((r) => r.id === mail?.id)
    expect([dead?.attempts, dead?.done_at, dead?.dead_at !== null, /ECONNREFUSED/.test(dead?.error ?? '')]).toEqual([10, null, true, true])
    // what is dead is not run again by a late message of the queue
    await runTask(api.kernel, { taskId: mail?.id ?? '', realm: tenant.id }, 1, 10)
    expect((await rows()).find((r) => r.id === mail?.id)?.attempts).toBe(10)
    // its words are kept, so that it can be sent after all
    expect((await tenant.ctx.db.mailDelivery.findFirst({ where: { userId: user.id } }))?.data).toMatchObject({ link: expect.stringContaining('http') })
  })

  it('and is done already does nothing when it comes again', async () => {
    const [event] = await rows()
    await runTask(api.kernel, { taskId: event?.id ?? '', realm: tenant.id }, 1, 8)
    expect((await rows()).filter((r) => r.kind === 'job')).toHaveLength(1)
  })

  it('that nobody handles is dead at once', async () => {
    const id = '019aa000-0000-7000-8000-0000000000cc'
    await api.kernel.shards.main.pool.query(
      `insert into relay.task (id, realm, kind, name, input, request_id) values ($1, $2, 'job', 'nobody.knows', '{}', 'test')`,
      [id, tenant.id],
    )
    await expect(runTask(api.kernel, { taskId: id, realm: tenant.id }, 1, 5)).rejects.toThrow('there is no job nobody.knows')
    expect((await rows()).find((r) => r.id === id)?.dead_at).not.toBeNull()
  })
})
