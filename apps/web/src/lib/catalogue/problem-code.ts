import type * as access from '@itellico/contracts/access'
import type * as accounts from '@itellico/contracts/accounts'
import type * as apiKeys from '@itellico/contracts/api-keys'
import type * as applications from '@itellico/contracts/applications'
import type * as auth from '@itellico/contracts/auth'
import type * as bookings from '@itellico/contracts/bookings'
import type * as branding from '@itellico/contracts/branding'
import type * as domains from '@itellico/contracts/domains'
import type * as exports from '@itellico/contracts/exports'
import type * as isolation from '@itellico/contracts/isolation'
import type * as kit from '@itellico/contracts/kit'
import type * as legal from '@itellico/contracts/legal'
import type * as listings from '@itellico/contracts/listings'
import type * as media from '@itellico/contracts/media'
import type * as messaging from '@itellico/contracts/messaging'
import type * as packages from '@itellico/contracts/packages'
import type * as privacy from '@itellico/contracts/privacy'
import type * as profiles from '@itellico/contracts/profiles'
import type * as request from '@itellico/contracts/request'
import type * as scim from '@itellico/contracts/scim'
import type * as search from '@itellico/contracts/search'
import type * as sso from '@itellico/contracts/sso'
import type * as templates from '@itellico/contracts/templates'
import type * as secondFactors from '@itellico/contracts/second-factors'
import type * as tenantLife from '@itellico/contracts/tenant-life'
import type * as usage from '@itellico/contracts/usage'
import type * as tenants from '@itellico/contracts/tenants'

type CodesOf<M> = Extract<M[keyof M], kit.ErrorContract>['code']

/** Code of every failure that a contract declares: a new one does not compile until it has a German title. */
export type ProblemCode =
  | CodesOf<typeof access>
  | CodesOf<typeof accounts>
  | CodesOf<typeof apiKeys>
  | CodesOf<typeof applications>
  | CodesOf<typeof auth>
  | CodesOf<typeof bookings>
  | CodesOf<typeof branding>
  | CodesOf<typeof domains>
  | CodesOf<typeof exports>
  | CodesOf<typeof isolation>
  | CodesOf<typeof kit>
  | CodesOf<typeof legal>
  | CodesOf<typeof listings>
  | CodesOf<typeof media>
  | CodesOf<typeof messaging>
  | CodesOf<typeof packages>
  | CodesOf<typeof privacy>
  | CodesOf<typeof profiles>
  | CodesOf<typeof request>
  | CodesOf<typeof scim>
  | CodesOf<typeof search>
  | CodesOf<typeof sso>
  | CodesOf<typeof templates>
  | CodesOf<typeof secondFactors>
  | CodesOf<typeof tenantLife>
  | CodesOf<typeof tenants>
  | CodesOf<typeof usage>
