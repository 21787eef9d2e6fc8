import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** Keeps the key that wraps all data keys: nothing but 32-byte keys is ever sent there. */
export interface MasterKey {
  /** Names the key for whoever must unwrap later, for example `file:2026-11`. */
  readonly id: string
  /** Encrypts a data key. `context` is bound to it: it can only be unwrapped with the same. */
  wrap(key: Buffer, context: string): Promise<Buffer>
  unwrap(wrapped: Buffer, context: string): Promise<Buffer>
}

/** Where master keys are: one for new data keys, and whichever older ones still unwrap. */
export interface Masters {
  /** The key that new data keys are wrapped with. */
  current(): Promise<MasterKey>
  /** The key of an id that `current` had once. */
  byId(id: string): Promise<MasterKey>
}

/** What the configuration says of master keys. */
export interface MasterConfig {
  /** `file`, `aws-kms:<key id or ARN>` or `vault:<mount>/<key>`. */
  readonly MASTER_KEY: string
  readonly MASTER_KEY_FILE: string
  readonly VAULT_ADDR: string | null
  readonly VAULT_TOKEN: string | null
  readonly AWS_KMS_ENDPOINT: string | null
}

/** Opens the master keys of the configuration. Keys in other places keep working for what they have wrapped. */
export function openMasters(config: MasterConfig): Masters {
  const open = async (id: string): Promise<MasterKey> => {
    const [kind, ...rest] = id.split(':')
    const name = rest.join(':')
    if (kind === 'file') return fileKey(config.MASTER_KEY_FILE, name)
    if (kind === 'aws-kms') return awsKey(name, config.AWS_KMS_ENDPOINT)
    if (kind === 'vault') return vaultKey(name, config.VAULT_ADDR, config.VAULT_TOKEN)
    throw new Error(`MASTER_KEY names an unknown place: ${JSON.stringify(kind)} (file, aws-kms:… or vault:…)`)
  }
  return {
    current: () => (config.MASTER_KEY === 'file' ? Promise.resolve(fileKey(config.MASTER_KEY_FILE, null)) : open(config.MASTER_KEY)),
    byId: open,
  }
}

interface KeyFile {
  /** Name of the key for new data keys. */
  readonly current: string
  /** 32 bytes in base64, by name. */
  readonly keys: Readonly<Record<string, string>>
}

/** A key in a file of the machine: `{"current": "<name>", "keys": {"<name>": "<32 bytes in base64>"}}`. The file is read anew each time, so that a new key needs no restart. */
function fileKey(path: string, wanted: string | null): MasterKey {
  let file: KeyFile
  try {
    file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile
  } catch (e) {
    throw new Error(`the master key file ${path} cannot be read: ${(e as Error).message}`, { cause: e })
  }
  const name = wanted ?? file.current
  const key = Buffer.from(file.keys[name] ?? '', 'base64')
  if (key.length !== 32) throw new Error(`the master key file ${path} has no key ${JSON.stringify(name)} of 32 bytes`)
  return {
    id: `file:${name}`,
    wrap(plain, context) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
      return Promise.resolve(Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
    },
    unwrap(wrapped, context) {
      const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12)).setAAD(Buffer.from(context))
      decipher.setAuthTag(wrapped.subarray(-16))
      return Promise.resolve(Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]))
    },
  }
}

/** A key in AWS KMS; credentials and region come from the environment as the SDK finds them. */
async function awsKey(keyId: string, endpoint: string | null): Promise<MasterKey> {
  const { DecryptCommand, EncryptCommand, KMSClient } = await import('@aws-sdk/client-kms')
  const client = new KMSClient(endpoint ? { endpoint } : {})
  const bytes = (blob: Uint8Array | undefined): Buffer => {
    if (!blob) throw new Error('AWS KMS answered without a key')
    return Buffer.from(blob)
  }
  return {
    id: `aws-kms:${keyId}`,
    async wrap(plain, context) {
      return bytes((await client.send(new EncryptCommand({ KeyId: keyId, Plaintext: plain, EncryptionContext: { context } }))).CiphertextBlob)
    },
    async unwrap(wrapped, context) {
      return bytes((await client.send(new DecryptCommand({ KeyId: keyId, CiphertextBlob: wrapped, EncryptionContext: { context } }))).Plaintext)
    },
  }
}

/** A key of Vault's transit engine (AES-256-GCM with associated data, Vault 1.12 or newer). */
function vaultKey(name: string, address: string | null, token: string | null): MasterKey {
  const slash = name.lastIndexOf('/')
  if (slash < 1) throw new Error('MASTER_KEY must be vault:<mount>/<key>')
  if (!address || !token) throw new Error('VAULT_ADDR and VAULT_TOKEN are needed for a master key in Vault')
  const [mount, key] = [name.slice(0, slash), name.slice(slash + 1)]
  const call = async (verb: 'encrypt' | 'decrypt', body: object): Promise<Record<string, string>> => {
    const response = await fetch(new URL(`/v1/${mount}/${verb}/${encodeURIComponent(key)}`, address), {
      method: 'POST',
      headers: { 'x-vault-token': token, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5000),
    })
    const answer = (await response.json()) as { data?: Record<string, string>; errors?: string[] }
    if (!response.ok || !answer.data) throw new Error(`Vault refuses to ${verb}: ${answer.errors?.join('; ') ?? response.status}`)
    return answer.data
  }
  const associated = (context: string): string => Buffer.from(context).toString('base64')
  return {
    id: `vault:${name}`,
    async wrap(plain, context) {
      const { ciphertext } = await call('encrypt', { plaintext: plain.toString('base64'), associated_data: associated(context) })
      return Buffer.from(ciphertext ?? '')
    },
    async unwrap(wrapped, context) {
      const { plaintext } = await call('decrypt', { ciphertext: wrapped.toString(), associated_data: associated(context) })
      return Buffer.from(plaintext ?? '', 'base64')
    },
  }
}
