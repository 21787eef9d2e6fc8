/** `npm run soak [-- seconds]`: fifty clients alternate between marketplaces with the same ids, on servers of its own, gone afterwards. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { repoRoot } from './services/paths.ts'
import { supervise } from './services/supervisor.ts'
import { throughPgBouncer } from './testing/pgbouncer.ts'
import { prepareTestRun } from './testing/setup.ts'

const seconds = Number(process.argv[2] ?? 60)
if (!Number.isFinite(seconds) || seconds < 1) throw new Error('Say how many seconds, at least 1: npm run soak -- 60')
const dataDir = mkdtempSync(path.join(tmpdir(), 'itellico-soak-'))
chmodSync(dataDir, 0o755)

await supervise(
  async (supervisor) => {
    console.log(`itellico Mono: soak of ${seconds} s, temporary data in ${dataDir}`)
    const run = await prepareTestRun(supervisor, dataDir)
    const url = await throughPgBouncer(supervisor, dataDir, run.logs, run.env.DATABASE_URL ?? '')
    return supervisor.exitCode({
      name: 'soak',
      command: process.execPath,
      args: [path.join(repoRoot, 'tools', 'testing', 'soak.ts'), String(seconds)],
      cwd: repoRoot,
      env: { ...run.env, DATABASE_URL: url },
      output: 'inherit',
    })
  },
  { interruptCode: 130, onChange: (_, stopping) => stopping && rmSync(dataDir, { recursive: true, force: true }) },
)
