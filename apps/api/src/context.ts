import { KEY_MARK, authenticateKey, keyInvalid, sessionNeeded } from '@itellico/contracts/api-keys'
import { authenticate, sessionEnded, signInRequired, type Principal } from '@itellico/contracts/auth'
import { because } from '@itellico/contracts/refusals'
import { stepUpRequired } from '@itellico/contracts/second-factors'
import { notFound, permissionDenied } from '@itellico/contracts/access'
import { accountRequired } from '@itellico/contracts/accounts'
import { recordAudit } from '@itellico/contracts/audit'
import { realmOf, tierOf, type RouteContract } from '@itellico/contracts/kit'
import { stepUp, suspendedTenant } from '@itellico/contracts/policies'
import { covers } from '@itellico/contracts/rights'
import { tenantArchived, tenantMaintenance } from '@itellico/contracts/tenant-life'
import { callsUsedUp } from '@itellico/contracts/usage'
import { countCall, monthOf } from '@itellico/kernel/calls'
import { tenantMismatch, tenantSuspended, tenantUnknown } from '@itellico/contracts/tenants'
import type { ActingAccount, Actor, Ctx } from '@itellico/kernel/context'
import { fail, type AppError } from '@itellico/kernel/errors'
import { createContext, type Kernel } from '@itellico/kernel/kernel'
import { tenantKey } from '@itellico/kernel/keys'
import { ask } from '@itellico/kernel/operations'
import { readServiceToken } from '@itellico/modules/service-tokens'
import type { RealmInfo } from '@itellico/kernel/realms'
import type { FastifyRequest } from 'fastify'

type SignedIn = Extract<Actor, { kind: 'user' }>

const header = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** Whether the request comes from another process of the installation. */
export async function isService(kernel: Kernel, request: FastifyRequest): Promise<boolean> {
  const token = header(request, 'x-service-token')
  return token !== null && (await readServiceToken(kernel.config.SERVICE_KEYS_FILE, token, 'api')) !== null
}

/** Which realm a request is for: the header where there is one, and it must not contradict a tenant's host. */
async function realmOfRequest(kernel: Kernel, request: FastifyRequest): Promise<RealmInfo | null> {
  const byHost = await kernel.realms.byHost(request.headers.host ?? '')
  const wanted = header(request, 'x-tenant-id')
  if (!wanted) return byHost
  const byHeader = await kernel.realms.byId(wanted)
  if (byHost?.kind === 'tenant' && byHost.id !== byHeader?.id) throw fail(tenantMismatch)
  return byHeader
}

/** Builds the context of a request and refuses what its route does not allow, before the body is even read. */
export async function contextFor(kernel: Kernel, contract: RouteContract, request: FastifyRequest): Promise<Ctx> {
  const realm = await realmOfRequest(kernel, request)
  if (!realm || ['provisioning', 'failed', 'purged'].includes(realm.status)) throw fail(tenantUnknown)
  if (realm.maintenance) throw fail(tenantMaintenance, { retryAfterSeconds: 60 })
  const wantedRealm = realmOf(contract)
  if (wantedRealm !== 'both' && wantedRealm !== realm.kind) throw fail(realm.kind === 'platform' ? tenantUnknown : notFound)
  const base = createContext(kernel, realm, { kind: 'guest' }, request.id, request.ip)
  const actor = await actorFor(base, contract, request)
  await countCallOf(base, contract)
  refuseClosed(realm, contract)
  return { ...base, actor }
}

/** Counts the call; past the plan only signing in, the plan itself and exports go on. Without Redis nothing is counted. */
async function countCallOf({ kernel, realm, now }: Ctx, contract: RouteContract): Promise<void> {
  if (realm.kind === 'platform') return
  const calls = await countCall(kernel, realm.id, monthOf(now()))
  const limit = realm.limits.apiCalls
  if (calls === null || limit < 0 || calls <= limit) return
  if (contract.path.startsWith('/public/auth/') || ['tenant.usage.read', 'tenant.data.export', 'user.profile.read'].includes(contract.permission ?? '')) return
  throw fail(callsUsedUp, { ...because('callsInPlan', { limit }), context: { limit, plan: realm.plan } })
}

