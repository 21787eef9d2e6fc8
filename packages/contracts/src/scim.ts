import { Type, type Static, type TSchema } from 'typebox'
import { Id, IdParams, Nothing, Nullable, OneOf, error, route } from './kit.ts'

/** Names of the schemas and messages of SCIM (RFC 7643, 7644). */
export const scimNames = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
} as const
export const SCIM_PAGE = 100
export const SCIM_MAX_PAGE = 200
const MAX_MEMBERS = 5000

/** Roles of the marketplace that a group of a directory can stand for. */
export const GroupRole = OneOf('tenant_admin', 'tenant_manager')
export type GroupRole = Static<typeof GroupRole>

export const scimFilterInvalid = error({ code: 'scim.filter_invalid', status: 400, title: 'This filter is not understood' })
export const scimValueInvalid = error({ code: 'scim.value_invalid', status: 400, title: 'A value is missing or not valid' })
export const scimPatchInvalid = error({ code: 'scim.patch_invalid', status: 400, title: 'This change is not understood' })
export const scimTaken = error({ code: 'scim.taken', status: 409, title: 'There is one with this name or address' })
export const scimProtected = error({ code: 'scim.protected', status: 403, title: 'A directory does not change this person' })

const Text = (maxLength: number) => Type.String({ maxLength })
const Meta = Type.Object({
  resourceType: Type.String(),
  created: Type.Optional(Type.String()),
  lastModified: Type.Optional(Type.String()),
  location: Type.String(),
  version: Type.Optional(Type.String()),
})
/** Points to a user or group; `$ref` beside it holds the address, a name that JSON Schema keeps for itself. */
const Reference = Type.Object({ value: Id, display: Type.String() }, { additionalProperties: Type.String() })
/** Somebody as a directory sees them. */
export const ScimUser = Type.Object({
  schemas: Type.Array(Type.String()),
  id: Id,
  externalId: Type.Optional(Type.String()),
  userName: Type.Optional(Type.String()),
  name: Type.Optional(Type.Object({ formatted: Type.String(), givenName: Type.String(), familyName: Type.String() })),
  displayName: Type.Optional(Type.String()),
  preferredLanguage: Type.Optional(Type.String()),
  active: Type.Optional(Type.Boolean()),
  emails: Type.Optional(Type.Array(Type.Object({ value: Type.String(), type: Type.String(), primary: Type.Boolean() }))),
  groups: Type.Optional(Type.Array(Reference)),
  meta: Type.Optional(Meta),
})
export type ScimUser = Static<typeof ScimUser>
export const ScimGroup = Type.Object({
  schemas: Type.Array(Type.String()),
  id: Id,
  externalId: Type.Optional(Type.String()),
  displayName: Type.Optional(Type.String()),
  members: Type.Optional(Type.Array(Reference)),
  meta: Type.Optional(Meta),
})
export type ScimGroup = Static<typeof ScimGroup>
const List = <S extends TSchema>(item: S) =>
  Type.Object({
    schemas: Type.Array(Type.String()),
    totalResults: Type.Integer(),
    startIndex: Type.Integer(),
    itemsPerPage: Type.Integer(),
    Resources: Type.Array(item),
  })

