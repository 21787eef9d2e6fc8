import { SSO_SECONDS, ssoStateInvalid, ssoUnavailable } from '@itellico/contracts/sso'
import type { Ctx } from '@itellico/kernel/context'
import { randomToken, sha256 } from '@itellico/kernel/crypto'
import { fail } from '@itellico/kernel/errors'
import { tenantKey } from '@itellico/kernel/keys'

const DEFAULT_PORT: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/** Somebody who is at a provider and comes back. It belongs to one realm, one browser and one state of the connection. */
export interface Pending {
  readonly connectionId: string
  readonly version: number
  readonly purpose: 'sign-in' | 'link' | 'test'
  /** Who links or tests; null for who signs in. */
  readonly userId: string | null
  /** Their session, which must still be there when they come back. */
  readonly sessionId: string | null
  /** Origin of the marketplace's host where it began. */
  readonly origin: string
  /** Hash of the browser's secret. */
  readonly browser: string
  readonly nonce: string
  readonly verifier: string
  readonly next: string | null
  readonly remember: boolean
}

const keyOf = (ctx: Ctx, kind: string, name: string): string => `${ctx.kernel.config.REDIS_PREFIX}:${tenantKey(ctx.realm.id, kind, sha256(name))}`

async function withRedis<T>(ctx: Ctx, work: (redis: Ctx['kernel']['redis']) => Promise<T>): Promise<T> {
  try {
    return await work(ctx.kernel.redis)
  } catch (err) {
    ctx.log.warn({ err }, 'a sign-in at a provider cannot be kept')
    throw fail(ssoUnavailable, { retryAfterSeconds: 5 })
  }
}

/** Keeps somebody who goes to a provider for ten minutes and gives the state to recognise them by. */
export async function keepPending(ctx: Ctx, pending: Omit<Pending, 'browser'>, browser: string): Promise<string> {
  const state = randomToken()
  const value: Pending = { ...pending, browser: sha256(browser) }
  await withRedis(ctx, (redis) => redis.set(keyOf(ctx, 'sso', state), JSON.stringify(value), 'EX', SSO_SECONDS))
  return state
}

/** Takes somebody who comes back, once; `own` says whether it is the browser that went. */
export async function takePending(ctx: Ctx, state: string, browser: string): Promise<{ pending: Pending; own: boolean }> {
  const found = await withRedis(ctx, (redis) => redis.getdel(keyOf(ctx, 'sso', state)))
  if (found === null) throw fail(ssoStateInvalid)
  const pending = JSON.parse(found) as Pending
  return { pending, own: pending.browser === sha256(browser) }
}

/** Notes that an assertion was used; false when it was before. */
export async function useOnce(ctx: Ctx, assertion: string, seconds: number): Promise<boolean> {
  return (await withRedis(ctx, (redis) => redis.set(keyOf(ctx, 'sso-assertion', assertion), '1', 'EX', seconds, 'NX'))) === 'OK'
}

/** The origin of a page, when it is one of this marketplace as browsers see it. */
export async function requireOwnOrigin(ctx: Ctx, origin: string): Promise<string> {
  const url = URL.parse(origin)
  const ports = url && DEFAULT_PORT[url.protocol]
  const realm = ports && url.origin === origin ? await ctx.kernel.realms.byHost(url.hostname) : null
  const { PUBLIC_WEB_PORT, PUBLIC_SCHEME } = ctx.kernel.config
  const fits = url?.protocol === `${PUBLIC_SCHEME}:` && (url.port || ports) === (PUBLIC_WEB_PORT ?? ports)
  if (!fits || realm?.id !== ctx.realm.id) throw fail(ssoStateInvalid)
  return origin
}
