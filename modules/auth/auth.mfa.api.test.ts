import { listAudit } from '@itellico/contracts/audit'
import * as auth from '@itellico/contracts/auth'
import { createAccountExport, createTenantExport } from '@itellico/contracts/exports'
import { archiveTenant, exportTenant, purgeTenant, requestArchiving } from '@itellico/contracts/tenant-life'
import * as contract from '@itellico/contracts/second-factors'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SoftPasskey } from '../testing/authenticator.ts'
import { startApi, type Answer, type TestApi, type TestTenant } from '../testing/harness.ts'
import { PASSWORD, type TestUser } from '../testing/people.ts'

let api: TestApi
let tenant: TestTenant
let clock = new Date('2026-06-01T09:00:00Z')
const later = (seconds: number): void => void (clock = new Date(clock.getTime() + seconds * 1000))

beforeAll(async () => {
  api = await startApi({}, { clock: () => clock })
  tenant = await api.tenant()
})
afterAll(() => api.close())
// every test has time steps of its own
beforeEach(() => later(300))

const codeOf = (secret: string, offset = 0): string => generateSync({ secret, epoch: Math.floor(clock.getTime() / 1000) + offset * 30 })
const pageOf = (host: string): string => `http://${host}${api.config.PUBLIC_WEB_PORT ? `:${api.config.PUBLIC_WEB_PORT}` : ''}`
const originOf = (t: TestTenant = tenant): string => pageOf(t.host)
const codeIn = (answer: Answer): string => `${answer.status} ${(answer.body as { code?: string }).code ?? ''}`
const body = (user: TestUser) => ({ email: user.email, password: PASSWORD })
const ticketIn = (answer: Answer): string => (answer.body as { context: contract.PendingSignIn }).context.ticket
const actions = async (userId: string): Promise<string[]> =>
  (await tenant.ctx.db.auditEntry.findMany({ where: { entityId: userId }, orderBy: { id: 'asc' } })).map((e) => e.action)

/** A person with an app for codes. */
async function withTotp(options: Parameters<TestTenant['user']>[0] = {}, at: TestTenant = tenant) {
  const user = await at.user(options)
  const { secret } = await user.caller.ok(contract.startTotp)
  const { backupCodes } = await user.caller.ok(contract.confirmTotp, { body: { code: codeOf(secret) } })
  later(60)
  return { ...user, secret, backupCodes }
}

async function withPasskey(at: TestTenant = tenant) {
  const user = await at.user()
  const passkey = new SoftPasskey()
  const { challengeId, options } = await user.caller.ok(contract.newPasskeyOptions, { body: { origin: originOf(at) } })
  const created = passkey.create(options, originOf(at))
  const added = await user.caller.ok(contract.addPasskey, { body: { challengeId, name: 'My laptop', created } })
  return { ...user, passkey, added }
}

const pendingOf = (user: TestUser, headers = {}): Promise<Answer> => tenant.guest.call(auth.login, { body: body(user) }, headers)

describe('a password alone', () => {
  it('opens nothing for somebody with a second factor: the refusal holds a ticket and no token', async () => {
    const user = await withTotp()
    const answer = await pendingOf(user)
    expect(codeIn(answer)).toBe('401 auth.second_factor_required')
    expect((answer.body as { context: object }).context).toEqual({ ticket: expect.any(String), expiresIn: 300, methods: ['totp', 'backup'] })
    const ticket = ticketIn(answer)
    const asToken = api.caller(tenant.host, ticket)
    expect(await asToken.problem(auth.me)).toBe('401 auth.session_ended')
    expect(await tenant.guest.problem(auth.refresh, { body: { refreshToken: ticket } })).toBe('401 auth.session_ended')
    expect(await asToken.problem(auth.realtimeTicket)).toBe('401 auth.session_ended')
    expect(await tenant.guest.problem(contract.enrolTotp, { body: { ticket } })).toBe('401 auth.ticket_invalid')
  })

  it('and a code in one call open a session, as scripts do it', async () => {
    const user = await withTotp()
    expect(await tenant.guest.problem(auth.login, { body: { ...body(user), mfaCode: '000000' } })).toBe('401 auth.code_wrong')
    expect(await tenant.guest.problem(auth.login, { body: { email: user.email, password: 'wrong', mfaCode: codeOf(user.secret) } })).toBe(
      '401 auth.invalid_credentials',
    )
    const tokens = await tenant.guest.ok(auth.login, { body: { ...body(user), mfaCode: codeOf(user.secret) } })
    await api.caller(tenant.host, tokens.accessToken).ok(auth.me)
  })
})

