import { Redis, type RedisOptions } from 'ioredis'
import type { Log } from './log.ts'

function connect(url: string, log: Log, name: string, options: RedisOptions): Redis {
  const all: RedisOptions = { ...options, connectionName: name, retryStrategy: (times: number) => Math.min(times * 100, 2000) }
  const redis = new Redis(url, all)
  let down = false
  redis.on('error', (err) => {
    if (!down) log.warn({ err: err.message, name }, 'redis is away')
    down = true
  })
  redis.on('ready', () => {
    if (down) log.info({ name }, 'redis is back')
    down = false
  })
  return redis
}

/** A connection whose commands fail at once while Redis is away, so that nobody waits for it: for limits, tickets and pushes. */
export function connectRedis(url: string, log: Log, name: string): Redis {
  return connect(url, log, name, { maxRetriesPerRequest: 1, commandTimeout: 2000, enableOfflineQueue: false })
}

/** A connection for queues and subscriptions: waits for Redis as long as it takes. */
export function connectQueueRedis(url: string, log: Log, name: string): Redis {
  return connect(url, log, name, { maxRetriesPerRequest: null })
}
