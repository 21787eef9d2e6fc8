import { unzipSync } from 'fflate'
import { listMembers, listUsers } from '@itellico/contracts/accounts'
import { verifyAudit } from '@itellico/contracts/audit'
import { login, me } from '@itellico/contracts/auth'
import { listMessages } from '@itellico/contracts/messaging'
import { listNotifications } from '@itellico/contracts/notification'
import * as contract from '@itellico/contracts/privacy'
import { searchProfiles } from '@itellico/contracts/search'
import { createTenantExport } from '@itellico/contracts/exports'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { tablesOf } from '@itellico/kernel/schema-copy'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkEntries, verify } from '../audit/audit.chain.ts'
import { registry } from '../registry.ts'
import { fileTexts, redisTexts, tableTexts } from '../testing/contents.ts'
import { createDatabase, startApi, type TestApi, type TestTenant } from '../testing/harness.ts'
import { markedPerson, type Marked } from '../testing/marked.ts'
import { PASSWORD } from '../testing/people.ts'
import { bindings } from './privacy.scope.ts'

let api: TestApi
let now = new Date('2026-11-20T08:00:00Z')
let owner: pg.Client

beforeAll(async () => {
  api = await startApi(await createDatabase(), { clock: () => now })
  owner = new pg.Client({ connectionString: api.kernel.shards.adminUrl('main') })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await api.close()
})

const days = (n: number): void => void (now = new Date(now.getTime() + n * 86_400_000))
const schedule = async (name: string, tenant: TestTenant): Promise<void> => api.kernel.registry.schedules.find((s) => s.name === name)?.fn(tenant.ctx)
const follow = (tenant: TestTenant, link: string | null) => api.app.inject({ url: link ?? '/nowhere', headers: { host: tenant.host } })
/** Values that must be found nowhere once their person is erased. */
const forbidden = ({ marks }: Marked): string[] => [marks.email, marks.firstName, marks.lastName, marks.phone, marks.city, marks.text, marks.ip, marks.agent]

/** Where values of an erased person still are. */
async function remains(tenant: TestTenant, person: Marked): Promise<string[]> {
  const places = [...(await tableTexts(api, tenant)), ...(await fileTexts(api, tenant)), ...(await redisTexts(api))]
  return places.flatMap(([place, text]) => forbidden(person).flatMap((mark) => (text.toLowerCase().includes(mark.toLowerCase()) ? [`${place}: ${mark}`] : [])))
}

async function erased(tenant: TestTenant): Promise<Marked> {
  const person = await markedPerson(api, tenant)
  await person.admin.caller.ok(contract.erasePerson, { params: { id: person.userId }, body: { email: person.marks.email, reason: 'asked by letter' } })
  await api.work()
  return person
}

describe('what modules keep of persons', () => {
  it('is said of every table of a tenant, once', async () => {
    const tenant = await api.tenant()
    const named = registry.modules.flatMap((m) => [...(m.personal?.tables ?? []), ...(m.personal?.impersonal ?? [])])
    expect(named.length).toBe(new Set(named).size)
    const tables = await tablesOf(owner, tenant.ctx.realm.schema)
    expect(tables.map((t) => t.name).filter((name) => !named.includes(name))).toEqual([])
    for (const { name, personal } of bindings(tenant.ctx)) if (personal.tables?.length) expect([name, typeof personal.erase]).toEqual([name, 'function'])
  })
})

