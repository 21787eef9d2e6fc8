import { readFileSync } from 'node:fs'
import Redis from 'ioredis'

// The one place of the handlers that reads the environment: Next loads them outside the application's bundle.
const { REDIS_URL, DEPLOYMENT_ID, NEXT_PHASE } = process.env

// Next loads the handlers in several module graphs of one process; they share this connection.
export const redis = (globalThis.__itellicoCacheRedis ??=
  REDIS_URL && NEXT_PHASE !== 'phase-production-build'
    ? new Redis(REDIS_URL, { maxRetriesPerRequest: 1, commandTimeout: 250, enableOfflineQueue: false })
    : null)
redis?.on('error', () => {})

/** Prefix of all keys. Every build has its own: a page of an old build names scripts that are gone. */
export const NAMESPACE = `web:cache:${DEPLOYMENT_ID ?? buildId()}`

/** How long marks of tags are kept, in seconds; longer than any page. */
export const TAG_SECONDS = 8 * 86_400

function buildId() {
  try {
    return readFileSync(new URL('../.next/BUILD_ID', import.meta.url), 'utf8').trim()
  } catch {
    // `next dev` has no build.
    return 'dev'
  }
}

/** Runs a Redis call; a dead or slow Redis is a cache miss, never an error. */
export async function attempt(run, otherwise) {
  if (!redis || redis.status !== 'ready') return otherwise
  try {
    return await run(redis)
  } catch {
    return otherwise
  }
}
