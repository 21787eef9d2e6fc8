import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createBooking } from '@itellico/contracts/bookings'
import { startApi, type TestApi, type TestTenant } from '@itellico/modules/testing/harness'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

let api: TestApi
let tenant: TestTenant

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
})
afterAll(() => api.close())

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

it('a server that is told to stop answers what it has begun, then ends', async () => {
  const agency = await tenant.party('agency')
  const talents = await Promise.all(Array.from({ length: 20 }, () => tenant.profile(agency.accountId)))
  const port = await freePort()
  const child = spawn(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url))], {
    env: {
      ...process.env,
      API_PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      REDIS_PREFIX: api.config.REDIS_PREFIX,
      STORAGE_DIR: api.config.STORAGE_DIR,
      RATE_LIMIT_SCALE: '1000',
    },
    stdio: 'ignore',
  })
  const exited = once(child, 'exit')
  const base = `http://127.0.0.1:${port}`
  await vi.waitFor(async () => expect((await fetch(`${base}/health/ready`)).status).toBe(200), { timeout: 30_000, interval: 100 })
  let begun = 0
  const calls = talents.map(async (talent) => {
    begun++
    const response = await fetch(`${base}/api/v1${createBooking.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${agency.token}`, 'x-tenant-id': tenant.id },
      body: JSON.stringify({
        profileId: talent.id,
        kind: 'booking',
        title: 'Job',
        startsAt: '2029-02-01T08:00:00Z',
        endsAt: '2029-02-01T18:00:00Z',
        timezone: 'UTC',
      }),
    }).catch(() => null)
    return response?.status ?? null
  })
  await vi.waitFor(async () => expect(await tenant.ctx.db.booking.count()).toBeGreaterThan(0), { timeout: 10_000, interval: 5 })
  child.kill('SIGTERM')
  const answers = await Promise.all(calls)
  const [code] = (await exited) as [number]
  const stored = await tenant.ctx.db.booking.count()
  expect([begun, code]).toEqual([20, 0])
  // nobody who was told "created" finds nothing, and nothing was created behind anybody's back
  expect(answers.filter((s) => s === 201).length).toBe(stored)
  for (const s of answers) expect([201, 503, null]).toContain(s)
}, 60_000)
