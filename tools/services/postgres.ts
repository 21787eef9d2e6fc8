import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { blockedFolder, unprivilegedUser, type SystemUser } from './paths.ts'
import { waitUntil } from './ports.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { processIdentity, type Child, type ChildOptions } from './processes.ts'
import type { Supervisor } from './supervisor.ts'

/** The superuser of the embedded server, who owns the databases. */
export const OWNER_ROLE = 'itellico_owner'

/** Where and how to run the embedded PostgreSQL. */
export interface PostgresOptions {
  dataDir: string
  port: number
  ownerPassword: string
  /** False trades safety against a crash for speed: for tests only. */
  durable: boolean
}

/** A running embedded PostgreSQL. */
export interface PostgresServer {
  process: Child
  /** A connection address for one database on this server. */
  url(database: string, user?: string, password?: string): string
}

/** Starts PostgreSQL on 127.0.0.1, creating its cluster on first use; stopped by the supervisor with a fast shutdown. */
export async function startPostgres(supervisor: Supervisor, options: PostgresOptions): Promise<PostgresServer> {
  const cluster = path.join(options.dataDir, 'postgres')
  const runAs = prepareFolder(options.dataDir, cluster)
  const binaries = path.join(postgresBinaries(options.dataDir, runAs), 'bin')
  const log = (name: string) => path.join(options.dataDir, 'logs', `${name}.log`)
  const common = { cwd: cluster, env: serverEnvironment(), ...(runAs && { user: runAs }) }

  if (!existsSync(path.join(cluster, 'initialised'))) {
    await initialise(supervisor, options, cluster, path.join(binaries, 'initdb'), { ...common, output: log('initdb') })
  }
  dropStalePid(cluster)
  const url = (database: string, user = OWNER_ROLE, password = options.ownerPassword) =>
    `postgresql://${user}:${password}@127.0.0.1:${options.port}/${database}`
  const server: ChildOptions = {
    ...common,
    name: 'PostgreSQL',
    command: path.join(binaries, 'postgres'),
    args: ['-D', path.join(cluster, 'data'), ...settings(options)],
    output: log('postgres'),
    stopSignal: 'SIGINT',
  }
  const child = await supervisor.start(server, () => waitUntil(() => canConnect(url('postgres')), 180_000, 'PostgreSQL'))
  return { process: child, url }
}

/** Creates a database unless it exists; `adminUrl` may name any database of that server. */
export async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

function settings({ port, durable }: PostgresOptions): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    max_locks_per_transaction: 256,
    // tenants move between servers by logical replication
    wal_level: 'logical',
    max_replication_slots: 20,
    max_wal_senders: 20,
    max_logical_replication_workers: 12,
    max_worker_processes: 20,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
    ...(!durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Makes the folders and gives the user to run as when we are root; throws when that user cannot get there. */
function prepareFolder(dataDir: string, cluster: string): SystemUser | undefined {
  if (mkdirSync(dataDir, { recursive: true })) chmodSync(dataDir, 0o755)
  const user = unprivilegedUser()
  if (!existsSync(cluster)) {
    mkdirSync(cluster, { mode: 0o700 })
    if (user) chownSync(cluster, user.uid, user.gid)
  }
  if (!user) return undefined
  const owner = statSync(cluster)
  const runAs = [0, user.uid].includes(owner.uid) ? user : { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  if (owner.uid === 0) chownSync(cluster, user.uid, user.gid)
  const blocked = blockedFolder(path.join(cluster, 'PG_VERSION'), runAs)
  if (blocked) {
    throw new Error(
      `PostgreSQL does not run as root, and the user it runs as instead (${runAs.name}) may not enter ${blocked}.\n` +
        `Move the repository elsewhere, set DATA_DIR to a folder that every user can reach, or run "chmod o+x ${blocked}".`,
    )
  }
  return runAs
}

async function initialise(
  supervisor: Supervisor,
  options: PostgresOptions,
  cluster: string,
  command: string,
  common: { cwd: string; env: NodeJS.ProcessEnv; user?: SystemUser; output: string },
): Promise<void> {
  const target = path.join(cluster, 'data')
  rmSync(target, { recursive: true, force: true })
  const passwordFile = path.join(cluster, 'password')
  writeFileSync(passwordFile, options.ownerPassword, { mode: 0o600 })
  if (common.user) chownSync(passwordFile, common.user.uid, common.user.gid)
  try {
    await supervisor.run({
      ...common,
      name: 'initdb',
      command,
      args: [
        `--pgdata=${target}`,
        `--username=${OWNER_ROLE}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
        '--locale-provider=icu',
        '--icu-locale=und',
        ...(options.durable ? [] : ['--no-sync']),
      ],
    })
  } finally {
    rmSync(passwordFile, { force: true })
  }
  writeFileSync(path.join(cluster, 'initialised'), '')
}

/** A postmaster.pid whose process is gone, or is another program by now, is left from a crash and would only be in the way. */
function dropStalePid(cluster: string): void {
  const file = path.join(cluster, 'data', 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (processIdentity(pid) !== undefined && isPostgres(pid)) {
    throw new Error(`PostgreSQL already runs on ${cluster} (pid ${pid}). Stop it with "kill -INT ${pid}" and start again.`)
  }
  rmSync(file)
}

function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
}

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C' }
}

async function canConnect(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    return true
  } finally {
    await client.end().catch(() => undefined)
  }
}
