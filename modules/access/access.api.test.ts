import { changeMemberRole, inviteMember, updateUser } from '@itellico/contracts/accounts'
import * as contract from '@itellico/contracts/access'
import { listAudit } from '@itellico/contracts/audit'
import { me as getMe, refresh } from '@itellico/contracts/auth'
import { listBookings } from '@itellico/contracts/bookings'
import { systemRoles } from '@itellico/contracts/permissions'
import { registry } from '../registry.ts'
import { tenantKey } from '@itellico/kernel/keys'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import type { TestUser } from '../testing/people.ts'

let api: TestApi
let tenant: TestTenant
let admin: TestUser

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  admin = await tenant.user({ roles: ['tenant_admin'] })
})
afterAll(() => api.close())

/** The same person after their rights changed: the old access token is refused, the next one has the new rights. */
async function again(user: TestUser, accountId?: string): Promise<Caller> {
  expect(await user.caller.problem(getMe)).toBe('401 auth.session_ended')
  const tokens = await api.caller(tenant.host).ok(refresh, { body: { refreshToken: user.refreshToken } })
  return api.caller(tenant.host, tokens.accessToken, accountId)
}
const role = (more: Partial<{ name: string; scope: 'account' | 'tenant'; inherits: string; allow: string[]; deny: string[] }> = {}) => ({
  body: { name: 'Junior booker', description: 'Everything but confirming', scope: 'account' as const, allow: [], deny: [], ...more },
})
const denied = '403 access.permission_denied'

describe('a role of the marketplace', () => {
  it('stands on another and denies some of it, at the next request', async () => {
    const owner = await tenant.party('agency')
    const booker = await tenant.user({ account: { id: owner.accountId, role: 'account_booker' } })
    await booker.caller.ok(listBookings, { query: {} })
    const made = await admin.caller.ok(contract.createRole, role({ inherits: 'account_booker', deny: ['account.bookings.*'] }))
    expect(made).toMatchObject({ key: 'custom_junior_booker', shipped: false, inherits: 'account_booker' })
    expect(made.permissions.map((p) => p.key)).toContain('account.profiles.create')
    expect(made.permissions.map((p) => p.key)).not.toContain('account.bookings.read')

    await owner.caller.ok(changeMemberRole, { params: { id: booker.id }, body: { role: made.key } })
    const after = await again(booker, owner.accountId)
    expect(await after.problem(listBookings, { query: {} })).toBe(denied)
    expect((await after.ok(getMe)).memberships).toMatchObject([{ role: made.key }])

    // what the role comes to changes for whoever holds it
    await admin.caller.ok(contract.updateRole, { params: { key: made.key }, body: { deny: ['account.bookings.confirm'] } })
    expect(await after.problem(getMe)).toBe('401 auth.session_ended')
    expect(await admin.caller.problem(contract.deleteRole, { params: { key: made.key } })).toBe('409 access.role_in_use')
    expect((await owner.caller.ok(contract.listAccountRoles)).items).toContainEqual(expect.objectContaining({ key: made.key, name: 'Junior booker' }))
  })

  it('of the marketplace’s own people can be held, and gives no more than it says', async () => {
    const made = await admin.caller.ok(contract.createRole, role({ name: 'Auditor', scope: 'tenant', allow: ['tenant.audit.read', 'tenant.users.read'] }))
    const person = await tenant.user()
    expect(await person.caller.problem(listAudit, { query: {} })).toBe(denied)
    await admin.caller.ok(updateUser, { params: { id: person.id }, body: { roles: [made.key] } })
    const after = await again(person)
    await after.ok(listAudit, { query: {} })
    expect(await after.problem(contract.createRole, role())).toBe(denied)
  })

  it('is refused when it cannot work', async () => {
    const { caller } = admin
    const fields = async (body: ReturnType<typeof role>) => {
      const answer = await caller.call(contract.createRole, body)
      return [answer.status, (answer.body as { errors?: { field: string; rule: string }[] }).errors?.map((e) => `${e.field} ${e.rule}`)]
    }
    expect(await fields(role({ allow: ['tenant.users.read'] }))).toEqual([422, ['allow patternTier']])
    expect(await fields(role({ allow: ['account.nothing.read'] }))).toEqual([422, ['allow patternUnknown']])
    expect(await fields(role({ inherits: 'tenant_manager' }))).toEqual([422, ['inherits roleScope']])
    expect(await fields(role({ inherits: 'gone' }))).toEqual([422, ['inherits roleScope']])
    const a = await caller.ok(contract.createRole, role({ name: 'First' }))
    const b = await caller.ok(contract.createRole, role({ name: 'Second', inherits: a.key }))
    const circle = await caller.call(contract.updateRole, { params: { key: a.key }, body: { inherits: b.key } })
    expect([circle.status, (circle.body as { errors: { rule: string }[] }).errors[0]?.rule]).toEqual([422, 'roleCircle'])
    expect(await caller.problem(contract.deleteRole, { params: { key: a.key } })).toBe('409 access.role_in_use')
    await caller.ok(contract.deleteRole, { params: { key: b.key } })
    await caller.ok(contract.deleteRole, { params: { key: a.key } })
    expect(await caller.problem(contract.updateRole, { params: { key: 'tenant_admin' }, body: { allow: [] } })).toBe('422 access.role_shipped')
    expect(await caller.problem(contract.deleteRole, { params: { key: a.key } })).toBe('404 access.not_found')
  })

  it('of another marketplace is unknown here', async () => {
    const other = await api.tenant()
    const foreign = await (await other.user({ roles: ['tenant_admin'] })).caller.ok(contract.createRole, role({ name: 'Foreign' }))
    const owner = await tenant.party('agency')
    const member = await tenant.user({ account: { id: owner.accountId, role: 'account_booker' } })
    expect(await owner.caller.problem(changeMemberRole, { params: { id: member.id }, body: { role: foreign.key } })).toBe('422 accounts.role_unfit')
    expect(await admin.caller.problem(contract.updateRole, { params: { key: foreign.key }, body: { name: 'Mine now' } })).toBe('404 access.not_found')
    expect((await admin.caller.ok(contract.listRoles)).items.map((r) => r.key)).not.toContain(foreign.key)
  })
})

