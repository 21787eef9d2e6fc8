import { listPlatformAudit } from '@itellico/contracts/audit'
import { login, resetPassword } from '@itellico/contracts/auth'
import { getPublicSchema, listRoster } from '@itellico/contracts/profiles'
import { createListing } from '@itellico/contracts/listings'
import { signUpProgress } from '@itellico/contracts/tenant-life'
import * as contract from '@itellico/contracts/tenants'
import { systemContext } from '@itellico/kernel/kernel'
import { schemaOf } from '@itellico/kernel/realms'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTask } from '../../apps/worker/src/consume.ts'
import { createDatabase, startApi, type Caller, type TestApi } from '../testing/harness.ts'
import { signUpTicket } from './tenants.links.ts'

let api: TestApi
let operator: Caller
let support: Caller
let owner: pg.Client

beforeAll(async () => {
  api = await startApi(await createDatabase())
  owner = new pg.Client({ connectionString: api.config.DATABASE_ADMIN_URL ?? '' })
  await owner.connect()
  const platform = await api.platform()
  operator = await platform.caller('super_admin')
  support = await platform.caller('platform_support')
})
afterAll(async () => {
  await owner.end()
  await api.close()
})

const wish = (slug: string) => ({
  slug,
  name: 'Nord Faces',
  industry: 'fashion' as const,
  adminEmail: `admin@${slug}.example`,
  adminFirstName: 'Ida',
  adminLastName: 'Nord',
  currency: 'EUR',
  timezone: 'Europe/Berlin',
  locale: 'de',
})

