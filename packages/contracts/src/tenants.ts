import { Type, type Static } from 'typebox'
import { Logos } from './branding.ts'
import { PlanKey } from './plans.ts'
import { Email, Id, IdParams, Instant, Nullable, OneOf, Page, Slug, TimeZone, error, event, operation, pageQuery, realtime, route } from './kit.ts'

export const TenantStatus = OneOf('provisioning', 'failed', 'trial', 'active', 'past_due', 'suspended', 'archived', 'purged')
/** What a marketplace is about; each has a template. */
export const Industry = OneOf('fashion', 'fitness', 'kids', 'pets', 'freelancers', 'voice-actors', 'photographers')
export type Industry = Static<typeof Industry>

/** What a tenant chooses of its looks: hue, chroma and radius; every colour derives from them so that contrast holds. */
export const Theme = Type.Object({
  hue: Type.Number({ minimum: 0, maximum: 360 }),
  chroma: Type.Number({ minimum: 0, maximum: 0.16 }),
  radius: Type.Integer({ minimum: 0, maximum: 20 }),
})
export type Theme = Static<typeof Theme>

export const Branding = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 80 }),
  tagline: Type.String({ maxLength: 160 }),
  about: Type.String({ maxLength: 2000 }),
  theme: Theme,
})
export const Settings = Type.Object({
  bookoutPolicy: OneOf('warn', 'refuse'),
  optionHours: Type.Integer({ minimum: 1, maximum: 720, description: 'Hours until a new option ends when no end is given' }),
})
export const Locales = Type.Array(Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' }), { minItems: 1, maxItems: 14 })

/** Languages that the product speaks, with the regions whose formats it knows. */
export const productLocales = ['en', 'en-GB', 'en-US', 'de', 'de-AT', 'de-CH'] as const
/** Languages of a marketplace; the first is the one that visitors get who ask for none of them. */
export const ChosenLocales = Type.Array(OneOf(...productLocales), { minItems: 1, maxItems: productLocales.length, uniqueItems: true })

/** What a visitor's browser needs to know of the marketplace of a host. */
export const PublicTenant = Type.Object({
  id: Id,
  slug: Slug,
  host: Type.String({ description: 'Main domain: addresses for search engines and in messages use it' }),
  status: TenantStatus,
  industry: Industry,
  ...Branding.properties,
  logos: Logos,
  locales: Type.Array(Type.String()),
  defaultLocale: Type.String(),
  currency: Type.String(),
  timezone: Type.String(),
  unitSystem: OneOf('metric', 'imperial'),
  counts: Type.Object({ profiles: Type.Integer(), listings: Type.Integer() }),
  version: Type.Integer(),
})
export type PublicTenant = Static<typeof PublicTenant>

export const TenantProfile = Type.Object({
  ...Branding.properties,
  locales: Locales,
  settings: Settings,
  currency: Type.String(),
  timezone: TimeZone,
  unitSystem: OneOf('metric', 'imperial'),
  version: Type.Integer(),
})
export type TenantProfile = Static<typeof TenantProfile>

/** What the provisioning of a tenant does, in order. */
export const provisioningSteps = ['waiting', 'schema', 'tables', 'fields', 'admin', 'opening', 'copying', 'ready'] as const
export const Provisioning = Type.Object({
  step: OneOf(...provisioningSteps),
  part: Nullable(Type.String({ description: 'The module whose tables are made' })),
  done: Type.Integer(),
  total: Type.Integer(),
  error: Nullable(Type.String({ description: 'Why the last try stopped at this step' })),
})
export type Provisioning = Static<typeof Provisioning>
export const Tenant = Type.Object({
  id: Id,
  slug: Slug,
  name: Type.String(),
  industry: Industry,
  status: TenantStatus,
  host: Type.String(),
  createdAt: Instant,
  theme: Theme,
  provisioning: Nullable(Provisioning),
  suspendedReason: Nullable(Type.String()),
  plan: PlanKey,
  shard: Type.String({ description: 'The database server that holds it' }),
  maintenance: Type.Boolean(),
  trialEndsAt: Nullable(Instant),
  archiveRequestedAt: Nullable(Instant),
  archiveReason: Nullable(Type.String()),
  purgeAfter: Nullable(Instant),
  sandboxOf: Nullable(Id),
  migrationError: Nullable(Type.String({ description: 'Why the newest change of the tables did not go through' })),
  counts: Type.Object({ users: Type.Integer(), accounts: Type.Integer(), profiles: Type.Integer(), bookings: Type.Integer(), measuredAt: Nullable(Instant) }),
  version: Type.Integer(),
})
export type Tenant = Static<typeof Tenant>

export const tenantUnknown = error({ code: 'tenants.unknown', status: 404, title: 'There is no marketplace here' })
export const tenantMismatch = error({ code: 'tenants.mismatch', status: 403, title: 'This sign-in belongs to another marketplace' })
export const tenantSuspended = error({ code: 'tenants.suspended', status: 403, title: 'This marketplace is suspended' })
export const tenantSlugTaken = error({ code: 'tenants.slug_taken', status: 409, title: 'This address is taken' })
export const tenantState = error({ code: 'tenants.invalid_state', status: 422, title: 'The marketplace is not in a state for this' })

export const getPublicTenant = route({
  name: 'getPublicTenant',
  method: 'GET',
  path: '/public/tenant',
  permission: null,
  summary: 'Branding, languages and state of the marketplace of this host',
  response: PublicTenant,
  errors: [tenantUnknown],
})
export const resolveTenant = route({
  name: 'resolveTenant',
  method: 'GET',
  path: '/public/tenants/resolve',
  permission: null,
  realm: 'both',
  summary: 'Which marketplace a host belongs to',
  query: Type.Object({ host: Type.String({ minLength: 1, maxLength: 253 }) }),
  response: Type.Object({ id: Id, slug: Slug, status: TenantStatus }),
  errors: [tenantUnknown],
})
export const getTenantProfile = route({
  name: 'getTenantProfile',
  method: 'GET',
  path: '/tenant/settings',
  permission: 'tenant.settings.read',
  summary: 'Branding and settings',
  versioned: true,
  response: TenantProfile,
})
export const updateTenantProfile = route({
  name: 'updateTenantProfile',
  method: 'PATCH',
  path: '/tenant/settings',
  permission: 'tenant.settings.update',
  summary: 'Change branding and settings',
  versioned: true,
  body: Type.Partial(Type.Object({ ...Branding.properties, settings: Settings, locales: ChosenLocales })),
  response: TenantProfile,
})

export const listTenants = route({
  name: 'listTenants',
  method: 'GET',
  path: '/platform/tenants',
  permission: 'platform.tenants.read',
  summary: 'Tenants with state and counts',
  query: Type.Object({ ...pageQuery, q: Type.Optional(Type.String({ maxLength: 100 })), status: Type.Optional(TenantStatus) }),
  response: Page(Tenant),
})
export const getTenant = route({
  name: 'getTenant',
  method: 'GET',
  path: '/platform/tenants/{id}',
  permission: 'platform.tenants.read',
  summary: 'One tenant',
  params: IdParams,
  versioned: true,
  response: Tenant,
})
export const createTenant = route({
  name: 'createTenant',
  method: 'POST',
  path: '/platform/tenants',
  permission: 'platform.tenants.create',
  status: 202,
  idempotency: 'optional',
  summary: 'Create a tenant; a job provisions it and invites its admin',
  body: Type.Object({
    slug: Type.String({ pattern: '^[a-z][a-z0-9-]{1,38}[a-z0-9]$' }),
    plan: Type.Optional(PlanKey),
    name: Type.String({ minLength: 1, maxLength: 80 }),
    industry: Industry,
    adminEmail: Email,
    adminFirstName: Type.String({ minLength: 1, maxLength: 80 }),
    adminLastName: Type.String({ minLength: 1, maxLength: 80 }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    timezone: TimeZone,
    locale: Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' }),
  }),
  response: Tenant,
  errors: [tenantSlugTaken],
})
export const suspendTenant = route({
  name: 'suspendTenant',
  method: 'POST',
  path: '/platform/tenants/{id}/suspend',
  permission: 'platform.tenants.suspend',
  summary: 'Suspend a tenant: people can read, nothing can be changed',
  params: IdParams,
  body: Type.Object({ reason: Type.String({ minLength: 3, maxLength: 500 }) }),
  response: Tenant,
  errors: [tenantState],
})
export const reactivateTenant = route({
  name: 'reactivateTenant',
  method: 'POST',
  path: '/platform/tenants/{id}/reactivate',
  permission: 'platform.tenants.suspend',
  summary: 'Reactivate a suspended tenant',
  params: IdParams,
  response: Tenant,
  errors: [tenantState],
})
export const retryProvisioning = route({
  name: 'retryProvisioning',
  method: 'POST',
  path: '/platform/tenants/{id}/retry',
  permission: 'platform.tenants.create',
  status: 202,
  summary: 'Go on with a provisioning that failed',
  params: IdParams,
  response: Tenant,
  errors: [tenantState],
})

export const DeadLetter = Type.Object({
  id: Id,
  kind: OneOf('event', 'job'),
  name: Type.String(),
  tenant: Nullable(Type.Object({ id: Id, name: Type.String(), slug: Type.String() })),
  attempts: Type.Integer(),
  error: Nullable(Type.String()),
  diedAt: Instant,
})
export type DeadLetter = Static<typeof DeadLetter>
export const Overview = Type.Object({
  tenants: Type.Object({ total: Type.Integer(), active: Type.Integer(), suspended: Type.Integer(), provisioning: Type.Integer() }),
  totals: Type.Object({ users: Type.Integer(), profiles: Type.Integer(), bookings: Type.Integer() }),
  queue: Type.Object({ waiting: Type.Integer(), oldestSeconds: Nullable(Type.Integer()), dead: Type.Integer() }),
})
export type Overview = Static<typeof Overview>
export const platformOverview = route({
  name: 'platformOverview',
  method: 'GET',
  path: '/platform/overview',
  permission: 'platform.tenants.read',
  summary: 'Totals of the platform',
  response: Overview,
})
export const listDeadLetters = route({
  name: 'listDeadLetters',
  method: 'GET',
  path: '/platform/dead-letters',
  permission: 'platform.monitoring.read',
  summary: 'Work that failed for good',
  query: Type.Object(pageQuery),
  response: Page(DeadLetter),
})
export const replayDeadLetter = route({
  name: 'replayDeadLetter',
  method: 'POST',
  path: '/platform/dead-letters/{id}/replay',
  permission: 'platform.monitoring.manage',
  status: 202,
  summary: 'Try failed work again',
  params: IdParams,
  response: Type.Object({ id: Id }),
})

/** Colours and roundness of the own marketplace. */
export const tenantTheme = operation('tenants.theme', Type.Object({}), Theme)
/** What the own marketplace is about. */
export const industryOf = operation('tenants.industry', Type.Object({}), Industry)

export const tenantRequested = event('tenant.lifecycle.requested', '1.0.0', Type.Object({ tenantId: Id }))
export const tenantProvisioned = event('tenant.lifecycle.provisioned', '1.0.0', Type.Object({ tenantId: Id }))
export const tenantSuspendedEvent = event('tenant.lifecycle.suspended', '1.0.0', Type.Object({ tenantId: Id, reason: Type.String() }))
export const tenantActivated = event('tenant.lifecycle.activated', '1.0.0', Type.Object({ tenantId: Id }))
export const settingsChanged = event('tenant.settings.changed', '1.0.0', Type.Object({ fields: Type.Array(Type.String()) }))
export const provisioningProgress = realtime('tenant.provisioning', Type.Object({ tenantId: Id, status: TenantStatus, ...Provisioning.properties }))
