import type { Redis } from 'ioredis'
import type { Database, Shard } from './db.ts'
import { tenantKey } from './keys.ts'
import type { RealmInfo } from './realms.ts'

const POLL_MS = 100
/** How long a write is remembered. A replica that is further behind than {@link MAX_LAG_MS} is not read at all, so this is long enough. */
const REMEMBER_SECONDS = 60
const MAX_LAG_MS = 5_000

/**
 * Reads from replicas so that nobody misses a write: after a write in a tenant, that tenant is read from the primary until a
 * replica has replayed it. It is kept per tenant and not per session, because a write is pushed to others, who then ask for it.
 */
export interface Readers {
  /** Tables of a realm on a replica that has seen all that was written there, or null: then the primary is to be read. */
  reader(realm: RealmInfo): Promise<Database | null>
  /** Notes that something was written in a realm, once it is committed. */
  wrote(realm: RealmInfo): Promise<void>
  close(): void
}

/** A position in the write-ahead log as a number. */
export function lsnOf(text: string): bigint {
  const [high = '0', low = '0'] = text.split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}

interface Replica {
  readonly shard: Shard
  replayed: bigint
  usable: boolean
}

const RAISE = `local old = redis.call('get', KEYS[1]) if not old or #ARGV[1] > #old or (#ARGV[1] == #old and ARGV[1] > old) then redis.call('set', KEYS[1], ARGV[1], 'EX', ARGV[2]) else redis.call('expire', KEYS[1], ARGV[2]) end`

/** Watches the replicas of the servers that have some. */
export function openReaders(all: readonly { primary: Shard; replicas: readonly Shard[] }[], redis: Redis, prefix: string): Readers {
  const watched = new Map<string, { primary: Shard; replicas: Replica[]; history: { at: number; lsn: bigint }[] }>()
  for (const { primary, replicas } of all)
    if (replicas.length) watched.set(primary.name, { primary, replicas: replicas.map((shard) => ({ shard, replayed: 0n, usable: false })), history: [] })
  let turn = 0
  let polling = false
  const keyOf = (realm: RealmInfo): string => `${prefix}:${tenantKey(realm.id, 'written')}`

  async function poll(): Promise<void> {
    if (polling) return
    polling = true
    try {
      for (const w of watched.values()) {
        const now = Date.now()
        const { rows } = await w.primary.pool.query<{ lsn: string }>('select pg_current_wal_lsn()::text as lsn')
        w.history.push({ at: now, lsn: lsnOf(rows[0]?.lsn ?? '0/0') })
        while (w.history[1] && w.history[1].at <= now - MAX_LAG_MS) w.history.shift()
        const needed = w.history[0] && w.history[0].at <= now - MAX_LAG_MS ? w.history[0].lsn : 0n
        await Promise.all(
          w.replicas.map(async (r) => {
            try {
              const found = await r.shard.pool.query<{ lsn: string | null }>('select pg_last_wal_replay_lsn()::text as lsn')
              const lsn = found.rows[0]?.lsn
              if (lsn) r.replayed = lsnOf(lsn)
              r.usable = Boolean(lsn) && r.replayed >= needed
            } catch {
              r.usable = false
            }
          }),
        )
      }
    } catch {
      // the primary is away: nothing is read from replicas whose state nobody can judge
      for (const w of watched.values()) for (const r of w.replicas) r.usable = false
    } finally {
      polling = false
    }
  }

  const timer = watched.size ? setInterval(() => void poll(), POLL_MS) : null
  timer?.unref()
  return {
    async reader(realm) {
      const w = watched.get(realm.shard)
      if (!w?.replicas.some((r) => r.usable) || redis.status !== 'ready') return null
      const written = await redis.get(keyOf(realm)).catch(() => 'unknown')
      if (written === 'unknown') return null
      const needed = written ? BigInt(written) : 0n
      const fit = w.replicas.filter((r) => r.usable && r.replayed >= needed)
      const chosen = fit[turn++ % Math.max(1, fit.length)]
      return chosen ? chosen.shard.view(realm.schema) : null
    },
    async wrote(realm) {
      const w = watched.get(realm.shard)
      if (!w) return
      // where the next record goes, not what is on disk: with asynchronous commit a change can be visible before it is written
      const { rows } = await w.primary.pool.query<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn')
      // without Redis nobody reads from replicas, so nothing is missed
      await redis.eval(RAISE, 1, keyOf(realm), lsnOf(rows[0]?.lsn ?? '0/0').toString(), REMEMBER_SECONDS).catch(() => undefined)
    },
    close() {
      if (timer) clearInterval(timer)
    },
  }
}
