/**
 * `npm run bench:tenancy [-- --tenants 1,100,1000,10000 --seconds 3 --rounds 3 --out file.json]`: what the data layer costs beside plain `pg`, as ratios
 * measured side by side in one run on servers of its own, and what floods do to a quiet tenant. Leave the machine alone meanwhile.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { supervise } from './services/supervisor.ts'
import { repoRoot } from './services/paths.ts'
import { prepareTestRun } from './testing/setup.ts'

const { values } = parseArgs({
  options: {
    tenants: { type: 'string', default: '1,100,1000,10000' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    out: { type: 'string', default: '' },
  },
})

const dataDir = mkdtempSync(path.join(tmpdir(), 'itellico-bench-'))
chmodSync(dataDir, 0o755)
await supervise(
  async (supervisor) => {
    const run = await prepareTestRun(supervisor, dataDir)
    const results: unknown[] = []
    for (const tenants of values.tenants.split(',')) {
      // a process of its own for each number, so that memory is not inherited
      const file = path.join(dataDir, `result-${tenants}.json`)
      const code = await supervisor.exitCode({
        name: `tenancy with ${tenants} tenants`,
        command: process.execPath,
        args: ['--expose-gc', path.join(repoRoot, 'tools', 'bench', 'tenancy.ts'), tenants, values.seconds, values.rounds, file],
        cwd: repoRoot,
        env: run.env,
        output: 'inherit',
      })
      if (code !== 0) return code
      results.push(JSON.parse(readFileSync(file, 'utf8')))
    }
    if (values.out) writeFileSync(values.out, `${JSON.stringify(results, null, 2)}\n`)
    return 0
  },
  { interruptCode: 130, onChange: (_, stopping) => void (stopping && rmSync(dataDir, { recursive: true, force: true })) },
)
