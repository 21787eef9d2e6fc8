import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listAudit } from '@itellico/contracts/audit'
import { login, logout, me, register, type Tokens } from '@itellico/contracts/auth'
import { removeMember, updateUser } from '@itellico/contracts/accounts'
import { setFactorPolicy } from '@itellico/contracts/second-factors'
import * as contract from '@itellico/contracts/sso'
import { sha256 } from '@itellico/kernel/crypto'
import { tenantKey } from '@itellico/kernel/keys'
import { SignJWT, decodeJwt, generateKeyPair } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import { CLIENT, startProvider, type Person, type TestProvider } from '../testing/oidc.ts'
import { PASSWORD } from '../testing/people.ts'

const BROWSER = 'the-secret-of-one-browser'
let api: TestApi
let provider: TestProvider
let tenant: TestTenant
let admin: Caller
let origin = ''
let connection: contract.SsoConnection
let counter = 0

beforeAll(async () => {
  api = await startApi({ OUTBOUND_PRIVATE: 'yes', PUBLIC_SCHEME: 'http', PUBLIC_WEB_PORT: '3000' })
})
afterAll(() => api.close())
beforeEach(async () => {
  tenant = await api.tenant()
  admin = (await tenant.user({ roles: ['tenant_admin'] })).caller
  origin = `http://${tenant.host}:3000`
  await provider?.close()
  provider = await startProvider([origin + contract.SSO_CALLBACK])
  connection = await connect({ provisions: true })
})
afterAll(() => provider.close())

type Changes = NonNullable<Parameters<typeof change>[0]>
async function change(body: Partial<contract.SsoConnection>): Promise<contract.SsoConnection> {
  return admin.ok(contract.updateConnection, { params: { id: connection.id }, body: body as never })
}
async function connect(more: Changes): Promise<contract.SsoConnection> {
  connection = await admin.ok(contract.createConnection, { body: { kind: 'oidc', name: 'Nord ID', issuer: provider.issuer, ...CLIENT } })
  return change({ enabled: true, ...more })
}
const newcomer = (more: object = {}): Person => {
  const sub = `person-${++counter}`
  return { sub, email: `${sub}@agency.example`, email_verified: true, given_name: 'Nora', family_name: 'Nord', groups: [], ...more }
}
const start = (by = tenant.guest, browser = BROWSER) => by.ok(contract.startSso, { body: { connectionId: connection.id, browser, origin } })
/** Goes to the provider as somebody and gives what the browser brings back. */
async function goAs(person: Person | null, begun?: { url: string }): Promise<{ state: string; code?: string; iss?: string }> {
  provider.person = person
  const back = await provider.visit((begun ?? (await start())).url)
  expect(back.origin + back.pathname).toBe(origin + contract.SSO_CALLBACK)
  const read = (name: string) => back.searchParams.get(name)
  return { state: read('state') ?? '', ...(read('code') && { code: read('code') as string }), ...(read('iss') && { iss: read('iss') as string }) }
}
const finish = (answer: object, browser = BROWSER) => tenant.guest.problem(contract.finishSso, { body: { browser, ...answer } as never })
async function signInAs(person: Person): Promise<Tokens> {
  const done = await tenant.guest.ok(contract.finishSso, { body: { browser: BROWSER, ...(await goAs(person)) } })
  expect(done.purpose).toBe('sign-in')
  return done.tokens as Tokens
}
const meOf = (tokens: Tokens) => api.caller(tenant.host, tokens.accessToken).ok(me, {})
const actions = async () => (await admin.ok(listAudit, { query: { limit: 100 } })).items.filter((e) => e.action.startsWith('sso.')).map((e) => e.action)