describe('a ticket', () => {
  it('is finished with a code, once', async () => {
    const user = await withTotp()
    const ticket = ticketIn(await pendingOf(user))
    const tokens = await tenant.guest.ok(contract.finishSignIn, { body: { ticket, code: codeOf(user.secret) } })
    await api.caller(tenant.host, tokens.accessToken).ok(auth.me)
    later(30)
    expect(await tenant.guest.problem(contract.finishSignIn, { body: { ticket, code: codeOf(user.secret) } })).toBe('401 auth.ticket_invalid')
    expect(await actions(user.id)).toEqual(['auth.login', 'auth.totp_added', 'auth.backup_codes_made', 'auth.login'])
  })

  it('ends after five wrong codes, and then the right one is none', async () => {
    const user = await withTotp()
    const ticket = ticketIn(await pendingOf(user))
    for (let i = 0; i < 5; i++) expect(await tenant.guest.problem(contract.finishSignIn, { body: { ticket, code: '000000' } })).toBe('401 auth.code_wrong')
    expect(await tenant.guest.problem(contract.finishSignIn, { body: { ticket, code: codeOf(user.secret) } })).toBe('401 auth.ticket_invalid')
    expect((await actions(user.id)).filter((a) => a === 'auth.code_failed')).toHaveLength(5)
  })

  it('ends for two hundred parallel guesses after five of them', async () => {
    const user = await withTotp()
    const ticket = ticketIn(await pendingOf(user))
    const guess = (i: number): Promise<Answer> =>
      tenant.guest.call(contract.finishSignIn, { body: { ticket, code: String(100_000 + i) } }, { 'x-forwarded-for': `198.51.100.${i}` })
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => guess(i)))
    expect(answers.map(codeIn).filter((c) => c === '401 auth.code_wrong')).toHaveLength(5)
    expect(answers.map(codeIn).filter((c) => c === '401 auth.ticket_invalid')).toHaveLength(195)
  })

  it('belongs to one marketplace', async () => {
    const other = await api.tenant()
    const user = await withTotp()
    const ticket = ticketIn(await pendingOf(user))
    expect(await other.guest.problem(contract.finishSignIn, { body: { ticket, code: codeOf(user.secret) } })).toBe('401 auth.ticket_invalid')
    await tenant.guest.ok(contract.finishSignIn, { body: { ticket, code: codeOf(user.secret) } })
  })

  it('ends when the person is locked out meanwhile', async () => {
    const user = await withTotp()
    const ticket = ticketIn(await pendingOf(user))
    await tenant.ctx.db.user.update({ where: { id: user.id }, data: { epoch: { increment: 1 } } })
    expect(await tenant.guest.problem(contract.finishSignIn, { body: { ticket, code: codeOf(user.secret) } })).toBe('401 auth.ticket_invalid')
  })
})

describe('codes of the app', () => {
  it('work one step early and late, and each step once, also for parallel calls', async () => {
    const user = await withTotp()
    const tryCode = (code: string): Promise<string> => tenant.guest.problem(auth.login, { body: { ...body(user), mfaCode: code } })
    expect(await tryCode(codeOf(user.secret, -2))).toBe('401 auth.code_wrong')
    expect(await tryCode(codeOf(user.secret, 2))).toBe('401 auth.code_wrong')
    expect(await tryCode(codeOf(user.secret, -1))).toBe('200')
    expect(await tryCode(codeOf(user.secret, -1))).toBe('401 auth.code_wrong')
    const parallel = await Promise.all(Array.from({ length: 5 }, () => tryCode(codeOf(user.secret))))
    expect(parallel.filter((p) => p === '200')).toHaveLength(1)
    expect(await tryCode(codeOf(user.secret, 1))).toBe('200')
  })

  it('are never kept in the open', async () => {
    const user = await withTotp()
    const { rows } = await api.kernel.shards.main.pool.query<{ row: string }>(
      `select t::text as row from "${tenant.ctx.realm.schema}".totp t where user_id = $1`,
      [user.id],
    )
    expect(rows[0]?.row).not.toContain(user.secret)
    expect((await tenant.ctx.db.totp.findUnique({ where: { userId: user.id } }))?.secret).toBe(user.secret)
  })

  it('of a new app that is not confirmed do not count, and the old one goes on', async () => {
    const user = await withTotp()
    const { secret } = await user.caller.ok(contract.startTotp)
    expect(await tenant.guest.problem(auth.login, { body: { ...body(user), mfaCode: codeOf(secret) } })).toBe('401 auth.code_wrong')
    await tenant.guest.ok(auth.login, { body: { ...body(user), mfaCode: codeOf(user.secret) } })
    later(30)
    expect((await user.caller.ok(contract.confirmTotp, { body: { code: codeOf(secret) } })).backupCodes).toEqual([])
    later(30)
    expect(await tenant.guest.problem(auth.login, { body: { ...body(user), mfaCode: codeOf(user.secret) } })).toBe('401 auth.code_wrong')
    await tenant.guest.ok(auth.login, { body: { ...body(user), mfaCode: codeOf(secret) } })
  })
})

