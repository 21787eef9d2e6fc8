import path from 'node:path'
import { composeEnvironment } from '../services/environment.ts'
import { pickFreePorts, type Ports } from '../services/ports.ts'
import { runTool } from '../services/prepare.ts'
import { loadSecrets } from '../services/secrets.ts'
import { startStack } from '../services/stack.ts'
import type { Supervisor } from '../services/supervisor.ts'

/** Fresh servers and the environment that leads to them. */
export interface TestRun {
  supervisor: Supervisor
  dataDir: string
  logs: string
  ports: Ports
  env: NodeJS.ProcessEnv
}

const OUTSIDE = ['DATABASE_URL', 'DATABASE_ADMIN_URL', 'REDIS_URL', 'SMTP_URL', 'MAILBOX_URL', 'API_URL', 'STORAGE_DIR', 'HOST']

/** Starts PostgreSQL (without fsync), Redis and the mail catcher on free ports and migrates the test database. */
export async function prepareTestRun(supervisor: Supervisor, dataDir: string): Promise<TestRun> {
  const base = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OUTSIDE.includes(name)))
  const logs = path.join(dataDir, 'logs')
  const ports = await pickFreePorts()
  const secrets = loadSecrets(dataDir)
  const stack = { base, dataDir, ports, secrets, database: 'itellico_test', durable: false }
  const addresses = await startStack(supervisor, stack)
  const env = composeEnvironment({ base, dataDir, ports, secrets, addresses })
  await runTool(supervisor, { label: 'Generating the database client', tool: 'generate', env, logs })
  await runTool(supervisor, { label: 'Migrating the test database', tool: 'migrate', env, logs })
  return { supervisor, dataDir, logs, ports, env }
}
