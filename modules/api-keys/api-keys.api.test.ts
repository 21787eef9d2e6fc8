import pg from 'pg'
import { changeMemberRole, listMembers, listUsers, removeMember, setAccountStatus, updateUser } from '@itellico/contracts/accounts'
import * as contract from '@itellico/contracts/api-keys'
import { listAudit, verifyAudit, type AuditEntry } from '@itellico/contracts/audit'
import * as auth from '@itellico/contracts/auth'
import { createTenantExport } from '@itellico/contracts/exports'
import { createShortlist } from '@itellico/contracts/packages'
import { getSecurity, stepUp } from '@itellico/contracts/second-factors'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask } from '@itellico/kernel/operations'
import { runTask } from '../../apps/worker/src/consume.ts'
import { createDatabase, startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import { makeKey, newPublicId } from './api-keys.policy.ts'
import { PASSWORD, type TestUser } from '../testing/people.ts'

const DAY = 86_400_000
let api: TestApi
let tenant: TestTenant
let now = Date.now()

beforeAll(async () => {
  api = await startApi(await createDatabase(), { clock: () => new Date(now) })
})
afterAll(() => api.close())
beforeEach(async () => {
  tenant = await api.tenant()
})

type Wish = { scopes: string[]; name?: string; accountId?: string; expiresInDays?: number }
const make = (by: Caller, wish: Wish): Promise<contract.NewApiKey> => by.ok(contract.createApiKey, { body: { name: 'Website', expiresInDays: 30, ...wish } })
const withKey = (secret: string, accountId?: string, host = tenant.host): Caller => api.caller(host, secret, accountId)
const again = async (user: TestUser, host = tenant.host): Promise<Caller> =>
  api.caller(host, (await api.caller(host).ok(auth.login, { body: { email: user.email, password: PASSWORD } })).accessToken)

describe('an API key', () => {
  it('acts for its owner with some of their rights, is told once and kept as a hash', async () => {
    const user = await tenant.user()
    const { key, secret } = await make(user.caller, { scopes: ['user.profile.read'] })
    expect(key).toMatchObject({ name: 'Website', state: 'active', scopes: ['user.profile.read'], account: null, lastUsedAt: null })
    expect(secret.startsWith(`${key.prefix}_`)).toBe(true)
    const seen = await withKey(secret).ok(auth.me)
    expect([seen.id, seen.permissions, seen.memberships]).toEqual([user.id, ['user.profile.read'], []])
    expect(await withKey(secret).problem(auth.updateMe, { body: { firstName: 'Eve' } })).toBe('403 access.permission_denied')

    const own = (await user.caller.ok(contract.listApiKeys)).items
    expect(own.map((k) => k.id)).toEqual([key.id])
    expect(JSON.stringify(own)).not.toContain(secret.slice(-49, -6))
    const { rows } = await api.kernel.shards.main.pool.query<{ row: string }>(`select to_jsonb(k)::text as row from "${tenant.ctx.realm.schema}".api_key k`)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain(secret.slice(-49, -6))
    expect(rows[0]?.row).not.toContain('Website')
  })

  it('is noted with time and address, once a minute, after the answer', async () => {
    const user = await tenant.user()
    const { key, secret } = await make(user.caller, { scopes: ['user.profile.read'] })
    const used = async () => (await user.caller.ok(contract.listApiKeys)).items.find((k) => k.id === key.id)
    const first = new Date(now).toISOString()
    await withKey(secret).ok(auth.me)
    await vi.waitFor(async () => expect(await used()).toMatchObject({ lastUsedAt: first, lastUsedIp: '127.0.0.1' }))
    now += 59_000
    await withKey(secret).ok(auth.me)
    now += 1_000
    const second = new Date(now).toISOString()
    await withKey(secret).ok(auth.me)
    // had the call before been noted, it would be this instant that is not
    await vi.waitFor(async () => expect((await used())?.lastUsedAt).toBe(second))
  })

  it.each([
    ['a wrong checksum', (s: string) => `${s.slice(0, -1)}${s.endsWith('a') ? 'b' : 'a'}`],
    ['nothing behind the mark', () => contract.KEY_MARK],
    ['letters of other alphabets', (s: string) => s.replace(/.$/, 'ä')],
    ['blanks', (s: string) => `${s} x`],
    ['a list', (s: string) => `${s}, Bearer ${s}`],
    ['a great length', (s: string) => s + 'a'.repeat(6000)],
    ['a key that nobody made', () => ''],
  ])('with %s is none', async (_, bend) => {
    const user = await tenant.user()
    const { secret } = await make(user.caller, { scopes: ['user.profile.read'] })
    const bent = bend(secret) || makeKey(newPublicId()).text
    const answer = await api.app.inject({
      url: '/api/v1/user/me',
      headers: { host: tenant.host, authorization: Buffer.from(`Bearer ${bent}`).toString('latin1') },
    })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'keys.invalid'])
  })

  it('of a right id with another secret is none, and one with other letter cases of its mark is no key', async () => {
    const user = await tenant.user()
    const { key, secret } = await make(user.caller, { scopes: ['user.profile.read'] })
    expect(await withKey(makeKey(key.prefix.slice(contract.KEY_MARK.length)).text).problem(auth.me)).toBe('401 keys.invalid')
    expect(await withKey(secret.replace('itm', 'ITM')).problem(auth.me)).toBe(`401 ${auth.sessionEnded.code}`)
  })

  it('is the same 401 at another marketplace, by host and by header, and on the platform', async () => {
    const user = await tenant.user({ roles: ['tenant_admin'] })
    const { secret } = await make(user.caller, { scopes: ['user.*', 'tenant.*'] })
    const other = await api.tenant()
    const unknown = makeKey('A'.repeat(12)).text
    for (const token of [secret, unknown]) {
      expect(await withKey(token, undefined, other.host).problem(listUsers)).toBe('401 keys.invalid')
      const byHeader = await withKey(token, undefined, api.config.PLATFORM_DOMAIN).call(listUsers, {}, { 'x-tenant-id': other.id })
      expect([byHeader.status, (byHeader.body as { code: string }).code]).toEqual([401, 'keys.invalid'])
      expect(await withKey(token, undefined, api.config.PLATFORM_DOMAIN).problem(auth.me)).toBe('401 keys.invalid')
    }
    const own = await withKey(secret, undefined, api.config.PLATFORM_DOMAIN).call(listUsers, {}, { 'x-tenant-id': tenant.id })
    expect(own.status).toBe(200)
  })

  it('ends by its date', async () => {
    const user = await tenant.user()
    const { key, secret } = await make(user.caller, { scopes: ['user.profile.read'], expiresInDays: 2 })
    now += 2 * DAY - 1
    await withKey(secret).ok(auth.me)
    now += 1
    expect(await withKey(secret).problem(auth.me)).toBe('401 keys.invalid')
    const caller = await again(user)
    expect((await caller.ok(contract.listApiKeys)).items[0]?.state).toBe('expired')
    expect(await caller.problem(contract.rotateApiKey, { params: { id: key.id }, body: { overlapDays: 0, expiresInDays: 1 } })).toBe('409 keys.ended')
    const schedule = api.kernel.registry.schedules.find((s) => s.name === 'keys.delete-ended')
    now += 89 * DAY
    await schedule?.fn({ ...tenant.ctx })
    expect(await tenant.ctx.db.apiKey.count()).toBe(1)
    now += 2 * DAY
    await schedule?.fn({ ...tenant.ctx })
    expect(await tenant.ctx.db.apiKey.count()).toBe(0)
  })

  it('is renewed: the secret before works for the chosen days and no longer, any older one not at all', async () => {
    const user = await tenant.user()
    const { key, secret: first } = await make(user.caller, { scopes: ['user.profile.read'] })
    const rotate = async (by: Caller, overlapDays: number) =>
      (await by.ok(contract.rotateApiKey, { params: { id: key.id }, body: { overlapDays, expiresInDays: 100 } })).secret
    const second = await rotate(user.caller, 2)
    expect(second.slice(0, 21)).toBe(first.slice(0, 21))
    for (const secret of [first, second]) await withKey(secret).ok(auth.me)
    now += 2 * DAY
    expect(await withKey(first).problem(auth.me)).toBe('401 keys.invalid')
    const third = await rotate(await again(user), 7)
    for (const secret of [second, third]) await withKey(secret).ok(auth.me)
    const fourth = await rotate(await again(user), 7)
    expect(await withKey(second).problem(auth.me)).toBe('401 keys.invalid')
    for (const secret of [third, fourth]) await withKey(secret).ok(auth.me)
    const fifth = await rotate(await again(user), 0)
    for (const secret of [first, third, fourth]) expect(await withKey(secret).problem(auth.me)).toBe('401 keys.invalid')
    await withKey(fifth).ok(auth.me)
  })

  it('is revoked at once, with the secret of its overlap', async () => {
    const user = await tenant.user()
    const { key, secret: first } = await make(user.caller, { scopes: ['user.profile.read'] })
    const { secret } = await user.caller.ok(contract.rotateApiKey, { params: { id: key.id }, body: { overlapDays: 7, expiresInDays: 30 } })
    await user.caller.ok(contract.revokeApiKey, { params: { id: key.id } })
    for (const s of [first, secret]) expect(await withKey(s).problem(auth.me)).toBe('401 keys.invalid')
    expect((await user.caller.ok(contract.listApiKeys)).items[0]?.state).toBe('revoked')
    expect(await user.caller.problem(contract.rotateApiKey, { params: { id: key.id }, body: { overlapDays: 0, expiresInDays: 1 } })).toBe('409 keys.ended')
  })

  it('is nobody else’s to see, renew or revoke, but admins see and revoke all', async () => {
    const user = await tenant.user()
    const { key, secret } = await make(user.caller, { scopes: ['user.profile.read'] })
    const neighbour = (await tenant.user()).caller
    expect((await neighbour.ok(contract.listApiKeys)).items).toEqual([])
    expect(await neighbour.problem(contract.revokeApiKey, { params: { id: key.id } })).toBe('404 access.not_found')
    expect(await neighbour.problem(contract.rotateApiKey, { params: { id: key.id }, body: { overlapDays: 0, expiresInDays: 1 } })).toBe('404 access.not_found')
    const manager = (await tenant.user({ roles: ['tenant_manager'] })).caller
    expect(await manager.problem(contract.listAllApiKeys)).toBe('403 access.permission_denied')
    const admin = (await tenant.user({ roles: ['tenant_admin'] })).caller
    const { items } = await admin.ok(contract.listAllApiKeys)
    expect(items.map((k) => [k.id, k.owner])).toEqual([[key.id, { id: user.id, name: expect.stringContaining('Pat Person') as string }]])
    await admin.ok(contract.revokeAnyApiKey, { params: { id: key.id } })
    expect(await withKey(secret).problem(auth.me)).toBe('401 keys.invalid')
  })

  it('comes in a limited number', async () => {
    const user = await tenant.user()
    const made = await Promise.all(
      Array.from({ length: contract.MAX_KEYS + 3 }, () =>
        user.caller.call(contract.createApiKey, { body: { name: 'Many', scopes: ['user.profile.read'], expiresInDays: 1 } }),
      ),
    )
    expect(made.map((a) => a.status).sort()).toEqual([...Array.from({ length: contract.MAX_KEYS }, () => 201), 409, 409, 409])
  })
})

