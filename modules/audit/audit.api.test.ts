import { createAccount } from '@itellico/contracts/accounts'
import * as contract from '@itellico/contracts/audit'
import type { AuditEntry } from '@itellico/contracts/audit'
import { systemContext } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import { schemaOf } from '@itellico/kernel/realms'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prune, linkEntries, verify } from './audit.chain.ts'
import { startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'

let api: TestApi
let tenant: TestTenant
let owner: pg.Client

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  owner = new pg.Client({ connectionString: api.config.DATABASE_ADMIN_URL ?? '' })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await api.close()
})

describe('the trail', () => {
  it('tells what happened by action and facts, and in English', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    await admin.caller.ok(createAccount, { body: { type: 'agency', name: 'Nord Faces', ownerEmail: 'owner@nord.example' } })
    const { items } = await admin.caller.ok(contract.listAudit, { query: { action: 'accounts.created' } })
    expect(items.map((e) => [e.action, e.data, e.summary])).toEqual([['accounts.created', { name: 'Nord Faces' }, 'The account Nord Faces was created']])
    expect((await admin.caller.ok(contract.listAudit, { query: { q: 'nord faces', action: 'accounts.created' } })).items).toHaveLength(1)
  })
})

describe('the chain', () => {
  /** A tenant with some entries, linked. */
  async function trail(count = 6) {
    const t = await api.tenant()
    const admin = await t.user({ roles: ['tenant_admin'] })
    for (let i = 0; i < count; i++)
      await admin.caller.ok(createAccount, { body: { type: 'agency', name: `House ${i}`, ownerEmail: `owner${i}@house.example` } })
    await linkEntries(t.ctx)
    const table = (name: string): string => `"${schemaOf(t.id)}".${name}`
    const found = async () => (await admin.caller.ok(contract.verifyAudit, {})).brokenAt
    return { t, admin, table, found }
  }

  it('holds all entries, also those written at once, and says where it ends', async () => {
    const { t, admin } = await trail()
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => admin.caller.ok(createAccount, { body: { type: 'client', name: `Brand ${i}`, ownerEmail: `b${i}@brand.example` } })),
    )
    const before = await admin.caller.ok(contract.verifyAudit, {})
    expect([before.intact, before.waiting >= 12]).toEqual([true, true])
    expect((await Promise.all([linkEntries(t.ctx), linkEntries(t.ctx), linkEntries(t.ctx)])).reduce((a, b) => a + b)).toBe(before.waiting)
    const after = await admin.caller.ok(contract.verifyAudit, {})
    const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from "${schemaOf(t.id)}".audit_entry`)
    expect([after.intact, after.waiting, after.checked, after.head?.seq]).toEqual([true, 0, rows[0]?.n, rows[0]?.n])
    expect(await verify(t.ctx, 5)).toMatchObject({ intact: true, checked: 5, from: (rows[0]?.n ?? 0) - 4 })
  })

  it('shows an entry that was changed, and goes on after a key was turned', async () => {
    const { t, found, table } = await trail()
    await api.kernel.keyrings.rotate(t.id)
    expect(await found()).toBeNull()
    const { rows } = await owner.query<{ id: string; seq: string }>(`select entry_id as id, seq from ${table('audit_link')} order by seq offset 2 limit 1`)
    await owner.query(`update ${table('audit_entry')} set actor_name = 'Somebody else' where id = $1`, [rows[0]?.id])
    expect(await found()).toEqual({ seq: Number(rows[0]?.seq), entryId: rows[0]?.id, why: 'changed' })
  })

  it('shows an entry or a link that was taken away', async () => {
    const one = await trail()
    const { rows } = await owner.query<{ id: string }>(
      `delete from ${one.table('audit_entry')} where id = (select entry_id from ${one.table('audit_link')} where seq = 3) returning id`,
    )
    expect(await one.found()).toEqual({ seq: 3, entryId: rows[0]?.id, why: 'entry_missing' })
    const two = await trail()
    await owner.query(`delete from ${two.table('audit_link')} where seq = 3`)
    expect(await two.found()).toEqual({ seq: 3, entryId: null, why: 'link_missing' })
  })

  it('shows an end that was cut off and a history that was written anew, by what the platform noted', async () => {
    const one = await trail()
    await owner.query(
      `with cut as (delete from ${one.table('audit_link')} where seq >= 4 returning entry_id) delete from ${one.table('audit_entry')} where id in (select entry_id from cut)`,
    )
    expect((await one.found())?.why).toBe('link_missing')
    const two = await trail()
    await owner.query(`delete from ${two.table('audit_link')}`)
    await owner.query(`delete from ${two.table('audit_entry')} where id = (select min(id::text)::uuid from ${two.table('audit_entry')})`)
    await linkEntries(two.t.ctx)
    await two.admin.caller.ok(createAccount, { body: { type: 'agency', name: 'One more', ownerEmail: 'more@house.example' } })
    await linkEntries(two.t.ctx)
    expect((await two.found())?.why).toBe('rewritten')
  })

  it('shows an entry that was slipped in under an old date', async () => {
    const { found, table } = await trail()
    await owner.query(
      `insert into ${table('audit_entry')} (id, at, actor_name, action, entity, summary) values ('00000000-0000-7000-8000-000000000001', now() - interval '2 days', 'Nobody', 'auth.login', 'user', 'x')`,
    )
    expect((await found())?.why).toBe('not_linked')
  })

  it('cannot be touched by the application, which can only drop linked entries of over a year', async () => {
    const { t, found, table } = await trail()
    for (const sql of [`delete from ${table('audit_entry')}`, `update ${table('audit_link')} set hash = ''`, `truncate ${table('audit_link')}`])
      await expect(api.kernel.shards.main.pool.query(sql)).rejects.toThrow(/permission denied/)
    await expect(api.kernel.shards.main.pool.query(`select "${schemaOf(t.id)}".audit_prune(now())`)).rejects.toThrow(/last year are kept/)
    await owner.query(
      `update ${table('audit_entry')} set at = at - interval '800 days' where id in (select entry_id from ${table('audit_link')} where seq <= 2)`,
    )
    await owner.query(`update ${table('audit_link')} set linked_at = linked_at - interval '800 days' where seq <= 2`)
    expect(await prune(t.ctx)).toBe(0)
    const kept = { ...t.ctx, kernel: { ...api.kernel, config: { ...api.kernel.config, AUDIT_RETENTION_DAYS: 730 } } }
    expect(await prune(kept)).toBe(2)
    expect(await found()).toBeNull()
    expect(await verify(t.ctx)).toMatchObject({ intact: true, pruned: 2 })
  })

  it('has its end noted at the platform again after a run that was cut off before', async () => {
    const { t } = await trail()
    const noted = async () => (await owner.query<{ seq: string }>('select seq from control.audit_anchor where realm = $1', [t.id])).rows
    const before = await noted()
    await owner.query('delete from control.audit_anchor where realm = $1', [t.id])
    expect(await linkEntries(t.ctx)).toBe(0)
    expect([before.length, await noted()]).toEqual([1, before])
  })

  it('is kept for the platform, too', async () => {
    const ctx = systemContext(api.kernel, api.kernel.realms.platform)
    await linkEntries(ctx)
    expect(await verify(ctx)).toMatchObject({ intact: true, waiting: 0 })
  })
})

describe('personal values', () => {
  it('are shown to whoever has the right to see them, and masked for others', async () => {
    const platform = await api.platform()
    const [support, admin] = [await platform.caller('platform_support'), await platform.caller('super_admin')]
    await ask(systemContext(api.kernel, api.kernel.realms.platform), contract.recordAudit, {
      action: 'auth.login_failed',
      entity: 'user',
      entityId: null,
      data: { email: 'marked-1@house.example', name: 'Ida' },
      changes: [{ field: 'phone', from: null, to: '+43 1 marked-2' }],
    })
    const seenBy = async (caller: Caller): Promise<AuditEntry[]> => (await caller.ok(contract.listPlatformAudit, { query: { limit: 100 } })).items
    expect(JSON.stringify(await seenBy(support))).not.toMatch(/marked-[12]|127\.0\.0\.1/)
    expect((await seenBy(support))[0]).toMatchObject({ data: { email: '•••', name: 'Ida' }, changes: [{ field: 'phone', from: null, to: '•••' }] })
    expect((await seenBy(admin))[0]).toMatchObject({ data: { email: 'marked-1@house.example' }, changes: [{ to: '+43 1 marked-2' }] })
  })
})
