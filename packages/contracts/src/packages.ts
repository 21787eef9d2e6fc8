import { Type, type Static } from 'typebox'
import { Id, IdParams, Instant, Nothing, Nullable, error, route, versionStale } from './kit.ts'
import { MediaItem } from './media.ts'

export const Shortlist = Type.Object({
  id: Id,
  name: Type.String(),
  note: Type.String(),
  itemCount: Type.Integer(),
  covers: Type.Array(MediaItem),
  updatedAt: Instant,
  version: Type.Integer(),
})
export type Shortlist = Static<typeof Shortlist>
export const ShortlistItem = Type.Object({
  profileId: Id,
  slug: Type.String(),
  displayName: Type.String(),
  city: Nullable(Type.String()),
  cover: Nullable(MediaItem),
  note: Type.String(),
  addedAt: Instant,
  available: Type.Boolean({ description: 'Still published, and this account may see it' }),
})
export type ShortlistItem = Static<typeof ShortlistItem>
export const ShortlistDetail = Type.Object({ ...Shortlist.properties, items: Type.Array(ShortlistItem) })
export type ShortlistDetail = Static<typeof ShortlistDetail>
export const shortlistFull = error({ code: 'packages.full', status: 422, title: 'A shortlist holds at most 200 talents' })

const edit = { name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }), note: Type.Optional(Type.String({ maxLength: 2000 })) }
export const listShortlists = route({
  name: 'listShortlists',
  method: 'GET',
  path: '/account/shortlists',
  permission: 'account.shortlists.manage',
  summary: 'Shortlists of the active account',
  query: Type.Object({ profileId: Type.Optional(Id) }),
  response: Type.Object({
    items: Type.Array(Type.Object({ ...Shortlist.properties, contains: Type.Boolean({ description: 'Holds the talent asked for by profileId' }) })),
  }),
})
export const createShortlist = route({
  name: 'createShortlist',
  method: 'POST',
  path: '/account/shortlists',
  permission: 'account.shortlists.manage',
  status: 201,
  idempotency: 'optional',
  versioned: true,
  summary: 'Start a shortlist',
  body: Type.Object({ ...edit, profileIds: Type.Optional(Type.Array(Id, { maxItems: 200 })) }),
  response: ShortlistDetail,
})
export const getShortlist = route({
  name: 'getShortlist',
  method: 'GET',
  path: '/account/shortlists/{id}',
  permission: 'account.shortlists.manage',
  versioned: true,
  summary: 'A shortlist with its talents',
  params: IdParams,
  response: ShortlistDetail,
})
export const updateShortlist = route({
  name: 'updateShortlist',
  method: 'PATCH',
  path: '/account/shortlists/{id}',
  permission: 'account.shortlists.manage',
  versioned: true,
  summary: 'Rename a shortlist',
  params: IdParams,
  body: Type.Partial(Type.Object(edit)),
  response: ShortlistDetail,
  errors: [versionStale],
})
export const deleteShortlist = route({
  name: 'deleteShortlist',
  method: 'DELETE',
  path: '/account/shortlists/{id}',
  permission: 'account.shortlists.manage',
  status: 204,
  summary: 'Delete a shortlist',
  params: IdParams,
  response: Nothing,
})
export const addToShortlist = route({
  name: 'addToShortlist',
  method: 'POST',
  path: '/account/shortlists/{id}/items',
  permission: 'account.shortlists.manage',
  versioned: true,
  summary: 'Put a talent on a shortlist; doing it twice is no error',
  params: IdParams,
  body: Type.Object({ profileId: Id, note: Type.Optional(Type.String({ maxLength: 500 })) }),
  response: ShortlistDetail,
  errors: [shortlistFull, versionStale],
})
export const removeFromShortlist = route({
  name: 'removeFromShortlist',
  method: 'DELETE',
  path: '/account/shortlists/{id}/items/{profileId}',
  permission: 'account.shortlists.manage',
  status: 204,
  summary: 'Take a talent off a shortlist',
  params: Type.Object({ id: Id, profileId: Id }),
  response: Nothing,
})
