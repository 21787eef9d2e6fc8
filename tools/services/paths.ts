import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'

/** The folder of the repository. */
export const repoRoot: string = path.resolve(import.meta.dirname, '..', '..')

/** A system user by its numeric ids. */
export interface SystemUser {
  name: string
  uid: number
  gid: number
}

/** True when this process has root's rights. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** The unprivileged user that PostgreSQL runs as when we are root; undefined when we are not root. */
export function unprivilegedUser(): SystemUser | undefined {
  if (!isRoot()) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }).toString())
      return { name, uid: id('-u'), gid: id('-g') }
    } catch {
      continue
    }
  }
  throw new Error('PostgreSQL refuses to run as root, and neither user "postgres" nor "nobody" exists here. Create one.')
}

/** The outermost folder on the way to `target` that `user` may not enter, or undefined when the way is open. */
export function blockedFolder(target: string, user: SystemUser): string | undefined {
  const parts = path.resolve(target).split(path.sep).slice(1, -1)
  let folder: string = path.sep
  for (const part of ['', ...parts]) {
    folder = path.join(folder, part)
    const info = statSync(folder, { throwIfNoEntry: false })
    if (!info) return undefined
    const shift = info.uid === user.uid ? 6 : info.gid === user.gid ? 3 : 0
    if (((info.mode >> shift) & 1) === 0) return folder
  }
  return undefined
}

/** Throws when a data folder belongs to another user, as after a start by root. */
export function assertOwnFolder(dataDir: string): void {
  const owner = statSync(dataDir, { throwIfNoEntry: false })?.uid
  if (owner === undefined || isRoot() || owner === process.getuid?.()) return
  throw new Error(
    `${dataDir} belongs to another user (uid ${owner}), as after a start by root.\n` +
      'Start as that user again, set DATA_DIR to another folder, or have that user remove the folder.',
  )
}

/**
 * The one folder that holds everything a start makes: `DATA_DIR`, else `.data` in the repository, else, for root in a
 * repository that PostgreSQL's user cannot reach (under /root, say), a folder under /var/lib.
 */
export function resolveDataDir(environment: NodeJS.ProcessEnv): string {
  if (environment.DATA_DIR) return path.resolve(environment.DATA_DIR)
  const inside = path.join(repoRoot, '.data')
  const user = unprivilegedUser()
  if (!user || !blockedFolder(path.join(inside, 'postgres'), user)) return inside
  const name = createHash('sha256').update(repoRoot).digest('hex').slice(0, 12)
  return path.join('/var/lib/itellico-mono', name)
}