describe('an export of all data of a person', () => {
  it('holds what the person gave, from every module, with the pictures, and no secret', async () => {
    const tenant = await api.tenant()
    const person = await markedPerson(api, tenant)
    const { caller, marks } = person
    const asked = await caller.ok(contract.createOwnExport)
    expect((await caller.ok(contract.createOwnExport)).id).toBe(asked.id)
    await api.work()
    const [ready] = (await caller.ok(contract.getOwnPrivacy)).exports
    expect(ready).toMatchObject({ id: asked.id, status: 'ready' })
    expect(new Date(ready?.expiresAt ?? 0).getTime() - now.getTime()).toBe(7 * 86_400_000)
    const file = await follow(tenant, ready?.downloadUrl ?? null)
    expect([file.statusCode, file.headers['content-type'], file.rawPayload.length]).toEqual([200, 'application/zip', ready?.byteCount])
    const files = unzipSync(file.rawPayload)
    expect(Object.keys(files).sort()).toEqual(['data.json', `pictures/${person.mediaId}.jpg`])
    expect([...(files[`pictures/${person.mediaId}.jpg`] ?? [])].slice(0, 2)).toEqual([0xff, 0xd8])
    const text = Buffer.from(files['data.json'] ?? []).toString()
    for (const mark of [...forbidden(person), marks.birthday]) expect(text).toContain(mark)
    const { data } = JSON.parse(text) as { data: Record<string, Record<string, unknown[]>> }
    const user = await tenant.ctx.db.user.findUniqueOrThrow({ where: { id: person.userId } })
    for (const secret of [user.passwordHash ?? '?', user.emailIndex]) expect(text).not.toContain(secret)
    expect(text).not.toMatch(/tokenHash|passwordHash|publicKey/)
    expect(['auth', 'accounts', 'profiles', 'media', 'applications', 'bookings', 'messaging', 'notification', 'audit'].filter((m) => !data[m])).toEqual([])
    expect(data['messaging']?.['messages']).toHaveLength(1)
    expect((await caller.ok(listNotifications)).items.map((n) => n.title)).toContain('Your data are ready')
    const trail = await tenant.ctx.db.auditEntry.findMany({ where: { action: { startsWith: 'privacy.' } }, orderBy: { id: 'asc' } })
    expect(trail.map((e) => e.action)).toEqual(['privacy.export_requested', 'privacy.export_ready', 'privacy.export_downloaded'])
  })

  it('is for whoever asked, for seven days, in one marketplace', async () => {
    const tenant = await api.tenant()
    const { caller, admin, userId } = await markedPerson(api, tenant)
    await admin.caller.ok(contract.createPersonExport, { params: { id: userId } })
    await api.work()
    const [seen] = (await caller.ok(contract.getOwnPrivacy)).exports
    expect(seen).toMatchObject({ status: 'ready', downloadUrl: null })
    const [given] = (await admin.caller.ok(contract.getPersonPrivacy, { params: { id: userId } })).exports
    expect((await follow(tenant, given?.downloadUrl ?? null)).statusCode).toBe(200)
    expect((await follow(await api.tenant(), given?.downloadUrl ?? null)).statusCode).toBe(404)
    expect((await follow(tenant, `${given?.downloadUrl?.slice(0, -3) ?? ''}xyz`)).statusCode).toBe(404)
    const member = await tenant.user()
    expect(await member.caller.problem(contract.getPersonPrivacy, { params: { id: userId } })).toBe('403 access.permission_denied')
    expect(await admin.caller.problem(contract.getPersonPrivacy, { params: { id: newId() } })).toBe('404 access.not_found')
    days(8)
    await schedule('privacy.clean-up', tenant)
    expect((await follow(tenant, given?.downloadUrl ?? null)).statusCode).toBe(410)
    expect([...(await fileTexts(api, tenant)).keys()].filter((k) => k.includes('/privacy/'))).toEqual([])
  })
})

