import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runningInstance } from './instance.ts'
import { repoRoot, resolveDataDir } from './paths.ts'
import { step } from './steps.ts'
import type { Supervisor } from './supervisor.ts'

const WEB = path.join(repoRoot, 'apps', 'web')
const SOURCES = ['apps/web', 'packages/contracts/src', 'package-lock.json']
const NOT_SOURCES = ['node_modules', '.next', 'next-env.d.ts', 'README.md']

/** The program that runs Next's commands. */
export const NEXT_PROGRAM: string = path.join(repoRoot, 'node_modules', 'next', 'dist', 'bin', 'next')

interface BuildRecord {
  hash: string
  /** Next bakes this key into the build, so it is kept with it. */
  actionsKey: string
}

/** Builds the web app unless its sources are those of the last build; gives the key that the server of this build needs. */
export async function buildWeb(supervisor: Supervisor, env: NodeJS.ProcessEnv, logs: string): Promise<string> {
  const home = resolveDataDir({})
  const recordFile = path.join(home, 'web-build.json')
  const hash = hashSources()
  const last = existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, 'utf8')) as BuildRecord) : undefined
  if (last?.hash === hash && existsSync(path.join(WEB, '.next', 'BUILD_ID'))) {
    console.log('  ✓ Web app: built already')
    return last.actionsKey
  }
  const other = runningInstance(home)
  if (other && other.pid !== process.pid) {
    throw new Error(`The web app has changed and must be built, but "${other.name}" (pid ${other.pid}) serves the last build. Stop it first.`)
  }
  const actionsKey = randomBytes(32).toString('base64')
  await step('Building the web app', () =>
    supervisor.run({
      name: 'next build',
      command: process.execPath,
      args: [NEXT_PROGRAM, 'build'],
      cwd: WEB,
      // `npm run check` looks at the types
      env: { ...env, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey, SKIP_TYPECHECK: '1' },
      output: path.join(logs, 'web-build.log'),
    }),
  )
  mkdirSync(home, { recursive: true })
  writeFileSync(recordFile, `${JSON.stringify({ hash, actionsKey } satisfies BuildRecord)}\n`, { mode: 0o600 })
  return actionsKey
}

function hashSources(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) addTo(hash, source)
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, name: string): void {
  const file = path.join(repoRoot, name)
  const info = statSync(file, { throwIfNoEntry: false })
  if (info?.isFile()) hash.update(`${name}\0`).update(readFileSync(file))
  if (!info?.isDirectory()) return
  for (const entry of readdirSync(file).sort()) if (!NOT_SOURCES.includes(entry)) addTo(hash, `${name}/${entry}`)
}
