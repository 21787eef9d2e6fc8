import { describeEnd, startChild, waitForSuccess, type Child, type ChildOptions } from './processes.ts'

/** Starts processes and owns them: what it started is stopped in reverse order when the work ends, fails or is interrupted. */
export interface Supervisor {
  /** Starts a process that is meant to keep running; its unexpected end fails the whole work. */
  start(options: ChildOptions): Promise<Child>
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
  const supervisor: Supervisor = {
    async start(child) {
      const started = await launch(child)
      kept.push(started)
      options.onChange?.(kept, false)
      void started.ended.then(({ code, signal }) => {
        if (kept.includes(started)) giveUp(new Error(describeEnd(started, code, signal)))
      })
      return started
    },
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
