/** `npm start [-- --reset] [--no-demo]`: the whole product on this machine, until Ctrl-C. */
import { parseArgs } from 'node:util'
import { startApps } from './services/apps.ts'
import { openSession } from './services/session.ts'
import { printWhereToLook } from './services/logins.ts'
import { runTool } from './services/prepare.ts'
import { elapsed } from './services/steps.ts'
import { buildWeb } from './services/web-build.ts'

const { values } = parseArgs({
  options: { reset: { type: 'boolean', default: false }, 'no-demo': { type: 'boolean', default: false } },
})

await openSession('npm start', values.reset, async ({ supervisor, dataDir, ports, addresses, env, logs }) => {
  await runTool(supervisor, { label: 'Generating the database client', tool: 'generate', env, logs })
  await runTool(supervisor, { label: 'Migrating the database', tool: 'migrate', env, logs })
  if (!values['no-demo']) await runTool(supervisor, { label: 'Seeding demo data', tool: 'seed', env, logs })
  const actionsKey = await buildWeb(supervisor, env, logs)
  const appEnv = { ...env, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey }
  await startApps(supervisor, { env: appEnv, logs, watch: false })
  printWhereToLook(dataDir, ports, addresses)
  console.log(`\nReady after ${elapsed()}. Ctrl-C stops everything.`)
})