describe('the scopes of a key', () => {
  it('are chosen from what the owner has, never proofs and keys', async () => {
    const party = await tenant.party('agency', 'account_booker')
    const ask = (scopes: string[]) => party.caller.problem(contract.createApiKey, { body: { name: 'x', scopes, expiresInDays: 1 } })
    for (const scope of ['tenant.users.read', 'account.data.export', 'user.security.manage', 'user.keys.manage', 'user.security.*', 'account.nothing.read'])
      expect(await ask(['user.profile.read', scope]), scope).toBe('422 keys.scope_refused')
    for (const scope of ['*', 'platform.*', 'user', 'user..read', 'user.*.*.*', 'Account.*', 'account.bookings.read '])
      expect(await ask([scope]), scope).toBe('400 request.invalid')
    expect(await ask([])).toBe('400 request.invalid')
    for (const body of [{ expiresInDays: 366 }, { expiresInDays: 0 }, { name: '  ' }])
      expect(await party.caller.problem(contract.createApiKey, { body: { name: 'x', scopes: ['user.*'], expiresInDays: 1, ...body } })).toBe(
        '400 request.invalid',
      )
  })

  it('follow the owner: a lost role, a lost membership and a suspended account are lost for the key with the next call', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const party = await tenant.party('agency')
    await updateRoles(admin.caller, party.id, ['tenant_manager'])
    const owner = api.caller(tenant.host, (await tenant.guest.ok(auth.login, { body: { email: party.email, password: PASSWORD } })).accessToken)
    const { secret } = await make(owner, { scopes: ['account.users.read', 'tenant.users.read'] })
    const key = withKey(secret, party.accountId)
    await key.ok(listUsers)
    await key.ok(listMembers)
    await updateRoles(admin.caller, party.id, [])
    expect(await key.problem(listUsers)).toBe('403 access.permission_denied')
    await key.ok(listMembers)
    await admin.caller.ok(setAccountStatus, { params: { id: party.accountId }, body: { status: 'suspended' } })
    expect(await key.problem(listMembers)).toBe('403 access.permission_denied')
    await admin.caller.ok(setAccountStatus, { params: { id: party.accountId }, body: { status: 'active' } })
    await key.ok(listMembers)
    const other = await tenant.user({ account: { id: party.accountId, role: 'account_owner' } })
    await other.caller.ok(removeMember, { params: { id: party.id } })
    expect(await key.problem(listMembers)).toBe('403 access.permission_denied')
  })

  it('grow with nobody: a role that the owner gets later is in no key that does not name it', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const party = await tenant.party('agency', 'account_viewer')
    const owner = api.caller(tenant.host, party.token, party.accountId)
    const { secret } = await make(owner, { scopes: ['account.bookings.read'] })
    await tenant.ctx.db.accountMember.updateMany({ where: { userId: party.id }, data: { role: 'account_owner' } })
    await updateRoles(admin.caller, party.id, ['tenant_admin'])
    const key = withKey(secret, party.accountId)
    expect((await key.call(auth.me)).status).toBe(403)
    expect(await key.problem(listMembers)).toBe('403 access.permission_denied')
    expect(await key.problem(changeMemberRole, { params: { id: party.id }, body: { role: 'account_owner' } })).toBe('403 access.permission_denied')
  })

  it('of a key that is bound to an account hold there and nowhere else', async () => {
    const party = await tenant.party('agency')
    const second = await tenant.account('client')
    await tenant.ctx.db.accountMember.create({ data: { accountId: second.id, userId: party.id, role: 'client_owner' } })
    const stranger = await tenant.account('agency')
    const owner = api.caller(tenant.host, party.token)
    expect(await owner.problem(contract.createApiKey, { body: { name: 'x', scopes: ['account.users.read'], accountId: stranger.id, expiresInDays: 1 } })).toBe(
      '422 keys.account_unknown',
    )
    expect(
      await owner.problem(contract.createApiKey, { body: { name: 'x', scopes: ['account.profiles.create'], accountId: second.id, expiresInDays: 1 } }),
    ).toBe('422 keys.scope_refused')
    const bound = await make(owner, { scopes: ['account.users.read'], accountId: party.accountId })
    expect(bound.key.account?.id).toBe(party.accountId)
    await withKey(bound.secret).ok(listMembers)
    expect(await withKey(bound.secret, second.id).problem(listMembers)).toBe('403 accounts.account_required')
    const free = await make(owner, { scopes: ['account.users.read'] })
    for (const id of [party.accountId, second.id]) await withKey(free.secret, id).ok(listMembers)
    expect(await withKey(free.secret, stranger.id).problem(listMembers)).toBe('403 accounts.account_required')
  })
})

