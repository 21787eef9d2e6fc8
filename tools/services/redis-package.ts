import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isRoot } from './paths.ts'
import type { Supervisor } from './supervisor.ts'

const PACKAGES = ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1', 'libatomic1']

/** A Redis server program and what its environment needs. */
export interface RedisProgram {
  command: string
  env: NodeJS.ProcessEnv
  /** Where it comes from, for people. */
  origin: string
}

/** Finds `redis-server` on PATH, else unpacks Debian's package into the data folder (no root needed), else explains. */
export async function findRedis(supervisor: Supervisor, dataDir: string): Promise<RedisProgram> {
  const base = { PATH: process.env.PATH }
  if (works('redis-server', base)) return { command: 'redis-server', env: base, origin: 'from PATH' }
  const home = path.join(dataDir, 'redis', 'package')
  const before = unpacked(home)
  if (works(before.command, before.env)) return before
  if (!hasProgram('apt-get') || !hasProgram('dpkg')) throw new Error(advice('this system has no apt-get'))
  try {
    await download(supervisor, dataDir, home)
  } catch (error) {
    throw new Error(advice(error instanceof Error ? error.message : String(error)), { cause: error })
  }
  const after = unpacked(home)
  if (!works(after.command, after.env)) throw new Error(advice("Debian's package does not run here"))
  return after
}

async function download(supervisor: Supervisor, dataDir: string, home: string): Promise<void> {
  const half = `${home}.part`
  const debs = path.join(half, 'debs')
  rmSync(half, { recursive: true, force: true })
  mkdirSync(debs, { recursive: true })
  const apt = (args: string[]) =>
    supervisor.run({
      name: `apt-get ${args.at(-1) === 'update' ? 'update' : 'download'}`,
      command: 'apt-get',
      args: ['-q', ...args],
      cwd: debs,
      env: { ...process.env, LC_ALL: 'C' },
      output: path.join(dataDir, 'logs', 'apt.log'),
    })
  try {
    await apt(['download', ...PACKAGES])
  } catch {
    const options = isRoot() ? [] : privateApt(path.join(half, 'apt'))
    await apt([...options, 'update'])
    await apt([...options, 'download', ...PACKAGES])
  }
  for (const deb of readdirSync(debs)) execFileSync('dpkg', ['-x', path.join(debs, deb), half])
  rmSync(debs, { recursive: true })
  rmSync(path.join(half, 'apt'), { recursive: true, force: true })
  rmSync(home, { recursive: true, force: true })
  renameSync(half, home)
}

/** Options that let apt keep its lists in a folder of ours, so that an update needs no root. */
function privateApt(folder: string): string[] {
  const settings = {
    'Dir::State': 'state',
    'Dir::State::lists': 'state/lists',
    'Dir::Cache': 'cache',
    'Dir::Cache::archives': 'cache/archives',
  }
  for (const name of Object.values(settings)) mkdirSync(path.join(folder, name, 'partial'), { recursive: true })
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${path.join(folder, value)}`])
}

function unpacked(home: string): RedisProgram {
  const lib = path.join(home, 'usr', 'lib')
  const folders = existsSync(lib) ? readdirSync(lib).map((name) => path.join(lib, name)) : []
  return {
    command: path.join(home, 'usr', 'bin', 'redis-server'),
    env: { PATH: process.env.PATH, LD_LIBRARY_PATH: folders.join(':') },
    origin: "Debian's package in the data folder",
  }
}

function works(command: string, env: NodeJS.ProcessEnv): boolean {
  try {
    execFileSync(command, ['--version'], { env, stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}

function hasProgram(name: string): boolean {
  return works(name, { PATH: process.env.PATH })
}

function advice(reason: string): string {
  return [
    `There is no redis-server on PATH, and Debian's package could not be unpacked: ${reason}`,
    'Ways to get Redis (7 or newer):',
    '  Debian, Ubuntu   sudo apt-get install redis-server',
    '  macOS            brew install redis',
    '  any with Docker  docker run -d -p 6379:6379 redis:7 redis-server --appendonly yes',
    '  elsewhere        set REDIS_URL, for example REDIS_URL=redis://127.0.0.1:6379',
  ].join('\n')
}
