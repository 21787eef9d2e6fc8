import pg from 'pg'
import type { Kernel } from './kernel.ts'

/** Runs work on a connection as the owner of a server's schemas, for what the application's role may not do. Not through a pooler. */
export async function asOwner<T>(kernel: Kernel, shard: string, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: kernel.shards.adminUrl(shard), application_name: 'owner' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
