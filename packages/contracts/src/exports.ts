import { Type, type Static } from 'typebox'
import { Id, IdParams, Instant, Nullable, OneOf, event, error, operation, realtime, route } from './kit.ts'

export const ExportStatus = OneOf('queued', 'running', 'ready', 'failed', 'expired')
export const ExportJob = Type.Object({
  id: Id,
  dataset: OneOf('profiles', 'bookings', 'accounts'),
  format: OneOf('csv', 'json'),
  status: ExportStatus,
  progress: Type.Integer({ description: 'Percent' }),
  rowCount: Nullable(Type.Integer()),
  byteCount: Nullable(Type.Integer()),
  sha256: Nullable(Type.String()),
  error: Nullable(Type.String()),
  downloadUrl: Nullable(Type.String({ description: 'Path that ends with the export' })),
  expiresAt: Nullable(Instant),
  createdAt: Instant,
})
export type ExportJob = Static<typeof ExportJob>
export const downloadExpired = error({ code: 'exports.expired', status: 410, title: 'This download is over, make a new export' })

const TenantRequest = Type.Object({ dataset: OneOf('profiles', 'bookings', 'accounts'), format: OneOf('csv', 'json') })
const AccountRequest = Type.Object({ dataset: OneOf('profiles', 'bookings'), format: OneOf('csv', 'json') })
const List = Type.Object({ items: Type.Array(ExportJob) })
export const createTenantExport = route({
  name: 'createTenantExport',
  method: 'POST',
  path: '/tenant/exports',
  permission: 'tenant.data.export',
  stepUp: true,
  status: 202,
  idempotency: 'optional',
  summary: 'Export data of the marketplace',
  body: TenantRequest,
  response: ExportJob,
})
export const listTenantExports = route({
  name: 'listTenantExports',
  method: 'GET',
  path: '/tenant/exports',
  permission: 'tenant.data.export',
  summary: 'Exports of the marketplace',
  response: List,
})
export const getTenantExport = route({
  name: 'getTenantExport',
  method: 'GET',
  path: '/tenant/exports/{id}',
  permission: 'tenant.data.export',
  summary: 'State of an export',
  params: IdParams,
  response: ExportJob,
})
export const createAccountExport = route({
  name: 'createAccountExport',
  method: 'POST',
  path: '/account/exports',
  permission: 'account.data.export',
  stepUp: true,
  status: 202,
  idempotency: 'optional',
  summary: 'Export data of the active account',
  body: AccountRequest,
  response: ExportJob,
})
export const listAccountExports = route({
  name: 'listAccountExports',
  method: 'GET',
  path: '/account/exports',
  permission: 'account.data.export',
  summary: 'Exports of the active account',
  response: List,
})
export const getAccountExport = route({
  name: 'getAccountExport',
  method: 'GET',
  path: '/account/exports/{id}',
  permission: 'account.data.export',
  summary: 'State of an export',
  params: IdParams,
  response: ExportJob,
})
export const downloadExport = route({
  name: 'downloadExport',
  method: 'GET',
  path: '/public/exports/{id}/file',
  permission: null,
  file: true,
  summary: 'The file of an export, by its signed link',
  params: IdParams,
  query: Type.Object({ e: Type.Integer(), s: Type.String({ maxLength: 100 }) }),
  response: Type.Unsafe<Uint8Array>({}),
  errors: [downloadExpired],
})

export const exportRequested = event('data.export.requested', '1.0.0', Type.Object({ exportId: Id }))
export const exportCompleted = event(
  'data.export.completed',
  '1.0.0',
  Type.Object({ exportId: Id, accountId: Nullable(Id), requestedBy: Id, rowCount: Type.Integer() }),
)
export const exportProgress = realtime('export.progress', Type.Object({ exportId: Id, status: ExportStatus, progress: Type.Integer() }))
/** The link that we sign for the file of an export. */
export const exportLink = operation('exports.link', Type.Object({ exportId: Id }), Type.Object({ path: Type.String() }))
