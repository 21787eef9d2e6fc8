import { readFileSync } from 'node:fs'

interface Variable<T> {
  readonly doc: string
  readonly example: string
  readonly parse: (raw: string | undefined) => T
}

const text =
  (fallback?: string) =>
  (raw: string | undefined): string => {
    if (raw !== undefined && raw !== '') return raw
    if (fallback === undefined) throw new Error('is required')
    return fallback
  }
const optional = (raw: string | undefined): string | null => (raw ? raw : null)
const port =
  (fallback: number) =>
  (raw: string | undefined): number => {
    const n = raw ? Number(raw) : fallback
    if (!Number.isInteger(n) || n < 1 || n > 65535) throw new Error('must be a port number')
    return n
  }
const number =
  (fallback: number, min: number) =>
  (raw: string | undefined): number => {
    const n = raw ? Number(raw) : fallback
    if (!Number.isFinite(n) || n < min) throw new Error(`must be a number of at least ${min}`)
    return n
  }
const retention = (raw: string | undefined): number => {
  const days = raw ? Number(raw) : 0
  if (!Number.isInteger(days) || (days !== 0 && days < 365)) throw new Error('must be 0 or at least 365')
  return days
}
const list =
  (fallback: string[]) =>
  (raw: string | undefined): string[] =>
    raw
      ? raw
          .split(',')
          .map((s) => s.trim())
          .filter(Boolean)
      : fallback
/** A database server beside the main one. */
export interface ShardConfig {
  readonly name: string
  readonly url: string
  readonly adminUrl: string
  readonly replicaUrls: readonly string[]
}

const shardList = (raw: string | undefined): readonly ShardConfig[] => {
  if (!raw) return []
  let list: unknown
  try {
    list = JSON.parse(raw)
  } catch {
    throw new Error('must be a JSON list like [{"name":"two","url":"postgres://…","adminUrl":"postgres://…"}]')
  }
  if (!Array.isArray(list)) throw new Error('must be a JSON list')
  const names = new Set(['main'])
  return list.map((item: unknown, i) => {
    const { name, url, adminUrl, replicaUrls = [] } = (item ?? {}) as Record<string, unknown>
    if (typeof name !== 'string' || !/^[a-z][a-z0-9-]{0,30}$/.test(name)) throw new Error(`entry ${i + 1} needs a name of small letters, digits and hyphens`)
    if (names.has(name)) throw new Error(`names the server ${name} twice`)
    names.add(name)
    if (typeof url !== 'string' || typeof adminUrl !== 'string') throw new Error(`entry ${name} needs url and adminUrl`)
    if (!Array.isArray(replicaUrls) || replicaUrls.some((r) => typeof r !== 'string'))
      throw new Error(`entry ${name} has replicaUrls that are no list of addresses`)
    return { name, url, adminUrl, replicaUrls: replicaUrls as string[] }
  })
}
const key32 = (raw: string | undefined): Buffer => {
  const key = Buffer.from(raw ?? '', 'base64')
  if (key.length !== 32) throw new Error('must be 32 bytes in base64')
  return key
}