const shape = { attributes: Type.Optional(Text(500)), excludedAttributes: Type.Optional(Text(500)) }
const ListQuery = Type.Object({
  ...shape,
  filter: Type.Optional(Text(500)),
  startIndex: Type.Optional(Type.Integer({ description: 'From 1' })),
  count: Type.Optional(Type.Integer({ description: `At most ${SCIM_MAX_PAGE}` })),
  sortBy: Type.Optional(Text(100)),
  sortOrder: Type.Optional(Text(20)),
})
export type ScimListQuery = Static<typeof ListQuery>
const OneQuery = Type.Object(shape)
/** Directories send more than we keep: what is not named here is left aside. */
const open = { additionalProperties: true }
const Switch = Type.Union([Type.Boolean(), Type.String({ pattern: '^(?:[Tt]rue|[Ff]alse)$', description: 'As some directories write it' })])
const Email = Type.Object({ value: Type.Optional(Text(254)), type: Type.Optional(Nullable(Text(40))), primary: Type.Optional(Switch) }, open)
export const ScimUserInput = Type.Object(
  {
    schemas: Type.Optional(Type.Array(Text(200), { maxItems: 20 })),
    userName: Type.String({ minLength: 1, maxLength: 254 }),
    externalId: Type.Optional(Nullable(Text(254))),
    name: Type.Optional(
      Nullable(
        Type.Object(
          { givenName: Type.Optional(Nullable(Text(200))), familyName: Type.Optional(Nullable(Text(200))), formatted: Type.Optional(Nullable(Text(400))) },
          open,
        ),
      ),
    ),
    displayName: Type.Optional(Nullable(Text(400))),
    preferredLanguage: Type.Optional(Nullable(Text(60))),
    active: Type.Optional(Switch),
    emails: Type.Optional(Nullable(Type.Array(Email, { maxItems: 20 }))),
  },
  open,
)
export type ScimUserInput = Static<typeof ScimUserInput>
const Member = Type.Object({ value: Id }, open)
export const ScimGroupInput = Type.Object(
  {
    schemas: Type.Optional(Type.Array(Text(200), { maxItems: 20 })),
    displayName: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    externalId: Type.Optional(Nullable(Text(254))),
    members: Type.Optional(Nullable(Type.Array(Member, { maxItems: MAX_MEMBERS }))),
  },
  open,
)
export type ScimGroupInput = Static<typeof ScimGroupInput>
export const ScimPatch = Type.Object(
  {
    schemas: Type.Array(Text(200), { minItems: 1, maxItems: 20 }),
    Operations: Type.Array(
      Type.Object(
        {
          op: Type.String({ pattern: '^(?:[Aa]dd|[Rr]eplace|[Rr]emove)$' }),
          path: Type.Optional(Nullable(Text(300))),
          value: Type.Optional(Type.Unknown()),
        },
        open,
      ),
      { minItems: 1, maxItems: 100 },
    ),
  },
  open,
)
export type ScimPatch = Static<typeof ScimPatch>
const Anything = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true })

const scim = { protocol: 'scim', permission: 'tenant.scim.manage' } as const
const changes = [scimValueInvalid, scimTaken, scimProtected]

