import { ensureUser, me } from '@itellico/contracts/auth'
import { deleteMedia, reserveUpload } from '@itellico/contracts/media'
import { listNotifications } from '@itellico/contracts/notification'
import { plan } from '@itellico/contracts/policies'
import { createRosterProfile, listRoster } from '@itellico/contracts/profiles'
import { setTenantPlan } from '@itellico/contracts/tenant-life'
import { getTenantUsage, getUsage, type Usage } from '@itellico/contracts/usage'
import { ask } from '@itellico/kernel/operations'
import { systemContext } from '@itellico/kernel/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDatabase, startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import { recount } from './usage.service.ts'

let api: TestApi
let operator: Caller
let tenant: TestTenant
let now = new Date()

beforeAll(async () => {
  api = await startApi(await createDatabase(), { clock: () => now })
  operator = await (await api.platform()).caller('super_admin')
})
beforeEach(async () => {
  tenant = await api.tenant()
})
afterAll(() => api.close())

const limit = (limits: Partial<Record<'users' | 'profiles' | 'storageBytes' | 'apiCalls', number | null>>): Promise<unknown> =>
  operator.ok(setTenantPlan, { params: { id: tenant.id }, body: { plan: 'starter', limits } })
const used = async (key: Usage['items'][number]['key']): Promise<Usage['items'][number]> => {
  const item = (await operator.ok(getTenantUsage, { params: { id: tenant.id } })).items.find((i) => i.key === key)
  if (!item) throw new Error(`${key} is not counted`)
  return item
}
const realmNow = async () => {
  const realm = await api.kernel.realms.byId(tenant.id)
  if (!realm) throw new Error('the tenant is not there')
  return systemContext(api.kernel, realm)
}

describe('limits', () => {
  it('hold exactly, however many create at once', async () => {
    const agency = await tenant.party('agency')
    await limit({ profiles: 12 })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => agency.caller.call(createRosterProfile, { body: { displayName: `Talent ${i}`, values: {} } })),
    )
    const byStatus = Map.groupBy(answers, (a) => a.status)
    expect([byStatus.get(201)?.length, byStatus.get(422)?.length]).toEqual([12, 38])
    expect(byStatus.get(422)?.[0]?.body).toMatchObject({ code: 'limits.reached', context: { key: 'profiles', used: 12, limit: 12, plan: 'starter' } })
    expect((await agency.caller.ok(listRoster, { query: { limit: 100 } })).items).toHaveLength(12)
    expect(await used('profiles')).toMatchObject({ used: 12, limit: 12, soft: 9, overridden: true })
    expect(await recount(await realmNow())).toBe(0)
  })

  it('refuse exactly when the declared rule of the plan does', async () => {
    for (const [allowed, makes] of [
      [-1, 3],
      [0, 1],
      [2, 4],
    ] as const) {
      tenant = await api.tenant()
      const agency = await tenant.party('agency')
      await limit({ profiles: allowed })
      for (let n = 0; n < makes; n++) {
        const refused = plan.decide({ subscribed: true, used: n < allowed || allowed < 0 ? n : allowed, limit: allowed }) !== null
        const answer = await agency.caller.call(createRosterProfile, { body: { displayName: `Talent ${n}`, values: {} } })
        expect(answer.status, `${n} of ${allowed}`).toBe(refused ? 422 : 201)
      }
    }
  })

  it('count bytes when an upload is reserved, and give them back', async () => {
    const agency = await tenant.party('agency')
    const talent = await agency.caller.ok(createRosterProfile, { body: { displayName: 'Ann', values: {} } })
    await limit({ storageBytes: 5_000 })
    const body = { profileId: talent.id, fileName: 'a.png', mimeType: 'image/png' as const, size: 2_000 }
    const reserved = await Promise.all(Array.from({ length: 6 }, () => agency.caller.call(reserveUpload, { body })))
    expect(reserved.map((r) => r.status).sort()).toEqual([201, 201, 422, 422, 422, 422])
    expect((await used('storageBytes')).used).toBe(4_000)
    const made = reserved.filter((r) => r.status === 201).map((r) => (r.body as { media: { id: string } }).media.id)
    await Promise.all(made.map((id) => agency.caller.ok(deleteMedia, { params: { id } })))
    expect((await used('storageBytes')).used).toBe(0)
    expect(await recount(await realmNow())).toBe(0)
  })

  it('of a lower plan delete nothing, and block only what is new', async () => {
    await tenant.party('agency')
    await tenant.party('agency')
    await limit({ users: 1 })
    expect((await used('users')).used).toBe(2)
    const input = { email: 'new@people.example', firstName: 'New', lastName: 'One', password: null, locale: 'en' }
    await expect(ask(await realmNow(), ensureUser, input)).rejects.toThrow('2 of 1 are used.')
    await limit({ users: null })
    expect(await used('users')).toMatchObject({ limit: 20, overridden: false })
    await ask(await realmNow(), ensureUser, input)
  })

  it('do not count what was rolled back', async () => {
    const agency = await tenant.party('agency')
    await limit({ profiles: 5 })
    expect(await agency.caller.problem(createRosterProfile, { body: { displayName: 'X', values: { nothing: 'known' } } })).toMatch(/^4/)
    expect((await used('profiles')).used).toBe(0)
  })
})