describe('a new tenant', () => {
  it('is provisioned by a job and lets its admin in by the link of the message', async () => {
    const requested = await operator.ok(contract.createTenant, { body: wish('nord-faces') })
    expect([requested.status, requested.host]).toEqual(['provisioning', 'nord-faces.localhost'])
    const host = api.caller('nord-faces.localhost')
    expect(await host.problem(contract.getPublicTenant, {})).toBe('404 tenants.unknown')
    await api.work()
    const ready = await operator.ok(contract.getTenant, { params: { id: requested.id } })
    expect([ready.status, ready.provisioning?.step, ready.provisioning?.done]).toEqual(['active', 'ready', ready.provisioning?.total])
    expect((await host.ok(contract.getPublicTenant, {})).name).toBe('Nord Faces')
    expect((await host.ok(getPublicSchema, {})).definition.sections.length).toBeGreaterThan(1)

    const realm = await api.kernel.realms.byId(requested.id)
    if (!realm) throw new Error('the tenant is not there')
    const inside = systemContext(api.kernel, realm)
    const { rows } = await api.kernel.shards.main.pool.query<{ id: string }>(
      `select id from relay.task where realm = $1 and kind = 'event' and done_at is null`,
      [requested.id],
    )
    for (const { id } of rows) await runTask(api.kernel, { taskId: id, realm: requested.id }, 1, 1)
    const mail = await inside.db.mailDelivery.findFirst({ where: { template: 'admin-welcome' } })
    const token = decodeURIComponent(new URL((mail?.data as { link: string }).link).searchParams.get('token') ?? '')
    await host.ok(resetPassword, { body: { token, password: 'a password for Ida' } })
    const { accessToken } = await host.ok(login, { body: { email: 'admin@nord-faces.example', password: 'a password for Ida' } })
    await api.caller('nord-faces.localhost', accessToken).ok(contract.getTenantProfile, {})
  })

  it('is provisioned once, however often the job runs', async () => {
    const requested = await operator.ok(contract.createTenant, { body: wish('twice-run') })
    await api.work()
    const job = api.kernel.registry.jobs.get('tenants.provision')
    await job?.fn(systemContext(api.kernel, api.kernel.realms.platform), { tenantId: requested.id }, { attempt: 1, lastAttempt: false })
    const realm = await api.kernel.realms.byId(requested.id)
    if (!realm) throw new Error('the tenant is not there')
    expect(await systemContext(api.kernel, realm).db.user.count()).toBe(1)
  })

  it('goes on after a crash between two steps', async () => {
    const requested = await operator.ok(contract.createTenant, { body: wish('cut-short') })
    const { provisionSchema } = await import('@itellico/kernel/migrate')
    const { modules, modulesUrl } = await import('../registry.ts')
    await provisionSchema(api.config.DATABASE_ADMIN_URL ?? '', requested.id, modules, modulesUrl)
    await api.work()
    expect((await operator.ok(contract.getTenant, { params: { id: requested.id } })).status).toBe('active')
  })

  it('that stops on its way says where and why, and goes on once the cause is gone', async () => {
    const { id, slug, name } = await operator.ok(contract.createTenant, { body: wish('half-there') })
    await owner.query(`create schema "${schemaOf(id)}"; create table "${schemaOf(id)}".booking (id int)`)
    const tryIt = async (attempt: number): Promise<void> => {
      const { rows } = await api.kernel.shards.main.pool.query<{ id: string }>(
        `select id from relay.task where name = 'tenants.provision' and input->>'tenantId' = $1 and dead_at is null`,
        [id],
      )
      await expect(runTask(api.kernel, { taskId: rows[0]?.id ?? '', realm: api.kernel.realms.platform.id }, attempt, 3)).rejects.toThrow()
    }
    const state = async () => {
      const { status, provisioning } = await operator.ok(contract.getTenant, { params: { id } })
      return [status, provisioning?.step, provisioning?.part, /"booking" already exists/.test(provisioning?.error ?? '')]
    }
    await tryIt(1)
    expect(await state()).toEqual(['provisioning', 'tables', 'bookings', true])
    await tryIt(3)
    expect(await state()).toEqual(['failed', 'tables', 'bookings', true])
    // whoever opened it by themselves hears that it stopped, and nothing of the inside
    const ticket = signUpTicket(systemContext(api.kernel, api.kernel.realms.platform), id)
    expect(await api.caller('localhost').ok(signUpProgress, { params: { ticket } })).toMatchObject({
      status: 'failed',
      progress: { step: 'tables', error: null },
    })
    expect((await operator.ok(contract.listDeadLetters, {})).items.map((d) => [d.tenant, d.attempts])).toEqual([[{ id, slug, name }, 2]])
    expect((await operator.ok(listPlatformAudit, { query: { entityId: id } })).items.map((e) => e.action)).toContain('tenants.provisioning_failed')

    await operator.ok(contract.retryProvisioning, { params: { id } })
    expect((await operator.ok(contract.listDeadLetters, {})).items).toEqual([])
    await tryIt(3)
    await owner.query(`drop table "${schemaOf(id)}".booking`)
    const [dead] = (await operator.ok(contract.listDeadLetters, {})).items
    await operator.ok(contract.replayDeadLetter, { params: { id: dead?.id ?? '' } })
    await api.work()
    expect(await state()).toEqual(['active', 'ready', null, false])
  })

  it('cannot take an address that is taken or reserved, also not twice at once', async () => {
    const answers = await Promise.all([
      operator.problem(contract.createTenant, { body: wish('one-address') }),
      operator.problem(contract.createTenant, { body: wish('one-address') }),
    ])
    expect(answers.sort()).toEqual(['202', '409 tenants.slug_taken'])
    expect(await operator.problem(contract.createTenant, { body: wish('console') })).toBe('409 tenants.slug_taken')
    expect(await operator.problem(contract.createTenant, { body: wish('Bad Slug') })).toBe('400 request.invalid')
  })
})