describe('nobody gives more than they have', () => {
  it('in an account', async () => {
    const owner = await tenant.party('agency')
    const made = await admin.caller.ok(contract.createRole, role({ name: 'Team lead', allow: ['account.users.*', 'account.settings.read'] }))
    const lead = await tenant.user({ account: { id: owner.accountId, role: 'account_viewer' } })
    await owner.caller.ok(changeMemberRole, { params: { id: lead.id }, body: { role: made.key } })
    const after = await again(lead, owner.accountId)
    const other = await tenant.user({ account: { id: owner.accountId, role: 'account_viewer' } })
    for (const wanted of ['account_owner', 'account_booker'])
      expect(await after.problem(changeMemberRole, { params: { id: other.id }, body: { role: wanted } }), wanted).toBe('403 access.beyond_own')
    expect(await after.problem(inviteMember, { body: { email: 'new@people.example', role: 'account_owner' } })).toBe('403 access.beyond_own')
    await after.ok(changeMemberRole, { params: { id: other.id }, body: { role: made.key } })
  })

  it('in the marketplace', async () => {
    const made = await admin.caller.ok(contract.createRole, role({ name: 'People', scope: 'tenant', allow: ['tenant.users.*', 'tenant.roles.*'] }))
    const person = await tenant.user()
    await admin.caller.ok(updateUser, { params: { id: person.id }, body: { roles: [made.key] } })
    const after = await again(person)
    const other = await tenant.user()
    expect(await after.problem(updateUser, { params: { id: other.id }, body: { roles: ['tenant_admin'] } })).toBe('403 access.beyond_own')
    expect(await after.problem(contract.createRole, role({ name: 'More', scope: 'tenant', allow: ['tenant.data.export'] }))).toBe('403 access.beyond_own')
    expect(
      await after.problem(contract.createGrant, { body: { userId: other.id, effect: 'allow', pattern: 'tenant.audit.read', reason: 'wants to look' } }),
    ).toBe('403 access.beyond_own')
    // somebody else's roles stay as they are when they are not touched
    const held = await tenant.user({ roles: ['tenant_admin'] })
    await after.ok(updateUser, { params: { id: held.id }, body: { roles: ['tenant_admin', made.key] } })
  })
})

