import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import { unstorableText } from '@itellico/contracts/request'
import { fail } from '@itellico/kernel/errors'
import type { Kernel } from '@itellico/kernel/kernel'
import { createValidator } from '@itellico/kernel/validate'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { registerHealth } from './health.ts'
import { registerLimits } from './limits.ts'
import { mountRoutes } from './mount.ts'
import { registerOpenApi, registerReference } from './openapi.ts'
import { isOwnOrigin } from './origins.ts'
import { sendProblem } from './problem.ts'
import { registerQueues } from './queues.ts'
import { registerWellKnown } from './well-known.ts'

type FastifySchemaValidator = ReturnType<Parameters<FastifyInstance['setValidatorCompiler']>[0]>

const REQUEST_ID = /^[\w.-]{8,100}$/

/** Whether JSON holds an escaped NUL or half of a surrogate pair: characters that no text column can keep. */
function holdsUnstorable(json: string): boolean {
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return false
  const walk = (v: unknown): boolean =>
    typeof v === 'string'
      ? v.includes('\0') || !v.isWellFormed()
      : v !== null && typeof v === 'object' && Object.entries(v).some(([k, x]) => walk(k) || walk(x))
  try {
    return walk(JSON.parse(json))
  } catch {
    return false
  }
}

/** Assembles the API on a kernel; nothing listens yet. */
export async function buildApp(kernel: Kernel): Promise<FastifyInstance> {
  const { config } = kernel
  const app = Fastify({
    loggerInstance: kernel.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: [...config.TRUSTED_PROXIES],
    bodyLimit: 1024 * 1024,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 600 },
    genReqId: (raw) => {
      const given = raw.headers['x-request-id']
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
    },
  })
  const typed = createValidator(false)
  const text = createValidator(true)
  app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? typed : text).compile(schema as object) as FastifySchemaValidator)
  app.setErrorHandler((error, request, reply) => sendProblem(error as Error, request, reply))
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .type('application/problem+json')
      .send(JSON.stringify({ type: '/problems/access.not_found', title: 'Not found', status: 404, code: 'access.not_found', requestId: request.id })),
  )
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser(['application/json', 'application/scim+json'], { parseAs: 'string' }, (request, text: string, done) =>
    holdsUnstorable(text) ? done(fail(unstorableText), undefined) : parseJson(request, text, done),
  )
  app.addContentTypeParser(/^image\//, (_request, payload, done) => done(null, payload))

  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    kernel.metrics.httpSeconds.observe({ route, method: request.method, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    request.log.info(
      { requestId: request.id, tenant: request.ctx?.realm.slug, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })

  await app.register(helmet, { contentSecurityPolicy: false, crossOriginResourcePolicy: { policy: 'cross-origin' } })
  await app.register(cors, {
    origin: async (origin: string | undefined) => !!origin && isOwnOrigin(kernel, origin),
    credentials: false,
    methods: ['GET', 'POST', 'PUT'],
    maxAge: 600,
    exposedHeaders: ['etag', 'x-request-id', 'retry-after'],
  })
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  await registerLimits(app, kernel)
  await registerOpenApi(app)
  registerHealth(app, kernel)
  registerWellKnown(app, kernel)
  await registerQueues(app, kernel)
  mountRoutes(app, kernel)
  await registerReference(app)
  return app
}
