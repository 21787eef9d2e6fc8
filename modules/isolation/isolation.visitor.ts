import { membershipsOf, openAccount } from '@itellico/contracts/accounts'
import { ensureUser, login, setUserAccess, type Tokens } from '@itellico/contracts/auth'
import { ensureProbeTenant } from '@itellico/contracts/isolation'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { systemContext } from '@itellico/kernel/kernel'
import { tenantKey } from '@itellico/kernel/keys'
import { ask } from '@itellico/kernel/operations'
import { askApi } from './isolation.caller.ts'

const EMAIL = 'probe@isolation.invalid'
/** Shorter than an access token lives, and long enough that signing in stays below its limit. */
const REMEMBER_SECONDS = 600

/** Somebody of the probe tenant, signed in, with every right that a marketplace gives, in an agency and in a client's account. */
export interface Visitor {
  readonly ctx: Ctx
  readonly token: string
  readonly accounts: readonly string[]
}

/** Signs in as the visitor; tenant and person are made when they are missing. */
export async function openVisitor(ctx: Ctx): Promise<Visitor> {
  const platform = systemContext(ctx.kernel, ctx.kernel.realms.platform, ctx.requestId)
  const { tenantId } = await ask(platform, ensureProbeTenant, {})
  const realm = await ctx.kernel.realms.byId(tenantId)
  if (!realm) throw new Error('the probe tenant cannot be found')
  const inside = systemContext(ctx.kernel, realm, ctx.requestId)
  const password = ctx.kernel.signer('isolation-probe').sign(realm.id)
  const accounts = await inTx(inside, async (tx) => {
    await lockInTx(tx, 'isolation/visitor')
    const { userId, created } = await ask(tx, ensureUser, { email: EMAIL, firstName: 'Isolation', lastName: 'Probe', password, locale: 'en' })
    if (created) {
      await ask(tx, setUserAccess, { userId, roles: ['tenant_admin'] })
      for (const type of ['agency', 'client'] as const) await ask(tx, openAccount, { name: `Probe ${type}`, type, userId })
    }
    return (await ask(tx, membershipsOf, { userId })).map((m) => m.accountId)
  })
  return { ctx: inside, token: await signIn(inside, password), accounts }
}

async function signIn(ctx: Ctx, password: string): Promise<string> {
  const { config, redis } = ctx.kernel
  const key = `${config.REDIS_PREFIX}:${tenantKey(ctx.realm.id, 'isolation', 'session')}`
  const known = await redis.get(key).catch(() => null)
  if (known) return known
  const reply = await askApi(config, { host: ctx.realm.host, method: login.method, path: login.path, body: { email: EMAIL, password } })
  if (reply.status !== 200) throw new Error(`the probe could not sign in: ${reply.status} ${reply.code ?? ''}`)
  const { accessToken } = JSON.parse(reply.text) as Tokens
  await redis.set(key, accessToken, 'EX', REMEMBER_SECONDS).catch(() => undefined)
  return accessToken
}
