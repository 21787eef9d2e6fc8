import { login, me } from '@itellico/contracts/auth'
import * as contract from '@itellico/contracts/sso'
import { systemContext } from '@itellico/kernel/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startDns, type TestDns } from '../testing/dns.ts'
import { startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import { PASSWORD, type TestUser } from '../testing/people.ts'

const DAY = 86_400_000
let dns: TestDns
let api: TestApi
let tenant: TestTenant
let boss: TestUser
let admin: Caller
let id = ''
let now = Date.now()

beforeAll(async () => {
  dns = await startDns()
  api = await startApi({ DNS_SERVERS: dns.address }, { clock: () => new Date(now) })
})
afterAll(async () => {
  await api.close()
  await dns.close()
})
beforeEach(async () => {
  dns.broken = false
  tenant = await api.tenant()
  boss = await tenant.user({ roles: ['tenant_admin'] })
  admin = boss.caller
  const made = await admin.ok(contract.createConnection, { body: { kind: 'github', name: 'Hub', clientId: 'x', clientSecret: 'y' } })
  id = made.id
})

const add = (domain = 'people.example') => admin.ok(contract.addSsoDomain, { params: { id }, body: { domain } })
const check = (d: contract.SsoDomain) => admin.ok(contract.checkSsoDomain, { params: { id: d.id } })
const force = (d: contract.SsoDomain, forced = true) => admin.problem(contract.forceSsoDomain, { params: { id: d.id }, body: { forced } })
const enable = (enabled: boolean) => admin.ok(contract.updateConnection, { params: { id }, body: { enabled } })
async function proven(domain?: string): Promise<contract.SsoDomain> {
  const d = await add(domain)
  dns.set(d.record.name, d.record.value)
  return check(d)
}
const signIn = (email: string, password = PASSWORD) => tenant.guest.problem(login, { body: { email, password } })
async function clock(ms: number): Promise<void> {
  now += ms
  const schedule = api.kernel.registry.schedules.find((s) => s.name === 'sso.look')
  await schedule?.fn(systemContext(api.kernel, tenant.ctx.realm))
  // sessions end by the clock, too
  admin = api.caller(tenant.host, (await tenant.guest.ok(login, { body: { email: boss.email, password: PASSWORD } })).accessToken)
}
const stateOf = async (d: contract.SsoDomain) => (await admin.ok(contract.listConnections, {})).items[0]?.domains.find((x) => x.id === d.id)

describe('a domain of e-mail addresses', () => {
  it('is proven by its record, and only by its own', async () => {
    const d = await add(' @People.Example ')
    expect([d.domain, d.record.name, d.verifiedAt]).toEqual(['people.example', '_itellico-sso.people.example', null])
    expect((await check(d)).problem).toBe('no_record')
    dns.set(d.record.name, 'itellico-sso=somebody-elses')
    expect(await check(d)).toMatchObject({ verifiedAt: null, problem: 'other_value' })
    dns.set(d.record.name, 'v=spf1 -all', d.record.value)
    expect(await check(d)).toMatchObject({ problem: null })
    expect((await stateOf(d))?.verifiedAt).not.toBeNull()
  })
  it.each(['localhost', 'co.uk', '10.0.0.1', 'a b.example', 'x'.repeat(250), 'agency.example/path', ''])('%s is refused', async (domain) => {
    const answer = await admin.problem(contract.addSsoDomain, { params: { id }, body: { domain } })
    expect(answer).toBe(domain === '' ? '400 request.invalid' : '422 sso.domain_invalid')
  })
  it('belongs to one connection of a marketplace', async () => {
    await add('agency.example')
    expect(await admin.problem(contract.addSsoDomain, { params: { id }, body: { domain: 'AGENCY.example' } })).toBe('409 sso.domain_known')
  })
  it('stays proven while the DNS is silent, and for seven days without its record', async () => {
    const d = await proven('lasting.example')
    await force(d)
    dns.broken = true
    await clock(2 * DAY)
    expect(await stateOf(d)).toMatchObject({ forced: true, problem: 'unreachable' })
    dns.broken = false
    dns.set(d.record.name)
    await clock(2 * DAY)
    expect(await stateOf(d)).toMatchObject({ forced: true, problem: 'no_record' })
    await clock(6 * DAY)
    expect((await stateOf(d))?.verifiedAt).not.toBeNull()
    await clock(2 * DAY)
    expect(await stateOf(d)).toMatchObject({ forced: false, verifiedAt: null })
  })
})

describe('a forced domain', () => {
  it('must be proven', async () => {
    expect(await force(await add())).toBe('422 sso.domain_unproven')
  })
  it('ends passwords for its addresses, alike for known and unknown ones, right and wrong; admins keep theirs', async () => {
    const person = await tenant.user()
    const d = await proven()
    await enable(true)
    expect(await force(d)).toBe('200')
    const answers = [signIn(person.email), signIn(person.email, 'wrong password'), signIn('nobody@people.example'), signIn(boss.email, 'wrong password')]
    expect(await Promise.all(answers)).toEqual(Array(4).fill('403 sso.required'))
    const { body } = await tenant.guest.call(login, { body: { email: person.email.toUpperCase(), password: PASSWORD } })
    expect((body as { context: unknown }).context).toEqual({ connection: { id, name: 'Hub', kind: 'github' } })
    expect(await signIn(boss.email)).toBe('200')
    expect(await signIn('somebody@sub.people.example')).toBe('401 auth.invalid_credentials')
  })
  it('forces nobody while its connection is off, nor after it is freed or removed, nor elsewhere', async () => {
    const person = await tenant.user()
    const d = await proven()
    await force(d)
    expect(await signIn(person.email)).toBe('200')
    await enable(true)
    expect(await signIn(person.email)).toBe('403 sso.required')
    const other = await api.tenant()
    const theirs = await other.user()
    expect(await other.guest.problem(login, { body: { email: theirs.email, password: PASSWORD } })).toBe('200')
    await force(d, false)
    expect(await signIn(person.email)).toBe('200')
    await force(d)
    await admin.ok(contract.removeSsoDomain, { params: { id: d.id } })
    expect(await signIn(person.email)).toBe('200')
  })
  it('leaves sessions as they are', async () => {
    const person = await tenant.user()
    await enable(true)
    await force(await proven())
    expect((await person.caller.ok(me, {})).id).toBe(person.id)
  })
})
