import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { login, resetPassword } from '@itellico/contracts/auth'
import { listPublicListings } from '@itellico/contracts/listings'
import { listMessages, startConversation } from '@itellico/contracts/messaging'
import { getRosterProfile, listRoster, updateRosterProfile } from '@itellico/contracts/profiles'
import { searchProfiles } from '@itellico/contracts/search'
import * as life from '@itellico/contracts/tenant-life'
import * as contract from '@itellico/contracts/tenants'
import { KeyDestroyed } from '@itellico/kernel/keyrings'
import { newId } from '@itellico/kernel/ids'
import { systemContext } from '@itellico/kernel/kernel'
import { storageKey } from '@itellico/kernel/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTask } from '../../apps/worker/src/consume.ts'
import { createDatabase, startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import { plantEverything } from '../testing/planted.ts'
import { importTenant } from './tenants.importing.ts'
import { masks } from './tenants.mask.ts'

let api: TestApi
let operator: Caller
let now = new Date('2026-11-01T08:00:00Z')

beforeAll(async () => {
  api = await startApi({ ...(await createDatabase()) }, { clock: () => now })
  operator = await (await api.platform()).caller('super_admin')
})
afterAll(() => api.close())

/** Sets the clock; the operator signs in anew, because sessions end with time. */
const at = async (day: string): Promise<void> => {
  now = new Date(day)
  operator = await (await api.platform()).caller('super_admin')
}
const status = async (id: string): Promise<string> => (await operator.ok(contract.getTenant, { params: { id } })).status
const schedule = async (name: string): Promise<void> =>
  api.kernel.registry.schedules.find((s) => s.name === name)?.fn(systemContext(api.kernel, api.kernel.realms.platform))
const operationOf = async (tenantId: string): Promise<life.Operation> => {
  const [newest] = (await operator.ok(life.listOperations, { params: { id: tenantId } })).items
  if (!newest) throw new Error('nothing was done')
  return newest
}

const wish = (slug: string, plan: 'free' | 'starter' = 'starter') => ({
  plan,
  slug,
  industry: 'fashion' as const,
  name: 'Süd Faces',
  email: `ida@${slug}.example`,
  firstName: 'Ida',
  lastName: 'Süd',
  currency: 'EUR',
  timezone: 'Europe/Vienna',
  locale: 'de',
})

describe('signing up', () => {
  it('sets a marketplace up in trial and lets its admin in', async () => {
    const guest = api.caller('localhost')
    expect((await guest.ok(life.checkAddress, { query: { slug: 'sued-faces' } })).free).toBe(true)
    const { ticket, host } = await guest.ok(life.signUpTenant, { body: wish('sued-faces') })
    expect(host).toBe('sued-faces.localhost')
    expect((await guest.ok(life.checkAddress, { query: { slug: 'sued-faces' } })).free).toBe(false)
    expect((await guest.ok(life.signUpProgress, { params: { ticket } })).status).toBe('provisioning')
    await api.work()
    const ready = await guest.ok(life.signUpProgress, { params: { ticket } })
    expect([ready.status, ready.progress?.step]).toEqual(['trial', 'ready'])
    expect(await guest.problem(life.signUpProgress, { params: { ticket: `${ticket}x` } })).toBe('404 access.not_found')

    const realm = await api.kernel.realms.byHost(host)
    if (!realm) throw new Error('the tenant is not there')
    const inside = systemContext(api.kernel, realm)
    const { rows } = await api.kernel.shards.main.pool.query<{ id: string }>(`select id from relay.task where realm = $1 and kind = 'event'`, [realm.id])
    for (const { id } of rows) await runTask(api.kernel, { taskId: id, realm: realm.id }, 1, 1)
    const mail = (await inside.db.mailDelivery.findMany({})).find((m) => m.recipient === 'ida@sued-faces.example')
    const token = decodeURIComponent(new URL((mail?.data as { link: string }).link).searchParams.get('token') ?? '')
    await api.caller(host).ok(resetPassword, { body: { token, password: 'a password for Ida' } })
    await api.caller(host).ok(login, { body: { email: 'ida@sued-faces.example', password: 'a password for Ida' } })
  })

  it('begins without a trial on the free plan, and refuses what cannot be', async () => {
    const guest = api.caller('localhost')
    const { ticket } = await guest.ok(life.signUpTenant, { body: wish('frei-haus', 'free') })
    await api.work()
    expect((await guest.ok(life.signUpProgress, { params: { ticket } })).status).toBe('active')
    expect(await guest.problem(life.signUpTenant, { body: wish('frei-haus') })).toBe('409 tenants.slug_taken')
    expect(await guest.problem(life.signUpTenant, { body: { ...wish('gross'), plan: 'enterprise' as 'free' } })).toBe('400 request.invalid')
    expect((await guest.ok(life.listPlans, {})).items.map((p) => p.key)).toContain('business')
  })
})

describe('a tenant that does not pay', () => {
  it('goes from trial to overdue to suspended by the clock, and comes back when it pays', async () => {
    await at('2026-11-01T08:00:00Z')
    const guest = api.caller('localhost')
    await guest.ok(life.signUpTenant, { body: wish('zahlt-nie') })
    await api.work()
    const id = (await guest.ok(contract.resolveTenant, { query: { host: 'zahlt-nie.localhost' } })).id
    await at('2026-11-15T07:59:00Z')
    await schedule('tenants.move-on')
    expect(await status(id)).toBe('trial')
    await at('2026-11-15T08:01:00Z')
    await schedule('tenants.move-on')
    expect(await status(id)).toBe('past_due')
    expect(await operator.problem(life.markPastDue, { params: { id }, body: { reason: 'again' } })).toBe('422 tenants.invalid_state')
    await at('2026-11-22T08:02:00Z')
    await schedule('tenants.move-on')
    expect(await status(id)).toBe('suspended')
    await operator.ok(contract.reactivateTenant, { params: { id } })
    await schedule('tenants.move-on')
    expect(await status(id)).toBe('active')
  })
})

describe('closing', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await api.tenant()
  })

  it('is asked for by an admin who writes the name, and can be taken back', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const slug = tenant.host.split('.')[0] ?? ''
    expect(await admin.caller.problem(life.requestArchiving, { body: { confirm: 'other', reason: '' } })).toBe('422 tenants.confirmation_wrong')
    await admin.caller.ok(life.requestArchiving, { body: { confirm: slug, reason: 'we merge' } })
    expect((await operator.ok(contract.getTenant, { params: { id: tenant.id } })).archiveRequestedAt).toBe(now.toISOString())
    await admin.caller.ok(life.withdrawArchiving, {})
    expect((await operator.ok(contract.getTenant, { params: { id: tenant.id } })).archiveRequestedAt).toBeNull()
  })

  it('leaves admins to read and export for thirty days, shuts everybody else out, and can be undone', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const agency = await tenant.party('agency')
    await operator.ok(life.archiveTenant, { params: { id: tenant.id }, body: { reason: 'they merge' } })
    await admin.caller.ok(contract.getTenantProfile, {})
    expect(await admin.caller.problem(contract.updateTenantProfile, { body: { tagline: 'no' } })).toBe('403 tenants.archived')
    expect(await agency.caller.problem(listRoster, {})).toBe('403 tenants.archived')
    expect(await tenant.guest.problem(listPublicListings, {})).toBe('403 tenants.archived')
    await operator.ok(life.restoreTenant, { params: { id: tenant.id }, body: { reason: 'they stay' } })
    await agency.caller.ok(listRoster, {})
  })

  it('answers 503 to everybody while a tenant is being worked on', async () => {
    await operator.ok(life.setMaintenance, { params: { id: tenant.id }, body: { on: true } })
    const answer = await tenant.guest.call(listPublicListings, {})
    expect([answer.status, (answer.body as { code: string }).code, answer.headers['retry-after']]).toEqual([503, 'tenants.maintenance', '60'])
    await operator.ok(life.setMaintenance, { params: { id: tenant.id }, body: { on: false } })
    await tenant.guest.ok(listPublicListings, {})
  })
})

