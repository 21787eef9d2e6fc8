import { createShortlist, getShortlist, listShortlists } from '@itellico/contracts/packages'
import { listRoster } from '@itellico/contracts/profiles'
import { lsnOf } from '@itellico/kernel/replicas'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createDatabase, startApi, type TestApi, type TestTenant } from './testing/harness.ts'
import { startReplica, type Replica } from './testing/replica.ts'

let replica: Replica
let api: TestApi
let other: TestApi
let tenant: TestTenant

beforeAll(async () => {
  const urls = await createDatabase()
  replica = await startReplica(urls['DATABASE_ADMIN_URL'] ?? '')
  const env = { ...urls, DATABASE_REPLICA_URLS: replica.at(urls['DATABASE_URL'] ?? ''), REDIS_PREFIX: 'test-replicas' }
  api = await startApi(env)
  // another process of the same installation
  other = await startApi(env)
  tenant = await api.tenant()
}, 60_000)
afterAll(async () => {
  await api.close()
  await other.close()
  await replica.stop()
})

const reader = (): Promise<unknown> => other.kernel.readers.reader(tenant.ctx.realm)

describe('reading from a replica', () => {
  it('begins once it has seen what was written, and finds it', async () => {
    const client = await tenant.party('client')
    await client.caller.ok(createShortlist, { body: { name: 'first' } })
    await vi.waitFor(async () => expect(await reader()).not.toBeNull())
    const before = replicaQueries()
    const elsewhere = other.caller(tenant.host, client.token, client.accountId)
    expect((await elsewhere.ok(listShortlists, {})).items.map((s) => s.name)).toEqual(['first'])
    expect(replicaQueries()).toBeGreaterThan(before)
  })

  it('never misses a write while the replica is behind: in the same process, in another one, by another person', async () => {
    const client = await tenant.party('client')
    const colleague = await tenant.user({ account: { id: client.accountId, role: 'client_booker' } })
    await vi.waitFor(async () => expect(await reader()).not.toBeNull())
    await replica.pause()
    for (let i = 0; i < 20; i++) {
      const { id } = await client.caller.ok(createShortlist, { body: { name: `list ${i}` } })
      await client.caller.ok(getShortlist, { params: { id } })
      await other.caller(tenant.host, client.token, client.accountId).ok(getShortlist, { params: { id } })
      await other.caller(tenant.host, colleague.token, client.accountId).ok(getShortlist, { params: { id } })
      expect(await reader()).toBeNull()
    }
    await replica.resume()
    await vi.waitFor(async () => expect(await reader()).not.toBeNull())
    expect((await other.caller(tenant.host, client.token, client.accountId).ok(listShortlists, {})).items).toHaveLength(20)
  })

  it('is left alone when it is too far behind for anybody', async () => {
    await vi.waitFor(async () => expect(await reader()).not.toBeNull())
    await replica.pause()
    // somebody else writes; this tenant has not written for long
    const neighbour = await api.tenant()
    await neighbour.party('client')
    await vi.waitFor(async () => expect(await reader()).toBeNull(), { timeout: 10_000 })
    await replica.resume()
    await vi.waitFor(async () => expect(await reader()).not.toBeNull())
  })

  it('fails over to the primary when the replica goes away', async () => {
    const agency = await tenant.party('agency')
    await vi.waitFor(async () => expect(await reader()).not.toBeNull())
    const stopped = replica.stop()
    for (let i = 0; i < 50; i++) await agency.caller.ok(listRoster, {})
    await stopped
    for (let i = 0; i < 50; i++) await agency.caller.ok(listRoster, {})
    await vi.waitFor(async () => expect(await reader()).toBeNull())
  })
})

it('positions of the log are compared as numbers', () => {
  expect(lsnOf('0/9') < lsnOf('0/A')).toBe(true)
  expect(lsnOf('0/FFFFFFFF') < lsnOf('1/0')).toBe(true)
})

/** Connections that were made to the replica for tenants. */
function replicaQueries(): number {
  const [main] = other.kernel.shards.withReplicas
  return main?.replicas[0]?.lanes.state.connections ?? 0
}
