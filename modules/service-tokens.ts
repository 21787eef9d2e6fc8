import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { SignJWT, jwtVerify } from 'jose'

/** Processes of the installation that call each other. */
export type Service = 'api' | 'worker' | 'web'

const SECONDS = 300
/** How far the clocks of two machines may be apart. */
const TOLERANCE_SECONDS = 30
/** How often the file is looked at for another one. */
const LOOK_AGAIN_MS = 10_000

/** A new key signs this long after it was made, so that every machine can have the file by then. */
const LEAD_MS = 5 * 60_000

/** All keys of the file are believed; the newest whose time has come signs. A key is 32 bytes in base64. */
interface KeyFile {
  readonly keys: readonly { readonly name: string; readonly key: string; readonly from: string }[]
}
interface Known {
  readonly file: KeyFile
  readonly changedAt: number
  lookedAt: number
}

const known = new Map<string, Known>()

/** The keys of a file, read anew when it has changed, so that a rotation needs no restart. */
function keysOf(path: string, mayBeOld = true): KeyFile {
  const now = Date.now()
  const have = known.get(path)
  if (have && mayBeOld && now - have.lookedAt < LOOK_AGAIN_MS) return have.file
  const changedAt = statSync(path).mtimeMs
  if (have?.changedAt === changedAt) {
    have.lookedAt = now
    return have.file
  }
  const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile
  known.set(path, { file, changedAt, lookedAt: now })
  return file
}

/** The key that signs at a time. */
const signing = ({ keys }: KeyFile, now: number) => keys.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from)).findLast((k) => Date.parse(k.from) <= now)

/** A token of five minutes by which one process proves itself to another (HS256). */
export async function mintServiceToken(path: string, from: Service, to: Service): Promise<string> {
  const current = signing(keysOf(path), Date.now())
  if (!current) throw new Error(`no key of ${path} signs yet`)
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ: 'service+jwt', kid: current.name })
    .setIssuer(from)
    .setAudience(to)
    .setIssuedAt()
    .setExpirationTime(`${SECONDS}s`)
    .sign(Buffer.from(current.key, 'base64'))
}

/** Which process a token comes from; null when it is not for us, too old, made to live longer than ours, or signed with none of our keys. */
export async function readServiceToken(path: string, token: string, to: Service): Promise<Service | null> {
  const keyOf = ({ kid = '' }: { kid?: string }): Buffer => {
    // a key that is not known yet may have come a moment ago
    const found = [true, false].map((mayBeOld) => keysOf(path, mayBeOld).keys.find((k) => k.name === kid)).find((k) => k !== undefined)
    if (!found) throw new Error('signed with none of our keys')
    return Buffer.from(found.key, 'base64')
  }
  try {
    const { payload } = await jwtVerify(token, keyOf, {
      algorithms: ['HS256'],
      typ: 'service+jwt',
      issuer: ['worker', 'web'],
      audience: to,
      clockTolerance: TOLERANCE_SECONDS,
      maxTokenAge: SECONDS,
      requiredClaims: ['exp', 'iat'],
    })
    return (payload.exp ?? 0) - (payload.iat ?? 0) <= SECONDS ? (payload.iss as Service) : null
  } catch {
    return null
  }
}

/** Puts a new key into the file beside the one that signs now, which is believed until the next rotation. Gives its name and when it begins. */
export function rotateServiceKey(path: string): { name: string; from: Date } {
  const now = Date.now()
  const before = signing(keysOf(path, false), now)
  const next = { name: randomBytes(6).toString('hex'), key: randomBytes(32).toString('base64'), from: new Date(now + LEAD_MS).toISOString() }
  writeFileSync(`${path}.new`, `${JSON.stringify({ keys: [...(before ? [before] : []), next] }, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return { name: next.name, from: new Date(next.from) }
}
