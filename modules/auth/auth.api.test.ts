import * as contract from '@itellico/contracts/auth'
import { changeMemberRole, getAccount, removeMember, updateUser } from '@itellico/contracts/accounts'
import { listRoster } from '@itellico/contracts/profiles'
import { systemContext } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi, type TestTenant } from '../testing/harness.ts'
import { PASSWORD } from '../testing/people.ts'

let api: TestApi
let tenant: TestTenant

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
})
afterAll(() => api.close())

/** The token in the newest message of a kind to an address, as its reader would click it. */
async function linkToken(email: string): Promise<string> {
  await runHandlers()
  const mail = (await tenant.ctx.db.mailDelivery.findMany({ orderBy: { id: 'desc' } })).find((m) => m.recipient === email)
  const link = (mail?.data as { link?: string }).link ?? ''
  return decodeURIComponent(new URL(link).searchParams.get('token') ?? '')
}

/** Runs event handlers but leaves mail unsent, so that its links can be read. */
async function runHandlers(): Promise<void> {
  const { runTask } = await import('../../apps/worker/src/consume.ts')
  const { rows } = await api.kernel.shards.main.pool.query<{ id: string }>(
    `select id from relay.task where realm = $1 and kind = 'event' and done_at is null`,
    [tenant.id],
  )
  for (const { id } of rows) await runTask(api.kernel, { taskId: id, realm: tenant.id }, 1, 1)
}

const person = (email: string) => ({
  email,
  password: 'a long enough secret',
  firstName: 'Mira',
  lastName: 'Holt',
  as: 'talent' as const,
  dateOfBirth: '1999-04-01',
})

describe('registration', () => {
  it('lets nobody in before the address is confirmed, then gives a profile to edit', async () => {
    const body = person('Mira@People.example')
    await tenant.guest.ok(contract.register, { body })
    expect(await tenant.guest.problem(contract.login, { body: { email: body.email, password: body.password } })).toBe('403 auth.email_unverified')
    const token = await linkToken('Mira@People.example')
    expect((await tenant.guest.ok(contract.verifyEmail, { body: { token } })).email).toBe('Mira@People.example')
    expect(await tenant.guest.problem(contract.verifyEmail, { body: { token } })).toBe('410 auth.link_invalid')
    const tokens = await tenant.guest.ok(contract.login, { body: { email: 'mira@PEOPLE.example', password: body.password } })
    const me = await api.caller(tenant.host, tokens.accessToken).ok(contract.me)
    expect([me.email, me.memberships.map((m) => [m.accountType, m.role])]).toEqual(['Mira@People.example', [['individual', 'account_owner']]])
  })

  it('answers the same for an address that is known', async () => {
    const known = await tenant.user()
    const [a, b] = [
      await tenant.guest.call(contract.register, { body: person(known.email) }),
      await tenant.guest.call(contract.register, { body: person('new-one@people.example') }),
    ]
    expect([a.status, a.body]).toEqual([b.status, b.body])
    expect(await tenant.guest.problem(contract.login, { body: { email: known.email, password: 'a long enough secret' } })).toBe('401 auth.invalid_credentials')
  })

  it('refuses weak passwords and wrong fields by name', async () => {
    const weak = await tenant.guest.call(contract.register, { body: { ...person('weak@people.example'), password: 'password12345' } })
    expect(weak.body).toMatchObject({ status: 422, code: 'auth.password_weak', errors: [{ field: 'password' }] })
    const wrong = await tenant.guest.call(contract.register, { body: { ...person('x'), password: 'short' } })
    expect((wrong.body as { errors: { field: string }[] }).errors.map((e) => e.field).sort()).toEqual(['email', 'password'])
  })
})

describe('sign-in', () => {
  it('says the same for an unknown address and a wrong password', async () => {
    const user = await tenant.user()
    const wrong = await tenant.guest.call(contract.login, { body: { email: user.email, password: 'wrong password' } })
    const unknown = await tenant.guest.call(contract.login, { body: { email: 'nobody@people.example', password: 'wrong password' } })
    const plain = (b: unknown): unknown => ({ ...(b as object), requestId: '' })
    expect([wrong.status, plain(wrong.body)]).toEqual([unknown.status, plain(unknown.body)])
  })

  it('of many at once gives each their session', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => tenant.user()))
    const answers = await Promise.all(people.map(({ email }) => tenant.guest.ok(contract.login, { body: { email, password: PASSWORD } })))
    expect(new Set(answers.map((a) => a.sessionId)).size).toBe(12)
  })

  it('of one tenant is worth nothing in another, though the address is the same', async () => {
    const other = await api.tenant()
    const user = await tenant.user()
    expect(await other.guest.problem(contract.login, { body: { email: user.email, password: PASSWORD } })).toBe('401 auth.invalid_credentials')
    expect(await other.guest.problem(contract.refresh, { body: { refreshToken: user.refreshToken } })).toBe('401 auth.session_ended')
    expect(await api.caller(other.host, user.token).problem(contract.me)).toBe('403 tenants.mismatch')
  })
})