describe('what happens to the owner', () => {
  it('disabled: no key of theirs works, with the next call', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const user = await tenant.user()
    const { secret } = await make(user.caller, { scopes: ['user.profile.read'] })
    await withKey(secret).ok(auth.me)
    await admin.caller.ok(updateUser, { params: { id: user.id }, body: { status: 'disabled' } })
    expect(await withKey(secret).problem(auth.me)).toBe('401 keys.invalid')
  })
  it('about to be erased: no key of theirs works until they stay', async () => {
    const user = await tenant.user()
    const { secret } = await make(user.caller, { scopes: ['user.profile.read'] })
    await ask(tenant.ctx, auth.setLeaving, { userId: user.id, at: new Date(now + DAY).toISOString() })
    expect(await withKey(secret).problem(auth.me)).toBe('401 keys.invalid')
    await ask(tenant.ctx, auth.setLeaving, { userId: user.id, at: null })
    await withKey(secret).ok(auth.me)
  })

  it('deleted: the keys are gone', async () => {
    const user = await tenant.user()
    const { secret } = await make(user.caller, { scopes: ['user.profile.read'] })
    for (const table of ['refresh_token', 'session']) await api.kernel.shards.main.pool.query(`delete from "${tenant.ctx.realm.schema}"."${table}"`)
    await api.kernel.shards.main.pool.query(`delete from "${tenant.ctx.realm.schema}"."user" where id = $1`, [user.id])
    expect(await withKey(secret).problem(auth.me)).toBe('401 keys.invalid')
    expect(await tenant.ctx.db.apiKey.count()).toBe(0)
  })
  it('a new password, changed or reset, revokes all their keys and nobody else’s', async () => {
    const user = await tenant.user()
    const other = await tenant.user()
    const theirs = await make(other.caller, { scopes: ['user.profile.read'] })
    const first = await make(user.caller, { scopes: ['user.profile.read'] })
    await user.caller.ok(auth.changePassword, { body: { currentPassword: PASSWORD, newPassword: 'a new horse, an old battery' } })
    expect(await withKey(first.secret).problem(auth.me)).toBe('401 keys.invalid')
    const second = await make(user.caller, { scopes: ['user.profile.read'] })
    await tenant.guest.ok(auth.forgotPassword, { body: { email: user.email } })
    await resetWith(await resetLink(user.id))
    expect(await withKey(second.secret).problem(auth.me)).toBe('401 keys.invalid')
    await withKey(theirs.secret).ok(auth.me)
    const entries = await tenant.ctx.db.auditEntry.findMany({ where: { action: 'keys.revoked_all' } })
    expect(entries.map((e) => [e.entityId, e.data])).toEqual([user.id, user.id].map((id) => [id, { count: 1 }]))
  })
})