describe('an archive', () => {
  it('brings a tenant back whole, in another place and under other keys', async () => {
    const tenant = await api.tenant()
    const planted = await plantEverything(tenant)
    const agency = await tenant.party('agency')
    const client = await tenant.party('client')
    const talent = await tenant.profile(agency.accountId)
    await agency.caller.ok(updateRosterProfile, { params: { id: talent.id }, body: { values: { phone: '+43 660 1' } } })
    const talk = await client.caller.ok(startConversation, { body: { about: { profileId: talent.id }, body: 'Hello there' } })
    await api.work()
    const op = await operator.ok(life.exportTenant, { params: { id: tenant.id } })
    expect(await operator.problem(life.exportTenant, { params: { id: tenant.id } })).toBe('409 tenants.operation_running')
    await api.work()
    const done = await operationOf(tenant.id)
    expect([done.id, done.status, done.error]).toEqual([op.id, 'done', null])
    const { archive } = done
    if (!archive) throw new Error('there is no archive')
    const token = archive.url.split('/').at(-1) ?? ''
    const file = (await api.caller('localhost').call(life.downloadArchive, { params: { token } })).body as Buffer
    expect(file.length).toBe(archive.bytes > 0 ? file.length : 0)
    expect(file.includes('Hello there')).toBe(false)
    expect((await api.caller('localhost').call(life.downloadArchive, { params: { token: `${token.slice(0, -3)}AAA` } })).status).toBe(410)

    const platform = systemContext(api.kernel, api.kernel.realms.platform)
    const slug = `again${newId().slice(-8)}`
    const take = (key: Buffer, data: Buffer, options = { slug }) => importTenant(platform, Readable.from([data]), key, options)
    const key = Buffer.from(archive.key, 'base64')
    const count = async () => (await api.kernel.shards.main.pool.query(`select 1 from pg_namespace where nspname like 't\\_%'`)).rowCount
    const before = await count()
    // nothing stays of one that is not whole, or that is opened with another key, or whose address is taken
    await expect(take(randomBytes(32), file)).rejects.toThrow()
    await expect(take(key, file.subarray(0, file.length - 100))).rejects.toThrow()
    await expect(take(key, file, { slug: tenant.host.split('.')[0] ?? '' })).rejects.toThrow('is taken')
    expect(await count()).toBe(before)
    const { id, host, status: state } = await take(key, file)
    expect([host, state]).toEqual([`${slug}.localhost`, 'active'])
    const again = await api.caller(host).ok(login, { body: { email: agency.email, password: 'correct horse battery' } })
    const there = api.caller(host, again.accessToken, agency.accountId)
    expect((await there.ok(getRosterProfile, { params: { id: talent.id } })).values['phone']).toBe('+43 660 1')
    expect((await there.ok(listMessages, { params: { id: talk.id } })).items.map((m) => m.body)).toEqual(['Hello there'])
    const media = planted.ids[0] ?? ''
    const [here, there2] = await Promise.all(
      [tenant.id, id].map(async (t) => {
        const stored = await api.kernel.storage.read(storageKey(t, 'media', media, 'large.webp'))
        return (
          stored &&
          createHash('sha256')
            .update(await buffer(stored.stream))
            .digest('hex')
        )
      }),
    )
    expect(there2).toBe(here)
  })
})