describe('backup codes', () => {
  it('are ten, work once each as they were typed, and are kept as hashes', async () => {
    const user = await withTotp()
    expect(user.backupCodes).toHaveLength(10)
    const [first = '', second = ''] = user.backupCodes
    await tenant.guest.ok(auth.login, { body: { ...body(user), mfaCode: first.toUpperCase() } })
    expect(await tenant.guest.problem(auth.login, { body: { ...body(user), mfaCode: first } })).toBe('401 auth.code_wrong')
    const twice = await Promise.all([1, 2, 3].map(() => tenant.guest.problem(auth.login, { body: { ...body(user), mfaCode: second } })))
    expect(twice.filter((p) => p === '200')).toHaveLength(1)
    expect((await user.caller.ok(contract.getSecurity)).backupCodesLeft).toBe(8)
    const rows = await tenant.ctx.db.backupCode.findMany({ where: { userId: user.id } })
    for (const code of user.backupCodes) expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', '').slice(4))
  })

  it('stop working when new ones are made', async () => {
    const user = await withTotp()
    const { backupCodes } = await user.caller.ok(contract.renewBackupCodes)
    expect(await tenant.guest.problem(auth.login, { body: { ...body(user), mfaCode: user.backupCodes[0] ?? '' } })).toBe('401 auth.code_wrong')
    await tenant.guest.ok(auth.login, { body: { ...body(user), mfaCode: backupCodes[0] ?? '' } })
  })

  it('are not made without a second factor', async () => {
    const user = await tenant.user()
    expect(await user.caller.problem(contract.renewBackupCodes)).toBe('409 auth.factor_state')
  })
})