describe('what a key never does', () => {
  it('proves who somebody is, manages keys, or does what needs a proof, whatever its scopes are', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const { key, secret } = await make(admin.caller, { scopes: ['user.*', 'tenant.*'] })
    const caller = withKey(secret)
    const id = { params: { id: key.id } }
    expect(await caller.problem(getSecurity)).toBe('403 access.permission_denied')
    expect(await caller.problem(auth.changePassword, { body: { currentPassword: PASSWORD, newPassword: 'whatever comes next' } })).toBe(
      '403 access.permission_denied',
    )
    expect(await caller.problem(stepUp, { body: { password: PASSWORD } })).toBe('403 access.permission_denied')
    expect(await caller.problem(contract.listApiKeys)).toBe('403 access.permission_denied')
    expect(await caller.problem(contract.listAllApiKeys)).toBe('403 access.permission_denied')
    expect(await caller.problem(contract.createApiKey, { body: { name: 'x', scopes: ['user.*'], expiresInDays: 1 } })).toBe('403 keys.session_needed')
    expect(await caller.problem(contract.revokeAnyApiKey, id)).toBe('403 keys.session_needed')
    expect(await caller.problem(auth.realtimeTicket)).toBe('403 keys.session_needed')
  })
  it('every route that needs a proof refuses it', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const { secret } = await make(admin.caller, { scopes: ['user.*', 'tenant.*'] })
    const routes = api.kernel.registry.routes.map((r) => r.contract).filter((c) => c.stepUp && !c.path.startsWith('/platform'))
    expect(routes.length).toBeGreaterThan(10)
    expect(routes.map((c) => c.name)).toContain(createTenantExport.name)
    for (const c of routes) {
      const params = Object.fromEntries([...c.path.matchAll(/\{(\w+)\}/g)].map((m) => [m[1], key0]))
      expect(await withKey(secret).problem(c, { params } as never), c.name).toBe('403 keys.session_needed')
    }
  })
  it('is made without a proof of its owner', async () => {
    const user = await tenant.user()
    now += 11 * 60_000
    expect(await user.caller.problem(contract.createApiKey, { body: { name: 'x', scopes: ['user.*'], expiresInDays: 1 } })).toBe('403 auth.step_up_required')
    await user.caller.ok(stepUp, { body: { password: PASSWORD } })
    await make(user.caller, { scopes: ['user.*'] })
  })
})

