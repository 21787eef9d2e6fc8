import { execFileSync, spawn } from 'node:child_process'
import { closeSync, createWriteStream, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { SystemUser } from './paths.ts'

const GRACE_MS = 15_000

/** What to run and where its output goes. */
export interface ChildOptions {
  name: string
  command: string
  args: string[]
  env?: NodeJS.ProcessEnv
  cwd?: string
  user?: SystemUser
  /** A log file, or `inherit` for this terminal. */
  output: string
  /** Also show the log on this terminal, each line led by the name. */
  echo?: boolean
  stopSignal?: NodeJS.Signals
}

/** A running process that this one started. */
export interface Child {
  name: string
  pid: number
  log: string | undefined
  /** Settles when the process ends, with its exit code (null after a signal) and signal. */
  ended: Promise<{ code: number | null; signal: string | null }>
  isRunning(): boolean
  /** Asks it to stop, waits 15 s, then kills it; settles when it is gone. */
  stop(): Promise<void>
}

/** Starts a process in a group of its own, so that Ctrl-C in the terminal reaches it only through us. */
export async function startChild(options: ChildOptions): Promise<Child> {
  const log = options.output === 'inherit' ? undefined : options.output
  const target = log && !options.echo ? openLog(log) : log ? 'pipe' : 'inherit'
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', target, target],
    ...(options.user && { uid: options.user.uid, gid: options.user.gid }),
  })
  if (typeof target === 'number') closeSync(target)
  if (log && options.echo) {
    const file = createWriteStream('', { fd: openLog(log) })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        file.write(chunk)
        process.stdout.write(chunk.toString().replace(/^(?=.)/gm, `[${options.name}] `))
      })
    }
  }
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }))
  })
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', (cause) => reject(new Error(`Cannot start ${options.name}: ${cause.message}`, { cause })))
  })
  const pid = child.pid ?? 0
  const isRunning = () => child.exitCode === null && child.signalCode === null
  return {
    name: options.name,
    pid,
    log,
    ended,
    isRunning,
    async stop() {
      if (isRunning()) {
        child.kill(options.stopSignal ?? 'SIGTERM')
        const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
        await ended
        clearTimeout(timer)
      }
      signalPid(-pid, 'SIGKILL')
    },
  }
}

/** Runs a process to its end and throws, with the end of its log, when it fails. */
export async function waitForSuccess(child: Child): Promise<void> {
  const { code, signal } = await child.ended
  if (code !== 0) throw new Error(describeEnd(child, code, signal))
}

/** A sentence on how a process ended, followed by the last lines of its log. */
export function describeEnd(child: Child, code: number | null, signal: string | null): string {
  const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`
  if (!child.log) return `${child.name} ${how}.`
  return `${child.name} ${how}. The end of its log (${child.log}):\n${tail(child.log)}`
}

/** The last lines of a text file. */
export function tail(file: string, lines = 25): string {
  if (!existsSync(file)) return '  (no log)'
  const all = readFileSync(file, 'utf8').trimEnd().split('\n')
  return all
    .slice(-lines)
    .map((line) => `  ${line}`)
    .join('\n')
}

/** Sends a signal to a pid (or a group, when negative); false when there is no such process. */
export function signalPid(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A text that tells a process from a later one with the same pid; undefined when it does not run. */
export function processIdentity(pid: number): string | undefined {
  if (!signalPid(pid, 0)) return undefined
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
        .toString()
        .trim()
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true })
  if (existsSync(file)) renameSync(file, file.replace(/\.log$/, '.previous.log'))
  return openSync(file, 'a', 0o600)
}
