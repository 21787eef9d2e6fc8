import pg from 'pg'

/** For connections that break while nothing is asked of them: the pool replaces them, and who asks next hears of a failure. */
const ignore = (): void => undefined

/** Opens a pool whose broken connections never end the process, idle or in hand. */
export function openPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(options)
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}
