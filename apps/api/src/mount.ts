import type { RouteContract } from '@itellico/contracts/kit'
import { Problem, realmOf, tierOf } from '@itellico/contracts/kit'
import { ifMatchInvalid } from '@itellico/contracts/request'
import type { Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import type { Kernel } from '@itellico/kernel/kernel'
import type { FileAnswer, RouteBinding, RouteInput } from '@itellico/kernel/module'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { contextFor } from './context.ts'
import { once } from './idempotency.ts'
import { limitOf } from './limits.ts'

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
  for (const e of contract.errors ?? []) byStatus.set(e.status, [...(byStatus.get(e.status) ?? []), `\`${e.code}\`: ${e.title}`])
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
    url: `/api/v1${contract.path.replace(/\{(\w+)\}/g, ':$1')}`,
    schema: schemaOf(contract),
    config: { contract, rateLimit: limitOf(kernel, contract) },
    onRequest: async (request) => {
      request.ctx = await contextFor(kernel, contract, request)
    },
    handler: (request, reply) => serve(binding, request, reply),
  })
}

async function serve(binding: RouteBinding, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { contract, fn } = binding
  const ctx = request.ctx as Ctx
  const input: RouteInput<RouteContract> = {
    params: request.params as never,
    query: request.query as never,
    body: (contract.body ? request.body : {}) as never,
    ifMatch: versionIn(request.headers['if-match']),
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
  if (contract.idempotency && typeof key === 'string') {
    const result = await once(ctx, contract.name, key, request.body, async () => ({ status, body: await fn(ctx, input) }))
    if (result.replayed) reply.header('idempotency-replayed', 'true')
    return answer(contract, reply, result.status, result.body)
  }
  return answer(contract, reply, status, await fn(ctx, input))
}

function answer(contract: RouteContract, reply: FastifyReply, status: number, body: unknown): unknown {
  if (contract.versioned && body && typeof body === 'object' && 'version' in body) reply.header('etag', `"${String(body.version)}"`)
  reply.code(status)
  return status === 204 ? reply.send() : body
}

function versionIn(value: string | undefined): number | null {
  if (value === undefined || value === '*') return null
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(value)
  if (!match) throw fail(ifMatchInvalid)
  return Number(match[1])
}
