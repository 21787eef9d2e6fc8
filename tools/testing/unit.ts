import path from 'node:path'
import { repoRoot } from '../services/paths.ts'
import { readVitestReport, type Counts } from './reports.ts'
import type { TestRun } from './setup.ts'

/** Runs the unit, integration and generated tests with Vitest. */
export async function runUnit({ supervisor, dataDir, env }: TestRun, filters: string[]): Promise<Counts> {
  const report = path.join(dataDir, 'vitest.json')
  const program = path.join(repoRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const exitCode = await supervisor.exitCode({
    name: 'vitest',
    command: process.execPath,
    args: [program, 'run', '--passWithNoTests', ...reporters, ...filters],
    cwd: repoRoot,
    env,
    output: 'inherit',
  })
  return readVitestReport(report, exitCode)
}
