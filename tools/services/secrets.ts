import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Random values that belong to one data folder. */
export interface Secrets {
  databaseOwnerPassword: string
  databaseAppPassword: string
  redisPassword: string
  /** File with the keys that wrap the tenants' data keys. */
  masterKeyFile: string
  /** base64 of 32 random bytes. */
  secretKey: string
  /** File with the keys by which processes prove themselves to each other. */
  serviceKeysFile: string
  /** base64 of an Ed25519 private key in PKCS #8 PEM. */
  jwtPrivateKey: string
}

/** The secrets of a data folder, made on first use and kept in `secrets.json`, which only its owner can read. */
export function loadSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  const keyFiles = { masterKeyFile: ensureMasterKeys(dataDir), serviceKeysFile: ensureServiceKeys(dataDir) }
  if (existsSync(file)) return { ...(JSON.parse(readFileSync(file, 'utf8')) as Secrets), ...keyFiles }
  const token = () => randomBytes(24).toString('base64url')
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  const secrets: Secrets = {
    ...keyFiles,
    databaseOwnerPassword: token(),
    databaseAppPassword: token(),
    redisPassword: token(),
    secretKey: randomBytes(32).toString('base64'),
    jwtPrivateKey: Buffer.from(pem).toString('base64'),
  }
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}

/** Makes the file of master keys on first use. It is kept apart from the database, because whoever has both can read everything. */
function ensureMasterKeys(dataDir: string): string {
  return ensureFile(dataDir, 'master-keys.json', (key) => ({ current: 'first', keys: { first: key } }))
}

/** Makes the file of the keys between processes on first use. */
function ensureServiceKeys(dataDir: string): string {
  return ensureFile(dataDir, 'service-keys.json', (key) => ({ keys: [{ name: 'first', key, from: new Date(0).toISOString() }] }))
}

function ensureFile(dataDir: string, name: string, contentOf: (key: string) => object): string {
  const file = path.join(dataDir, name)
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, `${JSON.stringify(contentOf(randomBytes(32).toString('base64')), null, 2)}\n`, { mode: 0o600 })
  }
  return file
}
