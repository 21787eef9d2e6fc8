import { plans, type PlanKey, type PlanLimits } from '@itellico/contracts/plans'
import type pg from 'pg'

/** Name of the server that holds the control schema; it holds tenants, too. */
export const MAIN_SHARD = 'main'

/** A tenant, or the platform itself: whose schema is worked in. */
export interface RealmInfo {
  readonly id: string
  readonly kind: 'tenant' | 'platform'
  readonly schema: string
  /** Name of the database server that holds the schema. */
  readonly shard: string
  readonly slug: string
  readonly name: string
  readonly status: string
  readonly plan: PlanKey
  /** What the plan allows, with what was agreed otherwise; −1 is without limit. */
  readonly limits: PlanLimits
  /** It is being worked on: nothing is served until that is over. */
  readonly maintenance: boolean
  /** The hidden tenant that isolation checks come from. */
  readonly probe: boolean
  /** Host without port, as in the address of the marketplace: its primary domain, or its sub-domain of the platform. */
  readonly host: string
  readonly locales: readonly string[]
  readonly currency: string
  readonly timezone: string
  readonly unitSystem: 'metric' | 'imperial'
  readonly settings: { readonly bookoutPolicy: 'warn' | 'refuse'; readonly optionHours: number }
}

/** Id that stands for the platform where a tenant's id would. */
export const PLATFORM = 'platform'

/** Finds realms by id or host; answers come from memory for a few seconds. */
export interface Realms {
  readonly platform: RealmInfo
  byId(id: string): Promise<RealmInfo | null>
  byHost(host: string): Promise<RealmInfo | null>
  all(): Promise<RealmInfo[]>
  /** Forgets what is remembered of a tenant, after a change. */
  forget(): void
}

interface Row {
  id: string
  slug: string
  name: string
  status: string
  plan: PlanKey
  limit_overrides: Partial<PlanLimits>
  maintenance: boolean
  probe: boolean
  schema_name: string | null
  shard: string
  locales: string[]
  currency: string
  timezone: string
  unit_system: 'metric' | 'imperial'
  settings: RealmInfo['settings']
  primary_host: string | null
}

const SELECT = `select id, slug, name, status, plan, limit_overrides, maintenance, probe, schema_name, shard, locales, currency, timezone, unit_system, settings,
  (select d.host from control.tenant_domain d where d.tenant_id = tenant.id and d.is_primary) as primary_host from control.tenant`
const BY_DOMAIN = `id = (select d.tenant_id from control.tenant_domain d where d.status = 'active' and d.host = $1)`
const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Whether a tenant has begun and has not been closed: its own work by the clock goes on. */
export function isOpen(realm: Pick<RealmInfo, 'status'>): boolean {
  return ['trial', 'active', 'past_due', 'suspended'].includes(realm.status)
}

/** Schema name of a tenant's id. */
export function schemaOf(tenantId: string): string {
  if (!UUID.test(tenantId)) throw new Error('not a tenant id')
  return `t_${tenantId.replaceAll('-', '')}`
}

/** Id of the realm that a schema belongs to. */
export function realmOfSchema(schema: string): string {
  if (schema === 'control') return PLATFORM
  const hex = schema.slice(2)
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  if (schemaOf(id) !== schema) throw new Error('not the schema of a tenant')
  return id
}

/** Short mark of a realm for ETags: the same version or file in two tenants is not the same thing. */
export function realmMark(realm: Pick<RealmInfo, 'id'>): string {
  return realm.id.slice(-12)
}

/** Lower case, without port and trailing dot. */
export function normaliseHost(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
}

/** Opens the directory of tenants in the control schema. */
export function openRealms(pool: pg.Pool, domain: string, ttlMs = 5_000): Realms {
  const memory = new Map<string, { realm: RealmInfo | null; until: number }>()
  const platform: RealmInfo = {
    id: PLATFORM,
    kind: 'platform',
    schema: 'control',
    shard: MAIN_SHARD,
    slug: PLATFORM,
    name: 'itellico',
    status: 'active',
    plan: 'enterprise',
    limits: plans.enterprise.limits,
    maintenance: false,
    probe: false,
    host: domain,
    locales: ['en'],
    currency: 'EUR',
    timezone: 'UTC',
    unitSystem: 'metric',
    settings: { bookoutPolicy: 'warn', optionHours: 72 },
  }
  const toRealm = (r: Row): RealmInfo => ({
    id: r.id,
    kind: 'tenant',
    schema: schemaOf(r.id),
    shard: r.shard,
    slug: r.slug,
    name: r.name,
    status: r.status,
    plan: r.plan,
    limits: { ...plans[r.plan].limits, ...r.limit_overrides },
    maintenance: r.maintenance,
    probe: r.probe,
    host: r.primary_host ?? `${r.slug}.${domain}`,
    locales: r.locales,
    currency: r.currency,
    timezone: r.timezone,
    unitSystem: r.unit_system,
    settings: r.settings,
  })

  async function find(key: string, where: string, value: string): Promise<RealmInfo | null> {
    const hit = memory.get(key)
    if (hit && hit.until > Date.now()) return hit.realm
    const { rows } = await pool.query<Row>(`${SELECT} where ${where}`, [value])
    const realm = rows[0]?.schema_name ? toRealm(rows[0]) : null
    if (memory.size > 20_000) memory.clear()
    memory.set(key, { realm, until: Date.now() + ttlMs })
    return realm
  }

  return {
    platform,
    async byId(id) {
      if (id === PLATFORM) return platform
      return UUID.test(id) ? find(`id:${id}`, 'id = $1', id) : null
    },
    async byHost(raw) {
      const host = normaliseHost(raw)
      if (host === domain) return platform
      if (!host.endsWith(`.${domain}`)) return HOST.test(host) ? find(`host:${host}`, BY_DOMAIN, host) : null
      const slug = host.slice(0, -domain.length - 1)
      return /^[a-z0-9-]{1,63}$/.test(slug) ? find(`slug:${slug}`, 'slug = $1', slug) : null
    },
    async all() {
      const { rows } = await pool.query<Row>(`${SELECT} where schema_name is not null order by id`)
      return rows.map(toRealm)
    },
    forget: () => memory.clear(),
  }
}
