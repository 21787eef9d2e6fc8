import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { unprivilegedUser } from '../services/paths.ts'
import { pickFreePorts, waitUntil } from '../services/ports.ts'
import { step } from '../services/steps.ts'
import type { Supervisor } from '../services/supervisor.ts'
import { findProgram } from './debian.ts'

/**
 * Puts PgBouncer in transaction mode before the database of the application's role, and gives the address through it: what passes
 * here needs no state of a session. Without PgBouncer the address stays as it is, and it is said so.
 */
export async function throughPgBouncer(supervisor: Supervisor, dataDir: string, logs: string, databaseUrl: string): Promise<string> {
  const program = await findProgram(supervisor, logs, 'pgbouncer', ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'])
  if (!program) {
    console.log('  – PgBouncer is not here: the tests talk to PostgreSQL directly (Debian: sudo apt-get install pgbouncer)')
    return databaseUrl
  }
  const server = new URL(databaseUrl)
  const { web: port } = await pickFreePorts()
  const folder = path.join(dataDir, 'pgbouncer')
  mkdirSync(folder, { recursive: true })
  const user = unprivilegedUser()
  const write = (name: string, lines: string[]): void => {
    const file = path.join(folder, name)
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
    if (user) chownSync(file, user.uid, user.gid)
  }
  write('users.txt', [`"${server.username}" "${decodeURIComponent(server.password)}"`])
  write('pgbouncer.ini', [
    '[databases]',
    `* = host=${server.hostname} port=${server.port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = scram-sha-256',
    `auth_file = ${path.join(folder, 'users.txt')}`,
    'pool_mode = transaction',
    'default_pool_size = 12',
    // a transaction may look up a key or a tenant on another connection: that must not wait for the transaction itself
    'reserve_pool_size = 4',
    'reserve_pool_timeout = 1',
    'max_client_conn = 2000',
    'server_idle_timeout = 10',
    'server_login_retry = 0.2',
  ])
  chmodSync(folder, 0o755)
  return step(`PgBouncer in transaction mode on 127.0.0.1:${port}`, async () => {
    await supervisor.start({
      name: 'PgBouncer',
      command: program,
      args: [path.join(folder, 'pgbouncer.ini')],
      output: path.join(logs, 'pgbouncer.log'),
      stopSignal: 'SIGINT',
      ...(user && { user }),
    })
    const url = Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(port) }).href
    await waitUntil(() => answers(url), 30_000, 'PgBouncer')
    return url
  })
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 1_000 })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } finally {
    await client.end().catch(() => undefined)
  }
}
