import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Random values that belong to one data folder. */
export interface Secrets {
  databaseOwnerPassword: string
  databaseAppPassword: string
  redisPassword: string
  /** base64 of 32 random bytes. */
  secretKey: string
  serviceToken: string
  /** base64 of an Ed25519 private key in PKCS #8 PEM. */
  jwtPrivateKey: string
}

/** The secrets of a data folder, made on first use and kept in `secrets.json`, which only its owner can read. */
export function loadSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  const token = () => randomBytes(24).toString('base64url')
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  const secrets: Secrets = {
    databaseOwnerPassword: token(),
    databaseAppPassword: token(),
    redisPassword: token(),
    secretKey: randomBytes(32).toString('base64'),
    serviceToken: token(),
    jwtPrivateKey: Buffer.from(pem).toString('base64'),
  }
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}