describe('refresh', () => {
  it('of ten at once leaves one lineage and nobody signed out', async () => {
    const user = await tenant.user()
    const answers = await Promise.all(Array.from({ length: 10 }, () => tenant.guest.call(contract.refresh, { body: { refreshToken: user.refreshToken } })))
    expect(answers.map((a) => a.status)).toEqual(Array.from({ length: 10 }, () => 200))
    const successors = new Set(answers.map((a) => (a.body as { refreshToken: string }).refreshToken))
    expect(successors.size).toBe(1)
    await tenant.guest.ok(contract.refresh, { body: { refreshToken: [...successors][0] as string } })
  })

  it('with a token used long ago ends the session', async () => {
    const user = await tenant.user()
    const next = await tenant.guest.ok(contract.refresh, { body: { refreshToken: user.refreshToken } })
    await tenant.ctx.db.refreshToken.updateMany({ where: { successorId: { not: null } }, data: { rotatedAt: new Date(Date.now() - 60_000) } })
    expect(await tenant.guest.problem(contract.refresh, { body: { refreshToken: user.refreshToken } })).toBe('401 auth.session_ended')
    expect(await tenant.guest.problem(contract.refresh, { body: { refreshToken: next.refreshToken } })).toBe('401 auth.session_ended')
    expect(await user.caller.problem(contract.me)).toBe('401 auth.session_ended')
  })

  it('refuses forged tokens', async () => {
    const user = await tenant.user()
    const [id] = user.refreshToken.split('.')
    expect(await tenant.guest.problem(contract.refresh, { body: { refreshToken: `${id}.${'A'.repeat(43)}` } })).toBe('401 auth.session_ended')
  })
})

describe('sessions', () => {
  it('are listed, ended one by one, and a foreign one cannot be', async () => {
    const user = await tenant.user()
    const second = await tenant.guest.ok(contract.login, { body: { email: user.email, password: PASSWORD } })
    const { items } = await user.caller.ok(contract.listSessions)
    expect(items.map((s) => s.current).sort()).toEqual([false, true])
    const stranger = await tenant.user()
    expect(await stranger.caller.problem(contract.endSession, { params: { id: second.sessionId } })).toBe('404 access.not_found')
    await user.caller.ok(contract.endSession, { params: { id: second.sessionId } })
    expect(await api.caller(tenant.host, second.accessToken).problem(contract.me)).toBe('401 auth.session_ended')
    expect(await tenant.guest.problem(contract.refresh, { body: { refreshToken: second.refreshToken } })).toBe('401 auth.session_ended')
  })

  it('end with the refresh token alone', async () => {
    const user = await tenant.user()
    await tenant.guest.ok(contract.logout, { body: { refreshToken: user.refreshToken } })
    expect(await user.caller.problem(contract.me)).toBe('401 auth.session_ended')
    await tenant.guest.ok(contract.logout, { body: { refreshToken: 'unknown-unknown-unknown' } })
  })
})

describe('passwords', () => {
  it('are reset by a link that works once, and every session ends', async () => {
    const user = await tenant.user()
    await tenant.guest.ok(contract.forgotPassword, { body: { email: user.email.toUpperCase() } })
    const token = await linkToken(user.email)
    await tenant.guest.ok(contract.resetPassword, { body: { token, password: 'another long secret' } })
    expect(await tenant.guest.problem(contract.resetPassword, { body: { token, password: 'yet another secret' } })).toBe('410 auth.link_invalid')
    expect(await user.caller.problem(contract.me)).toBe('401 auth.session_ended')
    expect(await tenant.guest.problem(contract.refresh, { body: { refreshToken: user.refreshToken } })).toBe('401 auth.session_ended')
    await tenant.guest.ok(contract.login, { body: { email: user.email, password: 'another long secret' } })
  })

  it('are changed by their owner, who stays in while other devices do not', async () => {
    const user = await tenant.user()
    const other = await tenant.guest.ok(contract.login, { body: { email: user.email, password: PASSWORD } })
    expect(await user.caller.problem(contract.changePassword, { body: { currentPassword: 'wrong', newPassword: 'something new here' } })).toBe(
      '401 auth.invalid_credentials',
    )
    await user.caller.ok(contract.changePassword, { body: { currentPassword: PASSWORD, newPassword: 'something new here' } })
    await user.caller.ok(contract.me)
    expect(await api.caller(tenant.host, other.accessToken).problem(contract.me)).toBe('401 auth.session_ended')
  })

  it('links lead to the tenant’s own address, whatever the request claims', async () => {
    const user = await tenant.user()
    const answer = await tenant.guest.call(contract.forgotPassword, { body: { email: user.email } }, { 'x-forwarded-host': 'evil.test' })
    expect(answer.status).toBe(202)
    await runHandlers()
    const mail = (await tenant.ctx.db.mailDelivery.findMany({ orderBy: { id: 'desc' } })).find((m) => m.recipient === user.email)
    expect(new URL((mail?.data as { link: string }).link).hostname).toBe(tenant.host)
  })
})

