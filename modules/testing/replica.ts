import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { vi } from 'vitest'

/** A streaming replica of the server of the test run. */
export interface Replica {
  /** The same address as a primary's, on the replica. */
  at(url: string): string
  /** Stops and goes on replaying what arrives. */
  pause(): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Copies the running server and starts the copy as its standby. */
export async function startReplica(adminUrl: string): Promise<Replica> {
  const primary = new pg.Client({ connectionString: adminUrl })
  await primary.connect()
  const { rows } = await primary.query<{ data: string; pid: number }>(`select current_setting('data_directory') as data, 0 as pid`)
  const data = rows[0]?.data ?? ''
  const owner = statSync(data)
  const folder = mkdtempSync(join(tmpdir(), 'itellico-replica-'))
  const copy = join(folder, 'data')
  chmodSync(folder, 0o755)
  await primary.query(`select pg_backup_start('replica', fast => true)`)
  // files that vanish while they are copied are in the log
  execFileSync('sh', [
    '-c',
    `mkdir "$2" && cd "$1" && tar cf - --warning=no-file-changed --exclude=postmaster.pid --exclude=postmaster.opts --exclude='pg_wal/*' --exclude='pg_replslot/*' . | tar xf - -C "$2" || [ $? -eq 1 ]`,
    'sh',
    data,
    copy,
  ])
  const { rows: stopped } = await primary.query<{ labelfile: string }>('select labelfile from pg_backup_stop(wait_for_archive => false)')
  await primary.end()
  const port = await freePort()
  const own = (path: string): void => chownSync(path, owner.uid, owner.gid)
  const from = new URL(adminUrl)
  const add = (name: string, text: string): void => {
    writeFileSync(join(copy, name), text, { mode: 0o600 })
    own(join(copy, name))
  }
  add('backup_label', stopped[0]?.labelfile ?? '')
  add('standby.signal', '')
  add('postgresql.auto.conf', `primary_conninfo = 'host=127.0.0.1 port=${from.port} user=${from.username} password=${decodeURIComponent(from.password)}'\n`)
  execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, copy])
  chmodSync(copy, 0o700)
  own(folder)
  // the program that runs the primary runs the replica, too
  const program = execFileSync('readlink', ['-f', `/proc/${pidOf(data)}/exe`])
    .toString()
    .trim()
  const child = spawn(
    program,
    [
      '-D',
      copy,
      '-c',
      `port=${port}`,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
      '-c',
      'max_wal_senders=20',
      '-c',
      'max_replication_slots=20',
      '-c',
      'max_worker_processes=20',
      '-c',
      'max_locks_per_transaction=256',
      '-c',
      'hot_standby=on',
      '-c',
      'fsync=off',
    ],
    {
      cwd: dirname(copy),
      stdio: 'ignore',
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      ...(process.getuid?.() === 0 && { uid: owner.uid, gid: owner.gid }),
    },
  )
  const at = (url: string): string => Object.assign(new URL(url), { port: String(port) }).href
  const admin = new pg.Pool({ connectionString: at(adminUrl), max: 1 })
  admin.on('error', () => undefined)
  await vi.waitFor(() => admin.query('select 1'), { timeout: 30_000, interval: 100 })
  return {
    at,
    pause: async () => void (await admin.query('select pg_wal_replay_pause()')),
    resume: async () => void (await admin.query('select pg_wal_replay_resume()')),
    async stop() {
      if (admin.ended) return
      await admin.end()
      child.kill('SIGINT')
      if (child.exitCode === null) await once(child, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Process of the server on a data folder. */
function pidOf(data: string): string {
  return execFileSync('head', ['-1', join(data, 'postmaster.pid')])
    .toString()
    .trim()
}
