import path from 'node:path'
import { startApps } from '../services/apps.ts'
import { repoRoot } from '../services/paths.ts'
import { pickFreePorts } from '../services/ports.ts'
import { createDatabase } from '../services/postgres.ts'
import { runTool } from '../services/prepare.ts'
import { buildWeb } from '../services/web-build.ts'
import { findChromium } from './chromium.ts'
import { readPlaywrightReport, type Counts } from './reports.ts'
import type { TestRun } from './setup.ts'

const DATABASE = 'itellico_e2e'

/** Runs the browser journeys with Playwright against the real product with demo data; a failed preparation is one failure. */
export async function runJourneys(run: TestRun, filters: string[]): Promise<Counts> {
  const { supervisor, dataDir, logs, ports } = run
  const report = path.join(dataDir, 'playwright.json')
  let env = journeyEnvironment(run.env, (await pickFreePorts()).web)
  try {
    const chromium = await findChromium(supervisor, env, logs)
    await createDatabase(run.env.DATABASE_ADMIN_URL ?? '', DATABASE)
    await runTool(supervisor, { label: 'Migrating the journeys’ database', tool: 'migrate', env, logs })
    await runTool(supervisor, { label: 'Seeding demo data', tool: 'seed', env, logs })
    const actionsKey = await buildWeb(supervisor, env, logs)
    env = { ...env, CHROMIUM_PATH: chromium, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey }
    await startApps(supervisor, { env, logs, watch: false })
  } catch (error) {
    console.error(`\nThe browser journeys could not begin: ${(error as Error).message}\n`)
    return { passed: 0, failed: 1 }
  }
  const exitCode = await supervisor.exitCode({
    name: 'playwright',
    command: process.execPath,
    args: [
      path.join(repoRoot, 'node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '--config=e2e/playwright.config.ts',
      '--pass-with-no-tests',
      '--reporter=list,json',
      ...filters,
    ],
    cwd: repoRoot,
    env: { ...env, BASE_URL: `http://localhost:${ports.web}`, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    output: 'inherit',
  })
  return readPlaywrightReport(report, exitCode)
}

/** The same servers with another database in each, limits that suit many visitors on one address, and a DNS that a journey answers for. */
function journeyEnvironment(env: NodeJS.ProcessEnv, dnsPort: number): NodeJS.ProcessEnv {
  const inDatabase = (url: string | undefined, name: string) => {
    const changed = new URL(url ?? '')
    changed.pathname = `/${name}`
    return changed.href
  }
  return {
    ...env,
    DATABASE_URL: inDatabase(env.DATABASE_URL, DATABASE),
    DATABASE_ADMIN_URL: inDatabase(env.DATABASE_ADMIN_URL, DATABASE),
    REDIS_URL: inDatabase(env.REDIS_URL, '1'),
    OUTBOUND_PRIVATE: 'yes',
    DNS_SERVERS: `127.0.0.1:${dnsPort}`,
    RATE_LIMIT_SCALE: env.RATE_LIMIT_SCALE ?? '50',
  }
}
