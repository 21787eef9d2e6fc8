import { Type, type Static } from 'typebox'
import { Id, IdParams, Instant, Nothing, Nullable, OneOf, error, event, operation, realtime, route } from './kit.ts'

/** Why a picture failed: no file, no kind that can be used, HEIC, too small, or nothing that the person did. */
export const mediaFailures = ['missing', 'kind', 'heic', 'small', 'internal'] as const
export type MediaFailure = (typeof mediaFailures)[number]

export const MediaStatus = OneOf('upload_pending', 'processing', 'ready', 'failed')
/** A picture: `url` is a template with `{variant}` in it (`thumb` 240 px, `card` 640 px, `large` 1280 px wide). */
export const MediaItem = Type.Object({
  id: Id,
  profileId: Id,
  status: MediaStatus,
  url: Nullable(Type.String()),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  placeholder: Nullable(Type.String({ description: 'Tiny data URI shown while the picture loads' })),
  alt: Type.String(),
  caption: Type.String(),
  visibility: OneOf('public', 'private'),
  isCover: Type.Boolean(),
  position: Type.Integer(),
  failure: Nullable(Type.String({ description: `One of ${mediaFailures.join(', ')}` })),
  createdAt: Instant,
})
export type MediaItem = Static<typeof MediaItem>

export const MAX_IMAGE_BYTES = 25 * 1024 * 1024
export const uploadMimes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/tiff'] as const

export const uploadTooLarge = error({ code: 'media.too_large', status: 413, title: 'The file is too large' })
export const uploadUnsupported = error({ code: 'media.unsupported', status: 415, title: 'This kind of file cannot be used' })
export const uploadMissing = error({ code: 'media.not_uploaded', status: 422, title: 'The file has not arrived yet' })
export const uploadExpired = error({ code: 'media.upload_expired', status: 410, title: 'This upload is over, start it again' })
export const mediaLimit = error({ code: 'media.limit', status: 422, title: 'This profile has no room for more pictures' })

export const reserveUpload = route({
  name: 'reserveUpload',
  method: 'POST',
  path: '/user/media/uploads',
  permission: 'user.media.manage',
  rate: 'upload',
  status: 201,
  summary: 'Reserve a place for a picture and get a signed address to PUT it to',
  body: Type.Object({
    profileId: Id,
    fileName: Type.String({ minLength: 1, maxLength: 255 }),
    mimeType: OneOf(...uploadMimes),
    size: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
  }),
  response: Type.Object({
    media: MediaItem,
    upload: Type.Object({ method: Type.Literal('PUT'), url: Type.String(), headers: Type.Record(Type.String(), Type.String()), expiresAt: Instant }),
  }),
  errors: [uploadTooLarge, uploadUnsupported, mediaLimit],
})
export const completeUpload = route({
  name: 'completeUpload',
  method: 'POST',
  path: '/user/media/{id}/complete',
  permission: 'user.media.manage',
  status: 202,
  summary: 'The file has arrived: make the variants',
  params: IdParams,
  response: MediaItem,
  errors: [uploadMissing],
})
export const listMedia = route({
  name: 'listMedia',
  method: 'GET',
  path: '/user/profiles/{id}/media',
  permission: 'user.profiles.read',
  summary: 'All pictures of a profile I may change',
  params: IdParams,
  response: Type.Object({ items: Type.Array(MediaItem) }),
})
export const updateMedia = route({
  name: 'updateMedia',
  method: 'PATCH',
  path: '/user/media/{id}',
  permission: 'user.media.manage',
  summary: 'Change text, visibility or make it the cover',
  params: IdParams,
  body: Type.Partial(
    Type.Object({
      alt: Type.String({ maxLength: 300 }),
      caption: Type.String({ maxLength: 300 }),
      visibility: OneOf('public', 'private'),
      isCover: Type.Literal(true),
    }),
  ),
  response: MediaItem,
})
export const orderMedia = route({
  name: 'orderMedia',
  method: 'PUT',
  path: '/user/profiles/{id}/media/order',
  permission: 'user.media.manage',
  summary: 'Put the pictures of a profile in order',
  params: IdParams,
  body: Type.Object({ ids: Type.Array(Id, { maxItems: 200 }) }),
  response: Type.Object({ items: Type.Array(MediaItem) }),
})
export const deleteMedia = route({
  name: 'deleteMedia',
  method: 'DELETE',
  path: '/user/media/{id}',
  permission: 'user.media.manage',
  status: 204,
  summary: 'Delete a picture',
  params: IdParams,
  response: Nothing,
})
export const uploadFile = route({
  name: 'uploadFile',
  method: 'PUT',
  path: '/public/uploads/{token}',
  permission: null,
  rate: 'upload',
  status: 204,
  summary: 'Receives the bytes of a reserved upload',
  params: Type.Object({ token: Type.String({ maxLength: 600 }) }),
  response: Nothing,
  errors: [uploadExpired, uploadTooLarge, uploadUnsupported],
})
export const getMediaFile = route({
  name: 'getMediaFile',
  method: 'GET',
  path: '/public/media/{id}/{variant}',
  permission: null,
  file: true,
  summary: 'A picture; private ones need a signature that ends',
  params: Type.Object({ id: Id, variant: OneOf('thumb', 'card', 'large') }),
  query: Type.Object({ e: Type.Optional(Type.Integer()), s: Type.Optional(Type.String({ maxLength: 100 })) }),
  response: Type.Unsafe<Uint8Array>({}),
})

export const mediaUploaded = event('media.asset.uploaded', '1.0.0', Type.Object({ mediaId: Id, profileId: Id }))
export const mediaProcessed = event('media.asset.processed', '1.0.0', Type.Object({ mediaId: Id, profileId: Id }))
export const mediaOrdered = event('media.asset.ordered', '1.0.0', Type.Object({ profileId: Id }))
export const mediaDeleted = event('media.asset.deleted', '1.0.0', Type.Object({ mediaId: Id, profileId: Id, keys: Type.Array(Type.String()) }))
export const mediaProgress = realtime(
  'media.progress',
  Type.Object({ mediaId: Id, profileId: Id, status: MediaStatus, percent: Type.Integer(), step: Type.String() }),
)

/** Links that we sign for a picture: to see it, and the token to upload its file. */
export const mediaLinks = operation('media.links', Type.Object({ mediaId: Id }), Type.Object({ view: Type.String(), upload: Type.String() }))
/**
 * Pictures of profiles, cover first; with `publicOnly` just those that are not kept private. Their addresses are open to everybody then,
 * unless they are to be `signed`: a profile that is not public has no open addresses.
 */
export const profileMedia = operation(
  'media.ofProfiles',
  Type.Object({ profileIds: Type.Array(Id), publicOnly: Type.Boolean(), coversOnly: Type.Boolean(), signed: Type.Optional(Type.Boolean()) }),
  Type.Array(MediaItem),
)
