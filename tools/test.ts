/**
 * `npm test [-- options] [filter …]`: every test on fresh servers, gone afterwards. `--only-unit` (also `--no-e2e`) leaves
 * the browser out, `--only-e2e` runs nothing else, `--keep` keeps the temporary folder (logs of a failed run stay in test-results/logs). A filter is a part of a test file's path.
 */
import { chmodSync, cpSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { repoRoot } from './services/paths.ts'
import { elapsed } from './services/steps.ts'
import { supervise } from './services/supervisor.ts'
import { runJourneys } from './testing/journeys.ts'
import { sum, type Counts } from './testing/reports.ts'
import { throughPgBouncer } from './testing/pgbouncer.ts'
import { prepareTestRun } from './testing/setup.ts'
import { runUnit } from './testing/unit.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-e2e': { type: 'boolean', default: false },
    'only-unit': { type: 'boolean', default: false },
    'only-e2e': { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})

// What is said when the run is cut short; each finished part makes it more exact.
let closingLine = '0 passed, 1 failed'
const dataDir = mkdtempSync(path.join(tmpdir(), 'itellico-test-'))
chmodSync(dataDir, 0o755)
const matches = (pattern: string) =>
  globSync(pattern, { cwd: repoRoot, exclude: ['**/node_modules/**'] }).filter(
    (file) => positionals.length === 0 || positionals.some((filter) => file.includes(filter)),
  )

await supervise(
  async (supervisor) => {
    console.log(`itellico Mono: npm test, temporary data in ${dataDir}`)
    const wantsUnit = !values['only-e2e'] && (positionals.length === 0 || matches('**/*.test.ts').length > 0)
    const wantsJourneys = !values['no-e2e'] && !values['only-unit'] && matches('e2e/**/*.spec.ts').length > 0
    const direct = await prepareTestRun(supervisor, dataDir)
    const url = await throughPgBouncer(supervisor, dataDir, direct.logs, direct.env.DATABASE_URL ?? '')
    const run = { ...direct, env: { ...direct.env, DATABASE_URL: url } }
    const counts: Counts[] = []
    if (wantsUnit) counts.push(await runUnit(run, positionals))
    const soFar = sum(counts)
    closingLine = `${soFar.passed} passed, ${soFar.failed + 1} failed`
    if (wantsJourneys) counts.push(await runJourneys(run, positionals))
    const { passed, failed } = sum(counts)
    if (passed + failed === 0) console.log('No test ran.')
    closingLine = `${passed} passed, ${failed} failed`
    console.log(`Finished in ${elapsed()}.`)
    return failed === 0 && passed > 0 ? 0 : 1
  },
  {
    interruptCode: 130,
    onChange: (_, stopping) => {
      if (!stopping) return
      const logs = path.join(dataDir, 'logs')
      const results = path.join(repoRoot, 'test-results', 'logs')
      if (existsSync(logs) && !closingLine.endsWith(' 0 failed')) cpSync(logs, results, { recursive: true })
      if (values.keep) console.log(`Kept: ${dataDir}`)
      else rmSync(dataDir, { recursive: true, force: true })
      console.log(closingLine)
    },
  },
)
