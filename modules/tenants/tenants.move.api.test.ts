import { listPublicListings } from '@itellico/contracts/listings'
import { createShortlist, listShortlists } from '@itellico/contracts/packages'
import { listRoster } from '@itellico/contracts/profiles'
import * as life from '@itellico/contracts/tenant-life'
import { asOwner } from '@itellico/kernel/admin'
import { loadMigrations } from '@itellico/kernel/migrate'
import { beginCopy, copyProgress, switchOver, type Move } from '@itellico/kernel/move'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { modules, modulesUrl } from '../registry.ts'
import { createDatabase, startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import { plantEverything } from '../testing/planted.ts'

let api: TestApi
let operator: Caller
let tenant: TestTenant

beforeAll(async () => {
  api = await startApi({ ...(await createDatabase({ second: 'two' })) })
  operator = await (await api.platform()).caller('super_admin')
})
beforeEach(async () => {
  tenant = await api.tenant()
  await plantEverything(tenant)
})
afterAll(() => api.close())

const requested = (): Promise<life.Operation> => operator.ok(life.moveTenant, { params: { id: tenant.id }, body: { shard: 'two' } })
const newest = async (): Promise<life.Operation> => {
  const [op] = (await operator.ok(life.listOperations, { params: { id: tenant.id } })).items
  if (!op) throw new Error('nothing was done')
  return op
}
const shardOf = async (): Promise<string | undefined> => {
  api.kernel.realms.forget()
  return (await api.kernel.realms.byId(tenant.id))?.shard
}
const count = async (shard: string, sql: string, ...values: unknown[]): Promise<number> =>
  asOwner(api.kernel, shard, async (c) => (await c.query(sql, values)).rowCount ?? 0)
/** What is left of a move on either server: nothing, once it has ended. */
const remains = async (): Promise<number> => {
  const name = `move_${tenant.ctx.realm.schema}`
  return (
    (await count('main', 'select 1 from pg_replication_slots where slot_name = $1', name)) +
    (await count('main', 'select 1 from pg_publication where pubname = $1', name)) +
    (await count('two', 'select 1 from pg_subscription where subname = $1', name)) +
    (await count('main', `select 1 from pg_namespace where nspname = 'left_' || $1`, tenant.ctx.realm.schema.slice(2)))
  )
}
const schemaOn = (shard: string): Promise<number> => count(shard, 'select 1 from pg_namespace where nspname = $1', tenant.ctx.realm.schema)
const withMove = <T>(work: (move: Move) => Promise<T>): Promise<T> =>
  asOwner(api.kernel, 'main', (source) =>
    asOwner(api.kernel, 'two', (target) =>
      work({ schema: tenant.ctx.realm.schema, realm: tenant.id, source, target, sourceUrl: api.kernel.shards.adminUrl('main') }),
    ),
  )
const begin = (move: Move): Promise<void> => loadMigrations('tenant', modules, modulesUrl).then((m) => beginCopy(move, m))

describe('a move between servers', () => {
  it('loses nothing that was acknowledged and fails no read while people go on working', async () => {
    const client = await tenant.party('client')
    const agency = await tenant.party('agency')
    const kept: string[] = []
    let held = 0
    let going = true
    const write = async (n: number): Promise<void> => {
      for (let i = 0; going; i++) {
        const answer = await client.caller.call(createShortlist, { body: { name: `list ${n} ${i}` } })
        if (answer.status === 201) kept.push((answer.body as { id: string }).id)
        else {
          expect([answer.status, (answer.body as { code: string }).code, answer.headers['retry-after']]).toEqual([503, 'tenants.moving', '1'])
          held++
        }
      }
    }
    const read = async (): Promise<void> => {
      while (going) expect((await agency.caller.call(listRoster, {})).status).toBe(200)
    }
    const everybody = [0, 1, 2, 3].map(write).concat([read(), read()])
    const op = await requested()
    await api.work()
    await vi.waitFor(() => expect(kept.length).toBeGreaterThan(20))
    going = false
    await Promise.all(everybody)

    const done = await newest()
    expect([done.id, done.status, done.error, done.target]).toEqual([op.id, 'done', null, 'two'])
    expect(await shardOf()).toBe('two')
    expect([await schemaOn('main'), await schemaOn('two'), await remains()]).toEqual([0, 1, 0])
    const { rows } = await api.kernel.shards.byName('two').pool.query<{ id: string }>(`select id from "${tenant.ctx.realm.schema}".shortlist`)
    const there = new Set(rows.map((r) => r.id))
    expect(kept.filter((id) => !there.has(id))).toEqual([])
    expect(held).toBeLessThan(50)
    const [row] = await api.kernel.shards.main.pool
      .query<{ state: { pauseMs: number } }>('select state from control.tenant_operation where id = $1', [op.id])
      .then((r) => r.rows)
    expect(row?.state.pauseMs).toBeGreaterThanOrEqual(0)
    // background work went along and goes on
    await api.work()
    expect(await count('main', 'select 1 from relay.task where realm = $1 and done_at is null', tenant.id)).toBe(0)
    await client.caller.ok(createShortlist, { body: { name: 'after' } })
    expect((await client.caller.ok(listShortlists, {})).items.map((s) => s.name)).toContain('after')
  })

  it('goes on after a crash while it copies, and after one right behind the switch', async () => {
    await withMove(begin)
    await requested()
    await api.work()
    expect([(await newest()).status, await shardOf(), await remains()]).toEqual(['done', 'two', 0])

    tenant = await api.tenant()
    await plantEverything(tenant)
    await withMove(async (move) => {
      await begin(move)
      await vi.waitFor(async () => {
        const { done, total } = await copyProgress(move)
        expect([total > 0, done]).toEqual([true, total])
      }, 20_000)
      await switchOver(move)
    })
    await requested()
    await api.work()
    expect([(await newest()).status, await shardOf(), await schemaOn('two'), await remains()]).toEqual(['done', 'two', 1, 0])
    await tenant.guest.ok(listPublicListings, {})
  }, 60_000)

  it('can be called off until it switches, and leaves no trace', async () => {
    await requested()
    await operator.ok(life.abortMove, { params: { id: tenant.id } })
    await api.work()
    expect([(await newest()).status, await shardOf(), await schemaOn('main'), await schemaOn('two'), await remains()]).toEqual(['aborted', 'main', 1, 0, 0])
    expect(await operator.problem(life.abortMove, { params: { id: tenant.id } })).toBe('422 tenants.no_move')
    await tenant.party('agency')
  })

  it('does not switch to a copy that differs', async () => {
    await withMove(async (move) => {
      await begin(move)
      await vi.waitFor(async () => {
        const { done, total } = await copyProgress(move)
        expect([total > 0, done]).toEqual([true, total])
      }, 20_000)
      await move.target.query(`update "${move.schema}".account set name = 'bent'`)
    })
    await requested()
    await expect(api.work()).rejects.toThrow('the copy differs in account')
    const op = await newest()
    expect([op.status, op.error]).toEqual(['failed', 'the copy differs in account'])
    expect([await shardOf(), await schemaOn('main'), await schemaOn('two'), await remains()]).toEqual(['main', 1, 0, 0])
    await tenant.party('agency')
  })

  it('is refused to where the tenant is, and to servers that do not exist', async () => {
    for (const shard of ['main', 'nowhere'])
      expect(await operator.problem(life.moveTenant, { params: { id: tenant.id }, body: { shard } })).toBe('422 tenants.shard_unfit')
    expect((await operator.ok(life.listShards, {})).items.map((s) => [s.name, s.reachable])).toEqual([
      ['main', true],
      ['two', true],
    ])
  })
})