/** Every variable of the servers' configuration: what it is for, an example, how it is read. */
export const variables = {
  DATABASE_URL: {
    doc: 'PostgreSQL as the application role (no rights on schema public)',
    example: 'postgres://itellico_app:password@127.0.0.1:5432/itellico',
    parse: text(),
  },
  DATABASE_ADMIN_URL: {
    doc: 'PostgreSQL as the owner, for migrations and new tenants',
    example: 'postgres://itellico:password@127.0.0.1:5432/itellico',
    parse: optional,
  },
  DATABASE_REPLICA_URLS: { doc: 'Read replicas of the main server, separated by commas, as the application role', example: '', parse: list([]) },
  DATABASE_SHARDS: {
    doc: 'Further database servers for tenants, as a JSON list of name, url, adminUrl and replicaUrls; the one above is called main and holds the directory of tenants',
    example: '',
    parse: shardList,
  },
  DATABASE_POOL: {
    doc: 'Connections for tenants that one process may hold to each server; three more are the product’s own',
    example: '10',
    parse: number(10, 1),
  },
  DATABASE_TENANT_CONNECTIONS: { doc: 'How many of them one tenant may hold at once', example: '8', parse: number(8, 1) },
  DATABASE_TENANT_QUEUE: { doc: 'Requests of one tenant that may wait for a connection; more are told to come again', example: '250', parse: number(250, 0) },
  DATABASE_QUEUE: { doc: 'Requests that may wait for a connection altogether', example: '2000', parse: number(2000, 0) },
  DATABASE_PATIENCE_SECONDS: { doc: 'How long a request waits for a connection before it is told to come again', example: '5', parse: number(5, 0.1) },
  DATABASE_VIEWS: { doc: 'Tenants whose view of the tables a process keeps (about 14 KB each)', example: '5000', parse: number(5000, 1) },
  AUDIT_RETENTION_DAYS: { doc: 'Days that entries of the audit trail are kept: 0 for ever, else at least 365', example: '0', parse: retention },
  REDIS_URL: { doc: 'Redis for queues, pushes, rate limits and caches', example: 'redis://127.0.0.1:6379', parse: text() },
  REDIS_PREFIX: { doc: 'Prefix of every key, so that installations can share a Redis', example: 'itellico', parse: text('itellico') },
  SMTP_URL: { doc: 'Where mail goes', example: 'smtp://127.0.0.1:1025', parse: text('smtp://127.0.0.1:1025') },
  MAIL_FROM: {
    doc: 'Sender address of the platform; marketplaces send under their name from it',
    example: 'no-reply@itellico.example',
    parse: text('no-reply@itellico.example'),
  },
  MAILBOX_URL: { doc: 'Page that shows caught mail, where there is one', example: 'http://127.0.0.1:1080', parse: optional },
  HOST: { doc: 'Address that the API listens on', example: '127.0.0.1', parse: text('127.0.0.1') },
  API_PORT: { doc: 'Port of the API', example: '3001', parse: port(3001) },
  API_URL: { doc: 'The API as the worker and the web server reach it; empty for HOST and API_PORT', example: '', parse: optional },
  WORKER_PORT: { doc: 'Port of the worker’s health and metrics', example: '3002', parse: port(3002) },
  PLATFORM_DOMAIN: { doc: 'Domain of the platform; marketplaces live on sub-domains of it', example: 'localhost', parse: text('localhost') },
  DNS_SERVERS: {
    doc: 'DNS servers (address or address:port, separated by commas) that are asked for the proof of a domain; empty: those of the machine',
    example: '',
    parse: list([]),
  },
  OUTBOUND_PRIVATE: {
    doc: 'yes: identity providers may be on private addresses and without TLS, for tests and demos only',
    example: '',
    parse: (raw) => raw === 'yes',
  },
  PUBLIC_SCHEME: { doc: 'http or https, as browsers see it', example: 'http', parse: text('http') },
  PUBLIC_WEB_PORT: { doc: 'Port of the web application as browsers see it; empty for the scheme’s own', example: '3000', parse: optional },
  PUBLIC_API_PORT: { doc: 'Port of the API as browsers see it, where it is not the web application’s', example: '3001', parse: optional },
  STORAGE_DIR: { doc: 'Folder for uploaded files', example: './.data/storage', parse: text('./.data/storage') },
  MASTER_KEY: {
    doc: 'Where the master key is that wraps the tenants’ data keys: file, aws-kms:<key id or ARN> or vault:<mount>/<key>',
    example: 'file',
    parse: text('file'),
  },
  MASTER_KEY_FILE: {
    doc: 'File with master keys: {"current":"<name>","keys":{"<name>":"<32 bytes in base64>"}}',
    example: './.data/master-keys.json',
    parse: text('./.data/master-keys.json'),
  },
  VAULT_ADDR: { doc: 'Address of HashiCorp Vault, for a master key there', example: '', parse: optional },
  VAULT_TOKEN: { doc: 'Token for Vault’s transit engine', example: '', parse: optional },
  AWS_KMS_ENDPOINT: { doc: 'Address of AWS KMS, where it is not the region’s own', example: '', parse: optional },
  SECRET_KEY: { doc: 'Master secret (32 bytes, base64) that signing keys derive from', example: '', parse: key32 },
  JWT_PRIVATE_KEY: { doc: 'Ed25519 private key (PKCS 8 PEM, base64 in one line) that signs access tokens', example: '', parse: text() },
  SIGNING_KEYS_FILE: {
    doc: 'File with newer keys that sign access tokens, written by `npm run tenant -- rotate-signing-key`; the one above counts until they take over',
    example: './.data/signing-keys.json',
    parse: optional,
  },
  SERVICE_KEYS_FILE: {
    doc: 'File with keys by which API, worker and web server prove themselves to each other, the same for all: {"keys":[{"name":"first","key":"<32 bytes in base64>","from":"2026-01-01T00:00:00Z"}]}',
    example: './.data/service-keys.json',
    parse: text('./.data/service-keys.json'),
  },
  METRICS_TOKEN: {
    doc: 'Bearer token by which a scraper on another machine reads /metrics; empty: from the machine itself only',
    example: '',
    parse: optional,
  },
  TRUSTED_PROXIES: { doc: 'Addresses whose X-Forwarded-For is believed', example: '127.0.0.1,::1', parse: list(['127.0.0.1', '::1']) },
  RATE_LIMIT_SCALE: { doc: 'Factor on all rate limits', example: '1', parse: number(1, 0.01) },
  LOG_LEVEL: { doc: 'debug, info, warn, error or silent', example: 'info', parse: text('info') },
  WORKER_CONCURRENCY: { doc: 'Tasks that one worker runs at once', example: '8', parse: number(8, 1) },
  WEB_URL: {
    doc: 'Web server as API and worker reach it, to make public pages anew after a change; empty: they age by themselves',
    example: 'http://127.0.0.1:3000',
    parse: optional,
  },
} as const satisfies Record<string, Variable<unknown>>

/** The servers' configuration, read once and frozen. */
export type Config = { readonly [K in keyof typeof variables]: ReturnType<(typeof variables)[K]['parse']> }

/** Reads the configuration from the environment; a wrong one lists every problem and throws. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, variable] of Object.entries(variables)) {
    try {
      values[name] = variable.parse(env[name])
    } catch (e) {
      problems.push(`${name} ${(e as Error).message} (${variable.doc})`)
    }
  }
  if (problems.length) throw new Error(`The configuration is wrong:\n  ${problems.join('\n  ')}`)
  return Object.freeze(values) as Config
}

/** Address of the API inside the installation. */
export function apiBase(config: Pick<Config, 'API_URL' | 'HOST' | 'API_PORT'>): string {
  const host = config.HOST === '0.0.0.0' || config.HOST === '::' ? '127.0.0.1' : config.HOST
  return config.API_URL ?? `http://${host}:${config.API_PORT}`
}

/** Text of `.env.example`, made from the variables so that it is never out of date. */
export function exampleEnv(): string {
  return Object.entries(variables)
    .map(([name, v]) => `# ${v.doc}\n${name}=${v.example}\n`)
    .join('\n')
}

/** Version of the running build, from the root package. */
export function buildVersion(): string {
  const root = new URL('../../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(root, 'utf8')) as { version: string }).version
}
