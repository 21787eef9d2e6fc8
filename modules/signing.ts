import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { sha256 } from '@itellico/kernel/crypto'
import type { Kernel } from '@itellico/kernel/kernel'

/** The installation's Ed25519 pair; what it signs is told apart by the type in the header. */
export interface SigningKeys {
  readonly private: KeyObject
  readonly public: KeyObject
  readonly kid: string
}

const keys = new WeakMap<Kernel, SigningKeys>()

/** The key pair of `JWT_PRIVATE_KEY`. */
export function signingKeys(kernel: Kernel): SigningKeys {
  let pair = keys.get(kernel)
  if (!pair) {
    const privateKey = createPrivateKey(Buffer.from(kernel.config.JWT_PRIVATE_KEY, 'base64').toString('utf8'))
    const publicKey = createPublicKey(privateKey)
    pair = { private: privateKey, public: publicKey, kid: sha256(publicKey.export({ type: 'spki', format: 'der' })).slice(0, 16) }
    keys.set(kernel, pair)
  }
  return pair
}
