import path from 'node:path'
import { repoRoot } from './paths.ts'
import { step } from './steps.ts'
import type { Supervisor } from './supervisor.ts'

/** A sibling program of `tools/` as a step with its own log. */
export interface ToolStep {
  label: string
  /** The file in `tools/` without its ending. */
  tool: string
  args?: string[]
  env: NodeJS.ProcessEnv
  logs: string
}

/** Runs `tools/<tool>.ts` to its end as one step; throws with the end of its log when it fails. */
export async function runTool(supervisor: Supervisor, { label, tool, args = [], env, logs }: ToolStep): Promise<void> {
  await step(label, () =>
    supervisor.run({
      name: `tools/${tool}.ts`,
      command: process.execPath,
      args: [path.join(repoRoot, 'tools', `${tool}.ts`), ...args],
      cwd: repoRoot,
      env,
      output: path.join(logs, `${tool}.log`),
    }),
  )
}
