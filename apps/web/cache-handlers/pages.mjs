// Handler for prerendered pages: Redis, with the build's own output on disk underneath.
// A custom handler is never handed that output, so without the disk every page would be rendered again after each deployment.
import v8 from 'node:v8'
import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import { NAMESPACE, TAG_SECONDS, attempt, redis } from './redis.mjs'

const FileSystemCache = fileSystemCache.default ?? fileSystemCache
const DAY = 86_400
const NOT_FOUND_SECONDS = 60

const tagsOf = (value, context) => [
  ...new Set([
    ...(context?.tags ?? []),
    ...String(value?.headers?.['x-next-cache-tags'] ?? '')
      .split(',')
      .filter(Boolean),
  ]),
]
const keyOf = (key) => `${NAMESPACE}:page:${key}`

export default class RedisPages extends FileSystemCache {
  async get(key, context) {
    const stored = await attempt((r) => r.getBuffer(keyOf(key)), null)
    const entry = stored ? v8.deserialize(stored) : null
    const seed = entry ? null : await super.get(key, context)
    const current = entry ?? (seed && { ...seed, tags: tagsOf(seed.value) })
    if (!current) return null
    if (current.tags.length > 0) {
      const marks = await attempt((r) => r.hmget(`${NAMESPACE}:page-tags`, ...current.tags), [])
      if (marks.some((at) => at && Number(at) > current.lastModified)) return null
    }
    return entry ? { lastModified: entry.lastModified, value: entry.value, cacheControl: entry.cacheControl } : seed
  }

  async set(key, value, context) {
    if (!redis || redis.status !== 'ready') return super.set(key, value, context)
    const bytes = v8.serialize({ lastModified: Date.now(), value, tags: tagsOf(value, context), cacheControl: context?.cacheControl })
    // Pages that were not found end soon: somebody who tries random addresses must not fill the cache.
    const seconds = value?.status === 404 ? NOT_FOUND_SECONDS : Math.min(context?.cacheControl?.expire ?? DAY, 7 * DAY)
    await attempt((r) => r.set(keyOf(key), bytes, 'EX', seconds), null)
  }

  async revalidateTag(tags, durations) {
    const list = [tags].flat()
    if (list.length === 0) return
    await super.revalidateTag(list, durations)
    const now = Date.now()
    const marks = list.flatMap((tag) => [tag, now])
    await attempt(
      (r) =>
        r
          .multi()
          .hset(`${NAMESPACE}:page-tags`, ...marks)
          .expire(`${NAMESPACE}:page-tags`, TAG_SECONDS)
          .exec(),
      null,
    )
  }
}
