import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { waitUntil } from './ports.ts'
import type { Child } from './processes.ts'
import { findRedis } from './redis-package.ts'
import type { Supervisor } from './supervisor.ts'

/** Where and how to run Redis. */
export interface RedisOptions {
  dataDir: string
  port: number
  password: string
  /** True writes every command to disk before it is answered. */
  durable: boolean
}

/** A running Redis. */
export interface RedisServer {
  process: Child
  origin: string
  /** A connection address for one of its 16 numbered databases. */
  url(database?: number): string
}

/** Starts Redis on 127.0.0.1 with a password and an append-only file in the data folder. */
export async function startRedis(supervisor: Supervisor, options: RedisOptions): Promise<RedisServer> {
  const folder = path.join(options.dataDir, 'redis', 'data')
  mkdirSync(folder, { recursive: true })
  const program = await findRedis(supervisor, options.dataDir)
  const config = path.join(options.dataDir, 'redis', 'redis.conf')
  writeFileSync(config, configuration(options, folder), { mode: 0o600 })
  chmodSync(config, 0o600)
  const server = {
    name: 'Redis',
    command: program.command,
    args: [config],
    env: program.env,
    cwd: folder,
    output: path.join(options.dataDir, 'logs', 'redis.log'),
  }
  const child = await supervisor.start(server, () => waitUntil(() => answersPing(options), 60_000, 'Redis'))
  const url = (database = 0) => `redis://:${options.password}@127.0.0.1:${options.port}/${database}`
  return { process: child, origin: program.origin, url }
}

function configuration({ port, password, durable }: RedisOptions, folder: string): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    'protected-mode yes',
    'daemonize no',
    `dir "${folder}"`,
    'save ""',
    'appendonly yes',
    `appendfsync ${durable ? 'always' : 'no'}`,
    'maxmemory-policy noeviction',
    '',
  ].join('\n')
}

/** Speaks the protocol itself, so that this file needs no client library. */
function answersPing({ port, password }: RedisOptions): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect({ host: '127.0.0.1', port, timeout: 2_000 })
    socket.once('error', reject)
    socket.once('timeout', () => socket.destroy(new Error('Redis does not answer')))
    socket.once('close', () => resolve(answer.includes('+PONG')))
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.write(`AUTH ${password}\r\nPING\r\nQUIT\r\n`)
  })
}
