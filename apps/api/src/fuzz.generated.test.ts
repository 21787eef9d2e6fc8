import type { RouteContract } from '@itellico/contracts/kit'
import { tierOf } from '@itellico/contracts/kit'
import { registry } from '@itellico/modules/registry'
import { startApi, type Caller, type TestApi, type TestTenant } from '@itellico/modules/testing/harness'
import { plantEverything, type Planted } from '@itellico/modules/testing/planted'
import { sample } from '@itellico/kernel/sample'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// Nothing that a client sends may make a 500: every route gets bodies, queries and paths bent in every place.
let api: TestApi
let tenant: TestTenant
let planted: Planted
const callers = new Map<string, Caller>()

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  planted = await plantEverything(tenant)
  const account = await tenant.account('agency')
  const user = await tenant.user({ roles: ['tenant_admin'], account: { id: account.id, role: 'account_owner' } })
  for (const tier of ['user', 'account', 'tenant']) callers.set(tier, user.caller)
  callers.set('public', tenant.guest)
  callers.set('platform', await (await api.platform()).caller('super_admin'))
})
afterAll(() => api.close())

const NASTY: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '‮',
  'x'.repeat(6000),
  "'; drop table account; --",
  '<script>',
  '../../etc/passwd',
  '%',
  '_',
  '\\',
  '{"a":1}',
  [],
  [null],
  [[]],
  {},
  { $gt: '' },
  { constructor: { prototype: {} } },
  '9999-12-31T23:59:59Z',
  '0000-00-00',
  '2026-02-30',
  '+275760-09-13T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '01890000-0000-7000-8000-000000000000',
  'ff'.repeat(16),
]

/** Copies of a value with one leaf or branch replaced by each nasty one. */
function* bent(value: unknown): Generator<unknown> {
  yield* NASTY
  if (!value || typeof value !== 'object') return
  for (const key of Object.keys(value)) {
    for (const inner of bent((value as Record<string, unknown>)[key]))
      yield Array.isArray(value) ? Object.assign([...(value as unknown[])], { [key]: inner }) : { ...value, [key]: inner }
    if (!Array.isArray(value)) yield Object.fromEntries(Object.entries(value).filter(([k]) => k !== key))
  }
  if (!Array.isArray(value)) yield { ...value, ['__proto__x']: 1, surprise: {} }
}

/** A value with all optional fields, so that each of them is bent, too. */
function full(schema: unknown): unknown {
  const s = schema as { type?: string; properties?: Record<string, unknown>; anyOf?: unknown[]; items?: unknown; minItems?: number }
  if (s.anyOf) return full(s.anyOf[0])
  if (s.type === 'object') return Object.fromEntries(Object.entries(s.properties ?? {}).map(([k, v]) => [k, full(v)]))
  if (s.type === 'array' && s.items) return [full(s.items)]
  return sample(schema)
}

async function send(contract: RouteContract, input: { params?: unknown; query?: unknown; body?: unknown }): Promise<void> {
  const answer = await callers.get(tierOf(contract))?.call(contract, input as never)
  if ((answer?.status ?? 0) >= 500) throw new Error(`${contract.name} answered ${answer?.status} to ${JSON.stringify(input).slice(0, 600)}`)
}

const routes = registry.routes.map((r) => r.contract)

describe('odd input', () => {
  it.each(routes.map((c) => [c.name, c] as const))(
    'to %s is refused or understood',
    async (_name, contract) => {
      const params =
        planted.params(contract) ?? Object.fromEntries([...contract.path.matchAll(/\{(\w+)\}/g)].map((m) => [m[1], '01890000-0000-7000-8000-000000000000']))
      const hashes = /auth\/|password|accept/.test(contract.path)
      const most = hashes ? 60 : 400
      const inputs: { params?: unknown; query?: unknown; body?: unknown }[] = []
      const body = contract.body && full(contract.body)
      const query = contract.query && full(contract.query)
      if (contract.body) for (const b of bent(body)) inputs.push({ params, body: b, query: query && sample(contract.query) })
      if (contract.query)
        for (const [key, value] of Object.entries(query as object))
          for (const q of [...NASTY, value])
            inputs.push({ params, query: { [key]: typeof q === 'object' ? JSON.stringify(q) : q }, ...(contract.body && { body }) })
      for (const key of Object.keys(params))
        for (const p of NASTY.filter((n) => String(n).isWellFormed())) inputs.push({ params: { ...params, [key]: String(p) }, ...(contract.body && { body }) })
      const step = Math.max(1, Math.ceil(inputs.length / most))
      const failures: string[] = []
      for (const input of inputs.filter((_, i) => i % step === 0)) await send(contract, input).catch((e: Error) => failures.push(e.message))
      expect(failures).toEqual([])
    },
    120_000,
  )
})