describe('rights', () => {
  it('that are taken away are gone at the next request', async () => {
    const owner = await tenant.party('agency')
    const booker = await tenant.user({ account: { id: owner.accountId, role: 'account_booker' } })
    await booker.caller.ok(listRoster, {})
    await owner.caller.ok(changeMemberRole, { params: { id: booker.id }, body: { role: 'guardian' } })
    expect(await booker.caller.problem(listRoster, {})).toBe('401 auth.session_ended')
    const again = await tenant.guest.ok(contract.refresh, { body: { refreshToken: booker.refreshToken } })
    const fresh = api.caller(tenant.host, again.accessToken, owner.accountId)
    await fresh.ok(getAccount, {})
    await owner.caller.ok(removeMember, { params: { id: booker.id } })
    expect(await fresh.problem(getAccount, {})).toBe('401 auth.session_ended')
  })

  it('of a disabled user end, and the last admin stays', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const user = await tenant.user()
    await admin.caller.ok(updateUser, { params: { id: user.id }, body: { status: 'disabled' } })
    expect(await user.caller.problem(contract.me)).toBe('401 auth.session_ended')
    expect(await tenant.guest.problem(contract.login, { body: { email: user.email, password: PASSWORD } })).toBe('403 auth.access_disabled')
    // only who knows the password learns that
    expect(await tenant.guest.problem(contract.login, { body: { email: user.email, password: `not ${PASSWORD}` } })).toBe('401 auth.invalid_credentials')
    await admin.caller.ok(updateUser, { params: { id: user.id }, body: { status: 'active' } })
    await tenant.guest.ok(contract.login, { body: { email: user.email, password: PASSWORD } })
    expect(await admin.caller.problem(updateUser, { params: { id: admin.id }, body: { roles: [] } })).toBe('409 accounts.last_admin')
    expect((await admin.caller.ok(contract.me)).roles).toContain('tenant_admin')
  })

  it('of a role that ends keep their end when another role is given', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const user = await tenant.user({ roles: ['tenant_manager'] })
    const end = new Date(Date.now() + 86_400_000)
    await tenant.ctx.db.userRole.updateMany({ where: { userId: user.id }, data: { expiresAt: end } })
    await admin.caller.ok(updateUser, { params: { id: user.id }, body: { roles: ['tenant_manager', 'tenant_admin'] } })
    const held = await tenant.ctx.db.userRole.findMany({ where: { userId: user.id }, orderBy: { role: 'asc' } })
    expect(held.map((r) => [r.role, r.expiresAt])).toEqual([
      ['tenant_admin', null],
      ['tenant_manager', end],
    ])
    // one that has ended is given anew without an end
    await tenant.ctx.db.userRole.updateMany({ where: { userId: user.id, role: 'tenant_manager' }, data: { expiresAt: new Date(Date.now() - 1000) } })
    await admin.caller.ok(updateUser, { params: { id: user.id }, body: { roles: ['tenant_manager'] } })
    expect((await tenant.ctx.db.userRole.findMany({ where: { userId: user.id } })).map((r) => [r.role, r.expiresAt])).toEqual([['tenant_manager', null]])
  })
  it('of a role that has ended do not count', async () => {
    const user = await tenant.user({ roles: ['tenant_admin'] })
    await tenant.ctx.db.userRole.updateMany({ where: { userId: user.id }, data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await user.caller.problem(updateUser, { params: { id: user.id }, body: {} })).toBe('403 access.permission_denied')
  })
})

describe('tickets of the live connection', () => {
  it('work once', async () => {
    const user = await tenant.user()
    const { ticket } = await user.caller.ok(contract.realtimeTicket)
    const ctx = systemContext(api.kernel, api.kernel.realms.platform)
    expect((await ask(ctx, contract.redeemTicket, { ticket }))?.principal.userId).toBe(user.id)
    expect(await ask(ctx, contract.redeemTicket, { ticket })).toBeNull()
    expect(await ask(ctx, contract.redeemTicket, { ticket: 'made.up' })).toBeNull()
  })
})

describe('limits', () => {
  it('stop guessing at the sixth try and say when to come back', async () => {
    const strict = await startApi({ RATE_LIMIT_SCALE: '1' })
    try {
      const market = await strict.tenant()
      const tries: string[] = []
      for (let i = 0; i < 6; i++) tries.push(await market.guest.problem(contract.login, { body: { email: 'x@people.example', password: 'wrong' } }))
      expect(tries).toEqual([...Array.from({ length: 5 }, () => '401 auth.invalid_credentials'), '429 request.rate_limited'])
      const blocked = await market.guest.call(contract.login, { body: { email: 'x@people.example', password: 'wrong' } }, { 'x-forwarded-for': '203.0.113.9' })
      // the test client is the trusted proxy, so a new address behind it is another person
      expect(blocked.status).toBe(401)
      const last = await market.guest.call(contract.login, { body: { email: 'x@people.example', password: 'wrong' } })
      expect([last.status, Number(last.headers['retry-after']) > 0]).toEqual([429, true])
    } finally {
      await strict.close()
    }
  })
})
