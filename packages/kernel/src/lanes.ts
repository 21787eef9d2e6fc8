import type pg from 'pg'
import { Gate, type GateLimits, type GateState } from './gate.ts'
import { openPool } from './pool.ts'

/** What the driver adapter asks of a pool. */
export interface LanePool {
  query(config: pg.QueryConfig | string): Promise<pg.QueryResult>
  connect(): Promise<pg.PoolClient>
  on(event: string, listener: (...args: unknown[]) => void): unknown
  removeListener(event: string, listener: (...args: unknown[]) => void): unknown
}

/** Connections to one server, shared among tenants by a gate. */
export interface Lanes extends LanePool {
  readonly state: GateState & { readonly connections: number }
  end(): Promise<void>
}

/**
 * Opens `limits.lanes` connections at most, each a pool of one, which replaces a broken or old connection by itself. `tenantOf`
 * names the tenant of the running query. A transaction keeps its lane until its connection is released.
 */
export function openLanes(options: pg.PoolConfig, limits: GateLimits, tenantOf: () => string): Lanes {
  const gate = new Gate(limits)
  const lanes = Array.from({ length: limits.lanes }, () => openPool({ ...options, max: 1, idleTimeoutMillis: 0 }))
  const laneOf = (index: number): pg.Pool => {
    const lane = lanes[index]
    if (!lane) throw new Error(`there is no lane ${index}`)
    return lane
  }
  return {
    get state() {
      return { ...gate.state, connections: lanes.reduce((n, l) => n + l.totalCount, 0) }
    },
    async query(config) {
      const grant = await gate.acquire(tenantOf())
      try {
        return await laneOf(grant.lane).query(config as pg.QueryConfig)
      } finally {
        grant.release()
      }
    },
    async connect() {
      const grant = await gate.acquire(tenantOf())
      try {
        const client = await laneOf(grant.lane).connect()
        const release = client.release.bind(client)
        client.release = (error) => {
          release(error)
          grant.release()
        }
        return client
      } catch (e) {
        grant.release()
        throw e
      }
    },
    // the lanes report for themselves
    on: () => undefined,
    removeListener: () => undefined,
    async end() {
      await Promise.all(lanes.map((l) => l.end().catch(() => undefined)))
    },
  }
}
