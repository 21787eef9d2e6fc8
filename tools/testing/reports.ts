import { existsSync, readFileSync } from 'node:fs'

/** How many tests passed and failed. */
export interface Counts {
  passed: number
  failed: number
}

/** Adds counts up. */
export function sum(counts: Counts[]): Counts {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
  }
}

/** Counts of Vitest's JSON report; a file that cannot be loaded, or a run that fails without saying why, is one failure. */
export function readVitestReport(file: string, exitCode: number): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    testResults: { status: string; assertionResults: { status: string }[] }[]
  }
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests + broken.length }, exitCode)
}

/** Counts of Playwright's JSON report; errors outside of tests count as failures. What passed at the second try passed, and Playwright names it. */
export function readPlaywrightReport(file: string, exitCode: number): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number }
    errors: unknown[]
  }
  return honest({ passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }, exitCode)
}

function honest({ passed, failed }: Counts, exitCode: number): Counts {
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed }
}
