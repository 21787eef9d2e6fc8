import { raw } from '@itellico/kernel/db'
import { inTx } from '@itellico/kernel/context'
import { systemContext } from '@itellico/kernel/kernel'
import { newId } from '@itellico/kernel/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi, type TestTenant } from './testing/harness.ts'

// The view of a tenant leans on the inside of Prisma: these tests are the contract that an upgrade must keep.
const TENANTS = 8
const SHARED_ID = newId()
let api: TestApi
const tenants: TestTenant[] = []

beforeAll(async () => {
  api = await startApi({ DATABASE_POOL: '5' })
  for (let i = 0; i < TENANTS; i++) {
    const tenant = await api.tenant()
    tenants.push(tenant)
    await tenant.ctx.db.account.create({ data: { id: SHARED_ID, slug: 'same', name: tenant.id, type: 'agency', status: 'active' } })
  }
})
afterAll(() => api.close())

/** Rows of the same id in every tenant, asked for in one tick: each must carry its own tenant's marker. */
async function wave(read: (t: TestTenant) => Promise<string | undefined>): Promise<void> {
  const names = await Promise.all(tenants.flatMap((t) => [read(t), read(t), read(t)]))
  expect(names).toEqual(tenants.flatMap((t) => [t.id, t.id, t.id]))
}

describe('views of tenants on one engine', () => {
  it('never answer with a row of another, whatever the kind of query', async () => {
    for (let round = 0; round < 15; round++) {
      await wave(async (t) => (await t.ctx.db.account.findUnique({ where: { id: SHARED_ID } }))?.name)
      await wave(async (t) => (await t.ctx.db.account.findMany({ where: { slug: 'same' } }))[0]?.name)
      await wave(async (t) => (await t.ctx.db.account.findUnique({ where: { id: SHARED_ID }, include: { members: true }, relationLoadStrategy: 'join' }))?.name)
      await wave(
        async (t) => (await raw(t.ctx.db).$queryRawUnsafe<{ name: string }[]>('select name from "__tenant__"."account" where slug = $1', 'same'))[0]?.name,
      )
      await wave((t) => inTx(t.ctx, async (tx) => (await tx.db.account.findUnique({ where: { id: SHARED_ID } }))?.name))
    }
  })

  it('write where they should, also with errors and rolled back work in between', async () => {
    await Promise.all(
      tenants.flatMap((t) => [
        t.ctx.db.account.create({ data: { id: newId(), slug: `own-${t.id}`, name: t.id, type: 'client', status: 'active' } }),
        t.ctx.db.account.create({ data: { id: newId(), slug: 'same', name: 'twice', type: 'client', status: 'active' } }).then(
          () => 'written',
          () => 'refused',
        ),
        inTx(t.ctx, async (tx) => {
          await tx.db.account.create({ data: { id: newId(), slug: `undone-${t.id}`, name: 'undone', type: 'client', status: 'active' } })
          throw new Error('undo')
        }).catch(() => 'undone'),
      ]),
    )
    for (const t of tenants) expect((await t.ctx.db.account.findMany({ orderBy: { slug: 'asc' } })).map((a) => a.slug)).toEqual([`own-${t.id}`, 'same'])
  })

  it('keep connections within the pool', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, i) => (tenants[i % TENANTS] as TestTenant).ctx.db.account.count()))
    expect(api.kernel.shards.main.pool.totalCount).toBeLessThanOrEqual(5)
  })

  it('refuse names that are no schemas of ours', () => {
    for (const name of ['public', 't_x"; drop schema control; --', '../t_x', '', 'T_X'])
      expect(() => api.kernel.shards.main.view(name)).toThrow('not a schema of ours')
  })
})

describe('the role of the application', () => {
  it('has no rights on public, and cannot change what happened', async () => {
    const { pool } = api.kernel.shards.main
    await expect(pool.query('create table public.mine (id int)')).rejects.toThrow(/permission denied/)
    const [tenant] = tenants as [TestTenant]
    const { schema } = tenant.ctx.realm
    for (const sql of [
      `delete from "${schema}".event`,
      `update "${schema}".audit_entry set summary = ''`,
      `truncate "${schema}".event`,
      `drop table "${schema}".account`,
      'create schema mine',
    ])
      await expect(pool.query(sql), sql).rejects.toThrow(/permission denied|must be owner/)
  })

  it('finds no table without naming its schema', async () => {
    await expect(api.kernel.shards.main.pool.query('select * from account')).rejects.toThrow(/does not exist/)
    await expect(systemContext(api.kernel, api.kernel.realms.platform).db.account.count()).rejects.toThrow(/does not exist/)
  })
})

describe('the tables', () => {
  it('hold every field of every model that is used there', async () => {
    const [tenant] = tenants as [TestTenant]
    const control = systemContext(api.kernel, api.kernel.realms.platform).db
    const CONTROL_ONLY = new Set(['tenant', 'tenantStats', 'tenantOperation', 'migrationFailure', 'tenantCalls', 'tenantDomain', 'erasureTombstone'])
    const names = Object.keys((await import('./generated/prisma/internal/prismaNamespace.ts')).ModelName).map((m) => m.charAt(0).toLowerCase() + m.slice(1))
    expect(names.length).toBeGreaterThan(20)
    for (const name of names) {
      const db = (CONTROL_ONLY.has(name) ? control : tenant.ctx.db) as unknown as Record<string, { findFirst(): Promise<unknown> }>
      await db[name]?.findFirst()
    }
  })
})
