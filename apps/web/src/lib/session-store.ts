import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { refresh, type Tokens } from '@itellico/contracts/auth'
import { ApiProblem, call } from '@itellico/contracts/client'
import { redis } from './redis'
import { upstream } from './upstream'

/** A signed-in browser. Tokens never leave this server. */
export interface StoredSession {
  /** Slug of the tenant, or `@platform`. */
  readonly realm: string
  /** Value of `x-tenant-id` for calls of this session. */
  readonly tenantId: string
  readonly accessToken: string
  readonly refreshToken: string
  /** Milliseconds since the epoch. */
  readonly accessEndsAt: number
  readonly refreshEndsAt: number
}

/** Realm of people who work for the platform. */
export const PLATFORM_REALM = '@platform'

const EARLY_MS = 30_000
const LOCK_MS = 8_000
const UNLOCK = "if redis.call('get',KEYS[1])==ARGV[1] then return redis.call('del',KEYS[1]) end"

// The id in the cookie is a secret; Redis only sees its hash.
const keyOf = (sid: string) => `web:sess:${createHash('sha256').update(sid).digest('base64url')}`
type Good = (session: StoredSession) => boolean
const isFresh: Good = (session) => session.accessEndsAt - Date.now() > EARLY_MS

/** Times and tokens of a session from what the API handed out. */
export function fromTokens(tokens: Tokens, realm: string, tenantId: string): StoredSession {
  return {
    realm,
    tenantId,
    accessToken: tokens.accessToken,
    refreshToken: tokens.refreshToken,
    accessEndsAt: Date.now() + tokens.expiresIn * 1000,
    refreshEndsAt: Date.parse(tokens.refreshExpiresAt),
  }
}

async function save(key: string, session: StoredSession) {
  await redis().set(key, JSON.stringify(session), 'PX', Math.max(1_000, session.refreshEndsAt - Date.now()))
}

async function read(key: string): Promise<StoredSession | null> {
  const value = await redis().get(key)
  return value ? (JSON.parse(value) as StoredSession) : null
}

/** Stores a session and gives the secret id for the cookie. */
export async function createSession(session: StoredSession): Promise<string> {
  const sid = randomBytes(32).toString('base64url')
  await save(keyOf(sid), session)
  return sid
}

/** Forgets a session and gives what it held. */
export async function destroySession(sid: string): Promise<StoredSession | null> {
  const session = await read(keyOf(sid))
  await redis().del(keyOf(sid))
  return session
}

const flights = new Map<string, Promise<StoredSession | null>>()

/**
 * The session of a cookie with an access token that is still good for a while; null when there is none.
 * The cookie never changes on refresh, so pages, which cannot set cookies, may refresh too.
 */
export function freshSession(sid: string): Promise<StoredSession | null> {
  return goodSession(sid, isFresh)
}

/**
 * The session of a cookie whose access token the API has just refused: rights that change end tokens early. With a new
 * token when the session goes on, null when it is over.
 */
export function renewedSession(sid: string, refused: string): Promise<StoredSession | null> {
  return goodSession(sid, (session) => session.accessToken !== refused)
}

async function goodSession(sid: string, isGood: Good): Promise<StoredSession | null> {
  const key = keyOf(sid)
  const session = await read(key)
  if (!session || isGood(session)) return session
  const running = flights.get(key)
  if (running) return running
  const flight = refreshUnderLock(key, isGood).finally(() => flights.delete(key))
  flights.set(key, flight)
  return flight
}

async function refreshUnderLock(key: string, isGood: Good): Promise<StoredSession | null> {
  const lock = `${key}:lock`
  const owner = randomBytes(8).toString('hex')
  const until = Date.now() + LOCK_MS
  while (Date.now() < until) {
    if (await redis().set(lock, owner, 'PX', LOCK_MS, 'NX')) {
      try {
        return await refreshNow(key, isGood)
      } finally {
        await redis().eval(UNLOCK, 1, lock, owner)
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 30))
    const session = await read(key)
    if (!session || isGood(session)) return session
  }
  throw new Error('waited too long for another request to refresh the session')
}

async function refreshNow(key: string, isGood: Good): Promise<StoredSession | null> {
  const session = await read(key)
  if (!session || isGood(session)) return session
  try {
    const tokens = await call(upstream({ tenant: session.tenantId }), refresh, { body: { refreshToken: session.refreshToken } })
    const next = fromTokens(tokens, session.realm, session.tenantId)
    await save(key, next)
    return next
  } catch (cause) {
    if (!(cause instanceof ApiProblem) || ![401, 403].includes(cause.problem.status)) throw cause
    await redis().del(key)
    return null
  }
}
