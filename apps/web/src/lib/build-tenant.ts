import type { PublicTenant } from '@itellico/contracts/tenants'

/** Stands in for a tenant while the application is built; never a legal slug. */
export const BUILD_TENANT = '--build--'
/** Values of root parameters that the build renders with. */
export const buildParams = { tenant: BUILD_TENANT, locale: 'en' }

/** Data of the stand-in: the build needs no API. */
export const buildTenant: PublicTenant = {
  id: '00000000-0000-7000-8000-000000000000',
  slug: BUILD_TENANT,
  host: 'localhost',
  logos: { light: null, dark: null, icon: null },
  status: 'active',
  industry: 'fashion',
  name: 'Marketplace',
  tagline: '',
  about: '',
  theme: { hue: 75, chroma: 0.05, radius: 4 },
  locales: ['en', 'de'],
  defaultLocale: 'en',
  currency: 'EUR',
  timezone: 'Europe/Vienna',
  unitSystem: 'metric',
  counts: { profiles: 0, listings: 0 },
  version: 0,
}