describe('a sandbox', () => {
  it('is a tenant of its own in which nobody can be recognised', async () => {
    const tenant = await api.tenant()
    const { marker } = await plantEverything(tenant)
    const agency = await tenant.party('agency')
    const talent = await tenant.profile(agency.accountId, { displayName: `Real ${marker}`, values: { height: 178, phone: `+43 ${marker}` }, city: marker })
    const slug = `box${newId().slice(-8)}`
    await operator.ok(life.cloneTenant, { params: { id: tenant.id }, body: { slug } })
    await api.work()
    const done = await operationOf(tenant.id)
    expect([done.status, done.error, done.target]).toEqual(['done', null, `${slug}.localhost`])
    const realm = await api.kernel.realms.byHost(`${slug}.localhost`)
    if (!realm) throw new Error('the sandbox is not there')
    await api.work([realm.id])
    const { pool } = api.kernel.shards.main
    const { rows: columns } = await pool.query<{ t: string; c: string }>(
      `select table_name as t, column_name as c from information_schema.columns where table_schema = $1 and data_type in ('text', 'jsonb', 'ARRAY')`,
      [realm.schema],
    )
    const inside = systemContext(api.kernel, realm)
    const opened = JSON.stringify([await inside.db.user.findMany(), await inside.db.message.findMany(), await inside.db.profile.findMany()])
    expect(opened).not.toContain(marker)
    // but for the one who asked for it, and is its admin
    expect(opened.match(/[a-z0-9-]+@people\.example/g)).toHaveLength(1)
    for (const { t, c } of columns) {
      const { rowCount } = await pool.query(`select 1 from "${realm.schema}"."${t}" where "${c}"::text ilike $1`, [`%${marker}%`])
      expect(`${t}.${c}: ${rowCount}`).toBe(`${t}.${c}: 0`)
    }
    expect((await inside.db.profile.findUnique({ where: { id: talent.id } }))?.values).toEqual({ height: 178 })
    const found = await api.caller(`${slug}.localhost`).ok(searchProfiles, {})
    expect(found.items.map((i) => i.displayName)).toContain(`Talent ${talent.id.slice(-6)}`)
    expect(await operator.problem(life.cloneTenant, { params: { id: realm.id }, body: { slug: 'box-of-box' } })).toBe('422 tenants.invalid_state')
  })

  it('says of every text column of every table what becomes of it', async () => {
    const tenant = await api.tenant()
    const { rows } = await api.kernel.shards.main.pool.query<{ t: string; c: string }>(
      `select table_name as t, column_name as c from information_schema.columns where table_schema = $1 and data_type in ('text', 'jsonb', 'ARRAY') and is_generated = 'NEVER'`,
      [tenant.ctx.realm.schema],
    )
    const leftOut = ['schema_migration', 'idempotency_key', 'session', 'refresh_token', 'email_token']
    const unsaid = rows.filter(({ t, c }) => {
      const rule = masks[t]
      return !leftOut.includes(t) && !rule?.drop && !(rule && (c in (rule.masks ?? {}) || rule.safe?.includes(c)))
    })
    expect(unsaid.map(({ t, c }) => `${t}.${c}`)).toEqual([])
  })
})