describe('a sign-in at a provider', () => {
  it('makes a login for a newcomer where the connection does so, and knows them the next time', async () => {
    const person = newcomer()
    const first = await meOf(await signInAs(person))
    expect([first.email, first.emailVerified, first.firstName, first.lastName, first.roles]).toEqual([person['email'], true, 'Nora', 'Nord', ['user']])
    const again = await meOf(await signInAs({ ...person, email: 'moved@agency.example' }))
    expect(again.id).toBe(first.id)
    expect(await actions()).toEqual(
      expect.arrayContaining(['sso.connection_added', 'sso.connection_enabled', 'sso.provisioned', 'sso.linked', 'sso.signed_in', 'sso.signed_in']),
    )
  })
  it('reads the address from the userinfo endpoint where the token has none', async () => {
    await provider.close()
    provider = await startProvider([origin + contract.SSO_CALLBACK], { idTokenOnly: false })
    await change({ issuer: provider.issuer, clientSecret: CLIENT.clientSecret } as never)
    const person = newcomer()
    expect((await meOf(await signInAs(person))).email).toBe(person['email'])
  })
  it('lets nobody in whom nobody has let in, where the connection makes no logins', async () => {
    await change({ provisions: false })
    expect(await finish(await goAs(newcomer()))).toBe('403 sso.no_login')
  })
  it('is refused when somebody calls it off there, without the words of the provider', async () => {
    const answer = await tenant.guest.call(contract.finishSso, { body: { browser: BROWSER, ...(await goAs(null)) } })
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([401, 'sso.refused'])
    expect(JSON.stringify(answer.body)).not.toContain('access_denied')
    expect(await actions()).toContain('sso.refused')
  })
  it('leads to a page of this marketplace only', async () => {
    const begin = (next: string) => tenant.guest.ok(contract.startSso, { body: { connectionId: connection.id, browser: BROWSER, origin, next } })
    const ends = async (next: string) =>
      (await tenant.guest.ok(contract.finishSso, { body: { browser: BROWSER, ...(await goAs(newcomer(), await begin(next))) } })).next
    expect(await ends('/admin/users?role=x')).toBe('/admin/users?role=x')
    for (const elsewhere of ['//evil.test', 'https://evil.test', '/\\evil.test', 'javascript:alert(1)']) expect(await ends(elsewhere)).toBeNull()
  })
  it('begins on a page of this marketplace only', async () => {
    const other = await api.tenant()
    for (const wrong of ['https://evil.test', `http://${other.host}:3000`, `https://${tenant.host}:3000`, `http://${tenant.host}`, 'not an origin'])
      expect(await tenant.guest.problem(contract.startSso, { body: { connectionId: connection.id, browser: BROWSER, origin: wrong } }), wrong).toBe(
        '401 sso.state_invalid',
      )
  })
  it('says so when the provider cannot be reached', async () => {
    await change({ issuer: 'http://127.0.0.1:1', clientSecret: 'another' } as never)
    expect(await tenant.guest.problem(contract.startSso, { body: { connectionId: connection.id, browser: BROWSER, origin } })).toBe('422 sso.unreachable')
  })
  it('goes to no address that would run as a script', async () => {
    const evil = createServer((request, response) => {
      const issuer = `http://${request.headers.host}`
      const metadata = { issuer, authorization_endpoint: 'javascript:alert(document.domain)//', token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(metadata))
    })
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve))
    try {
      await change({ issuer: `http://127.0.0.1:${(evil.address() as AddressInfo).port}`, clientSecret: 'another' } as never)
      expect(await tenant.guest.problem(contract.startSso, { body: { connectionId: connection.id, browser: BROWSER, origin } })).toBe('422 sso.unreachable')
    } finally {
      evil.close()
    }
  })
  it('does not open a login that is switched off', async () => {
    const person = newcomer()
    const { id } = await meOf(await signInAs(person))
    await admin.ok(updateUser, { params: { id }, body: { status: 'disabled' } })
    expect(await finish(await goAs(person))).toBe('403 auth.access_disabled')
  })
})

