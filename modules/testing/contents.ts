import { openColumns } from '@itellico/kernel/sealing'
import { readRows, tablesOf } from '@itellico/kernel/schema-copy'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import type { TestApi, TestTenant } from './harness.ts'

/** All that a tenant's tables hold, opened, as one text per table. */
export async function tableTexts(api: TestApi, tenant: TestTenant): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: api.kernel.shards.adminUrl('main') })
  await client.connect()
  try {
    const ring = await api.kernel.keyrings.of(tenant.id)
    const texts = new Map<string, string>()
    const { schema } = tenant.ctx.realm
    await client.query('begin isolation level repeatable read read only')
    for (const table of await tablesOf(client, schema)) {
      let text = ''
      for await (const rows of readRows(client, schema, table))
        text += rows.map((r) => `${JSON.stringify(openColumns(api.kernel.sealed, table.name, r, ring))}\n`).join('')
      texts.set(table.name, text)
    }
    return texts
  } finally {
    await client.end()
  }
}

/** Names of all files of a tenant with their contents. */
export async function fileTexts(api: TestApi, tenant: TestTenant): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for await (const key of api.kernel.storage.list(tenant.id)) {
    const file = await api.kernel.storage.read(key)
    if (file) texts.set(key, (await buffer(file.stream)).toString('latin1'))
  }
  return texts
}

/** All keys of Redis that belong to a test's API, with what they hold. */
export async function redisTexts(api: TestApi): Promise<Map<string, string>> {
  const { redis, config } = api.kernel
  const texts = new Map<string, string>()
  for await (const keys of redis.scanStream({ match: `${config.REDIS_PREFIX}:*`, count: 500 }) as AsyncIterable<string[]>)
    for (const key of keys) {
      const type = await redis.type(key)
      const value =
        type === 'string'
          ? await redis.get(key)
          : type === 'hash'
            ? await redis.hgetall(key)
            : type === 'list'
              ? await redis.lrange(key, 0, -1)
              : type === 'set'
                ? await redis.smembers(key)
                : type === 'zset'
                  ? await redis.zrange(key, '0', '-1')
                  : await redis.xrange(key, '-', '+')
      texts.set(key, JSON.stringify(value))
    }
  return texts
}
