import { listPublicListings } from '@itellico/contracts/listings'
import { realtimeTicket } from '@itellico/contracts/auth'
import { createBooking } from '@itellico/contracts/bookings'
import { bumpEpoch } from '@itellico/contracts/auth'
import { inTx } from '@itellico/kernel/context'
import { exampleEnv, loadConfig } from '@itellico/kernel/config'
import { ask } from '@itellico/kernel/operations'
import { registry } from '@itellico/modules/registry'
import { mintServiceToken } from '@itellico/modules/service-tokens'
import { startApi, type TestApi, type TestTenant } from '@itellico/modules/testing/harness'
import { readFileSync } from 'node:fs'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { registerRealtime } from './realtime.ts'

let api: TestApi
let tenant: TestTenant
let port: number

beforeAll(async () => {
  api = await startApi({ METRICS_TOKEN: 'scraper' })
  tenant = await api.tenant()
  registerRealtimeBefore()
  await api.app.listen({ port: 0, host: '127.0.0.1' })
  port = (api.app.server.address() as { port: number }).port
})
afterAll(() => api.close())

function registerRealtimeBefore(): void {
  const server = registerRealtime({ server: api.app.server, addHook: () => undefined } as never, api.kernel)
  closers.push(() => server.close())
}
const closers: (() => Promise<unknown>)[] = []
afterAll(() => Promise.all(closers.map((c) => c())))

