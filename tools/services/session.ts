import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { composeEnvironment, type Addresses } from './environment.ts'
import { claimInstance, recordInstance, releaseInstance } from './instance.ts'
import { assertOwnFolder, repoRoot, resolveDataDir } from './paths.ts'
import { assertPortsFree, readPorts, type Ports } from './ports.ts'
import { loadSecrets } from './secrets.ts'
import { neededPorts, startStack } from './stack.ts'
import { supervise, type Supervisor } from './supervisor.ts'

/** Everything that start and dev make besides downloads and builds, and so all that `--reset` removes. */
const OWN_CONTENT = ['postgres', 'redis/data', 'mail', 'storage', 'logs', 'secrets.json', 'master-keys.json', 'demo-logins.json']

/** What a command gets once the servers run. */
export interface Session {
  supervisor: Supervisor
  dataDir: string
  ports: Ports
  addresses: Addresses
  env: NodeJS.ProcessEnv
  logs: string
}

/**
 * Claims the data folder, checks the ports, starts the servers, lets `prepare` start the rest, then stays until Ctrl-C or
 * until something that runs dies.
 */
export async function openSession(name: string, reset: boolean, prepare: (session: Session) => Promise<void>): Promise<never> {
  const base = process.env
  let dataDir = ''
  let claimed = false
  return supervise(
    async (supervisor) => {
      dataDir = resolveDataDir(base)
      console.log(`itellico Mono: ${name}, data in ${dataDir}`)
      if (!base.DATA_DIR && path.dirname(dataDir) !== repoRoot) {
        console.log(`  (not in ${repoRoot}: PostgreSQL does not run as root, and the user it runs as may not enter that folder)`)
      }
      assertOwnFolder(dataDir)
      const leftovers = await claimInstance(dataDir, name)
      claimed = true
      if (leftovers.length > 0) console.log(`  stopped what a killed start left running: ${leftovers.join(', ')}`)
      const ports = readPorts(base)
      await assertPortsFree(ports, neededPorts(base))
      if (reset) wipe(dataDir, base)
      const secrets = loadSecrets(dataDir)
      const stack = { base, dataDir, ports, secrets, database: 'itellico', durable: true }
      const addresses = await startStack(supervisor, stack)
      const env = composeEnvironment({ base, dataDir, ports, secrets, addresses })
      await prepare({ supervisor, dataDir, ports, addresses, env, logs: path.join(dataDir, 'logs') })
      return new Promise<number>(() => undefined)
    },
    {
      interruptCode: 0,
      onChange: (children, stopping) => {
        if (claimed && !stopping) recordInstance(dataDir, name, children)
        if (claimed && stopping) releaseInstance(dataDir)
      },
    },
  )
}

function wipe(dataDir: string, base: NodeJS.ProcessEnv): void {
  for (const name of OWN_CONTENT) rmSync(path.join(dataDir, name), { recursive: true, force: true })
  console.log('  ✓ Own data removed (--reset)')
  const others = ['DATABASE_URL', 'REDIS_URL'].filter((variable) => base[variable])
  if (others.length > 0) console.log(`    not touched: what ${others.join(' and ')} name`)
  if (existsSync(path.join(dataDir, 'postgres'))) throw new Error(`Could not remove ${dataDir}/postgres.`)
}
