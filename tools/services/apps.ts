import { cpSync, existsSync } from 'node:fs'
import path from 'node:path'
import { repoRoot } from './paths.ts'
import { waitUntil } from './ports.ts'
import type { ChildOptions } from './processes.ts'
import { step } from './steps.ts'
import type { Supervisor } from './supervisor.ts'
import { NEXT_PROGRAM } from './web-build.ts'

const WEB = path.join(repoRoot, 'apps', 'web')
const READY_MS = 90_000

/** How to run the three processes of the product. */
export interface AppOptions {
  /** As `composeEnvironment` makes it. */
  env: NodeJS.ProcessEnv
  /** The folder for their logs. */
  logs: string
  /** True restarts on changes and shows the logs on this terminal. */
  watch: boolean
}

/** Starts api, worker and web and waits until api and web report that they are healthy. */
export async function startApps(supervisor: Supervisor, options: AppOptions): Promise<void> {
  const { env } = options
  await step(`API on port ${env.API_PORT}`, async () => {
    await supervisor.start(nodeApp('api', options))
    await healthy(`http://127.0.0.1:${env.API_PORT}/health/ready`, 'The API')
  })
  await step('Worker', async () => {
    await supervisor.start(nodeApp('worker', options))
    await healthy(`http://127.0.0.1:${env.WORKER_PORT}/health/ready`, 'The worker')
  })
  await step(`Web app on port ${env.WEB_PORT}`, async () => {
    await supervisor.start(webApp(options))
    await healthy(`http://127.0.0.1:${env.WEB_PORT}/healthz`, 'The web app')
  })
}

function nodeApp(name: string, { env, logs, watch }: AppOptions): ChildOptions {
  const main = path.join(repoRoot, 'apps', name, 'src', 'main.ts')
  return {
    name,
    command: process.execPath,
    args: [...(watch ? ['--watch', '--watch-preserve-output'] : []), main],
    cwd: repoRoot,
    env,
    output: path.join(logs, `${name}.log`),
    echo: watch,
  }
}

function webApp({ env, logs, watch }: AppOptions): ChildOptions {
  const host = env.HOST ?? '127.0.0.1'
  const standalone = path.join(WEB, '.next', 'standalone', 'apps', 'web')
  const server = path.join(standalone, 'server.js')
  const useStandalone = !watch && existsSync(server)
  if (useStandalone) {
    cpSync(path.join(WEB, '.next', 'static'), path.join(standalone, '.next', 'static'), { recursive: true })
    if (existsSync(path.join(WEB, 'public'))) {
      cpSync(path.join(WEB, 'public'), path.join(standalone, 'public'), { recursive: true })
    }
  }
  const next = [NEXT_PROGRAM, watch ? 'dev' : 'start', '--hostname', host, '--port', env.WEB_PORT ?? '3000']
  return {
    name: 'web',
    command: process.execPath,
    args: useStandalone ? [server] : next,
    cwd: WEB,
    env: useStandalone ? { ...env, PORT: env.WEB_PORT, HOSTNAME: host } : env,
    output: path.join(logs, 'web.log'),
    echo: watch,
  }
}

async function healthy(url: string, what: string): Promise<void> {
  let last = 'no answer'
  const ask = async () => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(20_000) })
    if (!answer.ok) last = `HTTP ${answer.status}: ${(await answer.text()).slice(0, 500)}`
    return answer.ok
  }
  try {
    await waitUntil(ask, READY_MS, what)
  } catch (error) {
    throw new Error(`${(error as Error).message} ${url} said: ${last}`, { cause: error })
  }
}