export const scimProviderConfig = route({
  ...scim,
  name: 'scimProviderConfig',
  method: 'GET',
  path: '/tenant/scim/ServiceProviderConfig',
  summary: 'What of SCIM 2.0 is spoken here',
  response: Anything,
})
export const scimResourceTypes = route({
  ...scim,
  name: 'scimResourceTypes',
  method: 'GET',
  path: '/tenant/scim/ResourceTypes',
  summary: 'Kinds of resources',
  response: Anything,
})
export const scimSchemas = route({
  ...scim,
  name: 'scimSchemas',
  method: 'GET',
  path: '/tenant/scim/Schemas',
  summary: 'Attributes of the resources',
  response: Anything,
})
export const scimListUsers = route({
  ...scim,
  name: 'scimListUsers',
  method: 'GET',
  path: '/tenant/scim/Users',
  summary: 'Users, by filter and page',
  query: ListQuery,
  response: List(ScimUser),
  errors: [scimFilterInvalid],
})
export const scimCreateUser = route({
  ...scim,
  name: 'scimCreateUser',
  method: 'POST',
  path: '/tenant/scim/Users',
  status: 201,
  summary: 'Add a user, or bring back one that the directory removed',
  body: ScimUserInput,
  response: ScimUser,
  errors: changes,
})
export const scimGetUser = route({
  ...scim,
  name: 'scimGetUser',
  method: 'GET',
  path: '/tenant/scim/Users/{id}',
  summary: 'A user',
  params: IdParams,
  query: OneQuery,
  response: ScimUser,
})
export const scimReplaceUser = route({
  ...scim,
  name: 'scimReplaceUser',
  method: 'PUT',
  path: '/tenant/scim/Users/{id}',
  summary: 'Change a user as a whole',
  params: IdParams,
  body: ScimUserInput,
  response: ScimUser,
  errors: changes,
})
export const scimPatchUser = route({
  ...scim,
  name: 'scimPatchUser',
  method: 'PATCH',
  path: '/tenant/scim/Users/{id}',
  summary: 'Change parts of a user; `active: false` ends all access at once',
  params: IdParams,
  body: ScimPatch,
  response: ScimUser,
  errors: [...changes, scimPatchInvalid],
})
export const scimDeleteUser = route({
  ...scim,
  name: 'scimDeleteUser',
  method: 'DELETE',
  path: '/tenant/scim/Users/{id}',
  status: 204,
  summary: 'Take a user out of the directory: disabled here, with everything they did kept',
  params: IdParams,
  response: Nothing,
  errors: [scimProtected],
})
export const scimListGroups = route({
  ...scim,
  name: 'scimListGroups',
  method: 'GET',
  path: '/tenant/scim/Groups',
  summary: 'Groups, by filter and page',
  query: ListQuery,
  response: List(ScimGroup),
  errors: [scimFilterInvalid],
})
export const scimCreateGroup = route({
  ...scim,
  name: 'scimCreateGroup',
  method: 'POST',
  path: '/tenant/scim/Groups',
  status: 201,
  summary: 'Add a group; one that is named like a role of the marketplace gives that role',
  body: ScimGroupInput,
  response: ScimGroup,
  errors: changes,
})
export const scimGetGroup = route({
  ...scim,
  name: 'scimGetGroup',
  method: 'GET',
  path: '/tenant/scim/Groups/{id}',
  summary: 'A group',
  params: IdParams,
  query: OneQuery,
  response: ScimGroup,
})
export const scimReplaceGroup = route({
  ...scim,
  name: 'scimReplaceGroup',
  method: 'PUT',
  path: '/tenant/scim/Groups/{id}',
  summary: 'Change a group as a whole',
  params: IdParams,
  body: ScimGroupInput,
  response: ScimGroup,
  errors: changes,
})
export const scimPatchGroup = route({
  ...scim,
  name: 'scimPatchGroup',
  method: 'PATCH',
  path: '/tenant/scim/Groups/{id}',
  summary: 'Change name or members of a group',
  params: IdParams,
  body: ScimPatch,
  response: ScimGroup,
  errors: [...changes, scimPatchInvalid],
})
export const scimDeleteGroup = route({
  ...scim,
  name: 'scimDeleteGroup',
  method: 'DELETE',
  path: '/tenant/scim/Groups/{id}',
  status: 204,
  summary: 'Remove a group; its members lose the role that it gave',
  params: IdParams,
  response: Nothing,
  errors: [scimProtected],
})

/** A group of the directory as the admins see it. */
export const DirectoryGroup = Type.Object({ id: Id, name: Type.String(), members: Type.Integer(), role: Nullable(GroupRole) })
export type DirectoryGroup = Static<typeof DirectoryGroup>
export const listDirectoryGroups = route({
  name: 'listDirectoryGroups',
  method: 'GET',
  path: '/tenant/directory-groups',
  permission: 'tenant.scim.manage',
  summary: 'Groups that a directory sent, with the roles that they give',
  response: Type.Object({ baseUrl: Type.String({ description: 'Where a directory finds SCIM' }), items: Type.Array(DirectoryGroup) }),
})
export const setDirectoryGroupRole = route({
  name: 'setDirectoryGroupRole',
  method: 'PUT',
  path: '/tenant/directory-groups/{id}/role',
  permission: 'tenant.scim.manage',
  stepUp: true,
  summary: 'Say which role a group gives; its members get and lose it at once',
  params: IdParams,
  body: Type.Object({ role: Nullable(GroupRole) }),
  response: DirectoryGroup,
  errors: [scimProtected],
})
