/** What signing in, refreshing and the check of a permission cost, each beside the least that could do the same, in one run. Called by `tools/bench-auth.ts`. */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { rightsOf } from '@itellico/contracts/access'
import { login, refresh, type Tokens } from '@itellico/contracts/auth'
import { covers } from '@itellico/contracts/rights'
import { sha256 } from '@itellico/kernel/crypto'
import { ask } from '@itellico/kernel/operations'
import { startApi } from '@itellico/modules/testing/harness'
import { PASSWORD } from '@itellico/modules/testing/people'
import { hash, verify } from '@node-rs/argon2'
import fastify from 'fastify'
import { SignJWT } from 'jose'
import pg from 'pg'
import { load, sideBySide, type Measured } from './measure.ts'

const [, , seconds = '3', rounds = '3', file = ''] = process.argv
const CLIENTS = 4
// as in modules/auth/auth.password.ts
const HASHING = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const api = await startApi()
const tenant = await api.tenant()
const person = await tenant.user({ roles: ['tenant_manager'] })
await api.app.listen({ port: 0, host: '127.0.0.1' })
const port = (api.app.server.address() as AddressInfo).port

const pool = new pg.Pool({ connectionString: api.config.DATABASE_URL, max: 10 })
const schema = `"${tenant.ctx.realm.schema}"`
const stored = await hash(PASSWORD, HASHING)
const { privateKey } = generateKeyPairSync('ed25519')
const bare = fastify()
bare.post<{ Body: { password: string } }>('/login', async ({ body }) => ({ ok: await verify(stored, body.password) }))
bare.post<{ Body: { refreshToken: string } }>('/refresh', async ({ body }, reply) => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ id: string; session_id: string; user_id: string }>(
      `select t.id, t.session_id, s.user_id from ${schema}.refresh_token t join ${schema}.session s on s.id = t.session_id join ${schema}."user" u on u.id = s.user_id
       where t.token_hash = $1 and t.rotated_at is null for update of t`,
      [sha256(body.refreshToken)],
    )
    const token = rows[0]
    if (!token) return await reply.code(401).send()
    const [id, next] = [randomUUID(), randomBytes(32).toString('base64url')]
    await client.query(`update ${schema}.refresh_token set rotated_at = now(), successor_id = $2 where id = $1`, [token.id, id])
    await client.query(`update ${schema}.session set last_seen_at = now() where id = $1`, [token.session_id])
    await client.query(`insert into ${schema}.refresh_token (id, session_id, token_hash) values ($1, $2, $3)`, [id, token.session_id, sha256(next)])
    await client.query('commit')
    const accessToken = await new SignJWT({ sid: token.session_id })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setSubject(token.user_id)
      .setExpirationTime('15m')
      .sign(privateKey)
    return { accessToken, refreshToken: next }
  } finally {
    client.release()
  }
})
const bareAt = await bare.listen({ port: 0, host: '127.0.0.1' })

async function post<T>(url: string, body: object): Promise<T> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-tenant-id': tenant.id }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return (await answer.json()) as T
}
const ours = `http://127.0.0.1:${port}/api/v1`
const credentials = { email: person.email, password: PASSWORD }

/** A client each that exchanges its own refresh token over and over. */
async function exchanging(url: string): Promise<Measured> {
  const tokens = await Promise.all(Array.from({ length: CLIENTS }, () => post<Tokens>(`${ours}${login.path}`, credentials)))
  const mine = tokens.map((t) => t.refreshToken)
  const busy = new Set<number>()
  return load(CLIENTS, Number(seconds), async () => {
    const who = mine.findIndex((_, i) => !busy.has(i))
    busy.add(who)
    try {
      mine[who] = (await post<Tokens>(url, { refreshToken: mine[who] ?? '' })).refreshToken
    } finally {
      busy.delete(who)
    }
  })
}

/** Bare is also measured twice: its own difference says how exact the run is. */
const seen = await sideBySide(Number(rounds), {
  bareLogin: () => load(CLIENTS, Number(seconds), () => post(`${bareAt}/login`, { password: PASSWORD })),
  login: () => load(CLIENTS, Number(seconds), () => post(`${ours}${login.path}`, credentials)),
  bareRefresh: () => exchanging(`${bareAt}/refresh`),
  refresh: () => exchanging(`${ours}${refresh.path}`),
  redisGet: () => load(1, Number(seconds), () => api.kernel.redis.get('nothing')),
  permission: () =>
    load(1, Number(seconds), async () => {
      const rights = await ask(tenant.ctx, rightsOf, { userId: person.id, epoch: 1 })
      if (!covers(rights.grants, 'tenant.accounts.manage')) throw new Error('the check is wrong')
    }),
})
const of = (name: string): Measured => {
  const found = seen[name]
  if (!found || found.errors > 0) throw new Error(`${name} failed ${found?.errors ?? 0} times`)
  return found
}
const shown = (m: Measured): string => `${m.perSecond.toFixed(0).padStart(7)}/s  p50 ${m.p50.toFixed(2).padStart(7)} ms  p99 ${m.p99.toFixed(2).padStart(7)} ms`
const share = (a: string, b: string): string => (of(a).perSecond / of(b).perSecond).toFixed(2)
console.log(`sign-in           ${shown(of('login'))}
  bare, same hash ${shown(of('bareLogin'))}  ratio ${share('login', 'bareLogin')}
refresh           ${shown(of('refresh'))}
  bare, same rows ${shown(of('bareRefresh'))}  ratio ${share('refresh', 'bareRefresh')}
permission, warm  ${shown(of('permission'))}
  one Redis get   ${shown(of('redisGet'))}  ratio ${share('permission', 'redisGet')}`)
if (file) writeFileSync(file, `${JSON.stringify(seen, null, 2)}\n`)
await bare.close()
await pool.end()
await api.close()
