import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import * as contract from '@itellico/contracts/exports'
import { listNotifications } from '@itellico/contracts/notification'
import { newId } from '@itellico/kernel/ids'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startApi, type Answer, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import type { TestUser } from '../testing/people.ts'
import { runExport } from './exports.writing.ts'

type Member = TestUser & { accountId: string }
let api: TestApi
let tenant: TestTenant
let agency: Member
let rival: Member
let admin: TestUser

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  agency = await tenant.party('agency')
  rival = await tenant.party('agency')
  admin = await tenant.user({ roles: ['tenant_admin'] })
  await tenant.profile(agency.accountId, {
    displayName: "=cmd|' /C calc'!A0",
    city: 'Wien, "Mitte"',
    values: { height: 178, hair: 'red', skills: ['dance', 'ski'], phone: '+49 170 123' },
  })
  await tenant.profile(agency.accountId, { displayName: 'Änne Ölß', values: { height: 171.5 } })
  await tenant.profile(rival.accountId, { displayName: 'Rival Talent', values: { phone: '+43 1 secret' } })
})
afterAll(() => api.close())

const ask = (by: Caller, body: { dataset: 'profiles' | 'bookings'; format: 'csv' | 'json' }) => by.ok(contract.createAccountExport, { body })
const get = (by: Caller, id: string) => by.ok(contract.getAccountExport, { params: { id } })
const runSchedule = () => api.kernel.registry.schedules.find((s) => s.name === 'exports.clean-up')?.fn(tenant.ctx)
/** Follows a link of ours as a browser does. */
async function follow(link: string | null, host = tenant.host): Promise<Answer<Buffer> & { code: string | null }> {
  const response = await api.app.inject({ method: 'GET', url: link ?? '/nowhere', headers: { host } })
  return {
    status: response.statusCode,
    body: response.rawPayload,
    headers: response.headers,
    code: /json/.test(String(response.headers['content-type'])) && response.statusCode >= 400 ? (response.json() as { code: string }).code : null,
  }
}
async function made(by: Caller, body: { dataset: 'profiles' | 'bookings'; format: 'csv' | 'json' }) {
  const { id } = await ask(by, body)
  await api.work()
  const job = await get(by, id)
  return { job, file: await follow(job.downloadUrl) }
}
/** Reads a CSV file as RFC 4180 says. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('an export of an account', () => {
  it('is a file of its own rows with every field it may see', async () => {
    const asked = await ask(agency.caller, { dataset: 'profiles', format: 'csv' })
    expect(asked).toMatchObject({ status: 'queued', progress: 0, downloadUrl: null, rowCount: null })
    await api.work()
    const job = await get(agency.caller, asked.id)
    expect(job).toMatchObject({ status: 'ready', progress: 100, rowCount: 2, error: null })
    const file = await follow(job.downloadUrl)
    expect(file.status).toBe(200)
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(/^attachment; filename="profiles-\d{4}-\d\d-\d\d\.csv"$/) as string,
    })
    expect([file.body.length, createHash('sha256').update(file.body).digest('hex')]).toEqual([job.byteCount, job.sha256])
    const packed = await api.app.inject({ method: 'GET', url: job.downloadUrl as string, headers: { host: tenant.host, 'accept-encoding': 'gzip' } })
    expect(packed.headers['content-encoding'] === 'gzip' ? gunzipSync(packed.rawPayload) : packed.rawPayload).toEqual(file.body)
    expect(packed.headers['content-length'] ?? String(packed.rawPayload.length)).toBe(String(packed.rawPayload.length))
    const text = file.body.toString('utf8')
    expect(text.startsWith('\uFEFFid,slug,displayName,')).toBe(true)
    const [header, ...rows] = parse(text.slice(1))
    const cell = (row: number, name: string) => rows[row]?.[header?.indexOf(name) ?? -1]
    expect(rows).toHaveLength(2)
    expect([cell(0, 'displayName'), cell(0, 'city'), cell(0, 'values.height'), cell(0, 'values.skills'), cell(0, 'values.phone')]).toEqual([
      "'=cmd|' /C calc'!A0",
      'Wien, "Mitte"',
      '178',
      'dance; ski',
      "'+49 170 123",
    ])
    expect([cell(1, 'displayName'), cell(1, 'values.height'), cell(1, 'values.phone')]).toEqual(['Änne Ölß', '171.5', ''])
    expect(text).not.toContain('Rival')
    expect((await agency.caller.ok(contract.listAccountExports)).items.map((e) => e.id)).toEqual([asked.id])
    expect((await agency.caller.ok(listNotifications)).items[0]).toMatchObject({ kind: 'export', title: 'Your export is ready' })
  })

  it('is JSON with values as they are', async () => {
    const { file } = await made(agency.caller, { dataset: 'profiles', format: 'json' })
    const rows = JSON.parse(file.body.toString('utf8')) as Record<string, unknown>[]
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      displayName: "=cmd|' /C calc'!A0",
      'values.height': 178,
      'values.skills': ['dance', 'ski'],
      isMinor: false,
      dateOfBirth: null,
    })
    const empty = await made((await tenant.party('agency')).caller, { dataset: 'profiles', format: 'json' })
    expect([empty.job.rowCount, JSON.parse(empty.file.body.toString('utf8'))]).toEqual([0, []])
  })

  it('of bookings has money in minor units as numbers', async () => {
    const talent = await tenant.profile(rival.accountId, { displayName: 'Booked' })
    const startsAt = new Date('2090-05-01T08:00:00Z')
    await tenant.ctx.db.booking.create({
      data: {
        id: newId(),
        profileId: talent.id,
        accountId: rival.accountId,
        clientName: '@SUM(1)',
        status: 'confirmed',
        title: 'Job',
        startsAt,
        endsAt: new Date(startsAt.getTime() + 3_600_000),
        timezone: 'Europe/Vienna',
        feeMinor: 180_050n,
        currency: 'EUR',
      },
    })
    const { job, file } = await made(rival.caller, { dataset: 'bookings', format: 'csv' })
    expect(job.rowCount).toBe(1)
    const [header, row] = parse(file.body.toString('utf8').slice(1))
    expect(Object.fromEntries((header ?? []).map((h, i) => [h, row?.[i]]))).toMatchObject({
      talent: 'Booked',
      client: "'@SUM(1)",
      startsAt: '2090-05-01T08:00:00.000Z',
      feeMinor: '180050',
      currency: 'EUR',
      rank: '',
    })
    expect((await made(agency.caller, { dataset: 'bookings', format: 'csv' })).job.rowCount).toBe(0)
  })

  it('reads more rows than fit in one page, each once', async () => {
    const big = await tenant.party('agency')
    const { id: template } = await tenant.profile(big.accountId)
    const row = await tenant.ctx.db.profile.findUniqueOrThrow({ where: { id: template } })
    await tenant.ctx.db.profile.createMany({ data: Array.from({ length: 1204 }, () => ({ ...row, values: {}, id: newId(), slug: newId() })) })
    const { job, file } = await made(big.caller, { dataset: 'profiles', format: 'csv' })
    const ids = parse(file.body.toString('utf8').slice(1))
      .slice(1)
      .map((r) => r[0])
    expect([job.rowCount, ids.length, new Set(ids).size]).toEqual([1205, 1205, 1205])
  })

  it('does not exist for others, and is made by owners only', async () => {
    const { id } = await ask(agency.caller, { dataset: 'profiles', format: 'csv' })
    const elsewhere = await (await api.tenant()).party('agency')
    for (const caller of [rival.caller, elsewhere.caller])
      for (const target of [id, newId()]) expect(await caller.problem(contract.getAccountExport, { params: { id: target } })).toBe('404 access.not_found')
    expect(await admin.caller.problem(contract.getTenantExport, { params: { id } })).toBe('404 access.not_found')
    expect((await elsewhere.caller.ok(contract.listAccountExports)).items).toEqual([])
    const booker = await tenant.user({ account: { id: agency.accountId, role: 'account_booker' } })
    expect(await booker.caller.problem(contract.createAccountExport, { body: { dataset: 'profiles', format: 'csv' } })).toBe('403 access.permission_denied')
    expect(await agency.caller.problem(contract.createAccountExport, { body: { dataset: 'accounts' as 'bookings', format: 'csv' } })).toBe(
      '400 request.invalid',
    )
    expect(await agency.caller.problem(contract.createTenantExport, { body: { dataset: 'profiles', format: 'csv' } })).toBe('403 access.permission_denied')
  })
})

describe('an export of the marketplace', () => {
  it('has everybody’s rows but no private field and no birthday', async () => {
    const read = async (dataset: 'profiles' | 'accounts' | 'bookings') => {
      const { id } = await admin.caller.ok(contract.createTenantExport, { body: { dataset, format: 'csv' } })
      await api.work()
      const job = await admin.caller.ok(contract.getTenantExport, { params: { id } })
      return (await follow(job.downloadUrl)).body.toString('utf8')
    }
    const profiles = await read('profiles')
    expect(profiles).toContain('Rival Talent')
    expect(profiles).toContain('values.height')
    for (const hidden of ['values.phone', 'secret', '+49 170', 'dateOfBirth']) expect(profiles).not.toContain(hidden)
    const accounts = await read('accounts')
    for (const id of [agency.accountId, rival.accountId]) expect(accounts).toContain(id)
    expect(await read('bookings')).toContain('Booked')
    expect((await admin.caller.ok(contract.listTenantExports)).items).toHaveLength(3)
    expect((await agency.caller.ok(contract.listAccountExports)).items.map((e) => e.dataset)).not.toContain('accounts')
  })
})

describe('a link', () => {
  it('opens one file in one marketplace for fifteen minutes', async () => {
    const { job } = await made(agency.caller, { dataset: 'profiles', format: 'csv' })
    const other = await made(rival.caller, { dataset: 'profiles', format: 'csv' })
    const url = new URL(job.downloadUrl as string, 'http://x')
    const e = Number(url.searchParams.get('e'))
    expect(e * 1000 - Date.now()).toBeLessThanOrEqual(15 * 60_000)
    const change = (part: Partial<{ id: string; e: string; s: string }>) =>
      `/api/v1/public/exports/${part.id ?? job.id}/file?e=${part.e ?? e}&s=${part.s ?? url.searchParams.get('s')}`
    for (const wrong of [
      change({ id: other.job.id }),
      change({ id: newId() }),
      change({ e: String(e + 60) }),
      change({ s: 'x' }),
      change({ s: 'A'.repeat(43) }),
    ])
      expect((await follow(wrong)).code).toBe('access.not_found')
    expect((await follow(change({ e: 'soon' }))).status).toBe(400)
    expect((await follow(change({}), (await api.tenant()).host)).code).toBe('access.not_found')
    const over = Math.floor(Date.now() / 1000) - 1
    const signature = api.kernel.signer('export-download').sign(`${tenant.id}/${job.id}/${over}`)
    expect((await follow(change({ e: String(over), s: signature }))).code).toBe('exports.expired')
    expect((await follow(change({}))).status).toBe(200)
  })

  it('ends with the file after a day', async () => {
    const { job } = await made(agency.caller, { dataset: 'profiles', format: 'csv' })
    await tenant.ctx.db.exportJob.update({ where: { id: job.id }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await get(agency.caller, job.id)).toMatchObject({ status: 'expired', downloadUrl: null })
    expect((await follow(job.downloadUrl)).code).toBe('exports.expired')
    const key = `tenants/${tenant.id}/exports/${job.id}.csv`
    expect(await api.kernel.storage.read(key).then((f) => f?.stream.destroy())).toBeDefined()
    await runSchedule()
    expect(await api.kernel.storage.read(key)).toBeNull()
    expect((await tenant.ctx.db.exportJob.findUnique({ where: { id: job.id } }))?.status).toBe('expired')
    expect((await follow(job.downloadUrl)).code).toBe('exports.expired')
  })
})

describe('a run', () => {
  const run = (id: string, attempt: number) => runExport(tenant.ctx, id, { attempt, lastAttempt: attempt === 4 })

  it('starts over after a crash and reports how far it is', async () => {
    const { id } = await ask(agency.caller, { dataset: 'profiles', format: 'csv' })
    await tenant.ctx.db.exportJob.update({ where: { id }, data: { status: 'running', progress: 40 } })
    const send = vi.spyOn(api.kernel.pusher, 'send')
    await api.work()
    const progress = send.mock.calls.filter(([, event]) => event === 'export.progress')
    send.mockRestore()
    expect(new Set(progress.flatMap(([rooms]) => rooms))).toEqual(new Set([`tenant:${tenant.id}:user:${agency.id}`]))
    expect(progress.map(([, , p]) => (p as { status: string }).status)).toEqual(['running', 'running', 'ready'])
    const job = await get(agency.caller, id)
    await run(id, 1)
    expect(await get(agency.caller, id)).toMatchObject({ status: 'ready', sha256: job.sha256 })
  })

  it('that fails is tried again, and at last says so without saying why', async () => {
    const { id } = await ask(agency.caller, { dataset: 'profiles', format: 'csv' })
    const write = vi.spyOn(api.kernel.storage, 'write').mockRejectedValue(new Error('ENOSPC: disk secret'))
    await expect(run(id, 1)).rejects.toThrow('ENOSPC')
    expect((await get(agency.caller, id)).status).toBe('running')
    await expect(run(id, 4)).rejects.toThrow('ENOSPC')
    write.mockRestore()
    const failed = await get(agency.caller, id)
    expect(failed).toMatchObject({ status: 'failed', downloadUrl: null, error: expect.not.stringContaining('ENOSPC') as string })
    // an operator can run it again
    await run(id, 1)
    expect(await get(agency.caller, id)).toMatchObject({ status: 'ready', error: null })
  })

  it('that nobody heard of again is given up after a day', async () => {
    const { id } = await ask(agency.caller, { dataset: 'profiles', format: 'csv' })
    await tenant.ctx.db.exportJob.update({ where: { id }, data: { status: 'running', createdAt: new Date(Date.now() - 25 * 3_600_000) } })
    await runSchedule()
    expect((await get(agency.caller, id)).status).toBe('failed')
  })
})
