import { Type, type Static } from 'typebox'
import { Id, IdParams, Instant, Nothing, Nullable, OneOf, Page, error, operation, pageQuery, route } from './kit.ts'
import type { PolicyKey, PolicyReason } from './policies.ts'
import type { AccessRule } from './rights.ts'

/** `*` stands for one segment, a trailing `.*` for the rest. */
export const Pattern = Type.String({ pattern: '^(user|account|tenant)(\\.([a-z-]+|\\*)){1,2}$', maxLength: 80, description: 'Pattern of permissions' })
const Patterns = Type.Array(Pattern, { maxItems: 60, uniqueItems: true })
const RoleKey = Type.String({ pattern: '^[a-z][a-z0-9_]{1,60}$' })

export const Role = Type.Object({
  key: RoleKey,
  name: Type.String(),
  description: Type.String(),
  scope: OneOf('user', 'account', 'tenant', 'platform'),
  shipped: Type.Boolean({ description: 'Whether it ships with the product; such a role cannot be changed' }),
  inherits: Nullable(RoleKey),
  allow: Type.Array(Type.String()),
  deny: Type.Array(Type.String()),
  permissions: Type.Array(Type.Object({ key: Type.String(), description: Type.String() }), { description: 'What it comes to, with all that it stands on' }),
  version: Type.Integer(),
})
export type Role = Static<typeof Role>

export const Grant = Type.Object({
  id: Id,
  userId: Id,
  userName: Type.String(),
  effect: OneOf('allow', 'deny'),
  pattern: Type.String(),
  accountId: Nullable(Id),
  accountName: Nullable(Type.String()),
  reason: Type.String(),
  expiresAt: Nullable(Instant),
  grantedByName: Nullable(Type.String()),
  createdAt: Instant,
})
export type Grant = Static<typeof Grant>

const Rule = Type.Unsafe<AccessRule>(
  Type.Object({
    effect: OneOf('allow', 'deny'),
    pattern: Type.String(),
    from: Type.Union([
      Type.Object({ kind: Type.Literal('role'), role: Type.String(), through: Type.Array(Type.String()) }),
      Type.Object({ kind: Type.Literal('grant'), id: Type.String(), expiresAt: Nullable(Instant) }),
    ]),
  }),
)

/** A decision about one permission, with everything that speaks of it. */
export const Explanation = Type.Object({
  permission: Type.String(),
  accountId: Nullable(Id),
  allowed: Type.Boolean(),
  why: OneOf('allowed', 'denied', 'nothing', 'disabled', 'no_account'),
  rules: Type.Array(Rule),
  stepUp: Type.Boolean({ description: 'Whether some of what it allows needs a fresh proof of who somebody is' }),
})
export type Explanation = Static<typeof Explanation>

export const permissionDenied = error({ code: 'access.permission_denied', status: 403, title: 'You may not do this' })
export const notFound = error({ code: 'access.not_found', status: 404, title: 'Not found' })
export const roleInUse = error({ code: 'access.role_in_use', status: 409, title: 'This role is still held, or others stand on it' })
export const roleShipped = error({ code: 'access.role_shipped', status: 422, title: 'A role that ships with the product cannot be changed' })
export const rulesUnfit = error({ code: 'access.rules_unfit', status: 422, title: 'These rules cannot be used' })
export const beyondOwn = error({ code: 'access.beyond_own', status: 403, title: 'Nobody can give more than they have' })
export const grantUnfit = error({ code: 'access.grant_unfit', status: 422, title: 'This cannot be granted' })

export const factsUnfit = error({ code: 'access.facts_unfit', status: 422, title: 'These are not the facts that the rule looks at' })

const Name = Type.String({ minLength: 2, maxLength: 60 })
const Description = Type.String({ maxLength: 200 })
const RoleParams = Type.Object({ key: RoleKey })

export const listRoles = route({
  name: 'listRoles',
  method: 'GET',
  path: '/tenant/roles',
  permission: 'tenant.roles.read',
  summary: 'Roles and what they allow',
  response: Type.Object({ items: Type.Array(Role) }),
})
export const listAccountRoles = route({
  name: 'listAccountRoles',
  method: 'GET',
  path: '/account/roles',
  permission: 'account.users.read',
  summary: 'Roles that members of an account can have',
  response: Type.Object({ items: Type.Array(Type.Object({ key: RoleKey, name: Type.String(), description: Type.String(), shipped: Type.Boolean() })) }),
})
export const createRole = route({
  name: 'createRole',
  method: 'POST',
  path: '/tenant/roles',
  permission: 'tenant.roles.manage',
  stepUp: true,
  status: 201,
  summary: 'Make a role of the own marketplace',
  body: Type.Object({
    name: Name,
    description: Description,
    scope: OneOf('account', 'tenant'),
    inherits: Type.Optional(Nullable(RoleKey)),
    allow: Patterns,
    deny: Patterns,
  }),
  response: Role,
  errors: [rulesUnfit, beyondOwn],
})
export const updateRole = route({
  name: 'updateRole',
  method: 'PATCH',
  path: '/tenant/roles/{key}',
  permission: 'tenant.roles.manage',
  stepUp: true,
  versioned: true,
  summary: 'Change a role of the own marketplace; whoever holds it has the new rights at the next request',
  params: RoleParams,
  body: Type.Object({
    name: Type.Optional(Name),
    description: Type.Optional(Description),
    inherits: Type.Optional(Nullable(RoleKey)),
    allow: Type.Optional(Patterns),
    deny: Type.Optional(Patterns),
  }),
  response: Role,
  errors: [roleShipped, rulesUnfit, beyondOwn],
})
export const deleteRole = route({
  name: 'deleteRole',
  method: 'DELETE',
  path: '/tenant/roles/{key}',
  permission: 'tenant.roles.manage',
  stepUp: true,
  status: 204,
  summary: 'Delete a role that nobody holds',
  params: RoleParams,
  response: Nothing,
  errors: [roleShipped, roleInUse],
})

