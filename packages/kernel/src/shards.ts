import type { Config } from './config.ts'
import { openShard, type ClientFactory, type Database, type Shard } from './db.ts'
import type { Keyrings } from './keyrings.ts'
import { MAIN_SHARD, realmOfSchema, type RealmInfo } from './realms.ts'
import type { SealedModels } from './sealing.ts'

/** The database servers of an installation. */
export interface Shards {
  readonly main: Shard
  readonly all: readonly Shard[]
  /** Every server with its read replicas. */
  readonly withReplicas: readonly { primary: Shard; replicas: readonly Shard[] }[]
  /** A server by its configured name; an unknown name is a fault of the configuration. */
  byName(name: string): Shard
  /** The server that holds a realm's schema. */
  of(realm: Pick<RealmInfo, 'shard'>): Shard
  /** The tables of a realm. */
  view(realm: Pick<RealmInfo, 'shard' | 'schema'>): Database
  /** Address of a server as the owner of its schemas. */
  adminUrl(name: string): string
  close(): Promise<void>
}

/** Connects to every configured server. */
export function openShards(config: Config, service: string, factory: ClientFactory, sealed: SealedModels, keyrings: () => Keyrings): Shards {
  const limits = {
    lanes: config.DATABASE_POOL,
    perTenant: Math.min(config.DATABASE_POOL, config.DATABASE_TENANT_CONNECTIONS),
    queuePerTenant: config.DATABASE_TENANT_QUEUE,
    queue: config.DATABASE_QUEUE,
    patienceMs: config.DATABASE_PATIENCE_SECONDS * 1000,
  }
  const open = (name: string, url: string): Shard =>
    openShard({ name, url, service, limits, views: config.DATABASE_VIEWS, sealed, ringOf: (schema) => keyrings().of(realmOfSchema(schema)) }, factory)
  const shards = new Map<string, Shard>([
    [MAIN_SHARD, open(MAIN_SHARD, config.DATABASE_URL)],
    ...config.DATABASE_SHARDS.map((s): [string, Shard] => [s.name, open(s.name, s.url)]),
  ])
  const byName = (name: string): Shard => {
    const shard = shards.get(name)
    if (!shard) throw new Error(`the database server ${JSON.stringify(name)} is not configured (DATABASE_SHARDS)`)
    return shard
  }
  const withReplicas = [...shards.values()].map((primary) => {
    const urls = primary.name === MAIN_SHARD ? config.DATABASE_REPLICA_URLS : (config.DATABASE_SHARDS.find((s) => s.name === primary.name)?.replicaUrls ?? [])
    return { primary, replicas: urls.map((url, i) => open(`${primary.name}-replica-${i + 1}`, url)) }
  })
  return {
    withReplicas,
    main: byName(MAIN_SHARD),
    all: [...shards.values()],
    byName,
    of: (realm) => byName(realm.shard),
    view: (realm) => byName(realm.shard).view(realm.schema),
    adminUrl: (name) => shardAdminUrl(config, name),
    async close() {
      await Promise.all(withReplicas.flatMap((s) => [s.primary, ...s.replicas]).map((s) => s.close()))
    },
  }
}

/** Address of a configured server as the owner of its schemas. */
export function shardAdminUrl(config: Pick<Config, 'DATABASE_URL' | 'DATABASE_ADMIN_URL' | 'DATABASE_SHARDS'>, name: string): string {
  if (name === MAIN_SHARD) return config.DATABASE_ADMIN_URL ?? config.DATABASE_URL
  const shard = config.DATABASE_SHARDS.find((s) => s.name === name)
  if (!shard) throw new Error(`the database server ${JSON.stringify(name)} is not configured (DATABASE_SHARDS)`)
  return shard.adminUrl
}
