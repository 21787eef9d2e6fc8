import { Type, type Static } from 'typebox'
import { OneOf, error, route } from './kit.ts'

export const Role = Type.Object({
  key: Type.String(),
  name: Type.String(),
  description: Type.String(),
  scope: OneOf('user', 'account', 'tenant', 'platform'),
  permissions: Type.Array(Type.Object({ key: Type.String(), description: Type.String() })),
})
export type Role = Static<typeof Role>

export const permissionDenied = error({ code: 'access.permission_denied', status: 403, title: 'You may not do this' })
export const notFound = error({ code: 'access.not_found', status: 404, title: 'Not found' })

export const listRoles = route({
  name: 'listRoles',
  method: 'GET',
  path: '/tenant/roles',
  permission: 'tenant.roles.read',
  summary: 'Roles and what they allow',
  response: Type.Object({ items: Type.Array(Role) }),
})
