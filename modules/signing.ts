import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { sha256 } from '@itellico/kernel/crypto'
import type { Kernel } from '@itellico/kernel/kernel'

/** An Ed25519 pair of the installation; what it signs is told apart by the type in the header. */
export interface SigningKeys {
  readonly private: KeyObject
  readonly public: KeyObject
  readonly kid: string
  /** When it begins to sign, in milliseconds since the epoch. */
  readonly from: number
  /** When what it has signed is no longer believed; null while no newer key has taken over. */
  readonly until: number | null
}

/** New keys are published this long before they sign, so that whoever keeps our public keys for a while knows them in time. */
const LEAD_MS = 5 * 60_000
/** Old keys are believed this long after a newer one has taken over: longer than an access token lives. */
const OVERLAP_MS = 20 * 60_000
const LOOK_AGAIN_MS = 10_000

interface KeyFile {
  /** PKCS 8 PEM in base64, and when each key begins to sign. */
  readonly keys: readonly { readonly key: string; readonly from: string }[]
}
interface Known {
  readonly keys: readonly SigningKeys[]
  readonly changedAt: number | null
  lookedAt: number
}

const known = new WeakMap<Kernel, Known>()

function pairOf(pem: string, from: number): Omit<SigningKeys, 'until'> {
  const privateKey = createPrivateKey(Buffer.from(pem, 'base64').toString('utf8'))
  const publicKey = createPublicKey(privateKey)
  return { private: privateKey, public: publicKey, kid: sha256(publicKey.export({ type: 'spki', format: 'der' })).slice(0, 16), from }
}

function readKeyFile(path: string | null): KeyFile {
  try {
    return path === null ? { keys: [] } : (JSON.parse(readFileSync(path, 'utf8')) as KeyFile)
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code === 'ENOENT') return { keys: [] }
    throw new Error(`the file of signing keys ${String(path)} cannot be read: ${(e as Error).message}`, { cause: e })
  }
}

function load({ config }: Kernel): readonly SigningKeys[] {
  const given = readKeyFile(config.SIGNING_KEYS_FILE).keys.map((k) => pairOf(k.key, Date.parse(k.from)))
  const pairs = [pairOf(config.JWT_PRIVATE_KEY, 0), ...given].sort((a, b) => a.from - b.from)
  return pairs.map((pair, i) => {
    const next = pairs[i + 1]
    return { ...pair, until: next ? next.from + OVERLAP_MS : null }
  })
}

/** All keys: read anew when the file has changed, so that a new key needs no restart. */
function keysOf(kernel: Kernel): readonly SigningKeys[] {
  const now = Date.now()
  const have = known.get(kernel)
  if (have && now - have.lookedAt < LOOK_AGAIN_MS) return have.keys
  const path = kernel.config.SIGNING_KEYS_FILE
  const changedAt = path === null ? null : (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null)
  if (have && have.changedAt === changedAt) {
    have.lookedAt = now
    return have.keys
  }
  const keys = load(kernel)
  known.set(kernel, { keys, changedAt, lookedAt: now })
  return keys
}

/** The pair that signs now: the newest whose time has come. */
export function signingKeys(kernel: Kernel): SigningKeys {
  const now = kernel.clock().getTime()
  const key = keysOf(kernel).findLast((k) => k.from <= now)
  if (!key) throw new Error('there is no signing key')
  return key
}

/** The pairs whose signatures are believed now, those that will sign soon included. */
export function liveKeys(kernel: Kernel): readonly SigningKeys[] {
  const now = kernel.clock().getTime()
  return keysOf(kernel).filter((k) => k.until === null || k.until > now)
}

/** The public half of a live key by its id, or null. */
export function verifyingKey(kernel: Kernel, kid: string | undefined): KeyObject | null {
  return liveKeys(kernel).find((k) => k.kid === kid)?.public ?? null
}

/** Adds a key to the file, which soon takes over; those that are no longer believed are dropped. Gives its id and when it begins. */
export function addSigningKey(path: string, now: Date): { kid: string; from: Date } {
  const from = new Date(now.getTime() + LEAD_MS)
  const key = Buffer.from(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })).toString('base64')
  const before = readKeyFile(path).keys.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))
  const kept = before.filter((_, i) => {
    const next = before[i + 1]
    return !next || Date.parse(next.from) + OVERLAP_MS > now.getTime()
  })
  writeFileSync(`${path}.new`, `${JSON.stringify({ keys: [...kept, { key, from: from.toISOString() }] }, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return { kid: pairOf(key, from.getTime()).kid, from }
}