describe('a passkey', () => {
  it('signs in alone, and its session may do sensitive things', async () => {
    const user = await withPasskey()
    expect(user.added).toMatchObject({
      passkey: { name: 'My laptop', host: tenant.host, lastUsedAt: null },
      backupCodes: expect.arrayContaining([expect.any(String)]),
    })
    const { challengeId, options } = await tenant.guest.ok(contract.passkeySignInOptions, { body: { origin: originOf() } })
    expect(options).toMatchObject({ rpId: tenant.host, userVerification: 'required' })
    const answer = user.passkey.get(options, originOf())
    const tokens = await tenant.guest.ok(contract.passkeySignIn, { body: { challengeId, passkey: answer } })
    const caller = api.caller(tenant.host, tokens.accessToken)
    expect((await caller.ok(auth.me)).id).toBe(user.id)
    await caller.ok(contract.renewBackupCodes)
    expect(await tenant.guest.problem(contract.passkeySignIn, { body: { challengeId, passkey: answer } })).toBe('401 auth.passkey_refused')
  })

  it('is a second factor after the password, even where it does not check who holds it, and does not stand alone then', async () => {
    const user = await withPasskey()
    user.passkey.verifies = false
    const ticket = ticketIn(await pendingOf(user))
    const { challengeId, options } = await tenant.guest.ok(contract.passkeySignInOptions, { body: { origin: originOf(), ticket } })
    await tenant.guest.ok(contract.finishSignIn, { body: { ticket, passkey: { challengeId, passkey: user.passkey.get(options, originOf()) } } })
    const alone = await tenant.guest.ok(contract.passkeySignInOptions, { body: { origin: originOf() } })
    expect(
      await tenant.guest.problem(contract.passkeySignIn, { body: { challengeId: alone.challengeId, passkey: user.passkey.get(alone.options, originOf()) } }),
    ).toBe('401 auth.passkey_refused')
  })

  it('is refused for another page, another challenge, another key, another person and as a copy', async () => {
    const user = await withPasskey()
    const ask = () => tenant.guest.ok(contract.passkeySignInOptions, { body: { origin: originOf() } })
    const show = (challengeId: string, passkey: contract.PasskeyAnswer) => tenant.guest.problem(contract.passkeySignIn, { body: { challengeId, passkey } })
    const [a, b, c, d, e] = [await ask(), await ask(), await ask(), await ask(), await ask()]
    expect(await show(a.challengeId, user.passkey.get(a.options, 'http://evil.test'))).toBe('401 auth.passkey_refused')
    expect(await show(b.challengeId, user.passkey.get({ ...b.options, challenge: 'AAAA' }, originOf()))).toBe('401 auth.passkey_refused')
    const stranger = new SoftPasskey()
    stranger.handle = user.passkey.handle
    expect(await show(c.challengeId, { ...stranger.get(c.options, originOf()), id: user.passkey.id, rawId: user.passkey.id })).toBe('401 auth.passkey_refused')
    const other = await withPasskey()
    const stolen = user.passkey.get(d.options, originOf())
    expect(await show(d.challengeId, { ...stolen, response: { ...stolen.response, userHandle: other.passkey.handle } })).toBe('401 auth.passkey_refused')
    user.passkey.rewind()
    expect(await show(e.challengeId, user.passkey.get(e.options, originOf()))).toBe('401 auth.passkey_refused')
    // of somebody else it finishes nobody's sign-in
    const ticket = ticketIn(await pendingOf(user))
    const f = await tenant.guest.ok(contract.passkeySignInOptions, { body: { origin: originOf(), ticket } })
    expect(
      await tenant.guest.problem(contract.finishSignIn, {
        body: { ticket, passkey: { challengeId: f.challengeId, passkey: other.passkey.get(f.options, originOf()) } },
      }),
    ).toBe('401 auth.passkey_refused')
  })

  it('of one marketplace is worth nothing in another, and no page of another may ask for it', async () => {
    const other = await api.tenant()
    const user = await withPasskey()
    for (const origin of [
      originOf(),
      'http://evil.test',
      `http://${other.host}:8080`,
      `${originOf(other)}/x`,
      'about:blank',
      pageOf(api.config.PLATFORM_DOMAIN),
    ])
      expect(await other.guest.problem(contract.passkeySignInOptions, { body: { origin } }), origin).toBe('401 auth.passkey_refused')
    const { challengeId, options } = await other.guest.ok(contract.passkeySignInOptions, { body: { origin: originOf(other) } })
    expect(await other.guest.problem(contract.passkeySignIn, { body: { challengeId, passkey: user.passkey.get(options, originOf(other)) } })).toBe(
      '401 auth.passkey_refused',
    )
  })

  it('is renamed and removed by its owner; with the last factor go codes and remembered devices', async () => {
    const user = await withPasskey()
    const { id } = user.added.passkey
    expect((await user.caller.ok(contract.renamePasskey, { params: { id }, body: { name: 'Old phone' } })).name).toBe('Old phone')
    const stranger = await tenant.user()
    expect(await stranger.caller.problem(contract.removePasskey, { params: { id } })).toBe('404 access.not_found')
    await user.caller.ok(contract.removePasskey, { params: { id } })
    expect(await user.caller.ok(contract.getSecurity)).toEqual({ totp: false, passkeys: [], backupCodesLeft: 0, devices: [], required: false })
    await tenant.guest.ok(auth.login, { body: body(user) })
  })
})