describe('a suspended tenant', () => {
  it('can be read but not changed, and comes back', async () => {
    const tenant = await api.tenant()
    const agency = await tenant.party('agency')
    const client = await tenant.party('client')
    expect(await support.problem(contract.suspendTenant, { params: { id: tenant.id }, body: { reason: 'not mine to do' } })).toBe(
      '403 access.permission_denied',
    )
    expect((await operator.ok(contract.suspendTenant, { params: { id: tenant.id }, body: { reason: 'unpaid' } })).suspendedReason).toBe('unpaid')
    await agency.caller.ok(listRoster, {})
    const body = { title: 'Casting', description: 'For a show', roles: [{ name: 'Walk', description: '', quantity: 1 }] }
    expect(await client.caller.problem(createListing, { body })).toBe('403 tenants.suspended')
    expect(await operator.problem(contract.suspendTenant, { params: { id: tenant.id }, body: { reason: 'again' } })).toBe('422 tenants.invalid_state')
    await operator.ok(contract.reactivateTenant, { params: { id: tenant.id } })
    await client.caller.ok(createListing, { body })
  })
})

describe('settings', () => {
  it('are changed by version', async () => {
    const tenant = await api.tenant()
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const before = await admin.caller.ok(contract.getTenantProfile, {})
    const after = await admin.caller.ok(contract.updateTenantProfile, {
      body: { tagline: 'New words', settings: { bookoutPolicy: 'refuse', optionHours: 24 } },
      ifMatch: before.version,
    })
    expect([after.tagline, after.settings.bookoutPolicy, after.version]).toEqual(['New words', 'refuse', before.version + 1])
    expect(await admin.caller.problem(contract.updateTenantProfile, { body: { tagline: 'Stale' }, ifMatch: before.version })).toBe('412 request.stale_version')
    expect((await tenant.guest.ok(contract.getPublicTenant, {})).tagline).toBe('New words')
    expect(await admin.caller.problem(contract.updateTenantProfile, { body: { theme: { hue: 20, chroma: 0.4, radius: 4 } } })).toBe('400 request.invalid')
  })
})

describe('hosts', () => {
  it('lead to their tenant whatever their spelling, and unknown ones nowhere', async () => {
    const tenant = await api.tenant()
    for (const host of [tenant.host.toUpperCase(), `${tenant.host}.`, `${tenant.host}:3001`])
      expect((await api.caller(host).ok(contract.getPublicTenant, {})).id).toBe(tenant.id)
    for (const host of ['nobody.localhost', `x.${tenant.host}`, 'localhost.evil.test', `"; drop schema control.localhost`])
      expect(await api.caller(host).problem(contract.getPublicTenant, {})).toBe('404 tenants.unknown')
    expect((await tenant.guest.ok(contract.resolveTenant, { query: { host: tenant.host } })).slug).toBe(tenant.host.split('.')[0])
  })
})

describe('dead letters', () => {
  it('are listed and can be tried again', async () => {
    const tenant = await api.tenant()
    const id = '019aa000-0000-7000-8000-0000000000aa'
    await api.kernel.shards.main.pool.query(
      `insert into relay.task (id, realm, kind, name, input, request_id, dead_at, error, attempts) values ($1, $2, 'job', 'notification.deliver-mail', '{"mailId": "019aa000-0000-7000-8000-0000000000bb"}', 'test', now(), 'refused', 10)`,
      [id, tenant.id],
    )
    expect((await support.ok(contract.listDeadLetters, {})).items.map((d) => [d.id, d.error])).toEqual([[id, 'refused']])
    await operator.ok(contract.replayDeadLetter, { params: { id } })
    expect((await support.ok(contract.listDeadLetters, {})).items).toEqual([])
    await api.work()
    expect(await operator.problem(contract.replayDeadLetter, { params: { id } })).toBe('404 access.not_found')
  })
})

describe('the overview', () => {
  it('counts tenants and sizes, never rows', async () => {
    const tenant = await api.tenant()
    await tenant.user()
    await api.kernel.registry.schedules.find((s) => s.name === 'tenants.measure')?.fn(systemContext(api.kernel, api.kernel.realms.platform))
    const one = await operator.ok(contract.getTenant, { params: { id: tenant.id } })
    expect(one.counts).toMatchObject({ users: 1, accounts: 0, profiles: 0 })
    expect((await operator.ok(contract.platformOverview, {})).tenants.total).toBeGreaterThan(1)
  })
})
