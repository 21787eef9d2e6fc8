import { Type, type Static } from 'typebox'
import { Id, IdParams, Instant, Nothing, Nullable, OneOf, error, event, operation, route } from './kit.ts'

/** Name that stands before a domain in the DNS record that proves it. */
export const PROOF_LABEL = '_itellico'
/** Days that a domain stays in use after its proof has vanished. */
export const PROOF_GRACE_DAYS = 7
/** Domains that a marketplace may have. */
export const MAX_DOMAINS = 20

export const DomainStatus = OneOf('pending', 'active', 'inactive')
export const Domain = Type.Object({
  id: Id,
  host: Type.String({ description: 'As it stands in the DNS: small letters, other alphabets in punycode' }),
  shown: Type.String({ description: 'As people write it' }),
  status: DomainStatus,
  primary: Type.Boolean({ description: 'Links in messages and the addresses that search engines see use it' }),
  record: Type.Object({ name: Type.String(), type: Type.Literal('TXT'), value: Type.String() }),
  found: Type.Array(Type.String(), { description: 'What stood there at the last look' }),
  problem: Nullable(OneOf('no_record', 'other_value', 'unreachable', 'taken')),
  checkedAt: Nullable(Instant),
  nextCheckAt: Nullable(Instant),
  verifiedAt: Nullable(Instant),
  missingSince: Nullable(Instant),
  deactivatesAt: Nullable(Instant),
  createdAt: Instant,
})
export type Domain = Static<typeof Domain>

export const domainInvalid = error({ code: 'domains.invalid', status: 422, title: 'This is not a domain that can be used' })
export const domainTaken = error({ code: 'domains.taken', status: 409, title: 'Another marketplace uses this domain' })
export const domainKnown = error({ code: 'domains.already_added', status: 409, title: 'This domain is in your list already' })
export const domainLimit = error({ code: 'domains.limit', status: 422, title: 'There is no room for more domains' })
export const domainUnproven = error({ code: 'domains.unproven', status: 422, title: 'Only a domain that is proven can be the main one' })

export const listDomains = route({
  name: 'listDomains',
  method: 'GET',
  path: '/tenant/domains',
  permission: 'tenant.domains.read',
  summary: 'The sub-domain that is always there and the own domains of the marketplace',
  response: Type.Object({ subdomain: Type.Object({ host: Type.String(), primary: Type.Boolean() }), items: Type.Array(Domain) }),
})
export const addDomain = route({
  name: 'addDomain',
  method: 'POST',
  path: '/tenant/domains',
  permission: 'tenant.domains.manage',
  status: 201,
  summary: 'Add a domain; the answer says which DNS record proves it',
  body: Type.Object({ host: Type.String({ minLength: 1, maxLength: 300 }) }),
  response: Domain,
  errors: [domainInvalid, domainKnown, domainLimit],
})
export const checkDomain = route({
  name: 'checkDomain',
  method: 'POST',
  path: '/tenant/domains/{id}/check',
  permission: 'tenant.domains.manage',
  rate: 'refresh',
  summary: 'Look for the proof now',
  params: IdParams,
  response: Domain,
  errors: [domainTaken],
})
export const makeDomainPrimary = route({
  name: 'makeDomainPrimary',
  method: 'POST',
  path: '/tenant/domains/{id}/primary',
  permission: 'tenant.domains.manage',
  summary: 'Use a proven domain in links and for search engines',
  params: IdParams,
  response: Domain,
  errors: [domainUnproven],
})
export const chooseSubdomain = route({
  name: 'chooseSubdomain',
  method: 'DELETE',
  path: '/tenant/domains/primary',
  permission: 'tenant.domains.manage',
  status: 204,
  summary: 'Use the sub-domain in links again',
  response: Nothing,
})
export const removeDomain = route({
  name: 'removeDomain',
  method: 'DELETE',
  path: '/tenant/domains/{id}',
  permission: 'tenant.domains.manage',
  status: 204,
  summary: 'Remove a domain at once; to have it again it must be proven anew',
  params: IdParams,
  response: Nothing,
})

/** Something changed about a domain of a tenant; told in the platform's stream. */
export const domainChanged = event(
  'domain.state.changed',
  '1.0.0',
  Type.Object({ tenantId: Id, domainId: Id, host: Type.String(), state: OneOf('verified', 'missing', 'deactivated', 'removed', 'primary'), at: Instant }),
)
/** Hosts of a tenant's active domains, in the DNS's spelling. */
export const activeDomains = operation('domains.active', Type.Object({}), Type.Array(Type.String()))
