import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { migrateFleet, type FleetOptions, type FleetResult } from '@itellico/kernel/fleet'
import { newId } from '@itellico/kernel/ids'
import { defineModule } from '@itellico/kernel/module'
import { schemaOf } from '@itellico/kernel/realms'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyDatabase } from './testing/harness.ts'

// A fleet of tenants with one small module, whose migrations each test writes.
const probe = defineModule({ name: 'probe', migrations: ['tenant'] })
const TENANTS = 12
let folder: string
let servers: { name: string; adminUrl: string }[]
let main: pg.Pool
let two: pg.Pool
let ids: string[]

const write = (name: string, sql: string): void => writeFileSync(join(folder, 'probe', 'migrations', name), sql)
const options = (): FleetOptions => ({ servers, modules: [probe], modulesUrl: pathToFileURL(`${folder}/`), appPassword: null })
const migrate = (): Promise<FleetResult> => migrateFleet(options())
const poolOf = async (id: string): Promise<pg.Pool> => {
  const { rows } = await main.query<{ shard: string }>('select shard from control.tenant where id = $1', [id])
  return rows[0]?.shard === 'two' ? two : main
}
const columns = async (id: string): Promise<string[]> => {
  const { rows } = await (
    await poolOf(id)
  ).query<{ name: string }>(`select column_name as name from information_schema.columns where table_schema = $1 and table_name = 'thing' order by 1`, [
    schemaOf(id),
  ])
  return rows.map((r) => r.name)
}

beforeAll(async () => {
  const [a, b] = [await emptyDatabase(), await emptyDatabase()]
  servers = [
    { name: 'main', adminUrl: a.adminUrl },
    { name: 'two', adminUrl: b.adminUrl },
  ]
  main = new pg.Pool({ connectionString: a.adminUrl, max: 4, application_name: 'test' })
  two = new pg.Pool({ connectionString: b.adminUrl, max: 4, application_name: 'test' })
})
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'itellico-fleet-'))
  mkdirSync(join(folder, 'probe', 'migrations'), { recursive: true })
  write('0001_init.sql', 'create table thing (id int primary key, size int)')
  await migrate()
  ids = Array.from({ length: TENANTS }, () => newId())
  for (const [i, id] of ids.entries())
    await main.query(
      `insert into control.tenant (id, slug, name, industry, status, theme, locales, currency, timezone, schema_name, shard) values ($1, $2, 'T', 'fashion', 'active', '{}', '{en}', 'EUR', 'UTC', $3, $4)`,
      [id, `f${id.replaceAll('-', '').slice(-20)}`, schemaOf(id), i % 2 ? 'two' : 'main'],
    )
  await migrate()
})
afterEach(async () => {
  for (const id of ids) {
    await (await poolOf(id)).query(`drop schema if exists "${schemaOf(id)}" cascade`)
    await main.query('delete from control.tenant where id = $1', [id])
  }
  rmSync(folder, { recursive: true })
})
afterAll(() => Promise.all([main.end(), two.end()]))

