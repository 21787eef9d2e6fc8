import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, rename, truncate, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KeyDestroyed, openKeyrings, type Keyrings } from './keyrings.ts'
import { openMasters, type MasterConfig } from './masters.ts'
import { openStorage, storageKey, TooLarge, type Storage } from './storage.ts'

let folder: string
let pool: pg.Pool
const config = (change: Partial<MasterConfig> = {}): MasterConfig => ({
  MASTER_KEY: 'file',
  MASTER_KEY_FILE: join(folder, 'keys.json'),
  VAULT_ADDR: null,
  VAULT_TOKEN: null,
  AWS_KMS_ENDPOINT: null,
  ...change,
})
const writeKeys = (current: string, names: string[]): void =>
  writeFileSync(join(folder, 'keys.json'), JSON.stringify({ current, keys: Object.fromEntries(names.map((n) => [n, Buffer.alloc(32, n).toString('base64')])) }))
const open = (change: Partial<MasterConfig> = {}): Keyrings => openKeyrings(pool, openMasters(config(change)))
const realm = (): string => `test-${randomBytes(6).toString('hex')}`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'itellico-keys-'))
  writeKeys('one', ['one'])
  // a database of its own, whose keys are all wrapped by the master keys above
  const name = `test_${randomBytes(4).toString('hex')}`
  const server = new pg.Client({ connectionString: process.env['DATABASE_ADMIN_URL'] })
  await server.connect()
  await server.query(`create database ${name}`)
  await server.end()
  pool = new pg.Pool({ connectionString: Object.assign(new URL(process.env['DATABASE_ADMIN_URL'] ?? ''), { pathname: `/${name}` }).href, max: 3 })
  await pool.query(
    `create schema control; set search_path = control; ${await readFile(new URL('../migrations/control/0003_keys.sql', import.meta.url), 'utf8')}`,
  )
})
afterAll(async () => {
  await pool.end()
  rmSync(folder, { recursive: true })
})

describe('a keyring', () => {
  it('opens what it sealed, in its place and its realm only', async () => {
    const [a, b] = [realm(), realm()]
    const rings = open()
    const ring = await rings.of(a)
    const sealed = ring.seal('Zoë +43 1', 'User.email')
    expect(sealed).toMatch(/^sealed:1:/)
    const bytes = Buffer.from(sealed.split(':')[2] ?? '', 'base64url')
    expect(bytes.includes('+43 1')).toBe(false)
    expect(ring.seal('Zoë +43 1', 'User.email')).not.toBe(sealed)
    expect(ring.open(sealed, 'User.email')).toBe('Zoë +43 1')
    expect(() => ring.open(sealed, 'Invitation.email')).toThrow()
    const other = await rings.of(b)
    expect(() => other.open(sealed, 'User.email')).toThrow()
    expect(other.index('a@b.c')).not.toBe(ring.index('a@b.c'))
    for (const [at, byte] of bytes.entries()) {
      const bent = Buffer.from(bytes)
      bent[at] = byte ^ 1
      expect(() => ring.open(`sealed:1:${bent.toString('base64url')}`, 'User.email')).toThrow()
    }
  })

  it('is the same for everybody who asks first at once', async () => {
    for (let round = 0; round < 20; round++) {
      const name = realm()
      const rings = await Promise.all(Array.from({ length: 8 }, () => open().of(name)))
      const sealed = rings[0]?.seal('x', 'p') ?? ''
      for (const r of rings) expect([r.open(sealed, 'p'), r.index('a')]).toEqual(['x', rings[0]?.index('a')])
    }
  })

  it('goes on opening old texts after a rotation, and its index stays', async () => {
    const name = realm()
    const rings = open()
    const old = await rings.of(name)
    const sealed = old.seal('before', 'p')
    expect(await rings.rotate(name)).toBe(2)
    const fresh = await open().of(name)
    expect([fresh.open(sealed, 'p'), fresh.index('a'), fresh.seal('after', 'p').slice(0, 9)]).toEqual(['before', old.index('a'), 'sealed:2:'])
    await rings.dropBelow(name, 2)
    expect(() => fresh.open(sealed, 'q')).toThrow()
    await expect(
      open()
        .of(name)
        .then((r) => r.open(sealed, 'p')),
    ).rejects.toThrow('has no key of version 1')
  })

  it('survives a new master key without the old one once it is wrapped anew', async () => {
    const name = realm()
    const sealed = (await open().of(name)).seal('kept', 'p')
    writeKeys('two', ['one', 'two'])
    expect((await open().of(name)).open(sealed, 'p')).toBe('kept')
    expect(await open().rewrap()).toBeGreaterThanOrEqual(2)
    writeKeys('two', ['two'])
    expect((await open().of(name)).open(sealed, 'p')).toBe('kept')
    expect(await open().rewrap()).toBe(0)
    writeKeys('one', ['one'])
    await expect(open().of(name)).rejects.toThrow('has no key "two"')
    writeKeys('two', ['one', 'two'])
  })

  it('is gone for good once destroyed', async () => {
    const name = realm()
    const rings = open()
    await rings.of(name)
    await rings.destroy(name)
    await expect(rings.of(name)).rejects.toThrow(KeyDestroyed)
    await expect(open().of(name)).rejects.toThrow(KeyDestroyed)
    const { rows } = await pool.query('select wrapped from control.data_key where realm = $1', [name])
    expect(rows).toEqual([{ wrapped: null }, { wrapped: null }])
  })
})

