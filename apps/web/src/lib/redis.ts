import 'server-only'
import Redis from 'ioredis'
import { env } from './env'

const holder = globalThis as typeof globalThis & { __itellicoRedis?: Redis }

/** The process's one connection for sessions. Commands fail fast while Redis is away. */
export function redis(): Redis {
  if (!env.redisUrl) throw new Error('REDIS_URL is not set: sessions need Redis')
  if (!holder.__itellicoRedis) {
    holder.__itellicoRedis = new Redis(env.redisUrl, { maxRetriesPerRequest: 1, commandTimeout: 2_000 })
    holder.__itellicoRedis.on('error', () => {})
  }
  return holder.__itellicoRedis
}