describe('a grant', () => {
  it('denies what a role allows, in one account only, and is gone when it is taken back', async () => {
    const [one, two] = [await tenant.party('agency'), await tenant.party('agency')]
    const person = await tenant.user({ account: { id: one.accountId, role: 'account_booker' } })
    await tenant.ctx.db.accountMember.create({ data: { accountId: two.accountId, userId: person.id, role: 'account_booker' } })
    const grant = await admin.caller.ok(contract.createGrant, {
      body: { userId: person.id, effect: 'deny', pattern: 'account.bookings.read', accountId: one.accountId, reason: 'on leave from this house' },
    })
    expect(await (await again(person, one.accountId)).problem(listBookings, { query: {} })).toBe(denied)
    const tokens = await api.caller(tenant.host).ok(refresh, { body: { refreshToken: person.refreshToken } })
    await api.caller(tenant.host, tokens.accessToken, two.accountId).ok(listBookings, { query: {} })
    await admin.caller.ok(contract.deleteGrant, { params: { id: grant.id } })
    const next = await api.caller(tenant.host).ok(refresh, { body: { refreshToken: tokens.refreshToken } })
    await api.caller(tenant.host, next.accessToken, one.accountId).ok(listBookings, { query: {} })
  })

  it('ends by itself, what was worked out before it ended, too', async () => {
    const person = await tenant.user()
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    await admin.caller.ok(contract.createGrant, { body: { userId: person.id, effect: 'allow', pattern: 'tenant.audit.read', reason: 'audit week', expiresAt } })
    const after = await again(person)
    await after.ok(listAudit, { query: {} })
    const kept = await api.kernel.redis.keys(`${api.config.REDIS_PREFIX}:${tenantKey(tenant.id, 'perm', person.id)}:*`)
    expect(kept).toHaveLength(1)
    await tenant.ctx.db.accessGrant.updateMany({ where: { userId: person.id }, data: { expiresAt: new Date(Date.now() - 1000) } })
    await api.kernel.redis.del(...kept)
    expect(await after.problem(listAudit, { query: {} })).toBe(denied)
  })

  it('is kept no longer than until it ends', async () => {
    const person = await tenant.user()
    const expiresAt = new Date(Date.now() + 20_000).toISOString()
    await admin.caller.ok(contract.createGrant, {
      body: { userId: person.id, effect: 'allow', pattern: 'tenant.audit.read', reason: 'a short look', expiresAt },
    })
    await (await again(person)).ok(listAudit, { query: {} })
    const [key = ''] = await api.kernel.redis.keys(`${api.config.REDIS_PREFIX}:${tenantKey(tenant.id, 'perm', person.id)}:*`)
    const left = await api.kernel.redis.ttl(key)
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(20)
  })

  it('is refused where it cannot be', async () => {
    const rule = async (body: object) => {
      const answer = await admin.caller.call(contract.createGrant, {
        body: { effect: 'deny', pattern: 'user.messages.send', reason: 'because', ...body },
      } as never)
      return [answer.status, (answer.body as { errors?: { rule: string }[] }).errors?.[0]?.rule]
    }
    const [person, owner, boss] = [await tenant.user(), await tenant.party('agency'), await tenant.user({ roles: ['tenant_admin'] })]
    expect(await rule({ userId: person.id, pattern: 'user.*' })).toEqual([422, 'patternBasic'])
    expect(await rule({ userId: admin.id })).toEqual([422, 'grantSelf'])
    expect(await rule({ userId: person.id, pattern: 'account.bookings.read' })).toEqual([422, 'grantNoMember'])
    expect(await rule({ userId: person.id, pattern: 'account.bookings.read', accountId: owner.accountId })).toEqual([422, 'grantNoMember'])
    expect(await rule({ userId: person.id, expiresAt: '2020-01-01T00:00:00Z' })).toEqual([422, 'future'])
    expect(await rule({ userId: boss.id, pattern: 'tenant.users.read' })).toEqual([422, 'grantAdmin'])
    expect(await rule({ userId: admin.id.replace(/.$/, (c) => (c === '0' ? '1' : '0')) })).toEqual([404, undefined])
  })
})

