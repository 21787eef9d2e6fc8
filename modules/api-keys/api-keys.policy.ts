import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { KEY_MARK, mayBeInKey } from '@itellico/contracts/api-keys'
import { apiKey } from '@itellico/contracts/policies'
import { catalogue, covers } from '@itellico/contracts/rights'

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const FORM = new RegExp(`^(${KEY_MARK}([0-9A-Za-z]{12})_([0-9A-Za-z]{43}))([0-9A-Za-z]{6})$`)

const letters = (length: number): string => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/** Six letters that a mistyped or made-up key does not have: CRC-32 (ISO 3309) of what stands before them, in base 62. */
function checksum(text: string): string {
  let rest = crc32(text)
  let sum = ''
  for (let i = 0; i < 6; i++, rest = Math.floor(rest / LETTERS.length)) sum = LETTERS.charAt(rest % LETTERS.length) + sum
  return sum
}

/** The part of a key that finds it, new for each key: it names no marketplace and no person. */
export const newPublicId = (): string => letters(12)

/** The parts of a key. */
export interface KeyParts {
  readonly publicId: string
  readonly secret: string
}

/** A whole key with a new secret of 256 bits. */
export function makeKey(publicId: string): { text: string; secret: string } {
  const secret = letters(43)
  const body = `${KEY_MARK}${publicId}_${secret}`
  return { text: `${body}${checksum(body)}`, secret }
}

/** Reads a key; null when its form or checksum is wrong, which needs no look at the database. */
export function readKey(text: string): KeyParts | null {
  const [, body, publicId, secret, sum] = FORM.exec(text) ?? []
  return body && publicId && secret && sum === checksum(body) ? { publicId, secret } : null
}

/** How a secret is kept: it is random, so that a fast hash is enough. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Whether a secret is the one that was kept, in the same time for each. */
export function isSecret(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(secret), 'hex'), Buffer.from(hash, 'hex'))
}

/** A key as far as its validity goes. */
export interface KeyState {
  readonly secretHash: string
  readonly previousHash: string | null
  readonly previousUntil: Date | null
  readonly expiresAt: Date
  readonly revokedAt: Date | null
}

/** Whether a key is active, has expired or was revoked. */
export function stateOf(key: Pick<KeyState, 'expiresAt' | 'revokedAt'>, now: Date): 'active' | 'expired' | 'revoked' {
  if (key.revokedAt) return 'revoked'
  return key.expiresAt <= now ? 'expired' : 'active'
}

/** Whether a secret opens a key now: its own, or the one before the last rotation for a while. */
export function opens(secret: string, key: KeyState, now: Date): boolean {
  const isOwn = isSecret(secret, key.secretHash)
  const isPrevious = key.previousHash !== null && isSecret(secret, key.previousHash)
  return stateOf(key, now) === 'active' && (isOwn || (isPrevious && key.previousUntil !== null && key.previousUntil > now))
}

/** What somebody may do: their own rights, and those in their accounts. */
export interface Rights {
  readonly grants: readonly string[]
  readonly accounts: readonly { readonly accountId: string; readonly role: string; readonly grants: readonly string[] }[]
}

/** What a key may do now: what its owner has and its scopes cover. One that is bound to an account acts for no other, and not for the marketplace. */
export function rightsOfKey(owner: Rights, scopes: readonly string[], accountId: string | null) {
  const within = (grants: readonly string[]): string[] =>
    catalogue.filter((p) => apiKey.decide({ byKey: true, ownerMay: covers(grants, p), inScopes: covers(scopes, p), security: !mayBeInKey(p) }) === null)
  return {
    grants: within(owner.grants).filter((p) => accountId === null || p.startsWith('user.')),
    accounts: owner.accounts
      .filter((a) => accountId === null || a.accountId === accountId)
      .map((a) => ({ accountId: a.accountId, role: a.role, grants: within(a.grants) }))
      .filter((a) => a.grants.length > 0),
  }
}
