import { Type, type Static } from 'typebox'
import { lastAdmin, lastOwner } from './accounts.ts'
import { ticketInvalid, proofUnavailable } from './second-factors.ts'
import { downloadExpired } from './exports.ts'
import { Email, Id, IdParams, Instant, Nothing, Nullable, OneOf, error, event, operation, route } from './kit.ts'

/** Days in which a person can call off the deletion of their account. */
export const LEAVING_DAYS = 14
/** Days in which the data of a person can be downloaded. */
export const PERSON_EXPORT_DAYS = 7

export const PersonExport = Type.Object({
  id: Id,
  status: OneOf('queued', 'running', 'ready', 'failed', 'expired'),
  byteCount: Nullable(Type.Integer()),
  downloadUrl: Nullable(Type.String({ description: 'Path that works for fifteen minutes' })),
  expiresAt: Nullable(Instant),
  createdAt: Instant,
})
export type PersonExport = Static<typeof PersonExport>

export const Erasure = Type.Object({
  id: Id,
  status: OneOf('waiting', 'running', 'done', 'called_off'),
  dueAt: Instant,
  createdAt: Instant,
  finishedAt: Nullable(Instant),
})
export type Erasure = Static<typeof Erasure>

/** Exports of all data of a person, newest first, and whether they are to be erased or were. */
export const PersonPrivacy = Type.Object({ exports: Type.Array(PersonExport), erasure: Nullable(Erasure) })
export type PersonPrivacy = Static<typeof PersonPrivacy>

export const erasureBegun = error({ code: 'privacy.erasure_begun', status: 409, title: 'This account is being deleted already' })
export const addressWrong = error({ code: 'privacy.address_wrong', status: 422, title: 'This is not the address of the account' })

const Confirmed = { email: Type.Unsafe<Static<typeof Email>>({ ...Email, description: 'Address of the account, to confirm which one is meant' }) }

export const getOwnPrivacy = route({
  name: 'getOwnPrivacy',
  method: 'GET',
  path: '/user/privacy',
  permission: 'user.privacy.manage',
  summary: 'Exports of all own data, and whether the own account is to be deleted',
  response: PersonPrivacy,
})
export const createOwnExport = route({
  name: 'createOwnExport',
  method: 'POST',
  path: '/user/privacy/exports',
  permission: 'user.privacy.manage',
  stepUp: true,
  status: 202,
  summary: 'Ask for all own data as an archive; one that is being made is given again',
  response: PersonExport,
})
export const eraseOwnAccount = route({
  name: 'eraseOwnAccount',
  method: 'POST',
  path: '/user/privacy/erasure',
  permission: 'user.privacy.manage',
  stepUp: true,
  status: 202,
  summary: 'Delete the own account in 14 days; until then nobody signs in, and signing in offers to keep it',
  body: Type.Object(Confirmed),
  response: Erasure,
  errors: [addressWrong, erasureBegun, lastAdmin, lastOwner],
})
export const keepAccount = route({
  name: 'keepAccount',
  method: 'POST',
  path: '/public/privacy/keep',
  permission: null,
  rate: 'signin',
  summary: 'Call off the deletion of the own account, with the ticket that a sign-in gives',
  body: Type.Object({ ticket: Type.String({ minLength: 20, maxLength: 100 }) }),
  response: Nothing,
  status: 204,
  errors: [ticketInvalid, proofUnavailable, erasureBegun],
})
export const getPersonPrivacy = route({
  name: 'getPersonPrivacy',
  method: 'GET',
  path: '/tenant/users/{id}/privacy',
  permission: 'tenant.privacy.manage',
  summary: 'Exports of all data of a person, and whether they are to be erased or were',
  params: IdParams,
  response: PersonPrivacy,
})
export const createPersonExport = route({
  name: 'createPersonExport',
  method: 'POST',
  path: '/tenant/users/{id}/privacy/exports',
  permission: 'tenant.privacy.manage',
  stepUp: true,
  status: 202,
  summary: 'Ask for all data of a person as an archive, to be handed to them',
  params: IdParams,
  response: PersonExport,
})
export const erasePerson = route({
  name: 'erasePerson',
  method: 'POST',
  path: '/tenant/users/{id}/privacy/erasure',
  permission: 'tenant.privacy.manage',
  stepUp: true,
  status: 202,
  summary: 'Erase a person at once',
  params: IdParams,
  body: Type.Object({ ...Confirmed, reason: Type.String({ minLength: 3, maxLength: 300, description: 'Why; kept, so it should name nobody' }) }),
  response: Erasure,
  errors: [addressWrong, erasureBegun, lastAdmin, lastOwner],
})
export const downloadPersonExport = route({
  name: 'downloadPersonExport',
  method: 'GET',
  path: '/public/privacy/exports/{id}/file',
  permission: null,
  file: true,
  summary: 'The archive of all data of a person, by its signed link',
  params: IdParams,
  query: Type.Object({ e: Type.Integer(), s: Type.String({ maxLength: 100 }) }),
  response: Type.Unsafe<Uint8Array>({}),
  errors: [downloadExpired],
})

export const personExportReady = event('privacy.export.ready', '1.0.0', Type.Object({ exportId: Id, userId: Id, requestedBy: Id }))
export const erasureRequested = event('privacy.erasure.requested', '1.0.0', Type.Object({ userId: Id, dueAt: Instant }))
export const personErased = event('privacy.person.erased', '1.0.0', Type.Object({ userId: Id }))
/** Erases everybody again who was erased before and is back, as after a restored backup; says how many there were. */
export const replayErasures = operation('privacy.replayErasures', Type.Object({}), Type.Object({ count: Type.Integer() }))