describe('answers', () => {
  it('of failures are problem documents with the request’s id', async () => {
    const answer = await api.app.inject({ url: '/api/v1/nowhere', headers: { host: tenant.host, 'x-request-id': 'my-request-1' } })
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['x-request-id'], answer.json<{ requestId: string }>().requestId]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
      'my-request-1',
      'my-request-1',
    ])
  })
  it.each([
    ['a broken body', { 'content-type': 'application/json' }, '{"email":', 400, 'request.invalid_json'],
    ['another content type', { 'content-type': 'text/xml' }, '<a/>', 415, 'request.unsupported_media_type'],
    ['an endless body', { 'content-type': 'application/json' }, `{"email":"${'x'.repeat(1_100_000)}"}`, 413, 'request.too_large'],
    ['a poisoned body', { 'content-type': 'application/json' }, '{"__proto__":{"admin":true},"email":"a@b.c","password":"x"}', 400, 'request.invalid_json'],
  ])('to %s say what is wrong', async (_what, headers, payload, status, code) => {
    const answer = await api.app.inject({ method: 'POST', url: '/api/v1/public/auth/login', headers: { host: tenant.host, ...headers }, payload })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })
  it('carry security headers and let only our own pages read them', async () => {
    const own = await api.app.inject({ url: '/health/live', headers: { origin: `http://${tenant.host}:${api.config.PUBLIC_WEB_PORT ?? ''}` } })
    expect([own.headers['x-content-type-options'], own.headers['access-control-allow-origin'], own.headers['access-control-allow-credentials']]).toEqual([
      'nosniff',
      `http://${tenant.host}:${api.config.PUBLIC_WEB_PORT ?? ''}`,
      undefined,
    ])
    for (const origin of ['https://evil.test', 'null', `http://${tenant.host}.evil.test`])
      expect((await api.app.inject({ url: '/health/live', headers: { origin } })).headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('limits', () => {
  it('tell how much is left', async () => {
    const answer = await tenant.guest.call(listPublicListings, {})
    expect([Number(answer.headers['x-ratelimit-limit']) > 0, Number(answer.headers['x-ratelimit-remaining']) >= 0]).toEqual([true, true])
  })
})

describe('health, metrics and documentation', () => {
  it('are served', async () => {
    expect((await api.app.inject('/health/ready')).json()).toEqual({ status: 'ok', checks: { postgres: { ok: true }, redis: { ok: true } } })
    expect((await api.app.inject('/metrics')).body).toContain('http_request_duration_seconds')
    expect((await api.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } })).statusCode).toBe(404)
    expect(
      (await api.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${api.config.METRICS_TOKEN}` } }))
        .statusCode,
    ).toBe(200)
    const service = await mintServiceToken(api.config.SERVICE_KEYS_FILE, 'web', 'api')
    const asked = async (headers: Record<string, string>): Promise<number> =>
      (await api.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9', ...headers } })).statusCode
    expect([
      await asked({ 'x-service-token': service }),
      await asked({ 'x-service-token': `${service}x` }),
      await asked({ authorization: 'Bearer x' }),
    ]).toEqual([200, 404, 404])
    expect((await api.app.inject({ url: '/reference/', headers: { accept: 'text/html' } })).statusCode).toBe(200)
  })
  it('name every route with its permission in OpenAPI', async () => {
    const document = (await api.app.inject('/openapi.json')).json<{ paths: Record<string, Record<string, { operationId: string; description: string }>> }>()
    const operations = Object.values(document.paths).flatMap((p) => Object.values(p))
    expect(operations.map((o) => o.operationId).sort()).toEqual(registry.routes.map((r) => r.contract.name).sort())
    for (const { contract } of registry.routes)
      if (contract.permission) expect(operations.find((o) => o.operationId === contract.name)?.description).toContain(contract.permission)
  })
})

describe('configuration', () => {
  it('lists every problem at once', () => {
    expect(() => loadConfig({ API_PORT: '99999', SECRET_KEY: 'short' })).toThrow(/DATABASE_URL[\s\S]*API_PORT[\s\S]*SECRET_KEY/)
  })
  it('is described by .env.example, word for word', () => {
    expect(readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')).toBe(exampleEnv())
  })
})

describe('the live connection', () => {
  const sockets: Socket[] = []
  afterAll(() => sockets.forEach((s) => s.close()))
  const connect = (auth: object): Socket => {
    const socket = io(`http://127.0.0.1:${port}`, { auth, transports: ['websocket'], reconnection: false })
    sockets.push(socket)
    return socket
  }
  const opened = (s: Socket): Promise<string> => new Promise((resolve) => s.on('connect', () => resolve('open')).on('connect_error', (e) => resolve(e.message)))

  it('opens with a ticket only, once', async () => {
    const user = await tenant.user()
    expect(await opened(connect({}))).toBe('a ticket is needed')
    expect(await opened(connect({ ticket: 'made.up-ticket-of-mine' }))).toBe('the ticket is not valid')
    const { ticket } = await user.caller.ok(realtimeTicket)
    expect(await opened(connect({ ticket }))).toBe('open')
    expect(await opened(connect({ ticket }))).toBe('the ticket is not valid')
  })

  it('tells agency and client of a booking within a second, and nobody else', async () => {
    const [agency, client, stranger] = [await tenant.party('agency'), await tenant.party('client'), await (await api.tenant()).party('agency')]
    const talent = await tenant.profile(agency.accountId)
    const heard: string[] = []
    for (const [name, person] of Object.entries({ agency, client, stranger })) {
      const socket = connect({ ticket: (await person.caller.ok(realtimeTicket)).ticket })
      socket.onAny((event: string) => heard.push(`${name} ${event}`))
      expect(await opened(socket)).toBe('open')
    }
    const at = Date.now()
    await agency.caller.ok(createBooking, {
      body: {
        profileId: talent.id,
        kind: 'booking',
        clientAccountId: client.accountId,
        title: 'Job',
        startsAt: '2029-01-01T08:00:00Z',
        endsAt: '2029-01-01T18:00:00Z',
        timezone: 'UTC',
      },
    })
    await vi.waitFor(() => expect([...heard].sort()).toEqual(['agency booking.changed', 'client booking.changed']), { timeout: 5000, interval: 20 })
    expect(Date.now() - at).toBeLessThan(5000)
  })

  it('ends when the rights of its owner change', async () => {
    const user = await tenant.user()
    const socket = connect({ ticket: (await user.caller.ok(realtimeTicket)).ticket })
    expect(await opened(socket)).toBe('open')
    const ended = new Promise((resolve) => socket.on('disconnect', resolve))
    await inTx(tenant.ctx, (tx) => ask(tx, bumpEpoch, { userIds: [user.id], endSessions: false, reason: 'test' }))
    expect(await ended).toBe('io server disconnect')
  })
})
