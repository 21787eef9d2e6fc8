import { createServer, type AddressInfo } from 'node:net'
import * as contract from '@itellico/contracts/isolation'
import { realmOf } from '@itellico/contracts/kit'
import { listTenants, platformOverview, resolveTenant } from '@itellico/contracts/tenants'
import { newId } from '@itellico/kernel/ids'
import { schemaOf } from '@itellico/kernel/realms'
import { systemContext } from '@itellico/kernel/kernel'
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { registry } from '../registry.ts'
import { createDatabase, startApi, type TestApi, type TestTenant } from '../testing/harness.ts'
import type { TestUser } from '../testing/people.ts'
import { plantEverything, type Planted } from '../testing/planted.ts'
import { kindOf, kinds, linkRoutes } from './isolation.kinds.ts'
import { runCheck } from './isolation.jobs.ts'

let api: TestApi
let env: Record<string, string>
let tenant: TestTenant
let planted: Planted
let admin: TestUser

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

beforeAll(async () => {
  env = await createDatabase()
  const port = await freePort()
  api = await startApi({ ...env, API_URL: `http://127.0.0.1:${port}` })
  await api.app.listen({ port, host: '127.0.0.1' })
  tenant = await api.tenant()
  planted = await plantEverything(tenant)
  admin = await tenant.user({ roles: ['tenant_admin'] })
})
afterAll(() => api.close())

async function check(): Promise<{ found: Awaited<ReturnType<typeof read>>; report: contract.IsolationReport }> {
  const { id } = await admin.caller.ok(contract.startIsolationCheck)
  await api.work()
  const found = await read(id)
  const { payload } = await compactVerify(found.report ?? '', await importJWK(await tenant.guest.ok(contract.getReportKey), 'EdDSA'))
  return { found, report: JSON.parse(Buffer.from(payload).toString('utf8')) as contract.IsolationReport }
}
const read = (id: string) => admin.caller.ok(contract.getIsolationCheck, { params: { id } })
const holes = (report: contract.IsolationReport) => report.probes.filter((p) => p.outcome === 'failed')
async function probe(): Promise<{ id: string; slug: string }> {
  const row = await systemContext(api.kernel, api.kernel.realms.platform).db.tenant.findFirst({ where: { probe: true } })
  if (!row) throw new Error('there is no probe tenant')
  return row
}
async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: env['DATABASE_ADMIN_URL'] })
  await client.connect()
  await client.query(sql)
  await client.end()
}

describe('an isolation check', () => {
  it('tries everything from outside and finds no hole', async () => {
    const send = vi.spyOn(api.kernel.pusher, 'send')
    const { found, report } = await check()
    const pushed = send.mock.calls.filter(([, event]) => event === contract.isolationProgress.name)
    send.mockRestore()
    expect(holes(report)).toEqual([])
    expect(found).toMatchObject({ status: 'done', progress: 100, counts: { failed: 0 }, error: null })
    expect(found.counts).toEqual(report.counts)
    expect(report).toMatchObject({ id: found.id, tenant: { id: tenant.id }, version: found.version })
    expect(new Set(report.probes.map((p) => p.group))).toEqual(new Set(contract.probeGroups))
    // one of everything is planted, so that nothing is left out
    expect(report.probes.filter((p) => p.outcome === 'skipped')).toEqual([])
    expect(new Set(pushed.flatMap(([rooms]) => rooms))).toEqual(new Set([`tenant:${tenant.id}:user:${admin.id}`]))
    expect(pushed.length).toBeGreaterThan(5)
    expect((pushed.at(-1)?.[2] as { status: string }).status).toBe('done')
    expect((await admin.caller.ok(contract.listIsolationChecks)).items[0]).toMatchObject({ id: found.id, status: 'done' })
  })

  it('takes no common word for something of the marketplace', async () => {
    const db = tenant.ctx.db
    const { id } = await tenant.profile((await tenant.party('agency')).accountId, { displayName: 'Skiing' })
    const { report } = await check()
    await db.profile.delete({ where: { id } })
    expect(holes(report)).toEqual([])
  })

  it('keeps nothing of anybody in its report', async () => {
    const { report } = await check()
    const text = JSON.stringify({ ...report, id: '', tenant: null })
    for (const mark of [planted.marker, ...planted.ids]) expect(text).not.toContain(mark)
  })

  it('covers every route about a thing, and every table it names is there', async () => {
    const withPlace = registry.routes.map((r) => r.contract).filter((c) => c.path.includes('{') && realmOf(c) !== 'platform')
    expect(withPlace.filter((c) => !kindOf(c.path) && !linkRoutes.includes(c.name)).map((c) => c.name)).toEqual([])
    for (const c of withPlace) {
      const kind = kindOf(c.path)
      const places = [...c.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1])
      if (kind) expect(Object.keys({ ...kind.columns, ...kind.fixed }).sort(), c.name).toEqual(places.sort())
    }
    expect(kinds.filter((k) => !withPlace.some((c) => kindOf(c.path) === k)).map((k) => k.name)).toEqual([])
  })

  it('is signed: another key, another text and another use are refused', async () => {
    const { found } = await check()
    const jws = found.report as string
    expect(decodeProtectedHeader(jws)).toMatchObject({ alg: 'EdDSA', typ: 'isolation-report+jws' })
    const key = await importJWK(await tenant.guest.ok(contract.getReportKey), 'EdDSA')
    const [head, body, signature] = jws.split('.') as [string, string, string]
    const changed = Buffer.from(Buffer.from(body, 'base64url').toString('utf8').replace('"passed"', '"failed"')).toString('base64url')
    await expect(compactVerify(`${head}.${changed}.${signature}`, key)).rejects.toThrow()
    // it is no way in
    expect(await api.caller(tenant.host, jws).problem(contract.listIsolationChecks)).toBe('401 auth.session_ended')
  })
})

