import type { RouteContract } from '@itellico/contracts/kit'
import { realmOf, tierOf } from '@itellico/contracts/kit'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '@itellico/modules/registry'
import { startApi, type Caller, type TestApi, type TestTenant } from '@itellico/modules/testing/harness'
import { sample } from '@itellico/kernel/sample'
import { plantEverything, type Planted } from '@itellico/modules/testing/planted'

let api: TestApi
let alpha: TestTenant
let beta: TestTenant
let planted: Planted
/** Somebody of beta with every right that beta gives, acting for an agency and for a client. */
let strangers: { agency: Caller; client: Caller; token: string }

beforeAll(async () => {
  api = await startApi()
  alpha = await api.tenant()
  beta = await api.tenant()
  planted = await plantEverything(alpha)
  const agency = await beta.account('agency')
  const client = await beta.account('client')
  const user = await beta.user({ roles: ['tenant_admin'], account: { id: agency.id, role: 'account_owner' } })
  await beta.ctx.db.accountMember.create({ data: { accountId: client.id, userId: user.id, role: 'client_booker' } })
  strangers = { agency: user.caller, client: api.caller(beta.host, user.token, client.id), token: user.token }
})
afterAll(() => api.close())

const withId = registry.routes.map((r) => r.contract).filter((c) => /\{/.test(c.path) && realmOf(c) !== 'platform')
const sameBody = (body: unknown): unknown => (Buffer.isBuffer(body) ? body.toString('base64') : { ...(body as object), requestId: 'any' })

function inputOf(contract: RouteContract, params: Record<string, string>): { params: Record<string, string>; body?: unknown; query?: unknown } {
  return { params, ...(contract.body && { body: sample(contract.body) }), ...(contract.query && { query: sample(contract.query) }) }
}

describe('every route about one thing, asked by another tenant', () => {
  it.each(withId.map((c) => [c.name, c] as const))('%s answers as for a thing that does not exist', async (name, contract) => {
    const real = planted.params(contract)
    expect(real, `${name} has no planted thing: add one in planted.ts`).not.toBeNull()
    const keys = Object.keys(real as object)
    const unknown = Object.fromEntries(
      Object.entries(real as Record<string, string>).map(([k, v]) => [
        k,
        /^[0-9a-f-]{36}$/.test(v) ? randomUUID() : k === 'variant' ? v : `${v.slice(0, -4)}zzzz`,
      ]),
    )
    expect(keys.length).toBeGreaterThan(0)
    for (const caller of tierOf(contract) === 'account' ? [strangers.agency, strangers.client] : [strangers.agency]) {
      const theirs = await caller.call(contract, inputOf(contract, real as Record<string, string>) as never)
      const nobodys = await caller.call(contract, inputOf(contract, unknown) as never)
      expect(theirs.status).toBe(nobodys.status)
      expect(theirs.status).toBeGreaterThanOrEqual(400)
      expect(theirs.status).toBeLessThan(500)
      expect(sameBody(theirs.body)).toEqual(sameBody(nobodys.body))
    }
  })
})

describe('every route that needs a sign-in', () => {
  const guarded = registry.routes.map((r) => r.contract).filter((c) => c.permission !== null && realmOf(c) !== 'platform')
  it.each(guarded.map((c) => [c.name, c] as const))('%s refuses a token of another tenant, whatever names the tenant', async (_name, contract) => {
    const params = planted.params(contract) ?? {}
    const atAlpha = api.caller(alpha.host, strangers.token)
    const byHost = await atAlpha.call(contract, inputOf(contract, params) as never)
    expect([byHost.status, (byHost.body as { code: string }).code]).toEqual([403, 'tenants.mismatch'])
    const atApex = api.caller(api.config.PLATFORM_DOMAIN, strangers.token)
    const byHeader = await atApex.call(contract, inputOf(contract, params) as never, { 'x-tenant-id': alpha.id })
    expect([byHeader.status, (byHeader.body as { code: string }).code]).toEqual([403, 'tenants.mismatch'])
    const contradiction = await strangers.agency.call(contract, inputOf(contract, params) as never, { 'x-tenant-id': alpha.id })
    expect([contradiction.status, (contradiction.body as { code: string }).code]).toEqual([403, 'tenants.mismatch'])
  })
})

describe('lists of one tenant', () => {
  const lists = registry.routes.map((r) => r.contract).filter((c) => c.method === 'GET' && !/\{/.test(c.path) && !c.file && realmOf(c) !== 'platform')
  it.each(lists.map((c) => [c.name, c] as const))('%s never holds anything of another', async (_name, contract) => {
    for (const caller of tierOf(contract) === 'account' ? [strangers.agency, strangers.client] : [strangers.agency]) {
      const answer = await caller.call(contract, { ...(contract.query && { query: sample(contract.query) }) } as never)
      const text = JSON.stringify(answer.body)
      for (const id of planted.ids) expect(text).not.toContain(id)
      expect(text).not.toContain(planted.marker)
    }
  })
})
