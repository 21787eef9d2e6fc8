import { Type, type Static } from 'typebox'
import { Id, IdParams, Instant, Nullable, OneOf, error, operation, realtime, route } from './kit.ts'

/** What a group of probes is about. */
export const probeGroups = ['routes', 'tokens', 'lists', 'search', 'links', 'database', 'files', 'schema'] as const
export type ProbeGroup = (typeof probeGroups)[number]

export const CheckStatus = OneOf('queued', 'running', 'done', 'failed')
export const Counts = Type.Object({ passed: Type.Integer(), failed: Type.Integer(), skipped: Type.Integer() })
export const IsolationCheck = Type.Object({
  id: Id,
  status: CheckStatus,
  progress: Type.Integer({ description: 'Percent' }),
  counts: Counts,
  version: Type.String({ description: 'Version of the software that was checked' }),
  error: Nullable(Type.String()),
  createdAt: Instant,
  finishedAt: Nullable(Instant),
})
export type IsolationCheck = Static<typeof IsolationCheck>

/** One thing that was tried, what had to happen and what did. Texts hold names of routes, states and codes, never a value of anybody. */
export const Probe = Type.Object({
  group: OneOf(...probeGroups),
  name: Type.String(),
  outcome: OneOf('passed', 'failed', 'skipped'),
  expected: Type.String(),
  got: Type.String(),
})
export type Probe = Static<typeof Probe>

/** What is signed: the payload of the report's JWS. */
export const IsolationReport = Type.Object({
  id: Id,
  tenant: Type.Object({ id: Id, slug: Type.String() }),
  version: Type.String(),
  startedAt: Instant,
  finishedAt: Instant,
  counts: Counts,
  probes: Type.Array(Probe),
})
export type IsolationReport = Static<typeof IsolationReport>

export const checkRunning = error({ code: 'isolation.running', status: 409, title: 'A check is already running' })

export const startIsolationCheck = route({
  name: 'startIsolationCheck',
  method: 'POST',
  path: '/tenant/isolation-checks',
  permission: 'tenant.isolation.run',
  status: 202,
  idempotency: 'optional',
  summary: 'Try from outside whether anything of this marketplace can be reached from another one',
  response: IsolationCheck,
  errors: [checkRunning],
})
export const listIsolationChecks = route({
  name: 'listIsolationChecks',
  method: 'GET',
  path: '/tenant/isolation-checks',
  permission: 'tenant.isolation.read',
  summary: 'Isolation checks of the marketplace, newest first',
  response: Type.Object({ items: Type.Array(IsolationCheck) }),
})
export const getIsolationCheck = route({
  name: 'getIsolationCheck',
  method: 'GET',
  path: '/tenant/isolation-checks/{id}',
  permission: 'tenant.isolation.read',
  summary: 'An isolation check with its signed report',
  params: IdParams,
  response: Type.Object({ ...IsolationCheck.properties, report: Nullable(Type.String({ description: 'Compact JWS (EdDSA) over the report as JSON' })) }),
})
export const getReportKey = route({
  name: 'getReportKey',
  method: 'GET',
  path: '/public/isolation-key',
  permission: null,
  realm: 'both',
  summary: 'The public key (JWK) that reports of isolation checks are verified with',
  response: Type.Object({
    kty: Type.String(),
    crv: Type.String(),
    x: Type.String(),
    kid: Type.String(),
    alg: Type.String(),
    use: Type.String(),
  }),
})

export const isolationProgress = realtime('isolation.progress', Type.Object({ checkId: Id, status: CheckStatus, progress: Type.Integer(), counts: Counts }))

/** Makes the hidden tenant that probes come from when there is none yet, and gives its id. Asked in the platform's realm. */
export const ensureProbeTenant = operation('tenants.ensureProbe', Type.Object({}), Type.Object({ tenantId: Id }))