describe('what a browser brings back', () => {
  it('counts once', async () => {
    const answer = await goAs(newcomer())
    expect(await finish(answer)).toBe('200')
    expect(await finish(answer)).toBe('401 sso.state_invalid')
  })
  it('counts from the browser that went only, and then from none', async () => {
    const answer = await goAs(newcomer())
    expect(await finish(answer, 'the-secret-of-another-one')).toBe('401 sso.state_invalid')
    expect(await finish(answer)).toBe('401 sso.state_invalid')
    expect(await actions()).toContain('sso.refused')
  })
  it('counts in its own marketplace only', async () => {
    const answer = await goAs(newcomer())
    const other = await api.tenant()
    expect(await other.guest.problem(contract.finishSso, { body: { browser: BROWSER, ...answer } })).toBe('401 sso.state_invalid')
  })
  it('counts for ten minutes', async () => {
    const { state } = await goAs(newcomer())
    const ttl = await api.kernel.redis.ttl(`${api.config.REDIS_PREFIX}:${tenantKey(tenant.id, 'sso', sha256(state))}`)
    expect(ttl).toBeGreaterThan(580)
    expect(ttl).toBeLessThanOrEqual(600)
  })
  it('counts no more once the connection is switched off, changed or removed', async () => {
    for (const after of [() => change({ enabled: false }), () => change({ enabled: true }), () => change({ trustsMfa: true })]) {
      if (!connection.enabled) await change({ enabled: true })
      const answer = await goAs(newcomer())
      connection = await after()
      expect(await finish(answer)).toBe('401 sso.state_invalid')
    }
    const answer = await goAs(newcomer())
    await admin.ok(contract.removeConnection, { params: { id: connection.id } })
    expect(await finish(answer)).toBe('401 sso.state_invalid')
    expect((await tenant.guest.ok(contract.listSignInWays, {})).items).toEqual([])
  })
  it('does not count with a code of another sign-in', async () => {
    const [mine, theirs] = [await goAs(newcomer()), await goAs(newcomer())]
    expect(await finish({ ...mine, code: theirs.code })).toBe('401 sso.refused')
  })
  it('does not count when it names another issuer', async () => {
    expect(await finish({ ...(await goAs(newcomer())), iss: 'https://evil.test' })).toBe('401 sso.refused')
  })
})

