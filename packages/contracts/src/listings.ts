import { Type, type Static } from 'typebox'
import { DateOnly, Id, IdParams, Instant, Money, Nullable, OneOf, Page, Slug, error, event, operation, pageQuery, route, versionStale } from './kit.ts'

export const ListingStatus = OneOf('draft', 'published', 'closed', 'filled', 'cancelled')
export type ListingStatus = Static<typeof ListingStatus>
export const CastingRole = Type.Object({ id: Id, name: Type.String(), description: Type.String(), quantity: Type.Integer(), fee: Nullable(Money) })
export type CastingRole = Static<typeof CastingRole>
export const Listing = Type.Object({
  id: Id,
  slug: Slug,
  title: Type.String(),
  description: Type.String(),
  status: ListingStatus,
  client: Type.Object({ id: Id, name: Type.String() }),
  location: Nullable(Type.String()),
  startsOn: Nullable(DateOnly),
  endsOn: Nullable(DateOnly),
  deadline: Nullable(Instant),
  usage: Nullable(Type.String()),
  roles: Type.Array(CastingRole),
  applicationCount: Type.Integer(),
  newApplicationCount: Type.Integer(),
  publishedAt: Nullable(Instant),
  createdAt: Instant,
  version: Type.Integer(),
})
export type Listing = Static<typeof Listing>
export const PublicListing = Type.Object({
  id: Id,
  slug: Slug,
  title: Type.String(),
  description: Type.String(),
  status: ListingStatus,
  clientName: Type.String(),
  location: Nullable(Type.String()),
  startsOn: Nullable(DateOnly),
  endsOn: Nullable(DateOnly),
  deadline: Nullable(Instant),
  usage: Nullable(Type.String()),
  roles: Type.Array(CastingRole),
  publishedAt: Nullable(Instant),
  open: Type.Boolean(),
})
export type PublicListing = Static<typeof PublicListing>

const RoleEdit = Type.Object({
  id: Type.Optional(Id),
  name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  description: Type.String({ maxLength: 2000 }),
  quantity: Type.Integer({ minimum: 1, maximum: 500 }),
  fee: Type.Optional(Money),
})
export type RoleEdit = Static<typeof RoleEdit>
const edit = {
  title: Type.String({ minLength: 3, maxLength: 160, pattern: '\\S' }),
  description: Type.String({ minLength: 1, maxLength: 8000, pattern: '\\S' }),
  location: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  startsOn: Type.Optional(Nullable(DateOnly)),
  endsOn: Type.Optional(Nullable(DateOnly)),
  deadline: Type.Optional(Nullable(Instant)),
  usage: Type.Optional(Nullable(Type.String({ maxLength: 500 }))),
  roles: Type.Array(RoleEdit, { minItems: 1, maxItems: 20 }),
}
/** A change of a casting: what is left out stays, null empties; roles are given as the whole set. */
export const ListingEdit = Type.Partial(Type.Object(edit))
export type ListingEdit = Static<typeof ListingEdit>
/** A new casting. */
export const NewListing = Type.Object({ ...edit, publish: Type.Optional(Type.Boolean()) })
export type NewListing = Static<typeof NewListing>

export const listingState = error({ code: 'listings.invalid_state', status: 422, title: 'The casting is not in a state for this' })
export const listingLocked = error({ code: 'listings.locked', status: 422, title: 'Roles and fees cannot change once somebody has applied' })
export const datesInvalid = error({ code: 'listings.dates_invalid', status: 422, title: 'The dates are not possible' })
export const roleUnknown = error({ code: 'listings.role_unknown', status: 422, title: 'A role does not belong to this casting' })

export const listPublicListings = route({
  name: 'listPublicListings',
  method: 'GET',
  path: '/public/listings',
  permission: null,
  summary: 'Open castings',
  query: Type.Object({ ...pageQuery, q: Type.Optional(Type.String({ maxLength: 100 })) }),
  response: Page(PublicListing),
})
export const getPublicListing = route({
  name: 'getPublicListing',
  method: 'GET',
  path: '/public/listings/{slug}',
  permission: null,
  summary: 'One casting',
  params: Type.Object({ slug: Slug }),
  response: PublicListing,
})
export const listOwnListings = route({
  name: 'listOwnListings',
  method: 'GET',
  path: '/account/listings',
  permission: 'account.listings.read',
  summary: 'Castings of the active account',
  query: Type.Object({ ...pageQuery, status: Type.Optional(ListingStatus) }),
  response: Page(Listing),
})
export const createListing = route({
  name: 'createListing',
  method: 'POST',
  path: '/account/listings',
  permission: 'account.listings.manage',
  status: 201,
  idempotency: 'optional',
  versioned: true,
  summary: 'Write a casting; it is a draft until it is published',
  body: NewListing,
  response: Listing,
  errors: [datesInvalid, roleUnknown],
})
export const getListing = route({
  name: 'getListing',
  method: 'GET',
  path: '/account/listings/{id}',
  permission: 'account.listings.read',
  summary: 'A casting of the active account',
  params: IdParams,
  versioned: true,
  response: Listing,
})
export const updateListing = route({
  name: 'updateListing',
  method: 'PATCH',
  path: '/account/listings/{id}',
  permission: 'account.listings.manage',
  versioned: true,
  summary: 'Change a casting',
  params: IdParams,
  body: ListingEdit,
  response: Listing,
  errors: [listingState, listingLocked, datesInvalid, roleUnknown, versionStale],
})
export const publishListing = route({
  name: 'publishListing',
  method: 'POST',
  path: '/account/listings/{id}/publish',
  permission: 'account.listings.manage',
  versioned: true,
  summary: 'Publish a casting',
  params: IdParams,
  response: Listing,
  errors: [listingState, datesInvalid, versionStale],
})
export const closeListing = route({
  name: 'closeListing',
  method: 'POST',
  path: '/account/listings/{id}/close',
  permission: 'account.listings.manage',
  versioned: true,
  summary: 'Close a casting for new applications',
  params: IdParams,
  body: Type.Object({ outcome: OneOf('closed', 'filled', 'cancelled') }),
  response: Listing,
  errors: [listingState, versionStale],
})

export const listingChanged = event('marketplace.listing.changed', '1.0.0', Type.Object({ listingId: Id, accountId: Id, status: ListingStatus }))
/** A casting with its roles and owner. `open` tells whether it takes applications now. */
export const ListingRef = Type.Object({
  id: Id,
  slug: Slug,
  title: Type.String(),
  accountId: Id,
  status: ListingStatus,
  open: Type.Boolean(),
  roles: Type.Array(CastingRole),
})
export type ListingRef = Static<typeof ListingRef>
/** A casting for applications; null when it does not exist. With `lock` it stays as it is until the asker's transaction ends. */
export const listingRef = operation('listings.ref', Type.Object({ id: Id, lock: Type.Optional(Type.Boolean()) }), Nullable(ListingRef))
/** Whether an account has a casting that takes applications now. */
export const hasOpenListing = operation('listings.hasOpen', Type.Object({ accountId: Id }), Type.Boolean())
/** Castings by id, for lists. */
export const listingRefs = operation('listings.refs', Type.Object({ ids: Type.Array(Id) }), Type.Array(ListingRef))