describe('a new key', () => {
  it('seals everything of a tenant anew while it is used', async () => {
    const tenant = await api.tenant()
    const agency = await tenant.party('agency')
    await operator.ok(life.rotateTenantKey, { params: { id: tenant.id } })
    await api.work()
    expect((await operationOf(tenant.id)).status).toBe('done')
    const { rows } = await api.kernel.shards.main.pool.query<{ email: string }>(`select email from "${tenant.ctx.realm.schema}"."user"`)
    expect(rows.map((r) => r.email.slice(0, 9))).toEqual(['sealed:2:'])
    await tenant.guest.ok(login, { body: { email: agency.email, password: 'correct horse battery' } })
  })
})

describe('a purge', () => {
  it('destroys keys, files, work and tables of an archived tenant, and frees its address', async () => {
    const tenant = await api.tenant()
    const slug = tenant.host.split('.')[0] ?? ''
    const { ids } = await plantEverything(tenant)
    expect(await operator.problem(life.purgeTenant, { params: { id: tenant.id }, body: { confirm: slug } })).toBe('422 tenants.invalid_state')
    await operator.ok(life.archiveTenant, { params: { id: tenant.id }, body: { reason: 'the end' } })
    expect(await operator.problem(life.purgeTenant, { params: { id: tenant.id }, body: { confirm: 'wrong' } })).toBe('422 tenants.confirmation_wrong')
    await operator.ok(life.purgeTenant, { params: { id: tenant.id }, body: { confirm: slug } })
    await api.work()
    expect((await operationOf(tenant.id)).status).toBe('done')
    const { pool } = api.kernel.shards.main
    expect((await pool.query('select 1 from pg_namespace where nspname = $1', [tenant.ctx.realm.schema])).rowCount).toBe(0)
    expect((await pool.query('select 1 from relay.task where realm = $1', [tenant.id])).rowCount).toBe(0)
    await expect(api.kernel.keyrings.of(tenant.id)).rejects.toThrow(KeyDestroyed)
    await expect(api.kernel.storage.read(storageKey(tenant.id, 'media', ids[0] ?? '', 'large.webp'))).resolves.toBeNull()
    expect(await tenant.guest.problem(listPublicListings, {})).toBe('404 tenants.unknown')
    expect((await api.caller('localhost').ok(life.checkAddress, { query: { slug } })).free).toBe(true)
    expect((await operator.ok(contract.getTenant, { params: { id: tenant.id } })).name).toBe('Purged')
  })

  it('comes by itself when the days of grace are over, not before', async () => {
    await at('2027-01-01T00:00:00Z')
    const tenant = await api.tenant()
    await operator.ok(life.archiveTenant, { params: { id: tenant.id }, body: { reason: 'the end' } })
    await at('2027-01-30T23:59:00Z')
    await schedule('tenants.purge-overdue')
    await api.work()
    expect(await status(tenant.id)).toBe('archived')
    await at('2027-01-31T00:01:00Z')
    await schedule('tenants.purge-overdue')
    await schedule('tenants.purge-overdue')
    await api.work()
    expect(await status(tenant.id)).toBe('purged')
  })
})
