import type { Supervisor } from '../services/supervisor.ts'
import { findProgram } from './debian.ts'

/** The browser for the journeys: `CHROMIUM_PATH`, else Debian's; root on Debian gets it installed when it is missing. */
export async function findChromium(supervisor: Supervisor, env: NodeJS.ProcessEnv, logs: string): Promise<string> {
  const places = [env.CHROMIUM_PATH ?? '', '/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
  const found = await findProgram(supervisor, logs, 'chromium-headless-shell', places)
  if (found) return found
  throw new Error(
    'The browser journeys need Chromium at /usr/bin/chromium-headless-shell or /usr/bin/chromium.\n' +
      'Debian: sudo apt-get install chromium-headless-shell. Elsewhere: set CHROMIUM_PATH to the program.\n' +
      'Without a browser: npm test -- --no-e2e',
  )
}
