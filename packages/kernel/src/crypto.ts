import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** An unguessable token of 256 bits, safe in addresses. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 in hexadecimal; how tokens are stored. */
export function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Signs and checks short texts for one purpose; keys of different purposes are independent (HKDF, RFC 5869). */
export interface Signer {
  sign(text: string): string
  verify(text: string, signature: string): boolean
}

/** Derives a signer for a purpose from the master secret. */
export function createSigner(secret: Buffer, purpose: string): Signer {
  const key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), purpose, 32))
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url')
  return {
    sign,
    verify(text, signature) {
      const want = Buffer.from(sign(text))
      const have = Buffer.from(signature)
      return want.length === have.length && timingSafeEqual(want, have)
    },
  }
}