describe('a remembered device', () => {
  it('is not asked again for thirty days, by its owner only, and not for sensitive actions', async () => {
    const user = await withTotp()
    const ticket = ticketIn(await pendingOf(user))
    const { device = '' } = await tenant.guest.ok(contract.finishSignIn, { body: { ticket, code: codeOf(user.secret), rememberDevice: true } })
    const header = { 'x-device-token': device }
    const again = await pendingOf(user, header)
    expect(again.status).toBe(200)
    const caller = api.caller(tenant.host, (again.body as auth.Tokens).accessToken)
    expect(await caller.problem(contract.renewBackupCodes)).toBe('403 auth.step_up_required')
    const other = await withTotp()
    expect(codeIn(await pendingOf(other, header))).toBe('401 auth.second_factor_required')
    expect(codeIn(await pendingOf(user, { 'x-device-token': device.replace(user.id, other.id) }))).toBe('401 auth.second_factor_required')
    later(30 * 86_400 + 1)
    expect(codeIn(await pendingOf(user, header))).toBe('401 auth.second_factor_required')
  })

  it('is forgotten when its owner says so, and with a new password', async () => {
    const user = await withTotp()
    const remember = async (): Promise<{ 'x-device-token': string }> => {
      later(60)
      const ticket = ticketIn(await pendingOf(user))
      const { device = '' } = await tenant.guest.ok(contract.finishSignIn, { body: { ticket, code: codeOf(user.secret), rememberDevice: true } })
      return { 'x-device-token': device }
    }
    const first = await remember()
    const [listed] = (await user.caller.ok(contract.getSecurity)).devices
    await user.caller.ok(contract.forgetDevice, { params: { id: listed?.id ?? '' } })
    expect(codeIn(await pendingOf(user, first))).toBe('401 auth.second_factor_required')
    const second = await remember()
    expect((await pendingOf(user, second)).status).toBe(200)
    await user.caller.ok(auth.changePassword, { body: { currentPassword: PASSWORD, newPassword: 'something new in here' } })
    await user.caller.ok(auth.changePassword, { body: { currentPassword: 'something new in here', newPassword: PASSWORD } })
    expect(codeIn(await pendingOf(user, second))).toBe('401 auth.second_factor_required')
  })
})

describe('sensitive actions', () => {
  it('need a proof that is at most ten minutes old: of the second factor, where there is one', async () => {
    const user = await withTotp()
    later(601)
    for (const call of [
      () => user.caller.problem(contract.renewBackupCodes),
      () => user.caller.problem(contract.removeTotp),
      () => user.caller.problem(contract.startTotp),
      () => user.caller.problem(contract.newPasskeyOptions, { body: { origin: originOf() } }),
    ])
      expect(await call()).toBe('403 auth.step_up_required')
    expect((await user.caller.ok(contract.stepUpOptions, { body: { origin: originOf() } })).methods).toEqual(['totp', 'backup'])
    expect(await user.caller.problem(contract.stepUp, { body: { password: PASSWORD } })).toBe('401 auth.code_wrong')
    expect(await user.caller.problem(contract.stepUp, { body: { code: '000000' } })).toBe('401 auth.code_wrong')
    await user.caller.ok(contract.stepUp, { body: { code: codeOf(user.secret) } })
    await user.caller.ok(contract.renewBackupCodes)
    expect(await actions(user.id)).toContain('auth.stepped_up')
  })

  it('are confirmed with a passkey, too, and with the password where there is no second factor', async () => {
    const user = await withPasskey()
    later(601)
    const { passkey } = await user.caller.ok(contract.stepUpOptions, { body: { origin: originOf() } })
    const answer = user.passkey.get(passkey?.options ?? {}, originOf())
    await user.caller.ok(contract.stepUp, { body: { passkey: { challengeId: passkey?.challengeId ?? '', passkey: answer } } })
    await user.caller.ok(contract.renewBackupCodes)

    const plain = await tenant.user()
    later(601)
    expect(await plain.caller.problem(contract.startTotp)).toBe('403 auth.step_up_required')
    expect((await plain.caller.ok(contract.stepUpOptions, { body: { origin: originOf() } })).methods).toEqual(['password'])
    expect(await plain.caller.problem(contract.stepUp, { body: { password: 'wrong' } })).toBe('401 auth.invalid_credentials')
    await plain.caller.ok(contract.stepUp, { body: { password: PASSWORD } })
    await plain.caller.ok(contract.startTotp)
  })

  it('are exports and the end of a marketplace, too', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const owner = await tenant.party('agency')
    const boss = await (await api.platform()).caller('super_admin')
    later(601)
    const confirm = { confirm: tenant.ctx.realm.slug }
    expect([
      await admin.caller.problem(createTenantExport, { body: { dataset: 'profiles', format: 'csv' } }),
      await owner.caller.problem(createAccountExport, { body: { dataset: 'profiles', format: 'csv' } }),
      await admin.caller.problem(requestArchiving, { body: { ...confirm, reason: 'over' } }),
      await boss.problem(archiveTenant, { params: { id: tenant.id }, body: { reason: 'over' } }),
      await boss.problem(exportTenant, { params: { id: tenant.id } }),
      await boss.problem(purgeTenant, { params: { id: tenant.id }, body: confirm }),
    ]).toEqual(Array.from({ length: 6 }, () => '403 auth.step_up_required'))
  })

  it('of one session are not confirmed by another', async () => {
    const user = await withTotp()
    later(601)
    const { accessToken } = await tenant.guest.ok(auth.login, { body: { ...body(user), mfaCode: codeOf(user.secret) } })
    await api.caller(tenant.host, accessToken).ok(contract.renewBackupCodes)
    expect(await user.caller.problem(contract.renewBackupCodes)).toBe('403 auth.step_up_required')
  })
})

