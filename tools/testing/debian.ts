import { existsSync } from 'node:fs'
import path from 'node:path'
import { isRoot } from '../services/paths.ts'
import { step } from '../services/steps.ts'
import type { Supervisor } from '../services/supervisor.ts'

/** A program of Debian at one of some places; root on Debian gets its package installed when it is missing. Undefined when there is none. */
export async function findProgram(supervisor: Supervisor, logs: string, name: string, places: readonly string[]): Promise<string | undefined> {
  const find = () => places.find((file) => file !== '' && existsSync(file))
  const found = find()
  if (found || !isRoot() || !existsSync('/etc/debian_version')) return found
  await step(`Installing ${name} (apt-get)`, async () => {
    await apt(supervisor, logs, name, ['update'])
    await apt(supervisor, logs, name, ['install', '-y', '--no-install-recommends', name])
  })
  return find()
}

function apt(supervisor: Supervisor, logs: string, name: string, args: string[]): Promise<void> {
  return supervisor.run({
    name: `apt-get ${args[0]}`,
    command: 'apt-get',
    args: ['-q', ...args],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    output: path.join(logs, `apt-${name}.log`),
  })
}