describe('the trail', () => {
  it('says of each entry which key acted, and its chain vouches for it', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const party = await tenant.party('client')
    const owner = api.caller(tenant.host, party.token)
    const { key, secret } = await make(owner, { name: 'Importer', scopes: ['account.shortlists.manage'] })
    await withKey(secret).ok(createShortlist, { body: { name: 'Autumn' } })
    await api.caller(tenant.host, party.token, party.accountId).ok(createShortlist, { body: { name: 'Winter' } })
    await owner.ok(contract.rotateApiKey, { params: { id: key.id }, body: { overlapDays: 1, expiresInDays: 10 } })
    await owner.ok(contract.revokeApiKey, { params: { id: key.id } })
    const { items } = await admin.caller.ok(listAudit, { query: { actorId: party.id, limit: 100 } })
    const told = (action: string): (AuditEntry['key'] | string)[][] => items.filter((e) => e.action.startsWith(action)).map((e) => [e.summary, e.key])
    expect(told('packages.created')).toEqual([
      ['The shortlist Winter was started', null],
      ['The shortlist Autumn was started', { id: key.id, name: 'Importer' }],
    ])
    expect(told('keys.')).toEqual([
      ['The API key Importer was revoked', null],
      ['The API key Importer got a new secret', null],
      ['The API key Importer was made', null],
    ])
    await api.kernel.registry.schedules.find((s) => s.name === 'audit.link')?.fn(tenant.ctx)
    expect((await admin.caller.ok(verifyAudit)).intact).toBe(true)
    const server = new pg.Client({ connectionString: api.config.DATABASE_ADMIN_URL ?? '' })
    await server.connect()
    await server.query(`update "${tenant.ctx.realm.schema}".audit_entry set key_id = null, key_name = null where key_id is not null`)
    await server.end()
    expect((await admin.caller.ok(verifyAudit)).brokenAt?.why).toBe('changed')
  })
})

