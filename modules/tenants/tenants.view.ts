import type { Logos } from '@itellico/contracts/branding'
import type * as contract from '@itellico/contracts/tenants'
import type { Ctx } from '@itellico/kernel/context'
import type { TenantRow } from './tenants.repository.ts'

/** A tenant as the platform's staff sees it. */
export function toTenant(ctx: Ctx, r: TenantRow): contract.Tenant {
  return {
    id: r.id,
    slug: r.slug,
    name: r.name,
    industry: r.industry as contract.Tenant['industry'],
    status: r.status as contract.Tenant['status'],
    host: `${r.slug}.${ctx.kernel.config.PLATFORM_DOMAIN}`,
    createdAt: r.createdAt.toISOString(),
    theme: r.theme as contract.Theme,
    provisioning: (r.provisioning as contract.Tenant['provisioning']) ?? null,
    suspendedReason: r.suspendedReason,
    plan: r.plan as contract.Tenant['plan'],
    shard: r.shard,
    maintenance: r.maintenance,
    trialEndsAt: r.trialEndsAt?.toISOString() ?? null,
    archiveRequestedAt: r.archiveRequestedAt?.toISOString() ?? null,
    archiveReason: r.archiveReason,
    purgeAfter: r.purgeAfter?.toISOString() ?? null,
    sandboxOf: r.sandboxOf,
    migrationError: r.migrationFailure?.error ?? null,
    counts: {
      users: r.stats?.users ?? 0,
      accounts: r.stats?.accounts ?? 0,
      profiles: r.stats?.profiles ?? 0,
      bookings: r.stats?.bookings ?? 0,
      measuredAt: r.stats?.measuredAt.toISOString() ?? null,
    },
    version: r.version,
  }
}

/** What everybody may know of a marketplace. */
export function toPublicTenant(r: TenantRow, host: string, logos: Logos): contract.PublicTenant {
  return {
    id: r.id,
    slug: r.slug,
    host,
    logos,
    status: r.status as contract.PublicTenant['status'],
    industry: r.industry as contract.PublicTenant['industry'],
    name: r.name,
    tagline: r.tagline,
    about: r.about,
    theme: r.theme as contract.Theme,
    locales: r.locales,
    defaultLocale: r.locales[0] ?? 'en',
    currency: r.currency,
    timezone: r.timezone,
    unitSystem: r.unitSystem as 'metric' | 'imperial',
    counts: { profiles: r.stats?.publicProfiles ?? 0, listings: r.stats?.openListings ?? 0 },
    version: r.version,
  }
}

/** Branding and settings for the admin of a marketplace. */
export function toTenantProfile(r: TenantRow): contract.TenantProfile {
  return {
    name: r.name,
    tagline: r.tagline,
    about: r.about,
    theme: r.theme as contract.Theme,
    locales: r.locales,
    settings: r.settings as contract.TenantProfile['settings'],
    currency: r.currency,
    timezone: r.timezone,
    unitSystem: r.unitSystem as 'metric' | 'imperial',
    version: r.version,
  }
}