describe('admins', () => {
  it('hear at eighty and at a hundred percent, once each, and again after it went down', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const agency = await tenant.party('agency')
    const titles = async (): Promise<string[]> => {
      await api.work()
      return (await admin.caller.ok(listNotifications, {})).items.map((n) => n.title).filter((t) => t.includes('profiles'))
    }
    await limit({ profiles: 5 })
    const create = (): Promise<unknown> => agency.caller.ok(createRosterProfile, { body: { displayName: 'T', values: {} } })
    await create()
    await create()
    await create()
    expect(await titles()).toEqual([])
    await create()
    expect(await titles()).toEqual(['80 % of the plan is used: profiles'])
    await create()
    expect(await titles()).toEqual(['The plan is used up: profiles', '80 % of the plan is used: profiles'])
  })
})

describe('calls of a month', () => {
  it('are counted once each, exactly, and stop at the plan but for signing in and the plan itself', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const agency = await tenant.party('agency')
    const before = (await used('apiCalls')).used
    await Promise.all(Array.from({ length: 40 }, () => agency.caller.ok(listRoster, {})))
    expect((await used('apiCalls')).used).toBe(before + 40)
    await limit({ apiCalls: before + 41 })
    await agency.caller.ok(listRoster, {})
    expect(await agency.caller.problem(listRoster, {})).toBe('422 limits.api_calls')
    await admin.caller.ok(getUsage, {})
    await admin.caller.ok(me, {})
    await tenant.user()
    await limit({ apiCalls: -1 })
    await agency.caller.ok(listRoster, {})
  })

  it('are written down, go on after Redis lost them, and begin anew with the month', async () => {
    const agency = await tenant.party('agency')
    await agency.caller.ok(listRoster, {})
    const n = (await used('apiCalls')).used
    const platform = systemContext(api.kernel, api.kernel.realms.platform)
    await api.kernel.registry.schedules.find((s) => s.name === 'usage.save-calls')?.fn(platform)
    const month = `${now.toISOString().slice(0, 7)}-01`
    await api.kernel.redis.del(`${api.config.REDIS_PREFIX}:tenant:${tenant.id}:calls:${month}`)
    expect((await used('apiCalls')).used).toBe(n)
    await agency.caller.ok(listRoster, {})
    expect((await used('apiCalls')).used).toBe(n + 1)
    now = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1, 0, 0, 1))
    operator = await (await api.platform()).caller('super_admin')
    expect((await used('apiCalls')).used).toBe(0)
  })
})

describe('counters', () => {
  it('are mended when they differ from the tables', async () => {
    const agency = await tenant.party('agency')
    await tenant.profile(agency.accountId)
    expect((await used('profiles')).used).toBe(0)
    expect(await recount(await realmNow())).toBe(1)
    expect((await used('profiles')).used).toBe(1)
    expect(await recount(await realmNow())).toBe(0)
  })
})
