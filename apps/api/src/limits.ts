import { tierOf, type RateClass, type RouteContract, type Tier } from '@itellico/contracts/kit'
import { because } from '@itellico/contracts/refusals'
import { rateLimited } from '@itellico/contracts/request'
import { fail, type AppError } from '@itellico/kernel/errors'
import { DEVICE_HEADER, knownDevices, peerOf } from '@itellico/kernel/devices'
import type { Kernel } from '@itellico/kernel/kernel'
import { tenantKey } from '@itellico/kernel/keys'
import { take } from '@itellico/kernel/rate'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isService } from './context.ts'

const MINUTES_15 = 15 * 60_000
const HOUR = 60 * 60_000

/** Requests of a whole marketplace in 15 minutes, whoever sends them: one that floods is slowed before others feel it. */
const TENANT = 200_000

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

/** A store for the plugin, with windows that slide; keys say already which limit it is. */
function slidingStore(kernel: Kernel) {
  return class SlidingStore {
    incr(key: string, done: (error: Error | null, result?: { current: number; ttl: number }) => void, windowMs: number, max: number): void {
      take(kernel.redis, `${kernel.config.REDIS_PREFIX}:limit:${key}`, max, windowMs).then(
        ({ used, waitMs }) => done(null, { current: used, ttl: waitMs }),
        (error: Error) => done(error),
      )
    }
    child(): SlidingStore {
      return this
    }
  }
}

const refuse = (waitMs: number): AppError => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return fail(rateLimited, { ...because('retryIn', { seconds }), retryAfterSeconds: seconds })
}

/** Counts a request for the whole marketplace. */
async function limitTenant(kernel: Kernel, request: FastifyRequest): Promise<void> {
  const realm = request.ctx?.realm
  if (realm?.kind !== 'tenant') return
  const key = `${kernel.config.REDIS_PREFIX}:${tenantKey(realm.id, 'limit', 'all')}`
  const taken = await take(kernel.redis, key, Math.max(1, Math.round(TENANT * kernel.config.RATE_LIMIT_SCALE)), MINUTES_15).catch(() => null)
  if (taken && !taken.allowed) throw refuse(taken.waitMs)
}

/** Registers the limiter; while Redis is away requests pass, for the service must go on. */
export async function registerLimits(app: FastifyInstance, kernel: Kernel): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    store: slidingStore(kernel) as never,
    skipOnError: true,
    hook: 'preParsing',
    // our own web server renders public pages for everybody; its visitors' own calls carry their address
    allowList: async (request) => request.method === 'GET' && request.routeOptions.config.contract?.permission === null && (await isService(kernel, request)),
    errorResponseBuilder: (_request, context) => refuse(context.ttl),
  })
  app.addHook('preParsing', (request) => limitTenant(kernel, request))
}

/** The limit of a route, for its configuration. */
export function limitOf(kernel: Kernel, contract: RouteContract): { max: number; timeWindow: number; keyGenerator: (r: FastifyRequest) => string } {
  const tier = tierOf(contract)
  const limit = contract.rate && contract.rate !== 'default' ? CLASSES[contract.rate] : { max: TIERS[tier], window: MINUTES_15 }
  return {
    max: Math.max(1, Math.round(limit.max * kernel.config.RATE_LIMIT_SCALE)),
    timeWindow: limit.window,
    keyGenerator: (request) => `${request.ctx?.realm.id ?? 'none'}:${contract.name}:${principalOf(request, contract.rate)}`,
  }
}
