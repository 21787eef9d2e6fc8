import { keyInvalid, sessionNeeded } from '@itellico/contracts/api-keys'
import type { RouteContract } from '@itellico/contracts/kit'
import { Problem, realmOf, servedAt, tierOf } from '@itellico/contracts/kit'
import { ifMatchInvalid } from '@itellico/contracts/request'
import { stepUpRequired } from '@itellico/contracts/second-factors'
import type { Ctx } from '@itellico/kernel/context'
import { tenantMoving } from '@itellico/contracts/tenant-life'
import { isGone } from '@itellico/kernel/db'
import { AppError, fail } from '@itellico/kernel/errors'
import type { Kernel } from '@itellico/kernel/kernel'
import type { FileAnswer, RouteBinding, RouteInput } from '@itellico/kernel/module'
import { realmMark } from '@itellico/kernel/realms'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { contextFor } from './context.ts'
import { once } from './idempotency.ts'
import { limitOf } from './limits.ts'
import { sendScim } from './scim.ts'

declare module 'fastify' {
  interface FastifyRequest {
    ctx: Ctx | null
  }
  interface FastifyContextConfig {
    contract?: RouteContract
  }
}

/** A copy of an object schema that refuses fields it does not name. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict)
  if (!schema || typeof schema !== 'object') return schema
  const copy: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(schema)) copy[key] = strict(value)
  if (copy['type'] === 'object' && copy['properties'] && !('additionalProperties' in copy) && !('patternProperties' in copy))
    copy['additionalProperties'] = false
  return copy
}

/** Serves every route that the modules bind. */
export function mountRoutes(app: FastifyInstance, kernel: Kernel): void {
  app.decorateRequest('ctx', null)
  for (const binding of kernel.registry.routes) mountRoute(app, kernel, binding)
}

function schemaOf(contract: RouteContract): Record<string, unknown> {
  const status = contract.status ?? 200
  const byStatus = new Map<number, string[]>()
  for (const e of [...(contract.errors ?? []), ...(contract.permission ? [keyInvalid] : []), ...(contract.stepUp ? [stepUpRequired, sessionNeeded] : [])])
    byStatus.set(e.status, [...(byStatus.get(e.status) ?? []), `\`${e.code}\`: ${e.title}`])
  const problems = Object.fromEntries(
    [...byStatus].map(([code, lines]) => [code, { description: lines.join('\n\n'), content: { 'application/problem+json': { schema: Problem } } }]),
  )
  return {
    operationId: contract.name,
    summary: contract.summary,
    tags: [`${tierOf(contract)}.${contract.path.split('/')[2] ?? tierOf(contract)}`],
    ...(contract.permission
      ? { security: [{ bearer: [] }], description: `Permission: \`${contract.permission}\`. Realm: ${realmOf(contract)}.` }
      : { security: [], description: `No sign-in. Realm: ${realmOf(contract)}.` }),
    ...(contract.params && { params: contract.params }),
    ...(contract.query && { querystring: strict(contract.query) }),
    ...(contract.body && { body: strict(contract.body) }),
    ...(contract.file
      ? { produces: ['application/octet-stream'] }
      : { response: { [status]: status === 204 ? { type: 'null', description: 'Done' } : contract.response, ...problems } }),
  }
}

function mountRoute(app: FastifyInstance, kernel: Kernel, binding: RouteBinding): void {
  const { contract } = binding
  app.route({
    method: contract.method,
    url: servedAt(contract).replace(/\{(\w+)\}/g, ':$1'),
    schema: schemaOf(contract),
    config: { contract, rateLimit: limitOf(kernel, contract) },
    onRequest: async (request) => {
      request.ctx = await followMove(kernel, true, () => contextFor(kernel, contract, request))
    },
    handler: (request, reply) => {
      let first = true
      return followMove(kernel, contract.method === 'GET', async () => {
        if (!first) request.ctx = await contextFor(kernel, contract, request)
        first = false
        return serve(binding, request, reply)
      })
    },
  })
}

const MOVE_TRIES = 20
const MOVE_PAUSE_MS = 50

/**
 * For a tenant whose tables are no longer where they were, because it has just been moved: what has done nothing yet is tried again
 * until the new place is known; for the rest the client is told to come again.
 */
async function followMove<T>(kernel: Kernel, retry: boolean, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (e) {
      if (!isGone(e)) throw e
      kernel.realms.forget()
      if (!retry || attempt >= MOVE_TRIES) throw fail(tenantMoving, { retryAfterSeconds: 1 })
      await new Promise((r) => setTimeout(r, MOVE_PAUSE_MS))
    }
  }
}

/** Reads from a replica where one has seen everything; what fails there, for whatever reason, is asked of the primary. */
async function serve(binding: RouteBinding, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const ctx = request.ctx as Ctx
  const { contract } = binding
  if (contract.method !== 'GET') {
    try {
      return await run(binding, ctx, request, reply)
    } finally {
      await ctx.kernel.readers.wrote(ctx.realm)
    }
  }
  const db = contract.file ? null : await ctx.kernel.readers.reader(ctx.realm)
  if (!db) return run(binding, ctx, request, reply)
  try {
    return await run(binding, { ...ctx, db }, request, reply)
  } catch (e) {
    if (e instanceof AppError) throw e
    return run(binding, ctx, request, reply)
  }
}

async function run(binding: RouteBinding, ctx: Ctx, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { contract, fn } = binding
  const input: RouteInput<RouteContract> = {
    params: request.params as never,
    query: request.query as never,
    body: (contract.body ? request.body : {}) as never,
    ifMatch: contract.protocol === 'scim' ? null : versionIn(ctx, request.headers['if-match']),
    stream: contract.body ? null : ((request.body as NodeJS.ReadableStream | undefined) ?? null),
    headers: request.headers as Record<string, string | undefined>,
  }
  if (contract.file) {
    const file = (await fn(ctx, input)) as FileAnswer
    return reply.headers(file.headers).send(file.stream)
  }
  const status = contract.status ?? 200
  const key = request.headers['idempotency-key']
  reply.header('cache-control', 'no-store')
  if (contract.protocol === 'scim') return sendScim(reply.code(status), request, await fn(ctx, input))
  if (contract.idempotency && typeof key === 'string') {
    const result = await once(ctx, contract.name, key, request.body, async () => ({ status, body: await fn(ctx, input) }))
    if (result.replayed) reply.header('idempotency-replayed', 'true')
    return answer(ctx, contract, reply, result.status, result.body)
  }
  return answer(ctx, contract, reply, status, await fn(ctx, input))
}

function answer(ctx: Ctx, contract: RouteContract, reply: FastifyReply, status: number, body: unknown): unknown {
  if (contract.versioned && body && typeof body === 'object' && 'version' in body) reply.header('etag', `"${String(body.version)}-${realmMark(ctx.realm)}"`)
  reply.code(status)
  return status === 204 ? reply.send() : body
}

/** The version of an ETag of ours, or a bare one; that of another realm fits nothing here. */
function versionIn(ctx: Ctx, value: string | undefined): number | null {
  if (value === undefined || value === '*') return null
  const match = /^(?:W\/)?"(\d{1,9})(?:-([a-z0-9]{1,12}))?"$/.exec(value)
  if (!match || (match[2] && match[2] !== realmMark(ctx.realm))) throw fail(ifMatchInvalid)
  return Number(match[1])
}
