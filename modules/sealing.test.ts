import { inviteMember, listUsers } from '@itellico/contracts/accounts'
import { listAudit } from '@itellico/contracts/audit'
import { forgotPassword, login, register } from '@itellico/contracts/auth'
import { listMessages, sendMessage, startConversation } from '@itellico/contracts/messaging'
import { getRosterProfile, updateRosterProfile } from '@itellico/contracts/profiles'
import { newId } from '@itellico/kernel/ids'
import { KeyDestroyed } from '@itellico/kernel/keyrings'
import { resealTables } from '@itellico/kernel/resealing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealed } from './database.ts'
import { createDatabase, startApi, type TestApi, type TestTenant } from './testing/harness.ts'

// Marked values are sent through the API; then every cell of the tenant's tables is searched for them.
const MARK = 'Zq7Marker'
let api: TestApi
let tenant: TestTenant

beforeAll(async () => {
  api = await startApi(await createDatabase())
  tenant = await api.tenant()
})
afterAll(() => api.close())

/** Columns in which a text stands as it was written. */
async function whereIs(text: string): Promise<string[]> {
  const { pool } = api.kernel.shards.main
  const { schema } = tenant.ctx.realm
  const { rows } = await pool.query<{ t: string; c: string }>(
    `select table_name as t, column_name as c from information_schema.columns where table_schema = $1 and data_type in ('text', 'jsonb', 'ARRAY')`,
    [schema],
  )
  const hits: string[] = []
  for (const { t, c } of rows)
    if ((await pool.query(`select 1 from "${schema}"."${t}" where "${c}"::text ilike $1 limit 1`, [`%${text}%`])).rowCount) hits.push(`${t}.${c}`)
  return hits
}

describe('personal data', () => {
  it('stands sealed in every table that it reaches, and is read by whom it concerns', async () => {
    const agency = await tenant.party('agency')
    const client = await tenant.party('client')
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const talent = await tenant.profile(agency.accountId)
    const email = `${MARK}-ann@people.example`
    const password = 'a password of some length'

    await tenant.guest.ok(register, { body: { email, password, firstName: 'Ann', lastName: 'Other', as: 'talent' } })
    await agency.caller.ok(inviteMember, { body: { email: `${MARK}-bob@people.example`, role: 'account_booker' } })
    await agency.caller.ok(updateRosterProfile, { params: { id: talent.id }, body: { values: { phone: `+43 ${MARK}` } } })
    const talk = await client.caller.ok(startConversation, { body: { about: { profileId: talent.id }, body: `Hello ${MARK}` } })
    const sent = { params: { id: talk.id }, body: { body: `${MARK} again` }, idempotencyKey: `key-${newId()}` }
    await client.caller.ok(sendMessage, sent)
    await api.work()
    await tenant.guest.ok(forgotPassword, { body: { email } })
    expect(await whereIs(MARK)).toEqual([])

    // a repeat gets the first answer, opened
    expect((await client.caller.call(sendMessage, sent)).body).toMatchObject({ body: `${MARK} again` })
    expect((await agency.caller.ok(listMessages, { params: { id: talk.id } })).items.map((m) => m.body)).toEqual([`${MARK} again`, `Hello ${MARK}`])
    expect((await agency.caller.ok(getRosterProfile, { params: { id: talent.id } })).values['phone']).toBe(`+43 ${MARK}`)
    expect((await admin.caller.ok(listUsers, { query: { q: email.toUpperCase() } })).items.map((u) => u.email)).toEqual([email])
    expect(JSON.stringify(await admin.caller.ok(listAudit, {}))).toContain(`+43 ${MARK}`)
  })

  it('goes on being read while the key is turned, and then needs only the new one where it can be changed', async () => {
    const { keyrings } = api.kernel
    const version = await keyrings.rotate(tenant.id)
    const agency = await tenant.party('agency')
    await agency.caller.ok(inviteMember, { body: { email: 'late@people.example', role: 'account_booker' } })
    const ring = await keyrings.of(tenant.id)
    const done = await resealTables(tenant.ctx.db, sealed, ring)
    expect(done.rows).toBeGreaterThan(5)
    expect(done.kept).toEqual(['audit_entry'])
    expect((await whereIs('sealed:1:')).sort()).toEqual(['audit_entry.changes', 'audit_entry.data', 'audit_entry.ip', 'idempotency_key.response'])
    expect((await whereIs(`sealed:${version}:`)).length).toBeGreaterThan(4)
    const user = await tenant.user()
    await tenant.guest.ok(login, { body: { email: user.email, password: 'correct horse battery' } })
    expect((await resealTables(tenant.ctx.db, sealed, ring)).rows).toBe(0)
  })

  it('is refused as a filter, where it would find nothing', async () => {
    await expect(tenant.ctx.db.user.findFirst({ where: { OR: [{ email: 'a@b.c' }] } })).rejects.toThrow('User.email is sealed and cannot be searched')
  })

  it('cannot be read any more once the keys are destroyed', async () => {
    const other = await api.tenant()
    const user = await other.user()
    await api.kernel.keyrings.destroy(other.id)
    await expect(other.ctx.db.user.findUnique({ where: { id: user.id } })).rejects.toThrow(KeyDestroyed)
  })
})
