import { forgotPassword, login } from '@itellico/contracts/auth'
import * as contract from '@itellico/contracts/domains'
import { listNotifications } from '@itellico/contracts/notification'
import { archiveTenant } from '@itellico/contracts/tenant-life'
import { getPublicTenant, resolveTenant } from '@itellico/contracts/tenants'
import { systemContext } from '@itellico/kernel/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runTask } from '../../apps/worker/src/consume.ts'
import { startDns, type TestDns } from '../testing/dns.ts'
import { createDatabase, startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import { PASSWORD } from '../testing/people.ts'

const DAY = 86_400_000
let dns: TestDns
let api: TestApi
let tenant: TestTenant
let admin: Caller
let email = ''
let now = Date.now()
let counter = 0

beforeAll(async () => {
  dns = await startDns()
  api = await startApi({ ...(await createDatabase()), DNS_SERVERS: dns.address }, { clock: () => new Date(now) })
})
afterAll(async () => {
  await api.close()
  await dns.close()
})
beforeEach(async () => {
  dns.broken = false
  tenant = await api.tenant()
  const user = await tenant.user({ roles: ['tenant_admin'] })
  email = user.email
  admin = user.caller
})

const freshHost = (): string => `agency-${++counter}-${Date.now()}.example`
const add = (host: string, by = admin): Promise<contract.Domain> => by.ok(contract.addDomain, { body: { host } })
const prove = (d: contract.Domain): void => dns.set(d.record.name, 'v=spf1 -all', d.record.value)
const check = (d: contract.Domain, by = admin): Promise<contract.Domain> => by.ok(contract.checkDomain, { params: { id: d.id } })
const stateOf = async (d: contract.Domain): Promise<contract.Domain | undefined> => (await admin.ok(contract.listDomains, {})).items.find((i) => i.id === d.id)
async function clock(ms: number): Promise<void> {
  now += ms
  const schedule = api.kernel.registry.schedules.find((s) => s.name === 'domains.look')
  await schedule?.fn(systemContext(api.kernel, api.kernel.realms.platform))
  // sessions end by the clock, too
  const { accessToken } = await tenant.guest.ok(login, { body: { email, password: PASSWORD } })
  admin = api.caller(tenant.host, accessToken)
}
async function active(host = freshHost()): Promise<contract.Domain> {
  const d = await add(host)
  prove(d)
  return check(d)
}

describe('a domain', () => {
  it('serves the marketplace once its record is found, and not before', async () => {
    const host = freshHost()
    const d = await add(` ${host.toUpperCase()}.:443`)
    expect([d.host, d.status, d.record.name]).toEqual([host, 'pending', `_itellico.${host}`])
    expect(d.record.value).toMatch(/^itellico-verify=[\w-]{32}$/)
    expect(await api.caller(host).problem(getPublicTenant, {})).toBe('404 tenants.unknown')
    expect((await check(d)).problem).toBe('no_record')
    dns.set(d.record.name, 'itellico-verify=somebody-elses')
    expect(await check(d)).toMatchObject({ status: 'pending', problem: 'other_value', found: ['itellico-verify=somebody-elses'] })
    prove(d)
    expect(await check(d)).toMatchObject({ status: 'active', problem: null, primary: false })
    expect((await api.caller(host).ok(getPublicTenant, {})).id).toBe(tenant.id)
    expect((await api.caller(`${host.toUpperCase()}.:3000`).ok(getPublicTenant, {})).id).toBe(tenant.id)
    expect((await api.caller(api.config.PLATFORM_DOMAIN).ok(resolveTenant, { query: { host } })).id).toBe(tenant.id)
  })
  it('in another alphabet is kept in punycode and shown as written', async () => {
    const d = await add(`Mödel-${++counter}.example`)
    expect(d.shown).toBe(`mödel-${counter}.example`)
    expect(d.host).toMatch(/^xn--[a-z0-9-]+\.example$/)
  })
  it('that nobody can own is refused, and one that is there already', async () => {
    for (const host of ['localhost', `x.${api.config.PLATFORM_DOMAIN}`, '10.0.0.1', 'co.uk', 'one'])
      expect(await admin.problem(contract.addDomain, { body: { host } })).toBe('422 domains.invalid')
    const d = await add(freshHost())
    expect(await admin.problem(contract.addDomain, { body: { host: d.host } })).toBe('409 domains.already_added')
  })
  it('stays as it is while the DNS gives no answer', async () => {
    const d = await active()
    dns.broken = true
    expect(await check(d)).toMatchObject({ status: 'active', problem: 'unreachable', missingSince: null })
    await clock(30 * DAY)
    expect(await stateOf(d)).toMatchObject({ status: 'active', problem: 'unreachable', missingSince: null })
  })
  it('must be proven anew after it was removed: the old record counts no more', async () => {
    const d = await active()
    await admin.ok(contract.removeDomain, { params: { id: d.id } })
    expect(await api.caller(d.host).problem(getPublicTenant, {})).toBe('404 tenants.unknown')
    const again = await add(d.host)
    expect(again.record.value).not.toBe(d.record.value)
    expect(await check(again)).toMatchObject({ status: 'pending', problem: 'other_value' })
  })
})

describe('a domain that two marketplaces wish for', () => {
  it.each([1, 2, 3, 4, 5])('goes to exactly one when both are proven at once (%i)', async () => {
    const host = freshHost()
    const rival = await api.tenant()
    const rivalAdmin = (await rival.user({ roles: ['tenant_admin'] })).caller
    const [mine, theirs] = [await add(host), await add(host, rivalAdmin)]
    dns.set(mine.record.name, mine.record.value, theirs.record.value)
    const answers = await Promise.all([
      admin.call(contract.checkDomain, { params: { id: mine.id } }),
      rivalAdmin.call(contract.checkDomain, { params: { id: theirs.id } }),
    ])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    expect(answers.find((a) => a.status === 409)?.body).toMatchObject({ code: 'domains.taken' })
    const winner = answers[0]?.status === 200 ? tenant.id : rival.id
    expect((await api.caller(host).ok(getPublicTenant, {})).id).toBe(winner)
  })
  it('is free for the other once the first has let go', async () => {
    const d = await active()
    const rival = await api.tenant()
    const rivalAdmin = (await rival.user({ roles: ['tenant_admin'] })).caller
    const theirs = await add(d.host, rivalAdmin)
    prove(theirs)
    expect(await rivalAdmin.problem(contract.checkDomain, { params: { id: theirs.id } })).toBe('409 domains.taken')
    await admin.ok(contract.removeDomain, { params: { id: d.id } })
    await check(theirs, rivalAdmin)
    expect((await api.caller(d.host).ok(getPublicTenant, {})).id).toBe(rival.id)
  })
})

describe('by the clock', () => {
  it('a waiting domain is found by itself, with growing patience', async () => {
    const d = await add(freshHost())
    await clock(60_000)
    expect((await stateOf(d))?.checkedAt).toBeNull()
    await clock(5 * 60_000)
    expect(await stateOf(d)).toMatchObject({ status: 'pending', problem: 'no_record' })
    prove(d)
    await clock(60_000)
    expect((await stateOf(d))?.status).toBe('pending')
    await clock(10 * 60_000)
    expect((await stateOf(d))?.status).toBe('active')
  })
  it('a domain whose record vanishes is warned of once and switched off after seven days, with mail to the admins', async () => {
    const d = await active()
    await admin.ok(contract.makeDomainPrimary, { params: { id: d.id } })
    dns.set(d.record.name)
    await clock(DAY)
    await clock(DAY)
    expect(await stateOf(d)).toMatchObject({ status: 'active', problem: 'no_record', primary: true })
    await clock(4 * DAY)
    expect((await api.caller(d.host).ok(getPublicTenant, {})).id).toBe(tenant.id)
    await clock(3 * DAY)
    expect(await stateOf(d)).toMatchObject({ status: 'inactive', primary: false })
    expect(await api.caller(d.host).problem(getPublicTenant, {})).toBe('404 tenants.unknown')
    await api.platform()
    await api.work()
    const notices = (await admin.ok(listNotifications, {})).items.filter((n) => n.kind === 'domain')
    expect(notices.map((n) => [n.title, n.link])).toEqual([
      [`${d.host} was switched off`, '/admin/domains'],
      [`The proof of ${d.host} is missing`, '/admin/domains'],
    ])
    expect(await tenant.ctx.db.mailDelivery.count({ where: { template: 'notice' } })).toBe(2)
    prove(d)
    expect((await check(d)).status).toBe('active')
  })
  it('a record that comes back in time ends the warning', async () => {
    const d = await active()
    dns.set(d.record.name)
    await clock(DAY)
    expect((await stateOf(d))?.deactivatesAt).not.toBeNull()
    prove(d)
    await clock(DAY)
    expect(await stateOf(d)).toMatchObject({ status: 'active', problem: null, missingSince: null, deactivatesAt: null })
  })
})

describe('the main domain', () => {
  it('is one, must be proven, and is what links in messages use, whatever host a request names', async () => {
    const [first, second] = [await active(), await active()]
    const waiting = await add(freshHost())
    expect(await admin.problem(contract.makeDomainPrimary, { params: { id: waiting.id } })).toBe('422 domains.unproven')
    await Promise.all([first, second].map((d) => admin.ok(contract.makeDomainPrimary, { params: { id: d.id } })))
    const list = await admin.ok(contract.listDomains, {})
    expect(list.items.filter((d) => d.primary)).toHaveLength(1)
    expect(list.subdomain.primary).toBe(false)

    await admin.ok(contract.makeDomainPrimary, { params: { id: first.id } })
    const reader = await tenant.user()
    const sub = `${list.subdomain.host}`
    const claims: Record<string, string>[] = [{ 'x-forwarded-host': 'evil.test' }, { forwarded: 'host=evil.test' }]
    for (const headers of claims) expect((await api.caller(sub).call(forgotPassword, { body: { email: reader.email } }, headers)).status).toBe(202)
    expect(await api.caller('evil.test').problem(forgotPassword, { body: { email: reader.email } })).toBe('404 tenants.unknown')
    // what is sent is wiped: only the handlers run here, not the sending
    const { rows } = await api.kernel.shards.main.pool.query<{ id: string }>(
      `select id from relay.task where realm = $1 and kind = 'event' and done_at is null`,
      [tenant.id],
    )
    for (const { id } of rows) await runTask(api.kernel, { taskId: id, realm: tenant.id }, 1, 1)
    const mails = await tenant.ctx.db.mailDelivery.findMany({ where: { template: 'reset-password' } })
    expect(mails.map((m) => new URL((m.data as { link: string }).link).hostname)).toEqual([first.host, first.host])

    await admin.ok(contract.chooseSubdomain, {})
    expect((await admin.ok(contract.listDomains, {})).subdomain.primary).toBe(true)
    expect((await api.kernel.realms.byId(tenant.id))?.host).toBe(sub)
  })
  it('may be read from by its own pages, those of strangers may not', async () => {
    const d = await active()
    const asked = async (origin: string): Promise<unknown> =>
      (await api.app.inject({ url: '/health/live', headers: { origin } })).headers['access-control-allow-origin']
    const port = api.config.PUBLIC_WEB_PORT ? `:${api.config.PUBLIC_WEB_PORT}` : ''
    expect(await asked(`http://${d.host}${port}`)).toBe(`http://${d.host}${port}`)
    expect(await asked(`http://${d.host}:1`)).toBeUndefined()
    expect(await asked(`http://${freshHost()}${port}`)).toBeUndefined()
    await admin.ok(contract.removeDomain, { params: { id: d.id } })
    expect(await asked(`http://${d.host}${port}`)).toBeUndefined()
  })
})

it('a marketplace that is closed loses its domains at once', async () => {
  const d = await active()
  const operator = await (await api.platform()).caller('super_admin')
  await operator.ok(archiveTenant, { params: { id: tenant.id }, body: { reason: 'closing down' } })
  expect(await api.caller(d.host).problem(getPublicTenant, {})).toBe('404 tenants.unknown')
  const rival = await api.tenant()
  const rivalAdmin = (await rival.user({ roles: ['tenant_admin'] })).caller
  const theirs = await add(d.host, rivalAdmin)
  prove(theirs)
  expect((await check(theirs, rivalAdmin)).status).toBe('active')
})
