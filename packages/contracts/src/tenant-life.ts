import { Type, type Static, type TObject, type TSchema } from 'typebox'
import { Email, Id, IdParams, Instant, Nullable, OneOf, TimeZone, error, event, realtime, route } from './kit.ts'
import { Plan, PlanKey, SelfServicePlan } from './plans.ts'
import { Industry, Provisioning, Tenant, TenantStatus, tenantSlugTaken, tenantState } from './tenants.ts'

export const TenantSlug = Type.String({ pattern: '^[a-z][a-z0-9-]{1,38}[a-z0-9]$', description: 'Small letters, digits and hyphens: the name in the address' })

export const operationRunning = error({ code: 'tenants.operation_running', status: 409, title: 'Something else is being done to this marketplace' })
export const confirmationWrong = error({ code: 'tenants.confirmation_wrong', status: 422, title: 'The name does not match' })
export const archiveKeyGone = error({ code: 'tenants.archive_gone', status: 410, title: 'This archive is no longer kept' })
export const tenantArchived = error({ code: 'tenants.archived', status: 403, title: 'This marketplace is closed' })
export const tenantMaintenance = error({ code: 'tenants.maintenance', status: 503, title: 'This marketplace is being worked on and is back soon' })
export const tenantMoving = error({ code: 'tenants.moving', status: 503, title: 'This marketplace is being moved; try again in a moment' })

export const shardUnfit = error({ code: 'tenants.shard_unfit', status: 422, title: 'The tenant cannot be moved there' })
export const noMove = error({ code: 'tenants.no_move', status: 422, title: 'No move is going on that could be called off' })
export const moveFailed = error({ code: 'tenants.move_failed', status: 422, title: 'The move did not go through' })

export const OperationKind = OneOf('archive', 'sandbox', 'purge', 'key-rotation', 'move')
export const Operation = Type.Object({
  id: Id,
  tenantId: Id,
  kind: OperationKind,
  status: OneOf('queued', 'running', 'done', 'failed', 'aborted'),
  step: Type.String(),
  done: Type.Integer(),
  total: Type.Integer(),
  error: Nullable(Type.String()),
  target: Nullable(Type.String({ description: 'Server of a move, address of a sandbox' })),
  /** Of a finished archive: where to get it and what opens it. */
  archive: Nullable(Type.Object({ url: Type.String(), key: Type.String({ description: '32 bytes in base64' }), bytes: Type.Integer(), expiresAt: Instant })),
  createdAt: Instant,
  finishedAt: Nullable(Instant),
})
export type Operation = Static<typeof Operation>