export const listGrants = route({
  name: 'listGrants',
  method: 'GET',
  path: '/tenant/grants',
  permission: 'tenant.roles.read',
  summary: 'What is allowed or denied to single people, newest first',
  query: Type.Object({ ...pageQuery, userId: Type.Optional(Id) }),
  response: Page(Grant),
})
export const createGrant = route({
  name: 'createGrant',
  method: 'POST',
  path: '/tenant/grants',
  permission: 'tenant.roles.manage',
  stepUp: true,
  status: 201,
  summary: 'Allow or deny something to one person, in one account or all of theirs, until a moment or for good',
  body: Type.Object({
    userId: Id,
    effect: OneOf('allow', 'deny'),
    pattern: Pattern,
    accountId: Type.Optional(Nullable(Id)),
    reason: Type.String({ minLength: 3, maxLength: 300 }),
    expiresAt: Type.Optional(Nullable(Instant)),
  }),
  response: Grant,
  errors: [grantUnfit, beyondOwn],
})
export const deleteGrant = route({
  name: 'deleteGrant',
  method: 'DELETE',
  path: '/tenant/grants/{id}',
  permission: 'tenant.roles.manage',
  stepUp: true,
  status: 204,
  summary: 'Take a grant back, at once',
  params: IdParams,
  response: Nothing,
})

export const explainAccess = route({
  name: 'explainAccess',
  method: 'GET',
  path: '/tenant/access/explain',
  permission: 'tenant.roles.read',
  summary: 'Why somebody may do something, or may not',
  query: Type.Object({ userId: Id, permission: Type.String({ maxLength: 80 }), accountId: Type.Optional(Id) }),
  response: Explanation,
  errors: [rulesUnfit],
})
export const simulateAccess = route({
  name: 'simulateAccess',
  method: 'POST',
  path: '/tenant/access/simulate',
  permission: 'tenant.roles.read',
  summary: 'What somebody could do with other roles and rules; nothing is changed',
  body: Type.Object({
    userId: Id,
    accountId: Type.Optional(Id),
    addRoles: Type.Array(RoleKey, { maxItems: 20 }),
    removeRoles: Type.Array(RoleKey, { maxItems: 20 }),
    allow: Patterns,
    deny: Patterns,
  }),
  response: Type.Object({ gained: Type.Array(Type.String()), lost: Type.Array(Type.String()), kept: Type.Array(Type.String()) }),
  errors: [rulesUnfit],
})

export const PolicyView = Type.Object({
  key: Type.Unsafe<PolicyKey>(Type.String()),
  permissions: Type.Array(Type.String(), { description: 'Patterns of the permissions that it is about' }),
  inForce: Type.Boolean({ description: 'False while the product holds nothing yet that it could be about' }),
  facts: Type.Unknown({ description: 'JSON Schema of the facts that it looks at' }),
})
export type PolicyView = Static<typeof PolicyView>
export const listPolicies = route({
  name: 'listPolicies',
  method: 'GET',
  path: '/tenant/policies',
  permission: 'tenant.roles.read',
  summary: 'The rules that look at who, what and when, beside the permissions',
  response: Type.Object({ items: Type.Array(PolicyView) }),
})
export const tryPolicy = route({
  name: 'tryPolicy',
  method: 'POST',
  path: '/tenant/policies/try',
  permission: 'tenant.roles.read',
  summary: 'What a rule says of given facts; nothing is changed',
  body: Type.Object({
    key: Type.String({ maxLength: 40 }),
    facts: Type.Record(Type.String({ maxLength: 40 }), Type.Union([Type.Boolean(), Type.Number(), Type.String({ maxLength: 40 }), Type.Null()])),
  }),
  response: Type.Object({ allowed: Type.Boolean(), reason: Nullable(Type.Unsafe<PolicyReason>(Type.String())), text: Nullable(Type.String()) }),
  errors: [notFound, factsUnfit],
})

/** What a person may do: patterns of permissions, in the marketplace and in each account. */
export const Rights = Type.Object({
  roles: Type.Array(Type.String()),
  grants: Type.Array(Type.String()),
  accounts: Type.Array(Type.Object({ accountId: Id, role: Type.String(), grants: Type.Array(Type.String()) })),
})
export type Rights = Static<typeof Rights>
/** What a person may do, of the epoch that was just read with them. */
export const rightsOf = operation('access.rightsOf', Type.Object({ userId: Id, epoch: Type.Integer() }), Rights)
/** Which of some roles can be held in a scope, with the patterns that each comes to. */
export const rolesIn = operation(
  'access.rolesIn',
  Type.Object({ scope: OneOf('account', 'tenant'), keys: Type.Array(Type.String()) }),
  Type.Array(Type.Object({ key: Type.String(), patterns: Type.Array(Type.String()) })),
)
/** The roles of the realm that some roles are or stand on. */
export const rolesBehind = operation('access.rolesBehind', Type.Object({ keys: Type.Array(Type.String()) }), Type.Array(Type.String()))