describe('limits', () => {
  it('are counted for each key apart from its owner', async () => {
    const strict = await startApi({ RATE_LIMIT_SCALE: '0.01' })
    const here = await strict.tenant()
    const user = await here.user()
    const secrets = await Promise.all([0, 1].map(async () => (await make(user.caller, { scopes: ['user.profile.read'] })).secret))
    const calls = async (token: string): Promise<number[]> => {
      const all: number[] = []
      for (let i = 0; i < 11; i++) all.push((await strict.caller(here.host, token).call(auth.me)).status)
      return all
    }
    // 1,000 in the user tier, a hundredth of it here
    for (const secret of secrets) expect(await calls(secret)).toEqual([...Array.from({ length: 10 }, () => 200), 429])
    expect((await user.caller.call(auth.me)).status).toBe(200)
    await strict.close()
  })
})

const key0 = '01890000-0000-7000-8000-000000000000'
const updateRoles = (by: Caller, id: string, roles: ('tenant_admin' | 'tenant_manager')[]) => by.ok(updateUser, { params: { id }, body: { roles } })
/** The link in the message that asks for a new password; the message itself stays unsent, for sending wipes it. */
async function resetLink(userId: string): Promise<string> {
  const { rows } = await api.kernel.shards.main.pool.query<{ id: string }>(
    `select id from relay.task where realm = $1 and kind = 'event' and done_at is null`,
    [tenant.id],
  )
  for (const { id } of rows) await runTask(api.kernel, { taskId: id, realm: tenant.id }, 1, 1)
  const mail = await tenant.ctx.db.mailDelivery.findFirstOrThrow({ where: { userId, template: 'reset-password' } })
  return (mail.data as { link: string }).link
}
async function resetWith(link: string): Promise<void> {
  const token = new URL(link).searchParams.get('token') ?? ''
  await tenant.guest.ok(auth.resetPassword, { body: { token, password: 'yet another staple secret' } })
}
