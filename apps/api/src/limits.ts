import { tierOf, type RateClass, type RouteContract, type Tier } from '@itellico/contracts/kit'
import { because } from '@itellico/contracts/refusals'
import { rateLimited } from '@itellico/contracts/request'
import { fail } from '@itellico/kernel/errors'
import { DEVICE_HEADER, knownDevices, peerOf } from '@itellico/kernel/devices'
import type { Kernel } from '@itellico/kernel/kernel'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isService } from './context.ts'

const MINUTES_15 = 15 * 60_000
const HOUR = 60 * 60_000

/** Requests per window by tier, and per class where a route is dearer than its tier. */
const TIERS: Readonly<Record<Tier, number>> = { public: 100, user: 1_000, account: 5_000, tenant: 10_000, platform: 50_000 }
const CLASSES: Readonly<Record<Exclude<RateClass, 'default'>, { max: number; window: number }>> = {
  // guessing is stopped by account and device (module auth); this only stops floods, for many people share an address
  signin: { max: 60, window: MINUTES_15 },
  login: { max: 5, window: MINUTES_15 },
  register: { max: 3, window: HOUR },
  mail: { max: 10, window: HOUR },
  upload: { max: 200, window: HOUR },
  refresh: { max: 120, window: MINUTES_15 },
}

function principalOf(request: FastifyRequest, rate: RateClass | undefined): string {
  const ctx = request.ctx
  if (ctx?.actor.kind === 'user') return ctx.actor.key ? `key.${ctx.actor.key.id}` : `user.${ctx.actor.userId}`
  // whoever floods the sign-in from the same address takes nothing from a device that has signed in before
  const device = ctx && rate === 'signin' && knownDevices(ctx.kernel, ctx.realm.id, request.headers[DEVICE_HEADER])[0]
  return device ? `device.${device.id}` : `ip.${peerOf(request.ip)}`
}

/** Registers the limiter; while Redis is away requests pass, for the service must go on. */
export async function registerLimits(app: FastifyInstance, kernel: Kernel): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    redis: kernel.redis,
    nameSpace: `${kernel.config.REDIS_PREFIX}:limit:`,
    skipOnError: true,
    hook: 'preParsing',
    // our own web server renders public pages for everybody; its visitors' own calls carry their address
    allowList: async (request) => request.method === 'GET' && request.routeOptions.config.contract?.permission === null && (await isService(kernel, request)),
    errorResponseBuilder: (_request, context) =>
      fail(rateLimited, { ...because('retryIn', { seconds: Math.ceil(context.ttl / 1000) }), retryAfterSeconds: Math.ceil(context.ttl / 1000) }),
  })
}

/** The limit of a route, for its configuration. */
export function limitOf(kernel: Kernel, contract: RouteContract): { max: number; timeWindow: number; keyGenerator: (r: FastifyRequest) => string } {
  const tier = tierOf(contract)
  const limit = contract.rate && contract.rate !== 'default' ? CLASSES[contract.rate] : { max: TIERS[tier], window: MINUTES_15 }
  const name = contract.rate && contract.rate !== 'default' ? `${contract.rate}.${contract.name}` : tier
  return {
    max: Math.max(1, Math.round(limit.max * kernel.config.RATE_LIMIT_SCALE)),
    timeWindow: limit.window,
    keyGenerator: (request) => `${request.ctx?.realm.id ?? 'none'}:${name}:${principalOf(request, contract.rate)}`,
  }
}