describe('a person who deletes the own account', () => {
  it('is locked out at once, can keep the account, and is gone after 14 days', async () => {
    const tenant = await api.tenant()
    const person = await markedPerson(api, tenant)
    const { caller, marks } = person
    expect(await caller.problem(contract.eraseOwnAccount, { body: { email: 'other@people.example' } })).toBe('422 privacy.address_wrong')
    const { dueAt } = await caller.ok(contract.eraseOwnAccount, { body: { email: marks.email } })
    expect(new Date(dueAt).getTime() - now.getTime()).toBe(14 * 86_400_000)
    expect(await caller.problem(me)).toBe('401 auth.session_ended')
    const refused = async () => tenant.guest.call(login, { body: { email: marks.email, password: PASSWORD } })
    const first = (await refused()).body as { code: string; context: { ticket: string; erasedAt: string } }
    expect([first.code, first.context.erasedAt]).toEqual(['auth.account_leaving', dueAt])
    expect(await tenant.guest.problem(contract.keepAccount, { body: { ticket: 'x'.repeat(30) } })).toBe('401 auth.ticket_invalid')
    await tenant.guest.ok(contract.keepAccount, { body: { ticket: first.context.ticket } })
    expect(await tenant.guest.problem(contract.keepAccount, { body: { ticket: first.context.ticket } })).toBe('401 auth.ticket_invalid')
    const again = await person.signIn()
    expect((await again.ok(contract.getOwnPrivacy)).erasure).toBeNull()
    days(15)
    await api.work()
    const back = await person.signIn()
    expect((await back.ok(me)).email).toBe(marks.email)

    await back.ok(contract.eraseOwnAccount, { body: { email: marks.email } })
    days(13)
    await schedule('privacy.erase-due', tenant)
    await api.work()
    expect(((await refused()).body as { code: string }).code).toBe('auth.account_leaving')
    days(2)
    await schedule('privacy.erase-due', tenant)
    await api.work()
    expect(await tenant.guest.problem(login, { body: { email: marks.email, password: PASSWORD } })).toBe('401 auth.invalid_credentials')
    expect(await remains(tenant, person)).toEqual([])
  })

  it('cannot leave a marketplace or an account without anybody who runs it', async () => {
    const tenant = await api.tenant()
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    expect(await admin.caller.problem(contract.eraseOwnAccount, { body: { email: admin.email } })).toBe('409 accounts.last_admin')
    const agency = await tenant.party('agency')
    const booker = await tenant.user({ account: { id: agency.accountId, role: 'account_booker' } })
    expect(await agency.caller.problem(contract.eraseOwnAccount, { body: { email: agency.email } })).toBe('409 accounts.last_owner')
    const talent = await tenant.profile(agency.accountId, { displayName: 'Of the agency', managingUserId: booker.id })
    await booker.caller.ok(contract.eraseOwnAccount, { body: { email: booker.email } })
    days(14)
    await schedule('privacy.erase-due', tenant)
    await api.work()
    const kept = await tenant.ctx.db.profile.findUniqueOrThrow({ where: { id: talent.id } })
    expect([kept.displayName, kept.managingUserId, kept.status]).toEqual(['Of the agency', null, 'active'])
  })
})

