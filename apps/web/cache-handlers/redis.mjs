import Redis from 'ioredis'

// The one place of the handlers that reads the environment: Next loads them outside the application's bundle.
const { REDIS_URL, DEPLOYMENT_ID, NEXT_PHASE } = process.env

// Next loads the handlers in several module graphs of one process; they share this connection.
export const redis = (globalThis.__itellicoCacheRedis ??= REDIS_URL && NEXT_PHASE !== 'phase-production-build'
  ? new Redis(REDIS_URL, { maxRetriesPerRequest: 1, commandTimeout: 250, enableOfflineQueue: false })
  : null)
redis?.on('error', () => {})

/** Prefix of all keys: a new deployment starts with an empty cache. */
export const NAMESPACE = `web:cache:${DEPLOYMENT_ID ?? 'local'}`

/** Runs a Redis call; a dead or slow Redis is a cache miss, never an error. */
export async function attempt(run, otherwise) {
  if (!redis || redis.status !== 'ready') return otherwise
  try {
    return await run(redis)
  } catch {
    return otherwise
  }
}
