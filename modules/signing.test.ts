import { mkdtempSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { login, me } from '@itellico/contracts/auth'
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { addSigningKey } from './signing.ts'
import { startApi, type TestApi, type TestTenant } from './testing/harness.ts'
import { PASSWORD } from './testing/people.ts'

const file = join(mkdtempSync(join(tmpdir(), 'itellico-keys-')), 'signing-keys.json')
let api: TestApi
let tenant: TestTenant
let clock = new Date('2026-06-01T09:00:00Z')

beforeAll(async () => {
  api = await startApi({ SIGNING_KEYS_FILE: file }, { clock: () => clock })
  tenant = await api.tenant()
})
afterAll(() => api.close())
afterEach(() => void vi.useRealTimers())

/** Lets time pass, for tokens and for the look at the file. */
function later(minutes: number): void {
  clock = new Date(clock.getTime() + minutes * 60_000)
  vi.useFakeTimers({ now: Date.now() + 60_000 + minutes, toFake: ['Date'] })
}

async function published(): Promise<JSONWebKeySet> {
  const answer = await api.app.inject({ url: '/.well-known/jwks.json', headers: { host: tenant.host } })
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'public, max-age=300'])
  return answer.json<JSONWebKeySet>()
}

const kids = async (): Promise<(string | undefined)[]> => (await published()).keys.map((k) => k.kid)
const kidOf = (token: string): string | undefined => decodeProtectedHeader(token).kid

describe('signing keys', () => {
  it('are published without their private halves, and verify what the API signs', async () => {
    const user = await tenant.user()
    const set = await published()
    expect(set.keys).toEqual([{ kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid: kidOf(user.token), alg: 'EdDSA', use: 'sig' }])
    const { payload } = await jwtVerify(user.token, createLocalJWKSet(set), { issuer: 'itellico', typ: 'at+jwt', currentDate: clock })
    expect(payload).toMatchObject({ sub: user.id, tenant: tenant.id })
  })

  it('rotate: the new one is published before it signs, the old one is believed while its tokens live, and then no more', async () => {
    const user = await tenant.user()
    const signIn = async (): Promise<string> => (await tenant.guest.ok(login, { body: { email: user.email, password: PASSWORD } })).accessToken
    const first = kidOf(user.token)
    const added = addSigningKey(file, clock)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    later(0)
    expect(await kids()).toEqual([first, added.kid])
    expect(kidOf(await signIn())).toBe(first)
    later(5)
    // the last token of the old key
    const fresh = await signIn()
    expect(kidOf(fresh)).toBe(added.kid)
    await user.caller.ok(me)
    later(9)
    await user.caller.ok(me)
    expect(await kids()).toEqual([first, added.kid])
    later(11)
    expect(await kids()).toEqual([added.kid])
    expect(await user.caller.problem(me)).toBe('401 auth.session_ended')
  })

  it('that nobody published sign nothing, also under a known id', async () => {
    const { generateKeyPairSync } = await import('node:crypto')
    const { SignJWT } = await import('jose')
    const user = await tenant.user()
    const session = await tenant.ctx.db.session.findFirstOrThrow({ where: { userId: user.id } })
    const now = Math.floor(clock.getTime() / 1000)
    const forge = (kid: string | undefined): Promise<string> =>
      new SignJWT({ sid: session.id, tenant: tenant.id, epoch: 1 })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...(kid && { kid }) })
        .setSubject(user.id)
        .setIssuer('itellico')
        .setIssuedAt(now)
        .setExpirationTime(now + 600)
        .sign(generateKeyPairSync('ed25519').privateKey)
    for (const kid of [kidOf(user.token), 'unknown', undefined])
      expect(await api.caller(tenant.host, await forge(kid)).problem(me)).toBe('401 auth.session_ended')
  })

  it('are dropped from the file when they are over', () => {
    const of = join(mkdtempSync(join(tmpdir(), 'itellico-keys-')), 'keys.json')
    const at = (minutes: number): Date => new Date(Date.parse('2026-06-01T09:00:00Z') + minutes * 60_000)
    for (const minutes of [0, 10, 60]) addSigningKey(of, at(minutes))
    const { keys } = JSON.parse(readFileSync(of, 'utf8')) as { keys: { from: string }[] }
    expect(keys.map((k) => k.from)).toEqual([at(15).toISOString(), at(65).toISOString()])
  })

  it('in a file that cannot be read are said so', async () => {
    const broken = join(mkdtempSync(join(tmpdir(), 'itellico-keys-')), 'keys.json')
    writeFileSync(broken, 'no json')
    utimesSync(broken, 1, 1)
    const other = await startApi({ SIGNING_KEYS_FILE: broken })
    try {
      expect((await other.app.inject('/.well-known/jwks.json')).statusCode).toBe(500)
    } finally {
      await other.close()
    }
  })
})
