import { me, type Tokens } from '@itellico/contracts/auth'
import { listAudit } from '@itellico/contracts/audit'
import { setFactorPolicy } from '@itellico/contracts/second-factors'
import * as contract from '@itellico/contracts/sso'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startDns, type TestDns } from '../testing/dns.ts'
import { startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import { makeKeys, startSamlProvider, type Over, type Posted, type SamlPerson, type SamlProvider } from '../testing/saml.ts'
import { entityIdOf } from './sso.saml.ts'

const BROWSER = 'the-secret-of-one-browser'
let dns: TestDns
let api: TestApi
let provider: SamlProvider
let tenant: TestTenant
let admin: Caller
let origin = ''
let connection: contract.SsoConnection
let counter = 0

beforeAll(async () => {
  dns = await startDns()
  api = await startApi({ OUTBOUND_PRIVATE: 'yes', PUBLIC_SCHEME: 'http', PUBLIC_WEB_PORT: '3000', DNS_SERVERS: dns.address })
  provider = await startSamlProvider()
})
afterAll(async () => {
  await api.close()
  await provider.close()
  await dns.close()
})
beforeEach(async () => {
  provider.over = {}
  tenant = await api.tenant()
  admin = (await tenant.user({ roles: ['tenant_admin'] })).caller
  origin = `http://${tenant.host}:3000`
  connection = await connectTo(admin)
})

async function connectTo(by: Caller): Promise<contract.SsoConnection> {
  const made = await by.ok(contract.createConnection, { body: { kind: 'saml', name: 'Works ID', metadata: provider.metadataUrl } })
  const domain = await by.ok(contract.addSsoDomain, { params: { id: made.id }, body: { domain: 'works.example' } })
  dns.set(domain.record.name, domain.record.value)
  expect((await by.ok(contract.checkSsoDomain, { params: { id: domain.id } })).verifiedAt).not.toBeNull()
  return by.ok(contract.updateConnection, { params: { id: made.id }, body: { enabled: true, provisions: true } })
}
const person = (claims: SamlPerson['claims'] = {}): SamlPerson => {
  const id = `worker-${++counter}`
  return { id, claims: { email: `${id}@works.example`, givenName: 'Wim', sn: 'Works', ...claims } }
}
async function goAs(who: SamlPerson, over: Over = {}, at = tenant): Promise<Posted> {
  provider.person = who
  provider.over = over
  const id = (await at.guest.ok(contract.listSignInWays, {})).items[0]?.id ?? ''
  const { url } = await at.guest.ok(contract.startSso, { body: { connectionId: id, browser: BROWSER, origin: `http://${at.host}:3000` } })
  return provider.visit(url)
}
const finish = ({ state, samlResponse }: Pick<Posted, 'state' | 'samlResponse'>, at = tenant) =>
  at.guest.problem(contract.finishSso, { body: { browser: BROWSER, state, samlResponse } })
async function signInAs(who: SamlPerson, over: Over = {}): Promise<Tokens> {
  const { state, samlResponse } = await goAs(who, over)
  return (await tenant.guest.ok(contract.finishSso, { body: { browser: BROWSER, state, samlResponse } })).tokens as Tokens
}
const meOf = (tokens: Tokens) => api.caller(tenant.host, tokens.accessToken).ok(me, {})
const bent = (posted: Posted, bend: (xml: string) => string): Posted => {
  const before = Buffer.from(posted.samlResponse, 'base64').toString('utf8')
  const after = bend(before)
  expect(after, 'the bending changed nothing').not.toBe(before)
  return { ...posted, samlResponse: Buffer.from(after).toString('base64') }
}
const assertionIn = (xml: string): string => /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? ''
const signatureIn = (xml: string): string => /<Signature[\s\S]*?<\/Signature>/.exec(xml)?.[0] ?? ''

describe('a sign-in at a SAML provider', () => {
  it('makes a login for a newcomer of a proven domain and knows them the next time', async () => {
    const who = person()
    const first = await meOf(await signInAs(who))
    expect([first.email, first.firstName, first.lastName, first.emailVerified]).toEqual([who.claims['email'], 'Wim', 'Works', true])
    expect((await meOf(await signInAs(who, { signResponse: true }))).id).toBe(first.id)
  })
  it('goes to the address in the metadata with the name of this marketplace alone', async () => {
    const posted = await goAs(person())
    expect(posted.acs).toBe(origin + contract.SSO_ACS)
    const { entityId, acs, items } = await admin.ok(contract.listConnections, {})
    expect([entityId, acs]).toEqual([entityIdOf(tenant.ctx.realm), posted.acs])
    expect(items[0]).toMatchObject({ issuer: provider.issuer, ssoUrl: provider.metadataUrl.replace('/metadata', '/sso') })
    expect(Date.parse(items[0]?.certificatesUntil[0] ?? '')).toBeGreaterThan(Date.now())
  })
  it('links and makes nothing for an address of a domain that is not proven', async () => {
    const victim = await tenant.user()
    for (const email of [victim.email, 'somebody@else.example', 'x@sub.works.example', undefined])
      expect(await finish(await goAs(person({ email })))).toBe('409 sso.link_first')
    expect(await tenant.ctx.db.ssoIdentity.count()).toBe(0)
  })
  it('gives roles by groups', async () => {
    await admin.ok(contract.updateConnection, {
      params: { id: connection.id },
      body: { groupsClaim: 'memberOf', rules: [{ group: 'Office', role: 'tenant_manager' }] },
    })
    expect((await meOf(await signInAs(person({ memberOf: ['Staff', 'Office'] })))).roles).toEqual(['user', 'tenant_manager'])
    expect((await meOf(await signInAs(person({ memberOf: 'Staff' })))).roles).toEqual(['user'])
  })
  it('counts as two factors where the connection trusts that and the provider says so', async () => {
    await admin.ok(setFactorPolicy, { body: { roles: ['tenant_manager'] } })
    await admin.ok(contract.updateConnection, {
      params: { id: connection.id },
      body: { trustsMfa: true, groupsClaim: 'memberOf', rules: [{ group: 'Office', role: 'tenant_manager' }] },
    })
    const who = person({ memberOf: 'Office' })
    expect(await finish(await goAs(who))).toBe('403 auth.enrolment_required')
    expect(await finish(await goAs(who, { authnContextClassRef: 'https://refeds.org/profile/mfa' }))).toBe('200')
  })
})

describe('an answer', () => {
  const refusedAs = async (who: SamlPerson, over: Over) => finish(await goAs(who, over))
  it.each<[string, () => Over | Promise<Over>]>([
    ['whose assertion is not signed', () => ({ signAssertion: false })],
    ['whose envelope alone is signed', () => ({ signAssertion: false, signResponse: true })],
    ['signed by somebody else', () => makeKeys()],
    ['signed with SHA-1', () => ({ signatureAlgorithm: 'rsa-sha1', digestAlgorithm: 'sha1' })],
    ['of another issuer', () => ({ issuer: 'urn:test:somebody-else' })],
    ['for another audience', () => ({ audience: 'urn:itellico:marketplace:somebody-else' })],
    ['without an audience', () => ({ audience: '' })],
    ['for another address', () => ({ recipient: 'https://evil.test/api/auth/sso/saml' })],
    ['without an address', () => ({ recipient: '' })],
    ['sent to another address', () => ({ destination: 'https://evil.test/api/auth/sso/saml' })],
    ['to another request', () => ({ inResponseTo: '_somebody-elses-request' })],
    ['that nobody asked for', () => ({ inResponseTo: '' })],
    ['that has ended', () => ({ lifetimeInSeconds: -120 })],
    ['that says that it failed', () => ({ samlStatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Responder' })],
  ])('%s is refused', async (_what, over) => {
    expect(await refusedAs(person(), await over())).toBe('401 sso.refused')
    expect(await tenant.ctx.db.ssoIdentity.count()).toBe(0)
  })
  it('about somebody whom the provider calls differently each time is refused', async () => {
    expect(await refusedAs({ ...person(), idFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' }, {})).toBe('401 sso.refused')
  })
  it('counts once', async () => {
    const posted = await goAs(person())
    expect(await finish(posted)).toBe('200')
    expect(await finish(posted)).toBe('401 sso.state_invalid')
  })
  it('of an earlier sign-in is refused under the state of a new one', async () => {
    const who = person()
    const old = await goAs(who)
    expect(await finish(old)).toBe('200')
    const fresh = await goAs(who)
    expect(await finish({ ...old, state: fresh.state })).toBe('401 sso.refused')
    // the envelope is not signed, so that what it says of the request is worth nothing
    const next = await goAs(who)
    const swapped = bent(old, (xml) => xml.replace(/(<samlp:Response[^>]*InResponseTo=")[^"]*/, `$1_${next.state}`))
    expect(await finish({ ...swapped, state: next.state })).toBe('401 sso.refused')
  })
  it('that nobody asked for is refused when only its envelope, which is not signed, says otherwise', async () => {
    const posted = await goAs(person(), { inResponseTo: '' })
    const claims = bent(posted, (xml) => xml.replace('<samlp:Response ', `<samlp:Response InResponseTo="_${posted.state}" `))
    expect(await finish(claims)).toBe('401 sso.refused')
  })
  it('is taken from the browser that went only', async () => {
    const { state, samlResponse } = await goAs(person())
    expect(await tenant.guest.problem(contract.finishSso, { body: { browser: 'the-browser-of-a-victim', state, samlResponse } })).toBe('401 sso.state_invalid')
  })
  it('for one marketplace is refused at another, whose provider is the same', async () => {
    const other = await api.tenant()
    await connectTo((await other.user({ roles: ['tenant_admin'] })).caller)
    const mine = await goAs(person())
    expect(await finish(mine, other)).toBe('401 sso.state_invalid')
    const theirs = await goAs(person(), {}, other)
    expect(await finish({ ...mine, state: theirs.state }, other)).toBe('401 sso.refused')
    const readdressed = bent(mine, (xml) => xml.replaceAll(tenant.host, other.host))
    expect(await finish({ ...readdressed, state: (await goAs(person(), {}, other)).state }, other)).toBe('401 sso.refused')
  })
  it('that is no XML, or declares entities, is refused', async () => {
    for (const samlResponse of ['', 'AAAA', '<>', Buffer.from('<a><b></a>').toString('base64'), Buffer.from('hello').toString('base64')]) {
      expect(await finish({ state: (await goAs(person())).state, samlResponse }), samlResponse).toBe('401 sso.refused')
    }
    const doctype = bent(await goAs(person()), (xml) => `<!DOCTYPE x [<!ENTITY boss "boss@works.example">]>${xml}`)
    expect(await finish(doctype)).toBe('401 sso.refused')
  })
  it('that is refused is on the trail', async () => {
    await refusedAs(person(), { audience: 'urn:other' })
    const entries = (await admin.ok(listAudit, { query: { action: 'sso.refused' } })).items
    expect(entries[0]?.data).toEqual({ name: 'Works ID', code: 'sso.refused' })
  })
})

describe('a forged answer', () => {
  const boss = 'boss@works.example'
  const evilOf = (xml: string): string =>
    assertionIn(xml)
      .replace(signatureIn(xml), '')
      .replace(/ID="[^"]*"/, 'ID="_evil"')
      .replace(/worker-\d+/g, 'boss')
  it.each<[string, (xml: string) => string]>([
    ['whose address was changed', (xml) => xml.replace(/worker-\d+@works\.example/, boss)],
    ['whose name was changed', (xml) => xml.replace(/worker-\d+(<\/saml:NameID>)/, 'boss$1')],
    ['with a second assertion before the signed one', (xml) => xml.replace('<saml:Assertion', `${evilOf(xml)}<saml:Assertion`)],
    ['with a second assertion behind the signed one', (xml) => xml.replace('</saml:Assertion>', `</saml:Assertion>${evilOf(xml)}`)],
    [
      'that wraps the signed assertion in another one',
      (xml) => xml.replace(assertionIn(xml), evilOf(xml).replace('</saml:Issuer>', `</saml:Issuer><saml:Advice>${assertionIn(xml)}</saml:Advice>`)),
    ],
    [
      'that puts the signed assertion into its extensions',
      (xml) => xml.replace(assertionIn(xml), `<samlp:Extensions>${assertionIn(xml)}</samlp:Extensions>${evilOf(xml)}`),
    ],
    [
      'that puts the signature on another assertion and the signed one into the signature',
      (xml) => {
        const signature = signatureIn(xml).replace('</Signature>', `<Object>${assertionIn(xml).replace(signatureIn(xml), '')}</Object></Signature>`)
        return xml.replace(assertionIn(xml), evilOf(xml).replace('</saml:Issuer>', `</saml:Issuer>${signature}`))
      },
    ],
    [
      'with two assertions of the same id',
      (xml) => {
        const id = /<saml:Assertion[^>]*ID="([^"]*)"/.exec(xml)?.[1] ?? ''
        return xml.replace('<saml:Assertion', `${evilOf(xml).replace('_evil', id)}<saml:Assertion`)
      },
    ],
    [
      'that keeps the signature and loses what it signed',
      (xml) => xml.replace(assertionIn(xml), evilOf(xml).replace('</saml:Issuer>', `</saml:Issuer>${signatureIn(xml)}`)),
    ],
    ['that has a second signature', (xml) => xml.replace(signatureIn(xml), signatureIn(xml).repeat(2))],
    ['whose root is another thing', (xml) => `<evil>${xml}</evil>`],
  ])('%s opens nothing', async (_what, bend) => {
    await tenant.user()
    const posted = bent(await goAs(person()), bend)
    expect(await finish(posted)).toBe('401 sso.refused')
    expect(await tenant.ctx.db.ssoIdentity.count()).toBe(0)
  })
  it('with a comment in a name is read as the provider wrote it, or not at all', async () => {
    const who = { id: 'boss@works.example.evil.test', claims: { email: 'boss@works.example.evil.test' } }
    const posted = bent(await goAs(who), (xml) => xml.replaceAll('works.example.evil.test', 'works.example<!-- -->.evil.test'))
    expect(await finish(posted)).toBe('409 sso.link_first')
  })
})

describe('metadata', () => {
  const create = (metadata: string) => admin.problem(contract.createConnection, { body: { kind: 'saml', name: 'X', metadata } })
  it('is read from a text, too', async () => {
    const xml = await (await fetch(provider.metadataUrl)).text()
    expect(await create(xml)).toBe('201')
    expect(await create(xml.replace(/<X509Certificate>[\s\S]*?<\/X509Certificate>/g, ''))).toBe('422 sso.invalid')
    expect(await create(xml.replaceAll('http://127.0.0.1', 'javascript:alert'))).toBe('422 sso.invalid')
    expect(await create(`<!DOCTYPE x>${xml}`)).toBe('422 sso.invalid')
  })
  it.each(['', 'hello', '<a/>', '<a>', 'x'.repeat(10_000)])('that is none is refused: %s', async (text) => {
    expect(await create(text)).toBe('422 sso.invalid')
  })
  it('that cannot be reached is refused', async () => {
    expect(await create('http://127.0.0.1:1/metadata')).toBe('422 sso.unreachable')
  })
})
