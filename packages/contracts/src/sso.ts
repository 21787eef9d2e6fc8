import { Type, type Static } from 'typebox'
import { Tokens } from './auth.ts'
import { secondFactorRequired, enrolmentRequired } from './second-factors.ts'
import { Id, IdParams, Instant, Nothing, Nullable, OneOf, error, operation, route } from './kit.ts'

/** Kinds of providers: three with known addresses, any that speaks OpenID Connect, any that speaks SAML 2.0. */
export const SsoKind = OneOf('google', 'microsoft', 'github', 'oidc', 'saml')
export type SsoKind = Static<typeof SsoKind>
/** Seconds in which a sign-in at a provider must be finished. */
export const SSO_SECONDS = 600
/** Connections that a marketplace may have. */
export const MAX_CONNECTIONS = 20
/** Name that stands before an e-mail domain in the DNS record that proves it. */
export const SSO_PROOF_LABEL = '_itellico-sso'
/** Where the provider sends people back to, on the marketplace's own host. */
export const SSO_CALLBACK = '/api/auth/sso/callback'
/** Where a SAML provider sends its answers to. */
export const SSO_ACS = '/api/auth/sso/saml'

export const ssoStateInvalid = error({ code: 'sso.state_invalid', status: 401, title: 'This sign-in took too long or began in another browser, begin again' })
export const ssoRefused = error({ code: 'sso.refused', status: 401, title: 'The provider did not confirm who you are' })
export const ssoUnreachable = error({ code: 'sso.unreachable', status: 422, title: 'The provider cannot be reached right now' })
export const ssoLinkFirst = error({ code: 'sso.link_first', status: 409, title: 'Sign in first in another way, then link this provider in your settings' })
export const ssoNoLogin = error({ code: 'sso.no_login', status: 403, title: 'There is no login for you here yet, ask the people who run this marketplace' })
export const ssoTaken = error({ code: 'sso.taken', status: 409, title: 'This identity is linked to another login' })
export const ssoLastWay = error({ code: 'sso.last_way', status: 409, title: 'This is your only way to sign in: set a password first' })
export const ssoRequired = error({ code: 'sso.required', status: 403, title: 'People of your organisation sign in through its provider' })
export const ssoInvalid = error({ code: 'sso.invalid', status: 422, title: 'These settings do not fit' })
export const ssoLimit = error({ code: 'sso.limit', status: 422, title: 'There is no room for more connections' })
export const ssoDomainInvalid = error({ code: 'sso.domain_invalid', status: 422, title: 'This is not a domain of e-mail addresses that can be used' })
export const ssoDomainKnown = error({ code: 'sso.domain_known', status: 409, title: 'A connection of this marketplace has this domain already' })
export const ssoDomainUnproven = error({ code: 'sso.domain_unproven', status: 422, title: 'This needs a domain that is proven' })
export const ssoUnavailable = error({ code: 'sso.unavailable', status: 503, title: 'Signing in through a provider is not possible right now' })

/** Who is in a group at the provider gets a role: of the marketplace, or in one of its accounts. */
export const RoleRule = Type.Object({
  group: Type.String({ minLength: 1, maxLength: 200 }),
  role: OneOf('tenant_manager', 'tenant_admin', 'account_owner', 'account_booker', 'account_viewer', 'client_owner', 'client_booker', 'guardian'),
  accountId: Type.Optional(Id),
})
export type RoleRule = Static<typeof RoleRule>

/** What a test of a connection found. */
export const SsoTest = Type.Object({
  at: Instant,
  problem: Nullable(Type.String({ description: 'Code of the failure' })),
  subject: Nullable(Type.String()),
  email: Nullable(Type.String()),
  emailVerified: Type.Boolean(),
  name: Nullable(Type.String()),
  groups: Type.Array(Type.String()),
  roles: Type.Array(Type.String()),
  secondFactor: Type.Boolean(),
})
export type SsoTest = Static<typeof SsoTest>

export const SsoDomain = Type.Object({
  id: Id,
  domain: Type.String(),
  record: Type.Object({ name: Type.String(), type: Type.Literal('TXT'), value: Type.String() }),
  verifiedAt: Nullable(Instant),
  checkedAt: Nullable(Instant),
  problem: Nullable(OneOf('no_record', 'other_value', 'unreachable')),
  forced: Type.Boolean({ description: 'People with such an address sign in through the connection only' }),
})
export type SsoDomain = Static<typeof SsoDomain>

