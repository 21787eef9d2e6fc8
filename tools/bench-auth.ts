/**
 * `npm run bench:auth [-- --seconds 3 --rounds 3 --out file.json]`: what signing in, refreshing and checking a permission cost beside a bare Fastify
 * route with the same hashing or the same rows, measured side by side in one run on servers of its own. Leave the machine alone meanwhile.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { supervise } from './services/supervisor.ts'
import { repoRoot } from './services/paths.ts'
import { prepareTestRun } from './testing/setup.ts'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '3' }, rounds: { type: 'string', default: '3' }, out: { type: 'string', default: '' } },
})

const dataDir = mkdtempSync(path.join(tmpdir(), 'itellico-bench-'))
chmodSync(dataDir, 0o755)
await supervise(
  async (supervisor) => {
    const run = await prepareTestRun(supervisor, dataDir)
    return supervisor.exitCode({
      name: 'bench of identity',
      command: process.execPath,
      args: [path.join(repoRoot, 'tools', 'bench', 'auth.ts'), values.seconds, values.rounds, values.out],
      cwd: repoRoot,
      env: run.env,
      output: 'inherit',
    })
  },
  { interruptCode: 130, onChange: (_, stopping) => void (stopping && rmSync(dataDir, { recursive: true, force: true })) },
)