describe('a check finds', () => {
  it('a row of the marketplace in another schema, and then changes nothing', async () => {
    const other = systemContext(api.kernel, (await api.kernel.realms.byId((await probe()).id)) ?? api.kernel.realms.platform)
    const mine = await tenant.ctx.db.account.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await other.db.account.create({ data: mine })
    const { found, report } = await check()
    expect(found.counts.failed).toBeGreaterThan(0)
    expect(holes(report).map((p) => `${p.group} ${p.name}`)).toEqual(
      expect.arrayContaining(['database table account', 'lists GET /tenant/accounts', 'routes GET /tenant/accounts/{id}']),
    )
    const changing = report.probes.filter((p) => p.group === 'routes' && !p.name.startsWith('GET'))
    expect(new Set(changing.map((p) => p.outcome))).toEqual(new Set(['skipped']))
    expect(await tenant.ctx.db.account.findUniqueOrThrow({ where: { id: mine.id } })).toEqual(mine)
    await other.db.account.delete({ where: { id: mine.id } })
  })

  it('a schema that is not up to date', async () => {
    const marks = await asMark()
    await asOwner(`comment on schema "${schemaOf(tenant.id)}" is 'itellico:old'`)
    const { report } = await check()
    await asOwner(`comment on schema "${schemaOf(tenant.id)}" is '${marks}'`)
    expect(holes(report).map((p) => p.group)).toEqual(['schema'])
  })

  it('a table that can be read without saying where', async () => {
    await asOwner(`create view ext.bookout as select * from "${schemaOf(tenant.id)}".bookout; grant select on ext.bookout to itellico_app`)
    const { report } = await check()
    await asOwner('drop view ext.bookout')
    expect(holes(report).map((p) => p.name)).toEqual(['table bookout'])
  })

  async function asMark(): Promise<string> {
    const { rows } = await api.kernel.shards.main.pool.query<{ mark: string }>(`select obj_description('"${schemaOf(tenant.id)}"'::regnamespace) as mark`)
    return rows[0]?.mark ?? ''
  }
})

describe('checks', () => {
  it('run one at a time, and a lost one does not stand in the way', async () => {
    const first = await admin.caller.ok(contract.startIsolationCheck)
    expect(await admin.caller.problem(contract.startIsolationCheck)).toBe('409 isolation.running')
    await tenant.ctx.db.isolationCheck.update({ where: { id: first.id }, data: { createdAt: new Date(Date.now() - 31 * 60_000) } })
    const second = await admin.caller.ok(contract.startIsolationCheck)
    expect(await read(first.id)).toMatchObject({ status: 'failed', report: null })
    await api.work()
    expect((await read(second.id)).status).toBe('done')
    expect((await read(first.id)).status).toBe('failed')
  })

  it('say when they could not be run', async () => {
    const broken = await startApi({ ...env, API_URL: 'http://127.0.0.1:1' })
    const realm = await broken.kernel.realms.byId(tenant.id)
    const id = newId()
    await tenant.ctx.db.isolationCheck.create({ data: { id, status: 'queued', version: '0', requestedBy: admin.id } })
    const job = broken.kernel.registry.jobs.get(runCheck.name)
    const run = job?.fn(systemContext(broken.kernel, realm ?? broken.kernel.realms.platform), { checkId: id }, { attempt: 2, lastAttempt: true })
    await expect(run).rejects.toThrow()
    await broken.close()
    expect(await read(id)).toMatchObject({ status: 'failed', error: expect.stringContaining('try again') as string })
  })

  it('are for those who run the marketplace', async () => {
    const booker = (await tenant.party('agency')).caller
    for (const c of [contract.startIsolationCheck, contract.listIsolationChecks]) expect(await booker.problem(c)).toBe('403 access.permission_denied')
    expect(await (await api.tenant()).guest.problem(contract.listIsolationChecks)).toBe('401 auth.sign_in_required')
  })
})

describe('the probe tenant', () => {
  it('is one, hidden and not counted', async () => {
    const { id, slug } = await probe()
    const db = systemContext(api.kernel, api.kernel.realms.platform).db
    expect(await db.tenant.count({ where: { probe: true } })).toBe(1)
    const platform = await (await api.platform()).caller('super_admin')
    const { items } = await platform.ok(listTenants, { query: { limit: 100 } })
    expect(items.map((t) => t.id)).not.toContain(id)
    expect((await platform.ok(platformOverview)).tenants.total).toBe(items.length)
    const host = `${slug}.${api.config.PLATFORM_DOMAIN}`
    expect(await tenant.guest.problem(resolveTenant, { query: { host } })).toBe('404 tenants.unknown')
    await api.kernel.registry.schedules.find((s) => s.name === 'tenants.measure')?.fn(systemContext(api.kernel, api.kernel.realms.platform))
    expect(await db.tenantStats.count({ where: { tenantId: id } })).toBe(0)
  })
})