/** A provider through which people sign in, as admins see it. Secrets are never shown. */
export const SsoConnection = Type.Object({
  id: Id,
  kind: SsoKind,
  name: Type.String(),
  enabled: Type.Boolean(),
  issuer: Type.String(),
  clientId: Nullable(Type.String()),
  hasSecret: Type.Boolean(),
  ssoUrl: Nullable(Type.String()),
  certificatesUntil: Type.Array(Instant),
  groupsClaim: Type.String(),
  rules: Type.Array(RoleRule),
  provisions: Type.Boolean({ description: 'Newcomers get a login at their first sign-in' }),
  syncsRoles: Type.Boolean({ description: 'Roles are taken away again when the group is gone' }),
  trustsMfa: Type.Boolean({ description: 'A second factor that the provider vouches for counts here' }),
  domains: Type.Array(SsoDomain),
  test: Nullable(SsoTest),
  createdAt: Instant,
})
export type SsoConnection = Static<typeof SsoConnection>

const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const settings = {
  name: Text(60),
  issuer: Type.Optional(Type.String({ maxLength: 300, description: 'Address of the provider; for Microsoft the id of the directory' })),
  clientId: Type.Optional(Type.String({ maxLength: 300 })),
  clientSecret: Type.Optional(Type.String({ maxLength: 1000 })),
  metadata: Type.Optional(Type.String({ maxLength: 300_000, description: 'SAML metadata of the provider, or its https address' })),
}
const own = { permission: 'tenant.sso.manage' } as const

export const listConnections = route({
  ...own,
  name: 'listConnections',
  method: 'GET',
  path: '/tenant/sso/connections',
  summary: 'Providers through which people sign in, and what has to be entered there',
  response: Type.Object({
    items: Type.Array(SsoConnection),
    accounts: Type.Array(Type.Object({ id: Id, name: Type.String() }), { description: 'Those that rules name' }),
    callback: Type.String(),
    acs: Type.String(),
    entityId: Type.String(),
  }),
})
export const createConnection = route({
  ...own,
  name: 'createConnection',
  method: 'POST',
  path: '/tenant/sso/connections',
  status: 201,
  stepUp: true,
  summary: 'Add a provider; it is off until it is switched on',
  body: Type.Object({ kind: SsoKind, ...settings }),
  response: SsoConnection,
  errors: [ssoInvalid, ssoLimit, ssoUnreachable],
})
export const updateConnection = route({
  ...own,
  name: 'updateConnection',
  method: 'PATCH',
  path: '/tenant/sso/connections/{id}',
  stepUp: true,
  summary: 'Change a provider; sign-ins that are under way at it end',
  params: IdParams,
  body: Type.Partial(
    Type.Object({
      ...settings,
      enabled: Type.Boolean(),
      groupsClaim: Text(200),
      rules: Type.Array(RoleRule, { maxItems: 50 }),
      provisions: Type.Boolean(),
      syncsRoles: Type.Boolean(),
      trustsMfa: Type.Boolean(),
    }),
  ),
  response: SsoConnection,
  errors: [ssoInvalid, ssoUnreachable],
})
export const removeConnection = route({
  ...own,
  name: 'removeConnection',
  method: 'DELETE',
  path: '/tenant/sso/connections/{id}',
  status: 204,
  stepUp: true,
  summary: 'Remove a provider with its domains and the links of people to it',
  params: IdParams,
  response: Nothing,
})

const Browser = Type.String({ minLength: 20, maxLength: 100, description: 'Secret of the browser, which must bring it again at the end' })
const Origin = Type.String({ minLength: 8, maxLength: 300, description: 'Origin of the page that asks, which must be one of this marketplace' })
const Going = Type.Object({ url: Type.String({ description: 'Where the browser goes' }) })

export const testConnection = route({
  ...own,
  name: 'testConnection',
  method: 'POST',
  path: '/tenant/sso/connections/{id}/test',
  summary: 'Begin a sign-in that only shows what the provider says',
  params: IdParams,
  body: Type.Object({ browser: Browser, origin: Origin }),
  response: Going,
  errors: [ssoStateInvalid, ssoRefused, ssoUnreachable, ssoUnavailable],
})
export const addSsoDomain = route({
  ...own,
  name: 'addSsoDomain',
  method: 'POST',
  path: '/tenant/sso/connections/{id}/domains',
  status: 201,
  stepUp: true,
  summary: 'Add a domain of e-mail addresses; the answer says which DNS record proves it',
  params: IdParams,
  body: Type.Object({ domain: Text(253) }),
  response: SsoDomain,
  errors: [ssoDomainInvalid, ssoDomainKnown],
})
export const checkSsoDomain = route({
  ...own,
  name: 'checkSsoDomain',
  method: 'POST',
  path: '/tenant/sso/domains/{id}/check',
  rate: 'refresh',
  summary: 'Look for the proof of a domain now',
  params: IdParams,
  response: SsoDomain,
})
export const forceSsoDomain = route({
  ...own,
  name: 'forceSsoDomain',
  method: 'PATCH',
  path: '/tenant/sso/domains/{id}',
  stepUp: true,
  summary: 'Say whether people with addresses of a proven domain sign in through the provider only; admins keep their password for emergencies',
  params: IdParams,
  body: Type.Object({ forced: Type.Boolean() }),
  response: SsoDomain,
  errors: [ssoDomainUnproven],
})
export const removeSsoDomain = route({
  ...own,
  name: 'removeSsoDomain',
  method: 'DELETE',
  path: '/tenant/sso/domains/{id}',
  status: 204,
  stepUp: true,
  summary: 'Remove a domain of e-mail addresses',
  params: IdParams,
  response: Nothing,
})

