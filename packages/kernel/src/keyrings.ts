import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Masters } from './masters.ts'

/** The data key of a realm is gone for good: the realm was purged. */
export class KeyDestroyed extends Error {
  constructor(realm: string) {
    super(`the keys of ${realm} were destroyed`)
    this.name = 'KeyDestroyed'
  }
}

/** The keys of one tenant, or of the platform. */
export interface Keyring {
  readonly realm: string
  /** Version that new data is sealed with. */
  readonly version: number
  /** AES-256 key of a version, for files. */
  key(version: number): Buffer
  /** Seals a text; `place` says where it belongs and is bound to it, so that it opens nowhere else. */
  seal(text: string, place: string): string
  /** Opens what `seal` made; text that was never sealed is given back as it is. */
  open(sealed: string, place: string): string
  /** The same for the same text, and only within this realm: by it a sealed field can be found. */
  index(text: string): string
}

/** The keyrings of an installation. */
export interface Keyrings {
  /** The keys of a realm; a realm that never had any gets them. Throws {@link KeyDestroyed} after a purge. */
  of(realm: string): Promise<Keyring>
  /** Adds a version that new data is sealed with; older ones go on opening. Gives its number. */
  rotate(realm: string): Promise<number>
  /** Drops versions that nothing is sealed with any more. */
  dropBelow(realm: string, version: number): Promise<void>
  /** Wraps the data keys of all realms with the current master key. Gives how many were changed. */
  rewrap(): Promise<number>
  /** Destroys the keys of a realm: nothing that they sealed can be opened again, in backups neither. */
  destroy(realm: string): Promise<void>
  /** Forgets what is remembered of a realm. */
  forget(realm: string): void
}

const PREFIX = 'sealed:'
const REMEMBER_MS = 60_000

interface Row {
  purpose: 'data' | 'index'
  version: number
  master: string
  wrapped: Buffer | null
}

/** Opens the keyrings kept in the control schema. Unwrapped keys stay in memory for a minute at most. */
export function openKeyrings(pool: pg.Pool, masters: Masters): Keyrings {
  const memory = new Map<string, { ring: Promise<Keyring>; until: number }>()
  const contextOf = (realm: string, purpose: string, version: number): string => `itellico/${realm}/${purpose}/${version}`

  /** Makes keys in one statement, so that nobody ever sees some of them only. */
  async function make(realm: string, purposes: readonly ('data' | 'index')[], version: number): Promise<void> {
    const master = await masters.current()
    const wrapped = await Promise.all(purposes.map((purpose) => master.wrap(randomBytes(32), contextOf(realm, purpose, version))))
    await pool.query(
      `insert into control.data_key (realm, purpose, version, master, wrapped)
       select $1, purpose, $3, $4, wrapped from unnest($2::text[], $5::bytea[]) as k (purpose, wrapped) on conflict do nothing`,
      [realm, purposes, version, master.id, wrapped],
    )
  }

  const rowsOf = async (realm: string): Promise<Row[]> =>
    (await pool.query<Row>('select purpose, version, master, wrapped from control.data_key where realm = $1 order by version', [realm])).rows

  async function load(realm: string): Promise<Keyring> {
    let rows = await rowsOf(realm)
    if (rows.length === 0) {
      await make(realm, ['data', 'index'], 1)
      rows = await rowsOf(realm)
    }
    const keys = new Map<number, Buffer>()
    let index: Buffer | null = null
    for (const row of rows) {
      if (!row.wrapped) throw new KeyDestroyed(realm)
      const key = await (await masters.byId(row.master)).unwrap(row.wrapped, contextOf(realm, row.purpose, row.version))
      if (row.purpose === 'index') index = key
      else keys.set(row.version, key)
    }
    const newest = Math.max(...keys.keys())
    if (!index || !keys.has(newest)) throw new Error(`the keys of ${realm} are not complete`)
    return keyring(realm, newest, keys, index)
  }

  return {
    of(realm) {
      const hit = memory.get(realm)
      if (hit && hit.until > Date.now()) return hit.ring
      if (memory.size > 20_000) memory.clear()
      const ring = load(realm)
      memory.set(realm, { ring, until: Date.now() + REMEMBER_MS })
      ring.catch(() => memory.delete(realm))
      return ring
    },
    async rotate(realm) {
      const version = (await this.of(realm)).version + 1
      await make(realm, ['data'], version)
      memory.delete(realm)
      return version
    },
    async dropBelow(realm, version) {
      await pool.query(`delete from control.data_key where realm = $1 and purpose = 'data' and version < $2`, [realm, version])
      memory.delete(realm)
    },
    async rewrap() {
      const master = await masters.current()
      const { rows } = await pool.query<Row & { realm: string }>(
        'select realm, purpose, version, master, wrapped from control.data_key where master <> $1 and wrapped is not null',
        [master.id],
      )
      for (const row of rows) {
        const context = contextOf(row.realm, row.purpose, row.version)
        const key = await (await masters.byId(row.master)).unwrap(row.wrapped as Buffer, context)
        await pool.query('update control.data_key set master = $4, wrapped = $5 where realm = $1 and purpose = $2 and version = $3 and wrapped is not null', [
          row.realm,
          row.purpose,
          row.version,
          master.id,
          await master.wrap(key, context),
        ])
      }
      return rows.length
    },
    async destroy(realm) {
      await pool.query('update control.data_key set wrapped = null, destroyed_at = now() where realm = $1 and wrapped is not null', [realm])
      memory.delete(realm)
    },
    forget: (realm) => void memory.delete(realm),
  }
}

/** Sealed texts are `sealed:<version>:<nonce, text and tag in base64url>` (AES-256-GCM, NIST SP 800-38D, random 96-bit nonce). */
function keyring(realm: string, version: number, keys: ReadonlyMap<number, Buffer>, index: Buffer): Keyring {
  const key = (v: number): Buffer => {
    const k = keys.get(v)
    if (!k) throw new Error(`${realm} has no key of version ${v}`)
    return k
  }
  const bound = (place: string): Buffer => Buffer.from(`${realm}/${place}`)
  return {
    realm,
    version,
    key,
    seal(text, place) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key(version), nonce).setAAD(bound(place))
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${PREFIX}${version}:${sealed.toString('base64url')}`
    },
    open(sealed, place) {
      if (!isSealed(sealed)) return sealed
      const [, v, body = ''] = sealed.split(':')
      const bytes = Buffer.from(body, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key(Number(v)), bytes.subarray(0, 12)).setAAD(bound(place))
      decipher.setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
    },
    index: (text) => createHmac('sha256', index).update(text).digest('base64url'),
  }
}

/** Whether a value is a sealed text. */
export function isSealed(value: unknown): value is string {
  return typeof value === 'string' && /^sealed:\d+:[A-Za-z0-9_-]+$/.test(value)
}