export const listPlans = route({
  name: 'listPlans',
  method: 'GET',
  path: '/public/plans',
  permission: null,
  realm: 'both',
  summary: 'Plans for marketplaces, with prices and limits',
  response: Type.Object({ items: Type.Array(Plan) }),
})
export const checkAddress = route({
  name: 'checkAddress',
  method: 'GET',
  path: '/public/tenants/address',
  permission: null,
  realm: 'platform',
  summary: 'Whether an address is free for a new marketplace',
  query: Type.Object({ slug: TenantSlug }),
  response: Type.Object({ slug: Type.String(), host: Type.String(), free: Type.Boolean() }),
})
export const signUpTenant = route({
  name: 'signUpTenant',
  method: 'POST',
  path: '/public/tenants/signup',
  permission: null,
  realm: 'platform',
  rate: 'register',
  status: 202,
  idempotency: 'optional',
  summary: 'Open a marketplace: a job sets it up, and its admin gets a link by e-mail',
  body: Type.Object({
    plan: SelfServicePlan,
    industry: Industry,
    slug: TenantSlug,
    name: Type.String({ minLength: 1, maxLength: 80 }),
    email: Email,
    firstName: Type.String({ minLength: 1, maxLength: 80 }),
    lastName: Type.String({ minLength: 1, maxLength: 80 }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    timezone: TimeZone,
    locale: Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' }),
  }),
  response: Type.Object({ ticket: Type.String({ description: 'Asks how far the setting up is' }), host: Type.String() }),
  errors: [tenantSlugTaken],
})
export const signUpProgress = route({
  name: 'signUpProgress',
  method: 'GET',
  path: '/public/tenants/signup/{ticket}',
  permission: null,
  realm: 'platform',
  summary: 'How far the setting up of a marketplace is',
  params: Type.Object({ ticket: Type.String({ minLength: 10, maxLength: 200 }) }),
  response: Type.Object({ status: TenantStatus, host: Type.String(), url: Type.String(), progress: Nullable(Provisioning) }),
})

const step = (name: string, action: string, summary: string, permission: 'platform.tenants.suspend' | 'platform.tenants.archive') =>
  route({
    name,
    method: 'POST',
    path: `/platform/tenants/{id}/${action}`,
    permission,
    stepUp: permission === 'platform.tenants.archive',
    summary,
    params: IdParams,
    body: Type.Object({ reason: Type.String({ minLength: 3, maxLength: 500 }) }),
    response: Tenant,
    errors: [tenantState],
  })
export const activateTenant = step('activateTenant', 'activate', 'Make a trial or an overdue tenant active: it has paid', 'platform.tenants.suspend')
export const markPastDue = step('markPastDue', 'past-due', 'Note that a tenant has not paid', 'platform.tenants.suspend')
export const archiveTenant = step(
  'archiveTenant',
  'archive',
  'Close a tenant: its admins can export for 30 days, then it is purged',
  'platform.tenants.archive',
)
export const restoreTenant = step('restoreTenant', 'restore', 'Open an archived tenant again', 'platform.tenants.archive')
export const setMaintenance = route({
  name: 'setMaintenance',
  method: 'POST',
  path: '/platform/tenants/{id}/maintenance',
  permission: 'platform.tenants.suspend',
  summary: 'Say that a tenant is being worked on: everything answers 503 until it is over',
  params: IdParams,
  body: Type.Object({ on: Type.Boolean() }),
  response: Tenant,
})
export const requestArchiving = route({
  name: 'requestArchiving',
  method: 'POST',
  path: '/tenant/archive-request',
  permission: 'tenant.lifecycle.manage',
  stepUp: true,
  status: 204,
  summary: 'Ask the platform to close this marketplace',
  body: Type.Object({ confirm: Type.String({ description: 'The name in the address of the marketplace' }), reason: Type.String({ maxLength: 500 }) }),
  response: Type.Null(),
  errors: [confirmationWrong, tenantState],
})
export const withdrawArchiving = route({
  name: 'withdrawArchiving',
  method: 'DELETE',
  path: '/tenant/archive-request',
  permission: 'tenant.lifecycle.manage',
  status: 204,
  summary: 'Withdraw the wish to close this marketplace',
  response: Type.Null(),
})

const limit = Type.Optional(Nullable(Type.Integer({ minimum: -1, maximum: 1_000_000_000_000_000, description: 'null: what the plan says' })))
export const setTenantPlan = route({
  name: 'setTenantPlan',
  method: 'PUT',
  path: '/platform/tenants/{id}/plan',
  permission: 'platform.tenants.operate',
  summary: 'Change plan and agreed limits of a tenant; what is used beyond a lower limit stays',
  params: IdParams,
  body: Type.Object({ plan: PlanKey, limits: Type.Optional(Type.Object({ users: limit, profiles: limit, storageBytes: limit, apiCalls: limit })) }),
  response: Tenant,
})

export const listOperations = route({
  name: 'listOperations',
  method: 'GET',
  path: '/platform/tenants/{id}/operations',
  permission: 'platform.tenants.read',
  summary: 'What was and is being done to a tenant, newest first',
  params: IdParams,
  response: Type.Object({ items: Type.Array(Operation) }),
})
const operation = <B extends TSchema = TObject>(
  name: string,
  path: string,
  summary: string,
  permission: 'platform.tenants.archive' | 'platform.tenants.operate',
  body?: B,
) =>
  route({
    name,
    method: 'POST',
    path: `/platform/tenants/{id}/${path}`,
    permission,
    stepUp: permission === 'platform.tenants.archive',
    status: 202,
    idempotency: 'optional',
    summary,
    params: IdParams,
    ...(body && { body }),
    response: Operation,
    errors: [tenantState, operationRunning, confirmationWrong, tenantSlugTaken],
  })
export const exportTenant = operation(
  'exportTenant',
  'archives',
  'Write a tenant completely into an archive that any installation can read',
  'platform.tenants.archive',
)
export const purgeTenant = operation(
  'purgeTenant',
  'purge',
  'Destroy an archived tenant and its keys, before its time if need be',
  'platform.tenants.archive',
  Type.Object({ confirm: Type.String({ description: 'The name in the address of the tenant' }) }),
)
export const cloneTenant = operation(
  'cloneTenant',
  'sandbox',
  'Copy a tenant into a sandbox, with masked personal data',
  'platform.tenants.operate',
  Type.Object({ slug: TenantSlug }),
)
export const rotateTenantKey = operation('rotateTenantKey', 'keys/rotate', 'Give a tenant a new data key and seal everything anew', 'platform.tenants.operate')
export const listShards = route({
  name: 'listShards',
  method: 'GET',
  path: '/platform/shards',
  permission: 'platform.monitoring.read',
  summary: 'Database servers and how many tenants each holds',
  response: Type.Object({ items: Type.Array(Type.Object({ name: Type.String(), tenants: Type.Integer(), reachable: Type.Boolean() })) }),
})
export const moveTenant = route({
  name: 'moveTenant',
  method: 'POST',
  path: '/platform/tenants/{id}/move',
  permission: 'platform.tenants.operate',
  status: 202,
  idempotency: 'optional',
  summary: 'Move a tenant to another database server while it is used; writing pauses for seconds',
  params: IdParams,
  body: Type.Object({ shard: Type.String({ pattern: '^[a-z][a-z0-9-]{0,30}$' }) }),
  response: Operation,
  errors: [tenantState, operationRunning, shardUnfit],
})
export const abortMove = route({
  name: 'abortMove',
  method: 'POST',
  path: '/platform/tenants/{id}/move/abort',
  permission: 'platform.tenants.operate',
  status: 202,
  summary: 'Call a move off that has not switched yet',
  params: IdParams,
  response: Operation,
  errors: [noMove],
})
export const downloadArchive = route({
  name: 'downloadArchive',
  method: 'GET',
  path: '/public/archives/{token}',
  permission: null,
  realm: 'platform',
  file: true,
  summary: 'The file of an archive, by its signed link',
  params: Type.Object({ token: Type.String({ minLength: 10, maxLength: 300 }) }),
  response: Type.Any(),
  errors: [archiveKeyGone],
})

export const tenantPastDue = event('tenant.lifecycle.past_due', '1.0.0', Type.Object({ tenantId: Id }))
export const tenantArchivedEvent = event('tenant.lifecycle.archived', '1.0.0', Type.Object({ tenantId: Id, purgeAfter: Instant }))
export const tenantPurged = event('tenant.lifecycle.purged', '1.0.0', Type.Object({ tenantId: Id }))
export const archivingRequested = event('tenant.lifecycle.archiving_requested', '1.0.0', Type.Object({ tenantId: Id, reason: Type.String() }))
export const operationProgress = realtime('tenant.operation', Operation)