const Offered = Type.Object({ id: Id, name: Type.String(), kind: SsoKind })
export type OfferedConnection = Static<typeof Offered>
export const listSignInWays = route({
  name: 'listSignInWays',
  method: 'GET',
  path: '/public/auth/sso',
  permission: null,
  summary: 'Providers that the sign-in page offers',
  response: Type.Object({ items: Type.Array(Offered) }),
})
export const startSso = route({
  name: 'startSso',
  method: 'POST',
  path: '/public/auth/sso/start',
  permission: null,
  rate: 'signin',
  summary: 'Begin a sign-in at a provider',
  body: Type.Object({
    connectionId: Id,
    browser: Browser,
    origin: Origin,
    next: Type.Optional(Type.String({ maxLength: 500, description: 'Path of the page to go to afterwards' })),
    remember: Type.Optional(Type.Boolean()),
  }),
  response: Going,
  errors: [ssoStateInvalid, ssoRefused, ssoUnreachable, ssoUnavailable],
})
export const finishSso = route({
  name: 'finishSso',
  method: 'POST',
  path: '/public/auth/sso/finish',
  permission: null,
  rate: 'signin',
  summary: 'Take the answer of a provider: signs in, links, or notes what a test found',
  body: Type.Object({
    browser: Browser,
    state: Type.String({ minLength: 20, maxLength: 100 }),
    code: Type.Optional(Type.String({ maxLength: 4000 })),
    iss: Type.Optional(Type.String({ maxLength: 500 })),
    samlResponse: Type.Optional(Type.String({ maxLength: 400_000 })),
  }),
  response: Type.Object({
    purpose: OneOf('sign-in', 'link', 'test'),
    connectionId: Id,
    next: Nullable(Type.String()),
    remember: Type.Boolean(),
    tokens: Nullable(Tokens),
  }),
  errors: [
    ssoStateInvalid,
    ssoRefused,
    ssoUnreachable,
    ssoLinkFirst,
    ssoNoLogin,
    ssoTaken,
    ssoRequired,
    secondFactorRequired,
    enrolmentRequired,
    ssoUnavailable,
  ],
})

const mine = { permission: 'user.security.manage' } as const
export const SsoIdentity = Type.Object({
  id: Id,
  connectionId: Id,
  name: Type.String(),
  email: Nullable(Type.String()),
  createdAt: Instant,
  lastUsedAt: Nullable(Instant),
})
export type SsoIdentity = Static<typeof SsoIdentity>
export const listIdentities = route({
  ...mine,
  name: 'listIdentities',
  method: 'GET',
  path: '/user/sso',
  summary: 'Identities at providers that the own login is linked to, and what else can be linked',
  response: Type.Object({ items: Type.Array(SsoIdentity), offered: Type.Array(Offered) }),
})
export const linkIdentity = route({
  ...mine,
  name: 'linkIdentity',
  method: 'POST',
  path: '/user/sso',
  stepUp: true,
  summary: 'Begin to link an identity at a provider to the own login',
  body: Type.Object({ connectionId: Id, browser: Browser, origin: Origin }),
  response: Going,
  errors: [ssoStateInvalid, ssoRefused, ssoUnreachable, ssoUnavailable],
})
export const unlinkIdentity = route({
  ...mine,
  name: 'unlinkIdentity',
  method: 'DELETE',
  path: '/user/sso/identities/{id}',
  status: 204,
  stepUp: true,
  summary: 'Unlink an identity from the own login',
  params: IdParams,
  response: Nothing,
  errors: [ssoLastWay],
})

/** The connection through which people with such an address must sign in; null when they may choose. */
export const ssoForcedFor = operation('sso.forcedFor', Type.Object({ email: Type.String() }), Nullable(Offered))