/** A suspended marketplace can be read, and exported; of an archived one only its admins see anything. */
function refuseClosed(realm: RealmInfo, contract: RouteContract): void {
  if (['/public/auth/', '/user/step-up'].some((p) => contract.path.startsWith(p))) return
  if (contract.permission === 'tenant.data.export' || contract.permission === 'user.profile.read') return
  const does = contract.method === 'GET' ? 'read' : 'change'
  if (suspendedTenant.decide({ suspended: realm.status === 'suspended', does })) throw fail(tenantSuspended)
  const admin = contract.method === 'GET' && (tierOf(contract) === 'tenant' || contract.name === 'getPublicTenant' || contract.name === 'downloadExport')
  if (realm.status === 'archived' && !admin) throw fail(tenantArchived)
}

async function actorFor(ctx: Ctx, contract: RouteContract, request: FastifyRequest): Promise<Actor> {
  const authorization = header(request, 'authorization')
  if (!contract.permission) return { kind: 'guest' }
  if (!authorization?.startsWith('Bearer ')) throw fail(signInRequired)
  const principal = await principalOf(ctx, contract, authorization.slice(7))
  const { accounts } = principal
  const account = chooseAccount(accounts, header(request, 'x-account-id'))
  const { verifiedAt, ...who } = principal
  const actor: SignedIn = { kind: 'user', ...who, accounts, account }
  const permission = contract.permission
  if (tierOf(contract) === 'account') {
    if (!account) throw fail(accounts.length === 0 ? permissionDenied : accountRequired)
    if (!covers(account.grants, permission)) throw await refusal({ ...ctx, actor }, permission)
  } else if (!covers(principal.grants, permission)) throw await refusal({ ...ctx, actor }, permission)
  if (contract.stepUp && !isRecent(ctx, verifiedAt)) throw fail(stepUpRequired)
  return actor
}

/** A refusal for want of a permission. It is on the trail, once in a minute for each person and permission. */
async function refusal(ctx: Ctx & { actor: SignedIn }, permission: string): Promise<AppError> {
  const { kernel, realm, actor } = ctx
  const key = `${kernel.config.REDIS_PREFIX}:${tenantKey(realm.id, 'refused', actor.userId, permission)}`
  const isFirst = await kernel.redis.set(key, '1', 'EX', 60, 'NX').catch(() => 'OK')
  if (isFirst) await ask(ctx, recordAudit, { action: 'access.refused', entity: 'user', entityId: actor.userId, data: { permission } })
  return fail(permissionDenied)
}

type Speaking = Omit<Principal, 'sessionId'> & Pick<SignedIn, 'sessionId' | 'key'>

/** Who a bearer token speaks for. A key of another marketplace is as good as none; one never stands in for a proof of the person. */
async function principalOf(ctx: Ctx, contract: RouteContract, token: string): Promise<Speaking> {
  if (token.startsWith(KEY_MARK)) {
    const speaking = ctx.realm.kind === 'tenant' ? await ask(ctx, authenticateKey, { token, ip: ctx.ip ?? '' }) : null
    if (!speaking) throw fail(keyInvalid)
    if (contract.stepUp) throw fail(sessionNeeded)
    return { ...speaking, sessionId: null, verifiedAt: null }
  }
  const result = await ask(ctx, authenticate, { token })
  if (result.outcome === 'foreign') throw fail(tenantMismatch)
  if (result.outcome !== 'ok') throw fail(sessionEnded)
  return { ...result.principal, key: null }
}

/** Whether somebody has proven lately enough who they are. */
function isRecent(ctx: Ctx, verifiedAt: string | null): boolean {
  const proofSeconds = verifiedAt === null ? null : Math.max(0, Math.ceil((ctx.now().getTime() - Date.parse(verifiedAt)) / 1000))
  return stepUp.decide({ sensitive: true, proofSeconds }) === null
}

/** The account named by the header, or the only one; a foreign one is as good as none. */
function chooseAccount(accounts: readonly ActingAccount[], wanted: string | null): ActingAccount | null {
  if (wanted) return accounts.find((a) => a.accountId === wanted) ?? null
  return accounts.length === 1 ? (accounts[0] ?? null) : null
}
