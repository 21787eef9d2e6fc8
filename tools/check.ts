/** `npm run check`: types, lint, format and architecture; needs no servers. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { repoRoot } from './services/paths.ts'
import { tail } from './services/processes.ts'
import { elapsed } from './services/steps.ts'
import { supervise, type Supervisor } from './services/supervisor.ts'

interface Check {
  name: string
  /** Programs that run one after the other, each by its path in the repository and its arguments. */
  programs: string[][]
  cwd?: string
}

const TSC = ['node_modules/typescript-7/bin/tsc', '--noEmit', '-p']
const WEB = path.join(repoRoot, 'apps', 'web')
const PREPARATION: Check = { name: 'generated database client', programs: [['tools/generate.ts']] }
const LANES: Check[][] = [
  [
    { name: 'types', programs: [[...TSC, repoRoot]] },
    {
      name: 'types of the web app',
      programs: [
        ['node_modules/next/dist/bin/next', 'typegen'],
        [...TSC, WEB],
      ],
      cwd: WEB,
    },
    { name: 'architecture', programs: [['tools/check-architecture.ts']] },
    { name: 'format', programs: [['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']] },
  ],
  [{ name: 'lint', programs: [['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.']] }],
]

const logs = mkdtempSync(path.join(tmpdir(), 'itellico-check-'))

await supervise(
  async (supervisor) => {
    const results = [await perform(supervisor, PREPARATION)]
    const lanes = LANES.map(async (lane) => {
      for (const check of lane) results.push(await perform(supervisor, check))
    })
    await Promise.all(lanes)
    const failed = results.filter((ok) => !ok).length
    console.log(`\nChecks: ${results.length - failed} passed, ${failed} failed, in ${elapsed()}.`)
    return failed === 0 ? 0 : 1
  },
  { interruptCode: 130, onChange: (_, stopping) => stopping && rmSync(logs, { recursive: true, force: true }) },
)

/** Runs one check, prints its name and time, and its output when it fails. */
async function perform(supervisor: Supervisor, { name, programs, cwd = repoRoot }: Check): Promise<boolean> {
  const begun = Date.now()
  let failure: string | undefined
  for (const [index, [program = '', ...args]] of programs.entries()) {
    const output = path.join(logs, `${name.replaceAll(' ', '-')}-${index}.log`)
    const file = path.join(repoRoot, program)
    if (!existsSync(file)) failure = `  ${program} is missing`
    else {
      const command = { name, command: process.execPath, args: [file, ...args], cwd, env: process.env, output }
      if ((await supervisor.exitCode(command)) !== 0) failure = tail(output, 400)
    }
    if (failure !== undefined) break
  }
  const seconds = `${((Date.now() - begun) / 1000).toFixed(1)} s`
  console.log(`  ${failure === undefined ? '✓' : '✗'} ${name.padEnd(62)} ${seconds.padStart(8)}`)
  if (failure !== undefined) console.log(failure)
  return failure === undefined
}