/** Answers as a key service does, under a key of its own: enough of its protocol for what we ask. */
async function service(answer: (request: IncomingMessage, body: Record<string, unknown>) => object): Promise<{ url: string; server: Server; calls: string[] }> {
  const calls: string[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const body = JSON.parse(await text(request)) as Record<string, unknown>
      calls.push(`${request.url ?? ''} ${String(request.headers['x-amz-target'] ?? '')}`.trim())
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer(request, body)))
    })()
  })
  await new Promise<void>((r) => server.listen(0, '127.0.0.1', r))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, calls }
}

describe('a master key elsewhere', () => {
  it('in Vault wraps with its context bound', async () => {
    const kept = new Map<string, { plain: string; context: string }>()
    const vault = await service((request, body) => {
      if (request.headers['x-vault-token'] !== 'token') return { errors: ['permission denied'] }
      if (request.url === '/v1/transit/encrypt/tenants') {
        const ciphertext = `vault:v1:${kept.size}`
        kept.set(ciphertext, { plain: String(body['plaintext']), context: String(body['associated_data']) })
        return { data: { ciphertext } }
      }
      const found = kept.get(String(body['ciphertext']))
      return found && found.context === body['associated_data'] ? { data: { plaintext: found.plain } } : { errors: ['cipher: message authentication failed'] }
    })
    const settings = { MASTER_KEY: 'vault:transit/tenants', VAULT_ADDR: vault.url, VAULT_TOKEN: 'token' }
    const name = realm()
    const sealed = (await open(settings).of(name)).seal('x', 'p')
    expect((await open(settings).of(name)).open(sealed, 'p')).toBe('x')
    expect(vault.calls[0]).toBe('/v1/transit/encrypt/tenants')
    const master = await openMasters(config(settings)).current()
    await expect(master.unwrap(await master.wrap(randomBytes(32), 'mine'), 'theirs')).rejects.toThrow('message authentication failed')
    await expect(open({ ...settings, VAULT_TOKEN: 'wrong' }).of(realm())).rejects.toThrow('permission denied')
    vault.server.close()
  })

  it('in AWS KMS wraps with its encryption context', async () => {
    const kms = await service((request, body) => {
      const context = JSON.stringify(body['EncryptionContext'])
      if (request.headers['x-amz-target'] === 'TrentService.Encrypt')
        return { KeyId: body['KeyId'], CiphertextBlob: Buffer.from(JSON.stringify({ plain: body['Plaintext'], context })).toString('base64') }
      const blob = JSON.parse(Buffer.from(String(body['CiphertextBlob']), 'base64').toString()) as { plain: string; context: string }
      return blob.context === context ? { KeyId: body['KeyId'], Plaintext: blob.plain } : { __type: 'InvalidCiphertextException' }
    })
    const before = { ...process.env }
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'eu-central-1' })
    const settings = { MASTER_KEY: 'aws-kms:alias/tenants', AWS_KMS_ENDPOINT: kms.url }
    const name = realm()
    const sealed = (await open(settings).of(name)).seal('x', 'p')
    expect((await open(settings).of(name)).open(sealed, 'p')).toBe('x')
    const master = await openMasters(config(settings)).current()
    await expect(master.unwrap(await master.wrap(randomBytes(32), 'mine'), 'theirs')).rejects.toThrow()
    process.env = before
    kms.server.close()
  })
})

