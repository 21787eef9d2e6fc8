import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Redis } from 'ioredis'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { pickFreePorts } from './ports.ts'

const folder = import.meta.dirname
const dataDir = mkdtempSync(path.join(tmpdir(), 'itellico-supervisor-'))
const running = new Set<ChildProcess>()

afterEach(async () => {
  for (const child of running) {
    child.kill('SIGTERM')
    if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
  }
  running.clear()
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** Runs a supervised piece of work in a process of its own, as supervising ends with the end of the process. */
function supervised(work: string) {
  const code = `
    import { supervise } from ${JSON.stringify(path.join(folder, 'supervisor.ts'))}
    import { startRedis } from ${JSON.stringify(path.join(folder, 'redis.ts'))}
    const forever = new Promise(() => undefined)
    await supervise(async (supervisor) => { ${work}; return forever }, {
      interruptCode: 0,
      onChange: (children) => children.length > 0 && console.log('pid ' + children.at(-1).pid),
    })`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', code], { stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', (line) => lines.push(line))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const pids = (): number[] => lines.flatMap((line) => (line.startsWith('pid ') ? [Number(line.slice(4))] : []))
  return { lines, ended, pids }
}

it('Redis that is killed comes back with all its data, and is not brought back for ever', async () => {
  const { redis: port } = await pickFreePorts()
  const program = path.join(process.env['DATA_DIR'] ?? '', 'redis', 'package')
  mkdirSync(path.join(dataDir, 'redis'), { recursive: true })
  if (existsSync(program)) symlinkSync(program, path.join(dataDir, 'redis', 'package'))
  const options = { dataDir, port, password: 'secret', durable: true }
  const run = supervised(`await startRedis(supervisor, ${JSON.stringify(options)}); console.log('ready')`)
  await vi.waitFor(() => expect(run.lines).toContain('ready'), { timeout: 60_000 })
  const client = new Redis(`redis://:secret@127.0.0.1:${port}`, { retryStrategy: () => 50, maxRetriesPerRequest: null })
  client.on('error', () => undefined)
  await client.set('kept', 'yes')
  for (let times = 1; times <= 3; times++) {
    process.kill(run.pids().at(-1) ?? 0, 'SIGKILL')
    await vi.waitFor(() => expect(run.lines.filter((line) => line === 'Redis is back.')).toHaveLength(times), { timeout: 30_000 })
    expect(await client.get('kept')).toBe('yes')
  }
  expect(run.lines.find((line) => line.startsWith('Redis ended'))).toMatch(/^Redis ended \(SIGKILL\) and is started again, 1 of 3\. Its log: .*redis\.log$/)
  process.kill(run.pids().at(-1) ?? 0, 'SIGKILL')
  expect(await run.ended).toBe(1)
  expect(run.lines.join('\n')).toMatch(/Restarting it did not help: Redis was ended by SIGKILL\. The end of its log/)
  client.disconnect()
}, 120_000)

it('a process that cannot be seen to be back ends everything', async () => {
  const run = supervised(`await supervisor.start({ name: 'clock', command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], output: 'inherit' })`)
  await vi.waitFor(() => expect(run.pids()).toHaveLength(1), { timeout: 20_000 })
  process.kill(run.pids()[0] ?? 0, 'SIGKILL')
  expect(await run.ended).toBe(1)
  expect(run.lines).toContain('clock was ended by SIGKILL.')
})
