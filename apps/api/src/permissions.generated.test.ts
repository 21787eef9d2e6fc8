import { globSync, readFileSync } from 'node:fs'
import { realmOf, tierOf, type RouteContract } from '@itellico/contracts/kit'
import { matches, systemRoles, type SystemRoleKey } from '@itellico/contracts/permissions'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '@itellico/modules/registry'
import { startApi, type Caller, type TestApi, type TestTenant } from '@itellico/modules/testing/harness'

let api: TestApi
let tenant: TestTenant
let member: Caller
let staff: Caller
const holders = new Map<SystemRoleKey, Caller>()

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  member = (await tenant.user()).caller
  staff = await (await api.platform()).caller('platform_support')
  for (const role of systemRoles.filter((r) => r.scope === 'account')) holders.set(role.key, (await tenant.party('agency', role.key)).caller)
})
afterAll(() => api.close())

const guarded = registry.routes.map((r) => r.contract).filter((c) => c.permission !== null)
const input = (c: RouteContract): never => ({ params: Object.fromEntries([...c.path.matchAll(/\{(\w+)\}/g)].map((m) => [m[1], randomUUID()])) }) as never

describe('every guarded route', () => {
  it.each(guarded.map((c) => [c.name, c] as const))('%s refuses a visitor', async (_name, contract) => {
    const host = realmOf(contract) === 'platform' ? api.config.PLATFORM_DOMAIN : tenant.host
    expect(await api.caller(host).problem(contract, input(contract))).toBe('401 auth.sign_in_required')
    expect(await api.caller(host, 'not.a.token').problem(contract, input(contract))).toBe('401 auth.session_ended')
  })

  it.each(guarded.filter((c) => tierOf(c) === 'tenant').map((c) => [c.name, c] as const))('%s refuses a member without a role', async (_name, contract) => {
    expect(await member.problem(contract, input(contract))).toBe('403 access.permission_denied')
  })

  it.each(guarded.filter((c) => tierOf(c) === 'account').map((c) => [c.name, c] as const))(
    '%s refuses somebody without an account, and roles that lack it',
    async (_name, contract) => {
      expect(await member.problem(contract, input(contract))).toBe('403 access.permission_denied')
      const lacking = systemRoles.filter((r) => r.scope === 'account' && !r.grants.some((g) => matches(g, contract.permission as string)))
      // every role of an account may see the account itself, and talents as a member
      if (!['account.settings.read', 'account.talents.read'].includes(contract.permission as string)) expect(lacking.length).toBeGreaterThan(0)
      for (const role of lacking) expect(await holders.get(role.key)?.problem(contract, input(contract)), role.key).toBe('403 access.permission_denied')
    },
  )

  it.each(guarded.filter((c) => tierOf(c) === 'platform' && !matches('platform.*.read', c.permission as string)).map((c) => [c.name, c] as const))(
    '%s refuses support staff',
    async (_name, contract) => {
      expect(await staff.problem(contract, input(contract))).toBe('403 access.permission_denied')
    },
  )

  it.each(guarded.filter((c) => tierOf(c) === 'platform').map((c) => [c.name, c] as const))('%s does not exist on a marketplace', async (_name, contract) => {
    expect(await member.problem(contract, input(contract))).toBe('404 access.not_found')
  })
})

describe('the catalogue', () => {
  it('has no permission that neither a route nor a module asks for', async () => {
    const { permissions } = await import('@itellico/contracts/permissions')
    const sources = globSync('modules/*/*.ts', { cwd: new URL('../../..', import.meta.url), exclude: ['**/*.test.ts'] })
    const inCode = sources.flatMap(
      (file) =>
        [...readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8').matchAll(/\bholds\([^)]*\)/g)].join(' ').match(/[a-z]+\.[a-z]+\.[a-z]+/g) ?? [],
    )
    const asked = new Set([...guarded.map((c) => c.permission as string), ...inCode])
    expect(Object.keys(permissions).filter((p) => !asked.has(p))).toEqual([])
  })
})
