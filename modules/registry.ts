import * as accessContract from '@itellico/contracts/access'
import * as accountsContract from '@itellico/contracts/accounts'
import * as apiKeysContract from '@itellico/contracts/api-keys'
import * as applicationsContract from '@itellico/contracts/applications'
import * as auditContract from '@itellico/contracts/audit'
import * as authContract from '@itellico/contracts/auth'
import * as bookingsContract from '@itellico/contracts/bookings'
import * as brandingContract from '@itellico/contracts/branding'
import * as domainsContract from '@itellico/contracts/domains'
import * as exportsContract from '@itellico/contracts/exports'
import * as isolationContract from '@itellico/contracts/isolation'
import * as legalContract from '@itellico/contracts/legal'
import * as listingsContract from '@itellico/contracts/listings'
import * as mediaContract from '@itellico/contracts/media'
import * as messagingContract from '@itellico/contracts/messaging'
import * as notificationContract from '@itellico/contracts/notification'
import * as packagesContract from '@itellico/contracts/packages'
import * as privacyContract from '@itellico/contracts/privacy'
import * as profilesContract from '@itellico/contracts/profiles'
import * as scimContract from '@itellico/contracts/scim'
import * as searchContract from '@itellico/contracts/search'
import * as ssoContract from '@itellico/contracts/sso'
import * as templatesContract from '@itellico/contracts/templates'
import * as secondFactorsContract from '@itellico/contracts/second-factors'
import * as tenantLifeContract from '@itellico/contracts/tenant-life'
import * as tenantsContract from '@itellico/contracts/tenants'
import * as usageContract from '@itellico/contracts/usage'
import { buildRegistry, routesIn } from '@itellico/kernel/registry'
import { access } from './access/access.module.ts'
import { accounts } from './accounts/accounts.module.ts'
import { apiKeys } from './api-keys/api-keys.module.ts'
import { applications } from './applications/applications.module.ts'
import { audit } from './audit/audit.module.ts'
import { auth } from './auth/auth.module.ts'
import { bookings } from './bookings/bookings.module.ts'
import { branding } from './branding/branding.module.ts'
import { cleanup } from './cleanup/cleanup.module.ts'
import { domains } from './domains/domains.module.ts'
import { exports } from './exports/exports.module.ts'
import { isolation } from './isolation/isolation.module.ts'
import { legal } from './legal/legal.module.ts'
import { listings } from './listings/listings.module.ts'
import { media } from './media/media.module.ts'
import { messaging } from './messaging/messaging.module.ts'
import { notification } from './notification/notification.module.ts'
import { packages } from './packages/packages.module.ts'
import { pages } from './pages/pages.module.ts'
import { privacy } from './privacy/privacy.module.ts'
import { profiles } from './profiles/profiles.module.ts'
import { scim } from './scim/scim.module.ts'
import { search } from './search/search.module.ts'
import { sso } from './sso/sso.module.ts'
import { templates } from './templates/templates.module.ts'
import { tenants } from './tenants/tenants.module.ts'
import { usage } from './usage/usage.module.ts'

/** Folder of the modules, where their migrations lie. */
export const modulesUrl = new URL('./', import.meta.url)

/** The modules of the product, in the order in which their tables are made. */
export const modules = [
  auth,
  sso,
  access,
  accounts,
  apiKeys,
  scim,
  tenants,
  domains,
  branding,
  profiles,
  templates,
  media,
  usage,
  listings,
  applications,
  bookings,
  packages,
  messaging,
  notification,
  search,
  audit,
  exports,
  isolation,
  legal,
  privacy,
  pages,
  cleanup,
]

/** Every route that is declared; one that nobody serves stops the start. */
const declared = [
  accessContract,
  accountsContract,
  apiKeysContract,
  applicationsContract,
  auditContract,
  authContract,
  secondFactorsContract,
  bookingsContract,
  brandingContract,
  domainsContract,
  exportsContract,
  isolationContract,
  legalContract,
  listingsContract,
  mediaContract,
  messagingContract,
  notificationContract,
  packagesContract,
  privacyContract,
  profilesContract,
  scimContract,
  searchContract,
  ssoContract,
  templatesContract,
  tenantLifeContract,
  tenantsContract,
  usageContract,
].flatMap(routesIn)

/** Everything that the modules bind, checked. */
export const registry = buildRegistry(modules, declared)