describe('a token', () => {
  const bent = async (bend: (claims: Record<string, unknown>) => Record<string, unknown>, how: 'right key' | 'wrong key' | 'none') => {
    const { privateKey } = await generateKeyPair('RS256')
    provider.bend = async (answer) => {
      const claims = bend(decodeJwt(answer.id_token ?? ''))
      const unsigned = [{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
      const forged = how === 'none' ? `${unsigned}.` : await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'real' }).sign(privateKey)
      return { ...answer, id_token: forged }
    }
    return finish(await goAs(newcomer()))
  }
  it('that the provider did not sign is refused', async () => {
    expect(await bent((c) => ({ ...c, email: 'boss@agency.example' }), 'wrong key')).toBe('401 sso.refused')
    expect(await bent((c) => c, 'none')).toBe('401 sso.refused')
  })
  it('whose text was changed is refused', async () => {
    provider.bend = (answer) => {
      const [head, , signature] = (answer.id_token ?? '').split('.')
      const claims = { ...decodeJwt(answer.id_token ?? ''), email: 'boss@agency.example' }
      return { ...answer, id_token: [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.') }
    }
    expect(await finish(await goAs(newcomer()))).toBe('401 sso.refused')
  })
  it('of an earlier sign-in is refused: its nonce is another one', async () => {
    let first = ''
    provider.bend = (answer) => {
      first ||= answer.id_token ?? ''
      return { ...answer, id_token: first }
    }
    const person = newcomer()
    expect(await finish(await goAs(person))).toBe('200')
    expect(await finish(await goAs(person))).toBe('401 sso.refused')
  })
  it('that is missing is refused', async () => {
    provider.bend = ({ id_token: _, ...answer }) => answer
    expect(await finish(await goAs(newcomer()))).toBe('401 sso.refused')
  })
})

describe('an address', () => {
  it.each([false, undefined, 'true', 1])('that the provider does not vouch for (%s) links and makes nothing, and tells nothing', async (verified) => {
    const victim = await tenant.user()
    expect(await finish(await goAs(newcomer({ email: victim.email, email_verified: verified })))).toBe('409 sso.link_first')
    expect(await finish(await goAs(newcomer({ email_verified: verified })))).toBe('409 sso.link_first')
    expect(await tenant.ctx.db.ssoIdentity.count()).toBe(0)
  })
  it('that both sides have confirmed links the login there is', async () => {
    const user = await tenant.user({ roles: ['tenant_manager'] })
    const signedIn = await meOf(await signInAs(newcomer({ email: user.email.toUpperCase() })))
    expect([signedIn.id, signedIn.roles]).toEqual([user.id, ['user', 'tenant_manager']])
  })
  it('that somebody registered and never confirmed is not inherited', async () => {
    const email = `taken-${++counter}@agency.example`
    await tenant.guest.call(register, { body: { email, password: PASSWORD, firstName: 'Mal', lastName: 'Lory', as: 'talent' } })
    expect(await finish(await goAs(newcomer({ email })))).toBe('409 sso.link_first')
    expect(await tenant.guest.problem(login, { body: { email, password: PASSWORD } })).toBe('403 auth.email_unverified')
  })
  it('opens no login of another marketplace', async () => {
    const other = await api.tenant()
    const theirs = await other.user({ roles: ['tenant_admin'] })
    const mine = await meOf(await signInAs(newcomer({ email: theirs.email })))
    expect([mine.id === theirs.id, mine.roles]).toEqual([false, ['user']])
    expect(await other.ctx.db.ssoIdentity.count()).toBe(0)
  })
  it.each(['no address', 'a@b', '', 7, { a: 1 }, 'nul\0@agency.example\ud800'])('that is none (%j) is as good as none', async (email) => {
    expect(await finish(await goAs(newcomer({ email })))).toMatch(/^(?:409 sso.link_first|401 sso.refused)$/)
  })
  it('makes one login for one newcomer who comes twice at once', async () => {
    const person = newcomer()
    const answers = [await goAs(person), await goAs(person)]
    expect(await Promise.all(answers.map((a) => finish(a)))).toEqual(['200', '200'])
    expect(await tenant.ctx.db.ssoIdentity.count()).toBe(1)
  })
})

describe('a domain that another connection is forced for', () => {
  it('is opened by that connection alone, linked or not', async () => {
    const linked = newcomer()
    const { id } = await meOf(await signInAs(linked))
    const other = await admin.ok(contract.createConnection, { body: { kind: 'github', name: 'Hub', clientId: 'x', clientSecret: 'y' } })
    await admin.ok(contract.updateConnection, { params: { id: other.id }, body: { enabled: true } })
    const domain = await admin.ok(contract.addSsoDomain, { params: { id: other.id }, body: { domain: 'agency.example' } })
    await tenant.ctx.db.ssoDomain.update({ where: { id: domain.id }, data: { verifiedAt: new Date(), forced: true } })
    expect(await finish(await goAs(linked))).toBe('403 sso.required')
    expect(await finish(await goAs(newcomer()))).toBe('403 sso.required')
    expect((await tenant.ctx.db.ssoIdentity.findMany()).map((i) => i.userId)).toEqual([id])
    await tenant.ctx.db.ssoDomain.update({ where: { id: domain.id }, data: { connectionId: connection.id } })
    expect((await meOf(await signInAs(linked))).id).toBe(id)
  })
})

describe('groups', () => {
  it('give roles, and take them away where the connection says so; roles that no rule knows stay', async () => {
    await change({ rules: [{ group: 'office', role: 'tenant_manager' }] })
    const person = newcomer({ groups: ['office', 'staff'] })
    expect((await meOf(await signInAs(person))).roles).toEqual(['user', 'tenant_manager'])
    expect((await meOf(await signInAs({ ...person, groups: [] }))).roles).toEqual(['user', 'tenant_manager'])
    await change({ syncsRoles: true })
    expect((await meOf(await signInAs({ ...person, groups: 'staff' }))).roles).toEqual(['user'])
    expect((await meOf(await signInAs({ ...person, groups: 'office' }))).roles).toEqual(['user', 'tenant_manager'])
  })
  it('give memberships of accounts, follow the rule where the connection says so, and leave the last owner', async () => {
    const agency = await tenant.party('agency')
    const { accountId } = agency
    const rules = [
      { group: 'chiefs', role: 'account_owner' as const, accountId },
      { group: 'bookers', role: 'account_booker' as const, accountId },
    ]
    await change({ rules })
    expect((await admin.ok(contract.listConnections, {})).accounts.map((a) => a.id)).toEqual([accountId])
    const person = newcomer({ groups: ['bookers'] })
    const rolesIn = async (groups: string[]) => (await meOf(await signInAs({ ...person, groups }))).memberships.map((m) => [m.accountId, m.role])
    expect(await rolesIn(['bookers'])).toEqual([[accountId, 'account_booker']])
    expect(await rolesIn(['chiefs', 'bookers'])).toEqual([[accountId, 'account_booker']])
    await change({ syncsRoles: true })
    expect(await rolesIn(['chiefs', 'bookers'])).toEqual([[accountId, 'account_owner']])
    await agency.caller.ok(removeMember, { params: { id: agency.id } })
    expect(await rolesIn([])).toEqual([[accountId, 'account_owner']])
    await tenant.user({ account: { id: accountId, role: 'account_owner' } })
    expect(await rolesIn([])).toEqual([])
  })
  it('are refused in rules that do not fit', async () => {
    const client = await tenant.account('client')
    const elsewhere = await (await api.tenant()).account('agency')
    for (const rule of [
      { role: 'account_booker' },
      { role: 'account_booker', accountId: client.id },
      { role: 'tenant_admin', accountId: client.id },
      { role: 'account_booker', accountId: elsewhere.id },
    ])
      expect(await admin.problem(contract.updateConnection, { params: { id: connection.id }, body: { rules: [{ group: 'x', ...rule }] } as never })).toBe(
        '422 sso.invalid',
      )
  })
  it('do not take the last admin away', async () => {
    const only = await api.tenant()
    const chief = await only.user({ roles: ['tenant_admin'] })
    tenant = only
    admin = chief.caller
    origin = `http://${tenant.host}:3000`
    await provider.close()
    provider = await startProvider([origin + contract.SSO_CALLBACK])
    connection = await connect({ rules: [{ group: 'chiefs', role: 'tenant_admin' }], syncsRoles: true })
    expect((await meOf(await signInAs(newcomer({ email: chief.email })))).roles).toEqual(['user', 'tenant_admin'])
  })
})

describe('a second factor', () => {
  const person = newcomer({ groups: ['office'] })
  beforeEach(async () => {
    await change({ rules: [{ group: 'office', role: 'tenant_manager' }] })
    await admin.ok(setFactorPolicy, { body: { roles: ['tenant_manager'] } })
  })
  it('is asked for where a role must have one, whatever the provider says', async () => {
    for (const amr of [['pwd'], ['pwd', 'mfa']]) {
      const answer = await tenant.guest.call(contract.finishSso, { body: { browser: BROWSER, ...(await goAs({ ...person, amr })) } })
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([403, 'auth.enrolment_required'])
      expect((answer.body as { context: { ticket: string } }).context.ticket).toMatch(/^[\w-]{43}$/)
    }
  })
  it('of the provider counts where the connection trusts it, and only when there was one', async () => {
    await change({ trustsMfa: true })
    expect(await finish(await goAs({ ...person, amr: ['pwd'] }))).toBe('403 auth.enrolment_required')
    expect((await meOf(await signInAs({ ...person, amr: ['pwd', 'mfa'] }))).roles).toContain('tenant_manager')
  })
})

describe('linking', () => {
  const linkAs = async (user: Caller, person: Person) =>
    goAs(person, await user.ok(contract.linkIdentity, { body: { connectionId: connection.id, browser: BROWSER, origin } }))
  it('needs no confirmed address, for both are signed in to; unlinking ends it', async () => {
    const user = await tenant.user()
    const person = newcomer({ email_verified: false })
    expect((await tenant.guest.ok(contract.finishSso, { body: { browser: BROWSER, ...(await linkAs(user.caller, person)) } })).tokens).toBeNull()
    const { items, offered } = await user.caller.ok(contract.listIdentities, {})
    expect([items.map((i) => [i.name, i.email]), offered]).toEqual([[['Nord ID', person['email']]], []])
    expect((await meOf(await signInAs(person))).id).toBe(user.id)
    await user.caller.ok(contract.unlinkIdentity, { params: { id: items[0]?.id ?? '' } })
    expect(await finish(await goAs(person))).toBe('409 sso.link_first')
  })
  it('takes no identity of somebody else', async () => {
    const person = newcomer()
    await signInAs(person)
    const user = await tenant.user()
    expect(await finish(await linkAs(user.caller, person))).toBe('409 sso.taken')
  })
  it('cannot be finished in another browser than it began in', async () => {
    const attacker = await tenant.user()
    expect(await finish(await linkAs(attacker.caller, newcomer()), 'the-browser-of-a-victim')).toBe('401 sso.state_invalid')
    expect(await tenant.ctx.db.ssoIdentity.count()).toBe(0)
  })
  it('cannot be finished by whoever comes after the person has signed out', async () => {
    const user = await tenant.user()
    const answer = await linkAs(user.caller, newcomer())
    await tenant.guest.ok(logout, { body: { refreshToken: user.refreshToken } })
    expect(await finish(answer)).toBe('401 sso.state_invalid')
    expect(await tenant.ctx.db.ssoIdentity.count()).toBe(0)
  })
  it('cannot be undone by who has no other way to sign in', async () => {
    const person = api.caller(tenant.host, (await signInAs(newcomer())).accessToken)
    const [identity] = (await person.ok(contract.listIdentities, {})).items
    expect(await person.problem(contract.unlinkIdentity, { params: { id: identity?.id ?? '' } })).toBe('409 sso.last_way')
  })
})

describe('a test', () => {
  const test = async (person: Person | null) => {
    const begun = await admin.ok(contract.testConnection, { params: { id: connection.id }, body: { browser: BROWSER, origin } })
    const done = await tenant.guest.ok(contract.finishSso, { body: { browser: BROWSER, ...(await goAs(person, begun)) } })
    expect([done.purpose, done.tokens]).toEqual(['test', null])
    return (await admin.ok(contract.listConnections, {})).items[0]?.test
  }
  it('of a connection that is off shows what the provider says, and signs nobody in', async () => {
    await change({ enabled: false, rules: [{ group: 'office', role: 'tenant_manager' }] })
    const person = newcomer({ groups: ['office', 'staff'], amr: ['mfa'] })
    expect(await test(person)).toMatchObject({
      problem: null,
      subject: person.sub,
      email: person['email'],
      emailVerified: true,
      name: 'Nora Nord',
      groups: ['office', 'staff'],
      roles: ['tenant_manager'],
      secondFactor: true,
    })
    expect(await tenant.ctx.db.ssoIdentity.count()).toBe(0)
    expect(await tenant.guest.problem(contract.startSso, { body: { connectionId: connection.id, browser: BROWSER, origin } })).toBe('404 access.not_found')
  })
  it('that fails says why', async () => {
    expect(await test(null)).toMatchObject({ problem: 'sso.refused', subject: null })
    expect(await actions()).toContain('sso.connection_tested')
  })
})

describe('a connection', () => {
  it('keeps its secret sealed, never shows it, and gives it to no other provider', async () => {
    expect(JSON.stringify(await admin.ok(contract.listConnections, {}))).not.toContain(CLIENT.clientSecret)
    const { rows } = await api.kernel.shards.main.pool.query<{ client_secret: string }>(`select client_secret from "${tenant.ctx.realm.schema}".sso_connection`)
    expect(rows[0]?.client_secret).not.toContain(CLIENT.clientSecret)
    const moved = await change({ issuer: 'https://other.example' })
    expect(moved.hasSecret).toBe(false)
  })
  it('with settings that do not fit is refused', async () => {
    const create = (body: object) => admin.problem(contract.createConnection, { body: { name: 'X', ...body } as never })
    expect(await create({ kind: 'oidc', issuer: 'not an address', ...CLIENT })).toBe('422 sso.invalid')
    expect(await create({ kind: 'oidc', issuer: provider.issuer })).toBe('422 sso.invalid')
    expect(await create({ kind: 'google', clientId: 'x' })).toBe('422 sso.invalid')
    expect(await create({ kind: 'microsoft', issuer: 'common', ...CLIENT })).toBe('422 sso.invalid')
    expect(await create({ kind: 'saml' })).toBe('422 sso.invalid')
    const google = await admin.ok(contract.createConnection, { body: { kind: 'google', name: 'Google', issuer: provider.issuer, ...CLIENT } })
    expect(google.issuer).toBe('https://accounts.google.com')
  })
  it('of this machine or of the network around it is refused where the configuration does not allow it', async () => {
    const closed = await startApi()
    try {
      const place = await closed.tenant()
      const boss = (await place.user({ roles: ['tenant_admin'] })).caller
      for (const issuer of ['http://127.0.0.1:8080', 'https://127.0.0.1', 'https://169.254.169.254', 'https://[::1]', 'https://10.0.0.1', 'http://id.example'])
        expect(await boss.problem(contract.createConnection, { body: { kind: 'oidc', name: 'X', issuer, ...CLIENT } }), issuer).toBe('422 sso.invalid')
      const local = await boss.ok(contract.createConnection, { body: { kind: 'oidc', name: 'X', issuer: 'https://localhost', ...CLIENT } })
      const body = { browser: BROWSER, origin: `http://${place.host}${closed.config.PUBLIC_WEB_PORT ? `:${closed.config.PUBLIC_WEB_PORT}` : ''}` }
      expect(await boss.problem(contract.testConnection, { params: { id: local.id }, body })).toBe('422 sso.unreachable')
    } finally {
      await closed.close()
    }
  })
})
