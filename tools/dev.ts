/** `npm run dev`: as `npm start`, with hot reload of api, worker and web. */
import { watch } from 'node:fs'
import path from 'node:path'
import { startApps } from './services/apps.ts'
import { printWhereToLook } from './services/logins.ts'
import { repoRoot } from './services/paths.ts'
import { runTool } from './services/prepare.ts'
import { openSession, type Session } from './services/session.ts'
import { elapsed } from './services/steps.ts'

await openSession('npm run dev', process.argv.includes('--reset'), async (session) => {
  const { supervisor, dataDir, ports, addresses, env, logs } = session
  await runTool(supervisor, { label: 'Generating the database client', tool: 'generate', env, logs })
  await runTool(supervisor, { label: 'Migrating the database', tool: 'migrate', env, logs })
  await runTool(supervisor, { label: 'Seeding demo data', tool: 'seed', env, logs })
  await startApps(supervisor, { env, logs, watch: true })
  regenerateOnChange(session)
  printWhereToLook(dataDir, ports, addresses)
  console.log(`\nReady after ${elapsed()}. Ctrl-C stops everything.`)
})

/** Makes the database client anew when a model changes; api and worker restart because their imports then change. */
function regenerateOnChange({ supervisor, env, logs }: Session): void {
  let timer: NodeJS.Timeout | undefined
  const regenerate = () =>
    runTool(supervisor, { label: 'A model changed: generating the database client', tool: 'generate', env, logs }).catch((error: Error) =>
      console.error(error.message),
    )
  const onChange = (_: string, file: string | null) => {
    if (!file?.endsWith('.prisma') || /(^|\/)(node_modules|generated)\//.test(file)) return
    clearTimeout(timer)
    timer = setTimeout(() => void regenerate(), 300)
  }
  for (const folder of ['modules', 'packages/kernel']) watch(path.join(repoRoot, folder), { recursive: true }, onChange)
}
