import { readFileSync, statSync } from 'node:fs'
import { SignJWT, jwtVerify } from 'jose'
import { env } from './env.ts'

// The same tokens as in modules/service-tokens.ts, which this application cannot import; a test there holds both to each other.
const SECONDS = 300
const LOOK_AGAIN_MS = 10_000

interface KeyFile {
  readonly keys: readonly { readonly name: string; readonly key: string; readonly from: string }[]
}

let known: { file: KeyFile; changedAt: number; lookedAt: number } | null = null
let minted: { token: string; kid: string; until: number } | null = null

/** The keys of the installation, read anew when their file has changed; null where there is none. */
function keysOf(mayBeOld = true): KeyFile | null {
  const path = env.serviceKeysFile
  const now = Date.now()
  if (known && mayBeOld && now - known.lookedAt < LOOK_AGAIN_MS) return known.file
  const changedAt = path ? statSync(path, { throwIfNoEntry: false })?.mtimeMs : undefined
  if (changedAt === undefined) return null
  const file = known?.changedAt === changedAt ? known.file : (JSON.parse(readFileSync(path, 'utf8')) as KeyFile)
  known = { file, changedAt, lookedAt: now }
  return file
}

/** A token by which this server proves itself to the API, good for some minutes; null where there are no keys. */
export async function serviceToken(): Promise<string | null> {
  const now = Date.now()
  const key = keysOf()
    ?.keys.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))
    .findLast((k) => Date.parse(k.from) <= now)
  if (!key) return null
  if (minted?.kid === key.name && minted.until > now) return minted.token
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ: 'service+jwt', kid: key.name })
    .setIssuer('web')
    .setAudience('api')
    .setIssuedAt()
    .setExpirationTime(`${SECONDS}s`)
    .sign(Buffer.from(key.key, 'base64'))
  minted = { token, kid: key.name, until: now + (SECONDS - 60) * 1000 }
  return token
}

/** Whether a token comes from the worker of this installation and is meant for this server. */
export async function isServiceToken(token: string): Promise<boolean> {
  const keyOf = ({ kid = '' }: { kid?: string }): Buffer => {
    const found = [true, false].map((mayBeOld) => keysOf(mayBeOld)?.keys.find((k) => k.name === kid)).find((k) => k !== undefined)
    if (!found) throw new Error('signed with none of our keys')
    return Buffer.from(found.key, 'base64')
  }
  try {
    const { payload } = await jwtVerify(token, keyOf, {
      algorithms: ['HS256'],
      typ: 'service+jwt',
      issuer: 'worker',
      audience: 'web',
      clockTolerance: 30,
      maxTokenAge: SECONDS,
      requiredClaims: ['exp', 'iat'],
    })
    return (payload.exp ?? 0) - (payload.iat ?? 0) <= SECONDS
  } catch {
    return false
  }
}
