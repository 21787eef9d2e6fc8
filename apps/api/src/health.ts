import { timingSafeEqual } from 'node:crypto'
import { sha256 } from '@itellico/kernel/crypto'
import type { Kernel } from '@itellico/kernel/kernel'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isService } from './context.ts'

const withTimeout = <T>(work: Promise<T>, ms: number): Promise<T> =>
  Promise.race([work, new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms).unref())])

/** State of what a process depends on; says what is down. */
export async function readiness(kernel: Kernel): Promise<{ ready: boolean; checks: Record<string, { ok: boolean; detail?: string }> }> {
  const check = async (work: () => Promise<unknown>): Promise<{ ok: boolean; detail?: string }> => {
    try {
      await withTimeout(work(), 2000)
      return { ok: true }
    } catch (e) {
      return { ok: false, detail: (e as Error).message }
    }
  }
  const [postgres, redis] = await Promise.all([check(() => kernel.shards.main.pool.query('select 1')), check(() => kernel.redis.ping())])
  const others = await Promise.all(
    kernel.shards.all.filter((s) => s !== kernel.shards.main).map(async (s) => [`postgres-${s.name}`, await check(() => s.pool.query('select 1'))] as const),
  )
  // without Redis requests are still served: limits are off, pushes and background work wait; without another server, the tenants of all the others are
  return { ready: postgres.ok, checks: { postgres, redis, ...Object.fromEntries(others) } }
}

/** Metrics are for who runs the installation: its own processes, whoever knows the token for it, or asks from this very machine and not through a proxy. */
async function isScraper(kernel: Kernel, request: FastifyRequest): Promise<boolean> {
  const direct = request.headers['x-forwarded-for'] === undefined && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')
  return direct || isBearer(request, kernel.config.METRICS_TOKEN) || (await isService(kernel, request))
}

function isBearer(request: FastifyRequest, token: string | null): boolean {
  return token !== null && timingSafeEqual(Buffer.from(sha256(`Bearer ${token}`)), Buffer.from(sha256(request.headers.authorization ?? '')))
}

/** Liveness, readiness and metrics. */
export function registerHealth(app: FastifyInstance, kernel: Kernel): void {
  app.get('/health/live', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/health/ready', { schema: { hide: true } }, async (_request, reply) => {
    const { ready, checks } = await readiness(kernel)
    const degraded = Object.values(checks).some((c) => !c.ok)
    return reply.code(ready ? 200 : 503).send({ status: ready ? (degraded ? 'degraded' : 'ok') : 'down', checks })
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!(await isScraper(kernel, request))) return reply.callNotFound()
    return reply.type(kernel.metrics.registry.contentType).send(await kernel.metrics.registry.metrics())
  })
}
