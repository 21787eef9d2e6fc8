import { Type, type Static } from 'typebox'
import { Id, IdParams, Instant, Nothing, Nullable, OneOf, Page, error, operation, pageQuery, route } from './kit.ts'
import type { Permission } from './permissions.ts'
import { catalogue, covers } from './rights.ts'

/** What every API key begins with: how people, scanners and the API tell one from other tokens. */
export const KEY_MARK = 'itm_live_'
export const MAX_KEY_DAYS = 365
export const MAX_OVERLAP_DAYS = 7
export const MAX_KEYS = 20
/** Never of a key: proofs of who somebody is, and keys themselves. */
const NEVER = ['user.security.*', 'user.keys.*', 'tenant.keys.*', 'tenant.security.*']

/** Whether a key can have a permission at all, whoever owns it. */
export function mayBeInKey(permission: string): boolean {
  return !permission.startsWith('platform.') && !covers(NEVER, permission)
}

/** What somebody who holds `grants` could hand to a key. */
export function keyPermissions(grants: readonly string[]): Permission[] {
  return catalogue.filter((p) => mayBeInKey(p) && covers(grants, p))
}

export const ApiKey = Type.Object({
  id: Id,
  name: Type.String(),
  prefix: Type.String({ description: 'How the key begins, to tell it from others; says nothing of its secret' }),
  scopes: Type.Array(Type.String()),
  account: Nullable(Type.Object({ id: Id, name: Type.String() }, { description: 'The only account that the key acts for' })),
  state: OneOf('active', 'expired', 'revoked'),
  createdAt: Instant,
  rotatedAt: Nullable(Instant),
  overlapEndsAt: Nullable(Type.String({ format: 'date-time', description: 'Until when the secret before the last rotation works' })),
  expiresAt: Instant,
  revokedAt: Nullable(Instant),
  lastUsedAt: Nullable(Instant),
  lastUsedIp: Nullable(Type.String()),
})
export type ApiKey = Static<typeof ApiKey>
/** A key as the admins of a marketplace see it. */
export const OwnedApiKey = Type.Object({ ...ApiKey.properties, owner: Type.Object({ id: Id, name: Type.String() }) })
export type OwnedApiKey = Static<typeof OwnedApiKey>
/** A key with its secret, which is told once. */
export const NewApiKey = Type.Object({ key: ApiKey, secret: Type.String({ description: 'The whole key; it is never shown again' }) })
export type NewApiKey = Static<typeof NewApiKey>

export const keyInvalid = error({ code: 'keys.invalid', status: 401, title: 'This API key is not valid' })
export const sessionNeeded = error({ code: 'keys.session_needed', status: 403, title: 'An API key cannot do this, sign in as a person' })
export const scopeRefused = error({ code: 'keys.scope_refused', status: 422, title: 'A key cannot have this right from you' })
export const keyAccountUnknown = error({ code: 'keys.account_unknown', status: 422, title: 'You do not belong to this account' })
export const keyLimit = error({ code: 'keys.limit', status: 409, title: 'You have as many keys as possible, revoke one first' })
export const keyEnded = error({ code: 'keys.ended', status: 409, title: 'This key has ended, make a new one' })

const Days = Type.Integer({ minimum: 1, maximum: MAX_KEY_DAYS, description: 'Days until the key ends' })
const Scope = Type.String({ pattern: '^(?:user|account|tenant)(?:\\.(?:\\*|[a-z]{1,30})){1,2}$', maxLength: 70 })

export const listApiKeys = route({
  name: 'listApiKeys',
  method: 'GET',
  path: '/user/api-keys',
  permission: 'user.keys.manage',
  summary: 'The own API keys, newest first; those that ended stay for ninety days',
  response: Type.Object({ items: Type.Array(ApiKey) }),
})
export const createApiKey = route({
  name: 'createApiKey',
  method: 'POST',
  path: '/user/api-keys',
  permission: 'user.keys.manage',
  stepUp: true,
  status: 201,
  summary: 'Make an API key with some of the own rights; what it may do is at every call what both the owner and the key have',
  body: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    scopes: Type.Array(Scope, { minItems: 1, maxItems: 100, uniqueItems: true, description: 'Permissions, or patterns of them' }),
    accountId: Type.Optional(Type.String({ format: 'uuid', description: 'Binds the key to one account; it has no rights of the marketplace then' })),
    expiresInDays: Days,
  }),
  response: NewApiKey,
  errors: [scopeRefused, keyAccountUnknown, keyLimit],
})
export const rotateApiKey = route({
  name: 'rotateApiKey',
  method: 'POST',
  path: '/user/api-keys/{id}/rotate',
  permission: 'user.keys.manage',
  stepUp: true,
  summary: 'A new secret for a key; the one before works for some days more, any older one stops at once',
  params: IdParams,
  body: Type.Object({ overlapDays: Type.Integer({ minimum: 0, maximum: MAX_OVERLAP_DAYS }), expiresInDays: Days }),
  response: NewApiKey,
  errors: [keyEnded],
})
export const revokeApiKey = route({
  name: 'revokeApiKey',
  method: 'DELETE',
  path: '/user/api-keys/{id}',
  permission: 'user.keys.manage',
  stepUp: true,
  status: 204,
  summary: 'End a key at once',
  params: IdParams,
  response: Nothing,
})
export const listAllApiKeys = route({
  name: 'listAllApiKeys',
  method: 'GET',
  path: '/tenant/api-keys',
  permission: 'tenant.keys.read',
  summary: 'The API keys of everybody in the marketplace, newest first',
  query: Type.Object({ ...pageQuery }),
  response: Page(OwnedApiKey),
})
export const revokeAnyApiKey = route({
  name: 'revokeAnyApiKey',
  method: 'DELETE',
  path: '/tenant/api-keys/{id}',
  permission: 'tenant.keys.manage',
  stepUp: true,
  status: 204,
  summary: "End somebody's key at once",
  params: IdParams,
  response: Nothing,
})

/** Who a key speaks for right now and what both of them may do; null when there is no such key here, or not any more. */
export const authenticateKey = operation(
  'keys.authenticate',
  Type.Object({ token: Type.String(), ip: Type.String() }),
  Nullable(
    Type.Object({
      key: Type.Object({ id: Id, name: Type.String() }),
      userId: Id,
      name: Type.String(),
      grants: Type.Array(Type.String()),
      accounts: Type.Array(Type.Object({ accountId: Id, role: Type.String(), grants: Type.Array(Type.String()) })),
    }),
  ),
)
