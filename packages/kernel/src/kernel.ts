import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { DestinationStream } from 'pino'
import type { Config } from './config.ts'
import type { Actor, Ctx } from './context.ts'
import { createSigner, type Signer } from './crypto.ts'
import type { ClientFactory } from './db.ts'
import { openKeyrings, type Keyrings } from './keyrings.ts'
import { createLog, type Log } from './log.ts'
import { openMasters } from './masters.ts'
import { openMailer, type Mailer } from './mail.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { openOutbound, type Outbound } from './outbound.ts'
import { createPusher, type Pusher } from './realtime.ts'
import { openRealms, type RealmInfo, type Realms } from './realms.ts'
import { openReaders, type Readers } from './replicas.ts'
import { connectRedis } from './redis.ts'
import { openResolver, type Resolver } from './resolver.ts'
import type { Registry } from './registry.ts'
import type { SealedModels } from './sealing.ts'
import { openShards, type Shards } from './shards.ts'
import { openStorage, type Storage } from './storage.ts'

/** Technical base of a process: configuration and every handle to the outside. Made once, passed along. */
export interface Kernel {
  readonly config: Config
  readonly log: Log
  readonly registry: Registry
  readonly shards: Shards
  readonly readers: Readers
  readonly keyrings: Keyrings
  readonly sealed: SealedModels
  readonly redis: Redis
  readonly realms: Realms
  readonly pusher: Pusher
  readonly mailer: Mailer
  readonly resolver: Resolver
  readonly outbound: Outbound
  readonly storage: Storage
  readonly metrics: Metrics
  /** Where modules live, for the migrations of new tenants. */
  readonly modulesUrl: URL
  readonly clock: () => Date
  signer(purpose: string): Signer
  /** Tells the relay that there is work; many calls within a few milliseconds are one message. */
  wakeRelay(): void
  close(): Promise<void>
}

/** What a process brings to open its kernel. */
export interface KernelOptions {
  readonly config: Config
  readonly service: string
  readonly registry: Registry
  readonly clientFactory: ClientFactory
  /** Fields of the modules' tables that are kept sealed. */
  readonly sealed: SealedModels
  readonly modulesUrl: URL
  readonly clock?: () => Date
  /** Where the log goes; standard output when it is not given. */
  readonly logTo?: DestinationStream
  /** Where the DNS is read, when not from the configured servers. */
  readonly resolver?: Resolver
}

/** Channel that wakes the relay. */
export const wakeChannel = (prefix: string): string => `${prefix}:wake`

/** Opens the handles of a process; connections are made when first needed. */
export function openKernel(options: KernelOptions): Kernel {
  const { config, service, registry } = options
  const log = createLog(service, config.LOG_LEVEL, options.logTo)
  const shards = openShards(config, service, options.clientFactory, options.sealed, () => keyrings)
  const keyrings = openKeyrings(shards.main.pool, openMasters(config))
  const redis = connectRedis(config.REDIS_URL, log, service)
  const mailer = openMailer(config.SMTP_URL, config.MAIL_FROM)
  const outbound = openOutbound(config.OUTBOUND_PRIVATE)
  const signers = new Map<string, Signer>()
  const metrics = createMetrics(service)
  metrics.watchDatabase(() => shards.withReplicas.flatMap((s) => [s.primary, ...s.replicas]).map((s) => [s.name, s.lanes.state]))
  const readers = openReaders(shards.withReplicas, redis, config.REDIS_PREFIX)
  let wakeTimer: NodeJS.Timeout | null = null
  return {
    config,
    log,
    registry,
    shards,
    keyrings,
    readers,
    sealed: options.sealed,
    redis,
    mailer,
    resolver: options.resolver ?? openResolver(config.DNS_SERVERS),
    outbound,
    realms: openRealms(shards.main.pool, config.PLATFORM_DOMAIN),
    pusher: createPusher(redis, config.REDIS_PREFIX),
    storage: openStorage(config.STORAGE_DIR, keyrings),
    metrics,
    modulesUrl: options.modulesUrl,
    clock: options.clock ?? (() => new Date()),
    signer(purpose) {
      let signer = signers.get(purpose)
      if (!signer) signers.set(purpose, (signer = createSigner(config.SECRET_KEY, purpose)))
      return signer
    },
    wakeRelay() {
      wakeTimer ??= setTimeout(() => {
        wakeTimer = null
        if (redis.status === 'ready') redis.publish(wakeChannel(config.REDIS_PREFIX), '1').catch(() => undefined)
      }, 5)
    },
    async close() {
      if (wakeTimer) clearTimeout(wakeTimer)
      readers.close()
      mailer.close()
      redis.disconnect()
      await outbound.close()
      await shards.close()
    },
  }
}

/** Makes a context of the product itself in a realm, for workers and tools. */
export function systemContext(kernel: Kernel, realm: RealmInfo, requestId: string = randomUUID()): Ctx {
  return createContext(kernel, realm, { kind: 'system' }, requestId, null)
}

/** Makes a context for somebody in a realm. */
export function createContext(kernel: Kernel, realm: RealmInfo, actor: Actor, requestId: string, ip: string | null): Ctx {
  return {
    kernel,
    realm,
    actor,
    db: kernel.shards.view(realm),
    log: kernel.log.child({ requestId, tenant: realm.slug }),
    requestId,
    ip,
    now: kernel.clock,
  }
}

/** Address of a page of a realm, as browsers see it. */
export function webUrl(config: Config, realm: RealmInfo, path: string): string {
  return `${config.PUBLIC_SCHEME}://${realm.host}${config.PUBLIC_WEB_PORT ? `:${config.PUBLIC_WEB_PORT}` : ''}${path}`
}

/** Address of the API of a realm, as browsers see it. */
export function apiUrl(config: Config, realm: RealmInfo, path: string): string {
  return `${apiOrigin(config, realm)}/api/v1${path}`
}

/** Address of SCIM of a realm, as directories see it. */
export function scimUrl(config: Config, realm: RealmInfo, path: string): string {
  return `${apiOrigin(config, realm)}/scim/v2${path}`
}

function apiOrigin(config: Config, realm: RealmInfo): string {
  const port = config.PUBLIC_API_PORT ?? config.PUBLIC_WEB_PORT
  return `${config.PUBLIC_SCHEME}://${realm.host}${port ? `:${port}` : ''}`
}
