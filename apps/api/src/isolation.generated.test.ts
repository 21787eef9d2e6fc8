import type { RouteContract } from '@itellico/contracts/kit'
import { realmOf, tierOf } from '@itellico/contracts/kit'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { removeMember, updateUser } from '@itellico/contracts/accounts'
import { createApiKey } from '@itellico/contracts/api-keys'
import { login } from '@itellico/contracts/auth'
import { urlOf } from '@itellico/contracts/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '@itellico/modules/registry'
import { startApi, type Caller, type TestApi, type TestTenant } from '@itellico/modules/testing/harness'
import { sample } from '@itellico/kernel/sample'
import { PASSWORD } from '@itellico/modules/testing/people'
import { plantEverything, type Planted } from '@itellico/modules/testing/planted'

let api: TestApi
let alpha: TestTenant
let beta: TestTenant
let planted: Planted
/** Somebody of beta with every right that beta gives, acting for an agency and for a client. */
let strangers: { agency: Caller; client: Caller; token: string; accounts: readonly string[] }

beforeAll(async () => {
  api = await startApi()
  alpha = await api.tenant()
  beta = await api.tenant()
  planted = await plantEverything(alpha)
  const agency = await beta.account('agency')
  const client = await beta.account('client')
  const user = await beta.user({ roles: ['tenant_admin'], account: { id: agency.id, role: 'account_owner' } })
  await beta.ctx.db.accountMember.create({ data: { accountId: client.id, userId: user.id, role: 'client_booker' } })
  strangers = { agency: user.caller, client: api.caller(beta.host, user.token, client.id), token: user.token, accounts: [agency.id, client.id] }
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

describe('an API key of another tenant', () => {
  const guarded = registry.routes.map((r) => r.contract).filter((c) => c.permission !== null && realmOf(c) !== 'platform')
  let secret: string
  beforeAll(async () => {
    const body = { name: 'Everything', scopes: ['user.*', 'account.*', 'tenant.*'], expiresInDays: 1 }
    secret = (await strangers.agency.ok(createApiKey, { body })).secret
  })
  it.each(guarded.map((c) => [c.name, c] as const))('is no key for %s, whatever names the tenant', async (_name, contract) => {
    const input = inputOf(contract, planted.params(contract) ?? {}) as never
    const byHost = await api.caller(alpha.host, secret).call(contract, input)
    const byHeader = await api.caller(api.config.PLATFORM_DOMAIN, secret).call(contract, input, { 'x-tenant-id': alpha.id })
    for (const answer of [byHost, byHeader]) expect([answer.status, (answer.body as { code: string }).code]).toEqual([401, 'keys.invalid'])
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

describe('a tenant named in another way', () => {
  const guarded = registry.routes.map((r) => r.contract).filter((c) => c.permission !== null && realmOf(c) !== 'platform')
  const open = registry.routes.map((r) => r.contract).filter((c) => c.permission === null && realmOf(c) !== 'platform' && !c.file)

  /** Sends header lines as they are given, which only a real connection does. */
  async function send(
    contract: RouteContract,
    host: string,
    lines: readonly (readonly [string, string])[],
    more = '',
  ): Promise<{ status: number; text: string }> {
    const path = urlOf(contract, inputOf(contract, planted.params(contract) ?? {}))
    const body = contract.body ? JSON.stringify(sample(contract.body)) : ''
    const headers = ['host', host, 'content-length', String(body.length), ...(body ? ['content-type', 'application/json'] : []), ...lines.flat()]
    const question = request({
      port,
      method: contract.method,
      path: `${path}${more && path.includes('?') ? more.replace('?', '&') : more}`,
      headers,
      setHost: false,
    })
    question.end(body)
    const [answer] = (await once(question, 'response')) as [IncomingMessage]
    return { status: answer.statusCode ?? 0, text: Buffer.concat(await answer.toArray()).toString('utf8') }
  }
  let port: number
  beforeAll(async () => {
    await api.app.listen({ port: 0, host: '127.0.0.1' })
    port = (api.app.server.address() as AddressInfo).port
  })
  const sayNothing = (text: string): void => {
    expect(text).not.toContain(planted.marker)
    for (const id of planted.ids) expect(text).not.toContain(id)
  }

  it.each(guarded.map((c) => [c.name, c] as const))(
    'gets nobody past the sign-in of %s: header twice, in capitals, in query or path',
    async (_name, contract) => {
      const token = ['authorization', `Bearer ${strangers.token}`] as const
      const apex = api.config.PLATFORM_DOMAIN
      const tries: readonly (readonly [string, readonly (readonly [string, string])[], number])[] = [
        [beta.host, [token, ['x-tenant-id', beta.id], ['x-tenant-id', alpha.id]], 403],
        [beta.host, [token, ['X-TENANT-ID', alpha.id]], 403],
        [beta.host, [token, ['X-Tenant-Id', alpha.id], ['x-tenant-id', alpha.id]], 403],
        [alpha.host, [token, ['x-tenant-id', beta.id]], 403],
        [apex, [token, ['x-tenant-id', beta.id], ['X-Tenant-ID', alpha.id]], 404],
        [apex, [token, ['X-TENANT-ID', alpha.id]], 403],
        [apex, [token, ['x-tenant-id', `${alpha.id}"; drop schema "${alpha.ctx.realm.schema}" cascade; --`]], 404],
        [apex, [token, ['x-tenant-id', alpha.ctx.realm.schema]], 404],
        [apex, [token, ['x-tenant-id', alpha.ctx.realm.slug]], 404],
        [apex, [token, ['x-tenant-id', `../${alpha.id}`]], 404],
        [apex, [token, ['x-tenant-id', alpha.id.toUpperCase()]], 404],
      ]
      for (const [host, lines, status] of tries) {
        const answer = await send(contract, host, lines)
        expect(answer.status, JSON.stringify(lines)).toBe(status)
        sayNothing(answer.text)
      }
      const more = `?tenantId=${alpha.id}&tenant_id=${alpha.id}&x-tenant-id=${alpha.id}`
      const asked = await Promise.all(strangers.accounts.map((id) => send(contract, beta.host, [token, ['x-account-id', id]], more)))
      for (const { text } of asked) sayNothing(text)
      if (contract.query && (contract.query as { additionalProperties?: unknown }).additionalProperties === undefined)
        expect(asked.map((a) => a.status)).toContain(400)
      const nowhere = await api.app.inject({
        method: contract.method,
        url: `/api/v1/${alpha.id}${contract.path}`,
        headers: { host: beta.host, authorization: token[1] },
      })
      expect([nowhere.statusCode, nowhere.json<{ code: string }>().code]).toEqual([404, 'access.not_found'])
    },
  )

  const isOpen = (c: RouteContract): boolean => (c.body as { additionalProperties?: unknown }).additionalProperties === true
  const bodies = guarded.filter((c) => c.body)
  it.each(bodies.map((c) => [c.name, c] as const))('is refused in the body of %s', async (_name, contract) => {
    const body = { ...(sample(contract.body) as object), tenantId: alpha.id, tenant_id: alpha.id, realm: alpha.id }
    for (const caller of tierOf(contract) === 'account' ? [strangers.agency, strangers.client] : [strangers.agency]) {
      const answer = await caller.call(contract, { ...inputOf(contract, planted.params(contract) ?? {}), body } as never)
      const refusedBefore = answer.status === 403 && (answer.body as { code: string }).code === 'access.permission_denied'
      // what a directory sends and we do not keep is left aside
      if (!refusedBefore && !isOpen(contract)) expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'request.invalid'])
      sayNothing(JSON.stringify(answer.body))
    }
  })

  it.each(open.map((c) => [c.name, c] as const))('changes nothing in what %s answers to a visitor', async (_name, contract) => {
    for (const lines of [
      [
        ['x-tenant-id', beta.id],
        ['x-tenant-id', alpha.id],
      ],
      [['X-TENANT-ID', alpha.id]],
    ] as const) {
      const answer = await send(contract, beta.host, lines)
      expect(answer.status).toBe(403)
      sayNothing(answer.text)
    }
  })
})

describe('somebody without a membership', () => {
  const guarded = registry.routes.map((r) => r.contract).filter((c) => c.permission !== null && realmOf(c) !== 'platform')
  const people: Record<string, Caller> = {}
  beforeAll(async () => {
    people['never a member'] = (await alpha.user()).caller
    const owner = await alpha.party('agency')
    const removed = await alpha.user({ account: { id: owner.accountId, role: 'account_booker' } })
    await owner.caller.ok(removeMember, { params: { id: removed.id } })
    const { accessToken } = await alpha.guest.ok(login, { body: { email: removed.email, password: PASSWORD } })
    // still says whom they acted for
    people['just removed'] = api.caller(alpha.host, accessToken, owner.accountId)
    const demoted = await alpha.user({ roles: ['tenant_admin'] })
    const admin = await alpha.user({ roles: ['tenant_admin'] })
    await admin.caller.ok(updateUser, { params: { id: demoted.id }, body: { roles: [] } })
    const again = await alpha.guest.ok(login, { body: { email: demoted.email, password: PASSWORD } })
    people['an admin no more'] = api.caller(alpha.host, again.accessToken)
  })

  it.each(guarded.map((c) => [c.name, c] as const))('never gets all of %s', async (_name, contract) => {
    for (const [who, caller] of Object.entries(people)) {
      const answer = await caller.call(contract, inputOf(contract, planted.params(contract) ?? {}) as never)
      const text = JSON.stringify(answer.body)
      if (tierOf(contract) !== 'user') expect([answer.status, (answer.body as { code: string }).code], who).toEqual([403, 'access.permission_denied'])
      expect(text, who).not.toContain(planted.marker)
      for (const id of planted.ids) expect(text, who).not.toContain(id)
    }
  })
})