describe('the policy of a marketplace', () => {
  it('leads people of its roles to set a factor up before a full session, and lets them keep it', async () => {
    const market = await api.tenant()
    const admin = await market.user({ roles: ['tenant_admin'] })
    const owner = await market.party('agency')
    const booker = await market.user({ account: { id: owner.accountId, role: 'account_booker' } })
    expect(await admin.caller.problem(contract.setFactorPolicy, { body: { roles: ['super_admin'] } })).toBe('422 auth.role_unknown')
    await admin.caller.ok(contract.setFactorPolicy, { body: { roles: ['account_booker', 'tenant_admin'] } })
    expect(await admin.caller.ok(contract.getFactorPolicy)).toEqual({ roles: ['account_booker', 'tenant_admin'] })
    // who is in stays in until the next sign-in
    await booker.caller.ok(auth.me)
    const answer = await market.guest.call(auth.login, { body: body(booker) })
    expect(codeIn(answer)).toBe('403 auth.enrolment_required')
    const ticket = ticketIn(answer)
    expect(await market.guest.problem(contract.finishSignIn, { body: { ticket, code: '123456' } })).toBe('401 auth.ticket_invalid')
    const { secret } = await market.guest.ok(contract.enrolTotp, { body: { ticket } })
    expect(await market.guest.problem(contract.finishEnrolment, { body: { ticket, code: '000000' } })).toBe('401 auth.code_wrong')
    const done = await market.guest.ok(contract.finishEnrolment, { body: { ticket, code: codeOf(secret) } })
    expect(done.backupCodes).toHaveLength(10)
    const caller = api.caller(market.host, done.accessToken)
    expect((await caller.ok(contract.getSecurity)).required).toBe(true)
    expect(await caller.problem(contract.removeTotp)).toBe('409 auth.factor_needed')
    expect((await caller.ok(contract.getSecurity)).totp).toBe(true)
    expect(await market.guest.problem(contract.finishEnrolment, { body: { ticket, code: codeOf(secret, 1) } })).toBe('401 auth.ticket_invalid')
    // roles that it does not name go on as before
    await market.guest.ok(auth.login, { body: body(owner) })
    const trail = await admin.caller.ok(listAudit, { query: { action: 'auth.factor_policy_changed' } })
    expect(trail.items[0]?.changes).toEqual([{ field: 'roles', from: [], to: ['account_booker', 'tenant_admin'] }])
  })

  it('gives nobody a way around a factor that was set up meanwhile', async () => {
    const market = await api.tenant()
    const admin = await market.user({ roles: ['tenant_admin'] })
    await admin.caller.ok(contract.setFactorPolicy, { body: { roles: ['tenant_admin'] } })
    const [mine, theirs] = [await market.guest.call(auth.login, { body: body(admin) }), await market.guest.call(auth.login, { body: body(admin) })].map(
      ticketIn,
    )
    const { secret } = await market.guest.ok(contract.enrolTotp, { body: { ticket: mine ?? '' } })
    await market.guest.ok(contract.finishEnrolment, { body: { ticket: mine ?? '', code: codeOf(secret) } })
    for (const call of [
      () => market.guest.problem(contract.enrolTotp, { body: { ticket: theirs ?? '' } }),
      () => market.guest.problem(contract.enrolPasskeyOptions, { body: { ticket: theirs ?? '', origin: originOf(market) } }),
      () => market.guest.problem(contract.finishEnrolment, { body: { ticket: theirs ?? '', code: codeOf(secret, 1) } }),
    ])
      expect(await call()).toBe('401 auth.ticket_invalid')
  })

  it('is met by a passkey as well', async () => {
    const market = await api.tenant()
    const admin = await market.user({ roles: ['tenant_admin'] })
    await admin.caller.ok(contract.setFactorPolicy, { body: { roles: ['tenant_admin'] } })
    const ticket = ticketIn(await market.guest.call(auth.login, { body: body(admin) }))
    const passkey = new SoftPasskey()
    const { challengeId, options } = await market.guest.ok(contract.enrolPasskeyOptions, { body: { ticket, origin: originOf(market) } })
    const created = passkey.create(options, originOf(market))
    const done = await market.guest.ok(contract.finishEnrolment, { body: { ticket, passkey: { challengeId, name: 'Key', created } } })
    await api.caller(market.host, done.accessToken).ok(auth.me)
  })

  it('is changed by admins only, after a fresh proof', async () => {
    const manager = await tenant.user({ roles: ['tenant_manager'] })
    await manager.caller.ok(contract.getFactorPolicy)
    expect(await manager.caller.problem(contract.setFactorPolicy, { body: { roles: [] } })).toBe('403 access.permission_denied')
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    later(601)
    expect(await admin.caller.problem(contract.setFactorPolicy, { body: { roles: [] } })).toBe('403 auth.step_up_required')
  })
})