describe('why', () => {
  it('names every rule that speaks of a permission', async () => {
    const owner = await tenant.party('agency')
    const person = await tenant.user({ account: { id: owner.accountId, role: 'account_booker' } })
    const ask = (permission: string) => admin.caller.ok(contract.explainAccess, { query: { userId: person.id, permission, accountId: owner.accountId } })
    expect(await ask('account.bookings.confirm')).toMatchObject({ allowed: true, why: 'allowed', rules: [{ from: { kind: 'role', role: 'account_booker' } }] })
    expect(await ask('account.data.export')).toMatchObject({ allowed: false, why: 'nothing', rules: [] })
    expect(await ask('user.security.manage')).toMatchObject({ allowed: true, stepUp: true })
    await admin.caller.ok(contract.createGrant, {
      body: { userId: person.id, effect: 'deny', pattern: 'account.bookings.confirm', reason: 'under review' },
    })
    const why = await ask('account.bookings.confirm')
    expect([why.allowed, why.why, why.rules.map((r) => `${r.effect} ${r.from.kind}`)]).toEqual([false, 'denied', ['allow role', 'deny grant']])
    await admin.caller.ok(updateUser, { params: { id: person.id }, body: { status: 'disabled' } })
    expect(await ask('account.bookings.read')).toMatchObject({ allowed: false, why: 'disabled' })
    expect(await admin.caller.problem(contract.explainAccess, { query: { userId: person.id, permission: 'account.nothing.read' } })).toBe(
      '422 access.rules_unfit',
    )
    const nobody = await tenant.user()
    expect(await admin.caller.ok(contract.explainAccess, { query: { userId: nobody.id, permission: 'account.bookings.read' } })).toMatchObject({
      allowed: false,
      why: 'no_account',
    })
  })

  it('agrees with what really happens, for every role and every list of an account', async () => {
    const reads = registry.routes.map((r) => r.contract).filter((c) => c.method === 'GET' && c.path.startsWith('/account') && !c.path.includes('{'))
    const seen = new Set<boolean>()
    for (const role of systemRoles.filter((r) => r.scope === 'account')) {
      const party = await tenant.party('agency', role.key)
      for (const route of reads) {
        const permission = String(route.permission)
        const why = await admin.caller.ok(contract.explainAccess, { query: { userId: party.id, permission, accountId: party.accountId } })
        const problem = await party.caller.problem(route, {} as never)
        expect(problem === denied, `${role.key} ${route.name}: ${problem}`).toBe(!why.allowed)
        seen.add(why.allowed)
      }
    }
    expect(seen.size).toBe(2)
  })

  it('says what would change, and changes nothing', async () => {
    const person = await tenant.user()
    const change = { userId: person.id, addRoles: ['tenant_manager'], removeRoles: [], allow: ['tenant.audit.read'], deny: ['tenant.users.*'] }
    const { gained, lost } = await admin.caller.ok(contract.simulateAccess, { body: change })
    expect(gained).toContain('tenant.accounts.manage')
    expect(gained).toContain('tenant.audit.read')
    expect(gained).not.toContain('tenant.users.read')
    expect(lost).toEqual([])
    expect(await person.caller.problem(listAudit, { query: {} })).toBe(denied)
    expect(await admin.caller.problem(contract.simulateAccess, { body: { ...change, addRoles: ['nothing_there'] } })).toBe('422 access.rules_unfit')
    const boss = await tenant.user({ roles: ['tenant_manager'] })
    const without = await admin.caller.ok(contract.simulateAccess, {
      body: { userId: boss.id, addRoles: [], removeRoles: ['tenant_manager'], allow: [], deny: [] },
    })
    expect(without.lost).toContain('tenant.accounts.read')
  })
})

describe('the trail', () => {
  it('holds refusals, once in a minute for each person and permission, and every change', async () => {
    const person = await tenant.user()
    for (let i = 0; i < 3; i++) expect(await person.caller.problem(contract.listRoles)).toBe(denied)
    const { items } = await admin.caller.ok(listAudit, { query: { entityId: person.id, action: 'access.refused' } })
    expect(items).toMatchObject([{ actorId: person.id, data: { permission: 'tenant.roles.read' } }])
    const actions = (await admin.caller.ok(listAudit, { query: { limit: 100 } })).items.map((e) => e.action)
    for (const action of ['access.role_created', 'access.role_changed', 'access.role_deleted', 'access.allowed', 'access.denied', 'access.grant_removed'])
      expect(actions, action).toContain(action)
  })
})
