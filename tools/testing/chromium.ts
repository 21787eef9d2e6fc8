import { existsSync } from 'node:fs'
import path from 'node:path'
import { isRoot } from '../services/paths.ts'
import { step } from '../services/steps.ts'
import type { Supervisor } from '../services/supervisor.ts'

const CANDIDATES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/** The browser for the journeys: `CHROMIUM_PATH`, else Debian's; root on Debian gets it installed when it is missing. */
export async function findChromium(supervisor: Supervisor, env: NodeJS.ProcessEnv, logs: string): Promise<string> {
  const find = () => [env.CHROMIUM_PATH ?? '', ...CANDIDATES].find((file) => file !== '' && existsSync(file))
  const found = find()
  if (found) return found
  if (isRoot() && existsSync('/etc/debian_version')) {
    await step('Installing chromium-headless-shell (apt-get)', async () => {
      await apt(supervisor, logs, ['update'])
      await apt(supervisor, logs, ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'])
    })
    const installed = find()
    if (installed) return installed
  }
  throw new Error(
    'The browser journeys need Chromium at /usr/bin/chromium-headless-shell or /usr/bin/chromium.\n' +
      'Debian: sudo apt-get install chromium-headless-shell. Elsewhere: set CHROMIUM_PATH to the program.\n' +
      'Without a browser: npm test -- --no-e2e',
  )
}

function apt(supervisor: Supervisor, logs: string, args: string[]): Promise<void> {
  return supervisor.run({
    name: `apt-get ${args[0]}`,
    command: 'apt-get',
    args: ['-q', ...args],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    output: path.join(logs, 'apt-chromium.log'),
  })
}