describe('storage', () => {
  let storage: Storage
  let rings: Keyrings
  let name: string
  const read = async (key: string): Promise<Buffer> => buffer((await storage.read(key))?.stream ?? Readable.from([]))
  beforeAll(() => {
    rings = open()
    name = realm()
    storage = openStorage(join(folder, 'files'), rings)
  })

  it('writes whole files or none, within the limit, under the realm', async () => {
    const key = storageKey(name, 'media', 'x.webp')
    expect(await storage.write(key, Readable.from([Buffer.from('hel'), Buffer.from('lo')]), 5)).toBe(5)
    expect((await read(key)).toString()).toBe('hello')
    await expect(storage.write(key, Readable.from([Buffer.from('hello!')]), 5)).rejects.toThrow(TooLarge)
    expect((await read(key)).toString()).toBe('hello')
    await storage.remove(key)
    expect(await storage.read(key)).toBeNull()
    for (const bad of ['tenants/../x', '/etc/passwd', 'tenants/a/../../x']) await expect(storage.read(bad)).rejects.toThrow('not a storage key')
  })

  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])('keeps %i bytes sealed and gives them back', async (size) => {
    const key = storageKey(name, 'media', `s${size}.bin`)
    const data = randomBytes(size)
    const chunks = Array.from({ length: Math.ceil(size / 5000) }, (_, i) => data.subarray(i * 5000, (i + 1) * 5000))
    await storage.write(key, Readable.from(chunks))
    expect((await storage.read(key))?.size).toBe(size)
    expect((await read(key)).equals(data)).toBe(true)
    if (size > 16) expect((await readFile(join(folder, 'files', key))).includes(data.subarray(0, 16))).toBe(false)
  })

  it('notices a file that was changed, cut off, or put in another place', async () => {
    const key = storageKey(name, 'media', 'whole.bin')
    const path = join(folder, 'files', key)
    await storage.write(key, randomBytes(150_000))
    const good = await readFile(path)
    const bent = Buffer.from(good)
    bent[70_000] = (bent[70_000] ?? 0) ^ 1
    await writeFile(path, bent)
    await expect(read(key)).rejects.toThrow()
    await writeFile(path, good)
    // exactly at the end of a chunk, where nothing but the mark of the last one is missing
    await truncate(path, 16 + 2 * 65_552)
    await expect(read(key)).rejects.toThrow()
    await writeFile(path, good)
    const other = storageKey(name, 'media', 'other.bin')
    await rename(path, join(dirname(path), 'other.bin'))
    await expect(read(other)).rejects.toThrow()
  })

  it('seals anew after a rotation, and opens nothing after the keys are destroyed', async () => {
    const key = storageKey(name, 'media', 'turned.bin')
    await storage.write(key, Buffer.from('content'))
    expect(await storage.reseal(key)).toBe(false)
    const version = await rings.rotate(name)
    expect(await storage.reseal(key)).toBe(true)
    await rings.dropBelow(name, version)
    expect((await read(key)).toString()).toBe('content')
    const keys: string[] = []
    for await (const k of storage.list(name)) keys.push(k)
    expect(keys).toContain(key)
    await rings.destroy(name)
    await expect(storage.read(key)).rejects.toThrow(KeyDestroyed)
    await storage.removeRealm(name)
    expect(await storage.read(key)).toBeNull()
  })
})
