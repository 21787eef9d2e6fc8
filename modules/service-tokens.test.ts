import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT, UnsecuredJWT, decodeJwt } from 'jose'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as web from '../apps/web/src/lib/service-token.ts'
import { mintServiceToken, readServiceToken, rotateServiceKey } from './service-tokens.ts'

const MINUTE = 60_000
let folder: string
let path: string
/** The file's time of change is by seconds on some disks: each writing gets its own. */
let writes = 0

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  folder = mkdtempSync(join(tmpdir(), 'service-keys-'))
  path = join(folder, 'keys.json')
  write([{ name: 'first', key: keyOf('a'), from: new Date(0).toISOString() }])
  vi.stubEnv('SERVICE_KEYS_FILE', path)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const keyOf = (letter: string): string => Buffer.alloc(32, letter).toString('base64')
function write(keys: object[]): void {
  writeFileSync(path, JSON.stringify({ keys }))
  touched()
}
function touched(): void {
  utimesSync(path, 1_000_000 + ++writes, 1_000_000 + writes)
}
const names = (): string[] => (JSON.parse(readFileSync(path, 'utf8')) as { keys: { name: string }[] }).keys.map((k) => k.name)
const kidOf = (token: string): unknown => (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: unknown }).kid

/** A token with anything wished about it. */
function forged(wish: { kid?: string; key?: string; typ?: string; iss?: string; aud?: string; seconds?: number; issuedAgo?: number }): Promise<string> {
  const now = Math.floor(Date.now() / 1000) - (wish.issuedAgo ?? 0)
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ: wish.typ ?? 'service+jwt', kid: wish.kid ?? 'first' })
    .setIssuer(wish.iss ?? 'web')
    .setAudience(wish.aud ?? 'api')
    .setIssuedAt(now)
    .setExpirationTime(now + (wish.seconds ?? 300))
    .sign(Buffer.from(wish.key ?? keyOf('a'), 'base64'))
}

describe('a token between processes', () => {
  it('says from whom and for whom, for five minutes', async () => {
    const token = await mintServiceToken(path, 'worker', 'web')
    const { iss, aud, exp = 0, iat = 0 } = decodeJwt(token)
    expect([iss, aud, exp - iat]).toEqual(['worker', 'web', 300])
    expect(await readServiceToken(path, token, 'web')).toBe('worker')
    expect(await readServiceToken(path, token, 'api')).toBeNull()
    vi.setSystemTime(Date.now() + 6 * MINUTE)
    expect(await readServiceToken(path, token, 'web')).toBeNull()
  })
  it('that is as it should be is believed', async () => {
    expect(await readServiceToken(path, await forged({}), 'api')).toBe('web')
  })
  it.each<[string, Parameters<typeof forged>[0]]>([
    ['with another key', { key: keyOf('b') }],
    ['with a key that there is not', { kid: 'other' }],
    ['of another kind', { typ: 'at+jwt' }],
    ['from somebody else', { iss: 'itellico' }],
    ['for somebody else', { aud: 'web' }],
    ['that lives longer', { seconds: 301 }],
    ['that is too old', { issuedAgo: 400, seconds: 300 }],
    ['from the future', { issuedAgo: -120 }],
  ])('%s is refused', async (_, wish) => {
    expect(await readServiceToken(path, await forged(wish), 'api')).toBeNull()
  })
  it('that is not signed, or no token at all, is refused', async () => {
    const bare = new UnsecuredJWT().setIssuer('web').setAudience('api').setIssuedAt().setExpirationTime('5m').encode()
    for (const token of ['', 'x', 'a.b.c', bare, 'x'.repeat(10_000)]) expect(await readServiceToken(path, token, 'api')).toBeNull()
  })
})

describe('a rotation', () => {
  it('needs no restart: both keys are believed, and the new one signs after five minutes', async () => {
    const before = await mintServiceToken(path, 'web', 'api')
    const { name, from } = rotateServiceKey(path)
    touched()
    expect(names()).toEqual(['first', name])
    vi.setSystemTime(Date.now() + 11_000)
    expect(kidOf(await mintServiceToken(path, 'web', 'api'))).toBe('first')
    vi.setSystemTime(from)
    const after = await mintServiceToken(path, 'web', 'api')
    expect(kidOf(after)).toBe(name)
    expect(await readServiceToken(path, after, 'api')).toBe('web')
    expect(await readServiceToken(path, await forged({}), 'api')).toBe('web')
    expect(await readServiceToken(path, before, 'api')).toBe('web')
    rotateServiceKey(path)
    touched()
    vi.setSystemTime(Date.now() + 11_000)
    expect(names()[0]).toBe(name)
    expect(await readServiceToken(path, await forged({}), 'api')).toBeNull()
  })
  it('reaches whoever verifies at once, when a token names a new key', async () => {
    await readServiceToken(path, await forged({}), 'api')
    write([{ name: 'second', key: keyOf('b'), from: new Date(0).toISOString() }])
    expect(await readServiceToken(path, await forged({ kid: 'second', key: keyOf('b') }), 'api')).toBe('web')
  })
})

describe('the web server', () => {
  it('makes tokens that the API believes, and believes those of the worker', async () => {
    vi.setSystemTime(Date.now() + 11_000)
    const token = (await web.serviceToken()) ?? ''
    expect(await readServiceToken(path, token, 'api')).toBe('web')
    expect(await web.serviceToken()).toBe(token)
    expect(await web.isServiceToken(await mintServiceToken(path, 'worker', 'web'))).toBe(true)
    expect(await web.isServiceToken(await mintServiceToken(path, 'worker', 'api'))).toBe(false)
    expect(await web.isServiceToken(token)).toBe(false)
    expect(await web.isServiceToken('')).toBe(false)
    vi.setSystemTime(Date.now() + 4 * MINUTE + 1000)
    expect(await web.serviceToken()).not.toBe(token)
  })
  it('goes without where there are no keys', async () => {
    // after whatever was kept in the test before
    vi.setSystemTime(Date.now() + 20 * MINUTE)
    vi.stubEnv('SERVICE_KEYS_FILE', join(folder, 'nothing.json'))
    expect(await web.serviceToken()).toBeNull()
    expect(await web.isServiceToken(await mintServiceToken(path, 'worker', 'web'))).toBe(false)
  })
})
