import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { processIdentity, signalPid, type Child } from './processes.ts'

interface Recorded {
  name: string
  pid: number
  identity: string | undefined
}

interface RunFile extends Recorded {
  children: Recorded[]
}

const runFile = (dataDir: string) => path.join(dataDir, 'run.json')

/** The command that runs on a data folder right now, if any. */
export function runningInstance(dataDir: string): { name: string; pid: number } | undefined {
  const record = read(dataDir)
  return record && isSame(record) ? { name: record.name, pid: record.pid } : undefined
}

/**
 * Claims a data folder for this process. Throws when another command runs on it; stops what a killed one left behind and
 * gives the names of that.
 */
export async function claimInstance(dataDir: string, name: string): Promise<string[]> {
  const other = runningInstance(dataDir)
  if (other) {
    throw new Error(
      `Already running: "${other.name}" (pid ${other.pid}) uses ${dataDir}.\n` +
        `Stop it with Ctrl-C in its terminal or "kill ${other.pid}", or give this one its own DATA_DIR and ports.`,
    )
  }
  const leftovers = (read(dataDir)?.children ?? []).filter(isSame).toReversed()
  for (const leftover of leftovers) await end(leftover)
  mkdirSync(dataDir, { recursive: true })
  recordInstance(dataDir, name, [])
  return leftovers.map((leftover) => leftover.name)
}

/** Records which processes this command runs, so that a later start can recognise them. */
export function recordInstance(dataDir: string, name: string, children: readonly Child[]): void {
  const record: RunFile = {
    ...identify(name, process.pid),
    children: children.map((child) => identify(child.name, child.pid)),
  }
  writeFileSync(runFile(dataDir), `${JSON.stringify(record, null, 2)}\n`)
}

/** Gives the data folder up again. */
export function releaseInstance(dataDir: string): void {
  rmSync(runFile(dataDir), { force: true })
}

function read(dataDir: string): RunFile | undefined {
  if (!existsSync(runFile(dataDir))) return undefined
  try {
    return JSON.parse(readFileSync(runFile(dataDir), 'utf8')) as RunFile
  } catch {
    return undefined
  }
}

function identify(name: string, pid: number): Recorded {
  return { name, pid, identity: processIdentity(pid) }
}

function isSame(record: Recorded): boolean {
  return record.identity !== undefined && processIdentity(record.pid) === record.identity
}

/** SIGINT is what makes PostgreSQL shut down at once; the others take it as any stop. */
async function end(leftover: Recorded): Promise<void> {
  signalPid(leftover.pid, 'SIGINT')
  for (let waited = 0; waited < 10_000 && isSame(leftover); waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  if (isSame(leftover)) signalPid(leftover.pid, 'SIGKILL')
  signalPid(-leftover.pid, 'SIGKILL')
}