describe('somebody who lost everything', () => {
  it('is helped by an admin: all factors go, every session ends, the password is left', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const user = await withTotp()
    await admin.caller.ok(contract.resetFactors, { params: { id: user.id } })
    expect(await user.caller.problem(auth.me)).toBe('401 auth.session_ended')
    await tenant.guest.ok(auth.login, { body: body(user) })
    expect(await actions(user.id)).toContain('auth.factors_reset')
  })
})

describe('staff of the platform', () => {
  it('have all of it alike', async () => {
    const staff = await api.platform()
    const boss = await staff.caller('super_admin')
    await boss.ok(contract.setStaffFactorPolicy, { body: { roles: ['platform_support'] } })
    try {
      expect(await boss.problem(contract.setStaffFactorPolicy, { body: { roles: ['tenant_admin'] } })).toBe('422 auth.role_unknown')
      await expect(staff.caller('platform_support')).rejects.toThrow('auth.enrolment_required')
      const { secret } = await boss.ok(contract.startTotp)
      expect((await boss.ok(contract.confirmTotp, { body: { code: codeOf(secret) } })).backupCodes).toHaveLength(10)
      const origin = pageOf(api.config.PLATFORM_DOMAIN)
      const { challengeId, options } = await boss.ok(contract.newPasskeyOptions, { body: { origin } })
      const passkey = new SoftPasskey()
      await boss.ok(contract.addPasskey, { body: { challengeId, name: 'Key', created: passkey.create(options, origin) } })
      const asked = await staff.guest.ok(contract.passkeySignInOptions, { body: { origin } })
      await staff.guest.ok(contract.passkeySignIn, { body: { challengeId: asked.challengeId, passkey: passkey.get(asked.options, origin) } })
    } finally {
      await boss.ok(contract.setStaffFactorPolicy, { body: { roles: [] } })
    }
  })
})

it('while Redis is away a second factor cannot be asked for, and says so; whoever has none signs in', async () => {
  const lonely = await startApi({}, { clock: () => clock })
  try {
    const market = await lonely.tenant()
    const [plain, user] = [await market.user(), await market.user()]
    const { secret } = await user.caller.ok(contract.startTotp)
    await user.caller.ok(contract.confirmTotp, { body: { code: codeOf(secret) } })
    lonely.kernel.redis.disconnect()
    expect(await market.guest.problem(auth.login, { body: body(user) })).toBe('503 auth.proof_unavailable')
    expect(await market.guest.problem(auth.login, { body: body(plain) })).toBe('200')
  } finally {
    await lonely.close()
  }
})