describe('a fleet of tenants on two servers', () => {
  it('is brought up to date, and then there is nothing to do', async () => {
    write('0002_colour.sql', 'alter table thing add column colour text')
    const first = await migrate()
    expect(first).toMatchObject({ failed: [], held: 0 })
    expect(first.changed).toHaveLength(TENANTS)
    for (const id of ids) expect(await columns(id)).toEqual(['colour', 'id', 'size'])
    expect((await migrate()).changed).toEqual([])
  })

  it('goes on without a tenant whose data does not allow the change, which is written down until it does', async () => {
    const odd = ids[3] ?? ''
    await (await poolOf(odd)).query(`insert into "${schemaOf(odd)}".thing values (1, null)`)
    write('0002_sized.sql', 'alter table thing alter column size set not null')
    const { failed, changed, held } = await migrate()
    expect([changed.length, held, failed.map((f) => [f.tenantId, f.migration])]).toEqual([TENANTS - 1, 0, [[odd, 'probe/0002_sized.sql']]])
    expect(failed[0]?.error).toMatch(/contains null values/)
    const noted = (): Promise<pg.QueryResult<{ tenant_id: string; attempts: number }>> =>
      main.query('select tenant_id, attempts from control.migration_failure')
    expect((await noted()).rows).toEqual([{ tenant_id: odd, attempts: 1 }])
    await migrate()
    expect((await noted()).rows).toEqual([{ tenant_id: odd, attempts: 2 }])
    // it is served as it was
    expect((await (await poolOf(odd)).query(`select size from "${schemaOf(odd)}".thing`)).rows).toEqual([{ size: null }])
    await (await poolOf(odd)).query(`update "${schemaOf(odd)}".thing set size = 0`)
    expect((await migrate()).changed).toEqual([schemaOf(odd)])
    expect((await noted()).rows).toEqual([])
  })

  it('tries canaries first and stops there when one fails', async () => {
    const canary = ids[5] ?? ''
    await main.query('update control.tenant set canary = true where id = $1', [canary])
    await (await poolOf(canary)).query(`insert into "${schemaOf(canary)}".thing values (1, null)`)
    write('0002_sized.sql', 'alter table thing alter column size set not null')
    const { failed, changed, held } = await migrate()
    expect([failed.map((f) => f.tenantId), changed, held]).toEqual([[canary], [], TENANTS - 1])
    await (await poolOf(canary)).query(`update "${schemaOf(canary)}".thing set size = 0`)
    expect((await migrate()).changed).toHaveLength(TENANTS)
  })

  it('is migrated once when several nodes start at once', async () => {
    write('0002_colour.sql', 'alter table thing add column colour text')
    const results = await Promise.all([migrate(), migrate(), migrate()])
    expect(results.map((r) => r.changed.length).sort((a, b) => a - b)).toEqual([0, 0, TENANTS])
  })

  it('goes on where a run was cut short, and no lock is left behind', async () => {
    // slow enough to be in the middle of it
    write('0002_colour.sql', 'alter table thing add column colour text; select pg_sleep(0.2)')
    let changed = 0
    const cut = migrateFleet({
      ...options(),
      parallel: 1,
      onProgress: () => {
        // every connection of the run breaks, as when its machine goes away
        if (++changed >= 4) void kill()
      },
    })
    await expect(cut).rejects.toThrow()
    const rest = await migrate()
    expect(rest.failed).toEqual([])
    expect(rest.changed.length).toBeGreaterThan(0)
    expect(rest.changed.length).toBeLessThan(TENANTS)
    for (const id of ids) expect(await columns(id)).toContain('colour')
  })

  it('finds a tenant that was restored to an older state by itself', async () => {
    const old = ids[7] ?? ''
    write('0002_colour.sql', 'alter table thing add column colour text')
    await migrate()
    const db = await poolOf(old)
    const schema = schemaOf(old)
    await db.query(`drop schema "${schema}" cascade`)
    // what a backup from before the change brings back: tables, ledger and mark of then
    rmSync(join(folder, 'probe', 'migrations', '0002_colour.sql'))
    await migrate()
    expect(await columns(old)).toEqual(['id', 'size'])
    write('0002_colour.sql', 'alter table thing add column colour text')
    const { changed } = await migrate()
    expect(changed).toContain(schema)
    expect(await columns(old)).toEqual(['colour', 'id', 'size'])
  })

  it('waits for a transaction that is in the way, a little at a time', async () => {
    const busy = ids[0] ?? ''
    const client = await (await poolOf(busy)).connect()
    await client.query('begin')
    await client.query(`select * from "${schemaOf(busy)}".thing`)
    write('0002_colour.sql', 'alter table thing add column colour text')
    const run = migrate()
    // everybody else is done before the one in the way has ended
    await vi.waitFor(async () => expect(await columns(ids[10] ?? '')).toContain('colour'), { timeout: 10_000 })
    expect(await columns(busy)).not.toContain('colour')
    await client.query('commit')
    client.release()
    expect((await run).failed).toEqual([])
    expect(await columns(busy)).toContain('colour')
  })

  it('refuses a migration that was changed after it had been applied', async () => {
    write('0001_init.sql', 'create table thing (id int primary key, size bigint)')
    const { failed } = await migrate()
    expect(failed).toHaveLength(TENANTS)
    expect(failed[0]?.error).toMatch(/was changed after it had been applied/)
  })
})

/** Breaks every connection of the database but our own. */
async function kill(): Promise<void> {
  for (const pool of [main, two])
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = ''`,
    )
}
