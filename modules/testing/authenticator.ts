import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { NewPasskey, PasskeyAnswer } from '@itellico/contracts/second-factors'

// A passkey in software: makes the bytes that a browser would send (WebAuthn level 3, "none" attestation, Ed25519).
const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()
const url = (data: Buffer): string => data.toString('base64url')

/** CBOR (RFC 8949) of what an attestation holds: small integers, byte strings, texts and maps. */
function cbor(value: unknown): Buffer {
  const head = (major: number, n: number): Buffer =>
    n < 24 ? Buffer.from([(major << 5) | n]) : n < 256 ? Buffer.from([(major << 5) | 24, n]) : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  const entries = [...(value as Map<unknown, unknown>)]
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([k, v]) => [cbor(k), cbor(v)])])
}

const FLAGS = { present: 1, verified: 4, attested: 64 } as const

/** A passkey of one person on one host. `verifies` says whether it checks who holds it. */
export class SoftPasskey {
  readonly id = url(randomBytes(16))
  readonly #keys = generateKeyPairSync('ed25519')
  #count = 0
  handle = ''
  verifies = true

  #authData(rpId: string, attested: Buffer = Buffer.alloc(0)): Buffer {
    const flags = FLAGS.present | (this.verifies ? FLAGS.verified : 0) | (attested.length > 0 ? FLAGS.attested : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++this.#count)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested])
  }

  static #client(type: string, options: Readonly<Record<string, unknown>>, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge: options['challenge'], origin, crossOrigin: false }))
  }

  /** Counts uses back, as a copy of it would that was made earlier. */
  rewind(): void {
    this.#count = 0
  }

  /** Answers `navigator.credentials.create`. */
  create(options: Readonly<Record<string, unknown>>, origin: string): NewPasskey {
    const { x = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    const cose = cbor(
      new Map<number, unknown>([
        [1, 1],
        [3, -8],
        [-1, 6],
        [-2, Buffer.from(x, 'base64url')],
      ]),
    )
    const raw = Buffer.from(this.id, 'base64url')
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([raw.length >> 8, raw.length & 255]), raw, cose])
    this.handle = (options['user'] as { id: string }).id
    const rpId = (options['rp'] as { id: string }).id
    const attestation = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', this.#authData(rpId, attested)],
      ]),
    )
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: url(SoftPasskey.#client('webauthn.create', options, origin)),
        attestationObject: url(attestation),
        transports: ['internal'],
      },
    }
  }

  /** Answers `navigator.credentials.get`. */
  get(options: Readonly<Record<string, unknown>>, origin: string): PasskeyAnswer {
    const client = SoftPasskey.#client('webauthn.get', options, origin)
    const authData = this.#authData(String(options['rpId']))
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: url(client),
        authenticatorData: url(authData),
        signature: url(sign(null, Buffer.concat([authData, sha256(client)]), this.#keys.privateKey)),
        userHandle: this.handle,
      },
    }
  }
}
