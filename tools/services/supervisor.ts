import { describeEnd, startChild, waitForSuccess, type Child, type ChildOptions } from './processes.ts'

const MOST_RESTARTS = 3
const WITHIN_MS = 600_000
const PAUSE_MS = 1_000

/** Starts processes and owns them: what it started is stopped in reverse order when the work ends, fails or is interrupted. */
export interface Supervisor {
  /**
   * Starts a process that is meant to keep running. Its unexpected end fails the whole work, unless `ready` says how to see
   * that it is back: then it is started again, three times within ten minutes at most. Settles when it is ready.
   */
  start(options: ChildOptions, ready?: () => Promise<void>): Promise<Child>
  /** Runs a process to its end and throws, with the end of its log, when it fails. */
  run(options: ChildOptions): Promise<void>
  /** Runs a process to its end and gives its exit code (1 when a signal ended it). */
  exitCode(options: ChildOptions): Promise<number>
  /** Stops one process that `start` started and forgets it. */
  stop(child: Child): Promise<void>
}

/** How a supervised command behaves. */
export interface SuperviseOptions {
  /** Exit code after Ctrl-C or SIGTERM. */
  interruptCode: number
  /** Called with the kept processes each time one is started, and with none at the end. */
  onChange?: (children: readonly Child[], stopping: boolean) => void
}

class Interrupted extends Error {}

/** Runs `work` with a supervisor, stops everything it started, and ends this process with the code that `work` gives. */
export async function supervise(work: (supervisor: Supervisor) => Promise<number>, options: SuperviseOptions): Promise<never> {
  const running: Child[] = []
  const kept: Child[] = []
  let stopping = false
  let giveUp: (reason: Error) => void = () => undefined
  const failure = new Promise<never>((_, reject) => (giveUp = reject))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => giveUp(new Interrupted(signal)))
  process.on('uncaughtException', giveUp)

  const launch = async (child: ChildOptions): Promise<Child> => {
    if (stopping) throw new Interrupted('stopping')
    const started = await startChild(child)
    running.push(started)
    if (stopping) await started.stop()
    return started
  }
  const forget = (child: Child) => {
    for (const list of [running, kept]) if (list.includes(child)) list.splice(list.indexOf(child), 1)
  }
  const finish = async (child: ChildOptions): Promise<Child> => {
    const started = await launch(child)
    await started.ended
    forget(started)
    return started
  }
  const keep = async (child: ChildOptions, ready?: () => Promise<void>, ends: readonly number[] = []): Promise<Child> => {
    const started = await launch(child)
    kept.push(started)
    options.onChange?.(kept, false)
    let wasReady = false
    void started.ended.then(({ code, signal }) => {
      if (!kept.includes(started)) return
      const recent = ends.filter((at) => at > Date.now() - WITHIN_MS)
      const mayComeBack = ready && (wasReady || ends.length > 0) && recent.length < MOST_RESTARTS
      if (mayComeBack) bringBack(started, signal ?? `exit code ${code}`, child, ready, [...recent, Date.now()]).catch(giveUp)
      else giveUp(new Error(`${recent.length > 0 ? `Restarting it did not help: ` : ''}${describeEnd(started, code, signal)}`))
    })
    await ready?.()
    wasReady = true
    return started
  }
  const bringBack = async (gone: Child, how: string, child: ChildOptions, ready: () => Promise<void>, ends: readonly number[]): Promise<void> => {
    forget(gone)
    console.warn(`\n${gone.name} ended (${how}) and is started again, ${ends.length} of ${MOST_RESTARTS}. Its log: ${gone.log ?? 'this terminal'}`)
    await new Promise((resolve) => setTimeout(resolve, (ends.length - 1) * PAUSE_MS))
    const back = await keep(child, ready, ends)
    if (back.isRunning()) console.warn(`${back.name} is back.`)
  }
  const supervisor: Supervisor = {
    start: (child, ready) => keep(child, ready),
    async run(child) {
      await waitForSuccess(await finish(child))
    },
    async exitCode(child) {
      return (await (await finish(child)).ended).code ?? 1
    },
    async stop(child) {
      forget(child)
      await child.stop()
    },
  }

  let code: number
  try {
    code = await Promise.race([work(supervisor), failure])
  } catch (error) {
    code = error instanceof Interrupted ? options.interruptCode : 1
    if (!(error instanceof Interrupted)) console.error(`\n${error instanceof Error ? error.message : String(error)}`)
    if (running.length > 0) console.log('\nStopping …')
  }
  stopping = true
  kept.length = 0
  for (const child of running.toReversed()) {
    await child.stop()
    if (code !== 0 || options.interruptCode === 0) console.log(`  stopped ${child.name}`)
  }
  options.onChange?.([], true)
  process.exit(code)
}