describe('erasing a person', () => {
  let tenant: TestTenant
  let person: Marked
  beforeAll(async () => {
    tenant = await api.tenant()
    person = await markedPerson(api, tenant)
    const { admin, marks, userId } = person
    await admin.caller.ok(createTenantExport, { body: { dataset: 'profiles', format: 'json' } })
    await person.caller.ok(contract.createOwnExport)
    await api.work()
    const body = { email: marks.email, reason: 'asked by letter' }
    expect(await admin.caller.problem(contract.erasePerson, { params: { id: userId }, body: { ...body, email: 'no@people.example' } })).toBe(
      '422 privacy.address_wrong',
    )
    expect((await person.client.caller.ok(searchProfiles)).items.map((i) => i.id)).toContain(person.profileId)
    await admin.caller.ok(contract.erasePerson, { params: { id: userId }, body })
    await api.work()
  })

  it('leaves no value of them in any table, file or key', async () => {
    expect(await remains(tenant, person)).toEqual([])
    expect((await tableTexts(api, tenant)).get('profile')).not.toContain(person.marks.birthday)
    expect([...(await fileTexts(api, tenant)).keys()].filter((k) => k.includes(person.mediaId) || k.includes('/exports/') || k.includes('/privacy/'))).toEqual(
      [],
    )
    expect((await person.client.caller.ok(searchProfiles)).items.map((i) => i.id)).not.toContain(person.profileId)
  })

  it('keeps conversations and books for the others', async () => {
    const { items } = await person.client.caller.ok(listMessages, { params: { id: person.conversationId } })
    expect(items.map((m) => [m.body, m.erased ?? false, m.authorId === person.userId ? m.authorName : 'other'])).toEqual([
      ['', true, 'Erased person'],
      ['Hello', false, 'other'],
    ])
    const booking = await tenant.ctx.db.booking.findUniqueOrThrow({ where: { id: person.bookingId }, include: { changes: true } })
    expect(booking).toMatchObject({ status: 'completed', feeMinor: 120_000n, currency: 'EUR', profileId: person.profileId, notes: null })
    expect(booking.changes.map((c) => [c.byName, c.byUserId])).toEqual([['Erased person', person.userId]])
    expect((await person.admin.caller.ok(listUsers)).items.map((u) => u.id)).not.toContain(person.userId)
    expect((await person.client.caller.ok(listMembers)).items).toHaveLength(1)
  })

  it('keeps the chain of the trail whole, and shows what is changed afterwards', async () => {
    const found = await person.admin.caller.ok(verifyAudit)
    expect([found.intact, found.brokenAt, found.redacted > 3]).toEqual([true, null, true])
    const { schema } = tenant.ctx.realm
    const change = `update "${schema}".audit_entry set entity = 'x' where id = (select entry_id from "${schema}".audit_redaction limit 1) returning id`
    await owner.query('begin')
    await owner.query(change)
    await owner.query('commit')
    expect((await verify(tenant.ctx)).brokenAt?.why).toBe('changed')
  })

  it('cannot be pretended without a note in the trail', async () => {
    const other = await api.tenant()
    const { admin } = await erased(other)
    await linkEntries(other.ctx)
    expect((await admin.caller.ok(verifyAudit)).intact).toBe(true)
    const { schema } = other.ctx.realm
    await owner.query(`update "${schema}".audit_redaction set hash = 'x' where entry_id = (select min(entry_id::text)::uuid from "${schema}".audit_redaction)`)
    expect((await verify(other.ctx)).brokenAt?.why).toBe('changed')
    const third = await api.tenant()
    await erased(third)
    await linkEntries(third.ctx)
    const t = `"${third.ctx.realm.schema}"`
    await owner.query(
      `insert into ${t}.audit_redaction select e.id, r.noted_in, 'x' from ${t}.audit_entry e, ${t}.audit_redaction r where e.action = 'privacy.erased' limit 1`,
    )
    expect((await verify(third.ctx)).intact).toBe(false)
  })

  it('can be done again and again, and is done once', async () => {
    const other = await api.tenant()
    const marked = await erased(other)
    const before = await other.ctx.db.personErasure.findMany()
    expect(before.map((e) => e.status)).toEqual(['done'])
    expect(
      await marked.admin.caller.problem(contract.erasePerson, { params: { id: marked.userId }, body: { email: marked.marks.email, reason: 'twice' } }),
    ).toBe('422 privacy.address_wrong')
    // stopped on the way
    await other.ctx.db.personErasure.update({ where: { id: before[0]?.id ?? '' }, data: { status: 'running', finishedAt: null } })
    await schedule('privacy.erase-due', other)
    await api.work()
    expect((await other.ctx.db.personErasure.findMany()).map((e) => e.status)).toEqual(['done'])
    expect(await remains(other, marked)).toEqual([])
    await linkEntries(other.ctx)
    expect((await verify(other.ctx)).intact).toBe(true)
  })
})

describe('a restored backup', () => {
  it('forgets again who was erased since', async () => {
    const tenant = await api.tenant()
    const person = await markedPerson(api, tenant)
    const { schema } = tenant.ctx.realm
    const tables = ['user', 'profile', 'media', 'message', 'application', 'account', 'account_member', 'invitation', 'notification']
    for (const t of tables) await owner.query(`create table "backup_${t}" as select * from "${schema}"."${t}"`)
    const { admin, marks, userId } = person
    await admin.caller.ok(contract.erasePerson, { params: { id: userId }, body: { email: marks.email, reason: 'asked by letter' } })
    await api.work()
    expect(await ask(tenant.ctx, contract.replayErasures, {})).toEqual({ count: 0 })
    for (const t of tables.toReversed()) await owner.query(`delete from "${schema}"."${t}"`)
    for (const t of tables) await owner.query(`insert into "${schema}"."${t}" select * from "backup_${t}"`)
    expect((await tableTexts(api, tenant)).get('user')).toContain(marks.email)
    expect(await ask(tenant.ctx, contract.replayErasures, {})).toEqual({ count: 1 })
    await api.work()
    expect(await remains(tenant, person)).toEqual([])
    expect(await ask(tenant.ctx, contract.replayErasures, {})).toEqual({ count: 0 })
    expect(await tenant.guest.problem(login, { body: { email: marks.email, password: PASSWORD } })).toBe('401 auth.invalid_credentials')
    expect((await tenant.guest.ok(searchProfiles)).items.map((i) => i.id)).not.toContain(person.profileId)
  })
})
