// Handler for 'use cache': values in Redis, tag events in a Redis stream, and a small first level in the process.
import { NAMESPACE, TAG_SECONDS, attempt } from './redis.mjs'

const MAX_LOCAL_BYTES = 16_000_000
const MAX_TAG_EVENTS = 10_000

const shared = (globalThis.__itellicoUseCache ??= { local: new Map(), bytes: 0, tags: new Map(), cursor: '', pending: new Map() })
const keyOf = (key) => `${NAMESPACE}:use:${key}`

function remember(key, entry) {
  forget(key)
  shared.local.set(key, entry)
  shared.bytes += entry.value.byteLength
  while (shared.bytes > MAX_LOCAL_BYTES) forget(shared.local.keys().next().value)
}

function forget(key) {
  const entry = shared.local.get(key)
  if (!entry) return
  shared.bytes -= entry.value.byteLength
  shared.local.delete(key)
}

/** Seconds until revalidation, -1 when a tag made the entry stale, null when a tag ended it. */
function revalidation(entry, softTags) {
  let revalidate = entry.revalidate
  for (const tag of [...entry.tags, ...softTags]) {
    const mark = shared.tags.get(tag)
    if (!mark) continue
    if (mark.expired > entry.timestamp && mark.expired <= Date.now()) return null
    if (mark.stale > entry.timestamp) revalidate = -1
  }
  return revalidate
}

async function load(key) {
  const stored = await attempt((r) => r.hgetallBuffer(keyOf(key)), null)
  if (!stored?.meta) return undefined
  const meta = JSON.parse(stored.meta.toString())
  // JSON has no Infinity.
  const entry = { ...meta, expire: meta.expire ?? Infinity, revalidate: meta.revalidate ?? Infinity, value: new Uint8Array(stored.value) }
  remember(key, entry)
  return entry
}

const streamOf = (bytes) =>
  new ReadableStream({
    start(c) {
      c.enqueue(bytes)
      c.close()
    },
  })

export default {
  async get(key, softTags) {
    await shared.pending.get(key)
    const entry = shared.local.get(key) ?? (await load(key))
    if (!entry) return undefined
    const revalidate = revalidation(entry, softTags)
    if (revalidate === null || entry.timestamp + entry.expire * 1000 < Date.now()) {
      forget(key)
      return undefined
    }
    return { ...entry, revalidate, value: streamOf(entry.value) }
  },

  async set(key, pendingEntry) {
    let done
    shared.pending.set(key, new Promise((resolve) => (done = resolve)))
    try {
      const { value: stream, ...meta } = await pendingEntry
      const value = new Uint8Array(await new Response(stream).arrayBuffer())
      remember(key, { ...meta, value })
      const seconds = Number.isFinite(meta.expire) ? Math.max(1, Math.ceil(meta.expire)) : 86_400
      await attempt((r) => r.multi().hset(keyOf(key), 'meta', JSON.stringify(meta), 'value', Buffer.from(value)).expire(keyOf(key), seconds).exec(), null)
    } catch {
      // The render that fills the entry failed and reports it itself; there is nothing to keep.
    } finally {
      done()
      shared.pending.delete(key)
    }
  },

  // Called once per request before the first read: takes over the tag events that other instances wrote.
  async refreshTags() {
    const events = await attempt((r) => r.xrange(`${NAMESPACE}:tags`, shared.cursor ? `(${shared.cursor}` : '-', '+', 'COUNT', 500), [])
    for (const [id, fields] of events) {
      shared.cursor = id
      const event = JSON.parse(fields[1])
      const mark = shared.tags.get(event.tag) ?? { stale: 0, expired: 0 }
      shared.tags.set(event.tag, { stale: Math.max(mark.stale, event.stale), expired: Math.max(mark.expired, event.expired) })
    }
  },

  async getExpiration(tags) {
    return Math.max(0, ...tags.map((tag) => shared.tags.get(tag)?.expired ?? 0))
  },

  async updateTags(tags, durations) {
    const now = Date.now()
    for (const tag of tags) {
      const mark = durations ? { stale: now, expired: durations.expire === undefined ? 0 : now + durations.expire * 1000 } : { stale: 0, expired: now }
      shared.tags.set(tag, mark)
      const event = JSON.stringify({ tag, ...mark })
      await attempt(
        (r) => r.multi().xadd(`${NAMESPACE}:tags`, 'MAXLEN', '~', MAX_TAG_EVENTS, '*', 'event', event).expire(`${NAMESPACE}:tags`, TAG_SECONDS).exec(),
        null,
      )
    }
  },
}
