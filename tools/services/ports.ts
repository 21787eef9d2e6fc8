import { connect, createServer } from 'node:net'

/** The ports of everything that a start runs. */
export interface Ports {
  web: number
  api: number
  worker: number
  postgres: number
  redis: number
  smtp: number
  mailbox: number
}

const KNOWN: Record<keyof Ports, { variable: string; fallback: number; who: string }> = {
  web: { variable: 'WEB_PORT', fallback: 3000, who: 'the web app' },
  api: { variable: 'API_PORT', fallback: 3001, who: 'the API' },
  worker: { variable: 'WORKER_PORT', fallback: 3002, who: "the worker's health page" },
  postgres: { variable: 'PG_PORT', fallback: 5433, who: 'PostgreSQL' },
  redis: { variable: 'REDIS_PORT', fallback: 6380, who: 'Redis' },
  smtp: { variable: 'SMTP_PORT', fallback: 1025, who: 'the mail catcher (SMTP)' },
  mailbox: { variable: 'MAIL_PORT', fallback: 1080, who: 'the mailbox page' },
}
const NAMES = Object.keys(KNOWN) as (keyof Ports)[]

/** The ports that the environment asks for, else the usual ones. */
export function readPorts(environment: NodeJS.ProcessEnv): Ports {
  return fill((name) => {
    const { variable, fallback } = KNOWN[name]
    const port = environment[variable] ? Number(environment[variable]) : fallback
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port
    throw new Error(`${variable}=${environment[variable]} is not a port number (1 to 65535).`)
  })
}

/** Ports that are free right now, for tests beside a running product. */
export async function pickFreePorts(): Promise<Ports> {
  const servers = await Promise.all(NAMES.map(() => listen(0)))
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return fill((_, index) => ports[index] ?? 0)
}

/** Throws one message that names every needed port that is taken, what needs it and the variable that changes it. */
export async function assertPortsFree(ports: Ports, needed: (keyof Ports)[]): Promise<void> {
  const problems: string[] = []
  for (const name of needed) {
    const { variable, who } = KNOWN[name]
    const twin = needed.find((other) => other !== name && ports[other] === ports[name])
    if (twin) problems.push(`Port ${ports[name]} is given to both ${who} and ${KNOWN[twin].who}: change ${variable}.`)
    else if (await isTaken(ports[name])) {
      problems.push(`Port ${ports[name]}, which ${who} needs, is taken: stop what uses it, or set ${variable}.`)
    }
  }
  if (problems.length === 0) return
  const example = `For example: ${KNOWN[needed[0] ?? 'web'].variable}=${ports[needed[0] ?? 'web'] + 1000} npm start`
  throw new Error([...problems, example].join('\n'))
}

/** Calls `check` every 100 ms until it is true; throws after `timeoutMs`. */
export async function waitUntil(check: () => Promise<boolean>, timeoutMs: number, what: string): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!(await check().catch(() => false))) {
    if (Date.now() > end) throw new Error(`${what} did not become ready within ${timeoutMs / 1000} s.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function isTaken(port: number): Promise<boolean> {
  if ((await answers('127.0.0.1', port)) || (await answers('::1', port))) return true
  try {
    const server = await listen(port)
    await new Promise((resolve) => server.close(resolve))
    return false
  } catch {
    return true
  }
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 })
    const finish = (result: boolean) => {
      socket.destroy()
      resolve(result)
    }
    socket.once('connect', () => finish(true))
    socket.once('timeout', () => finish(false))
    socket.once('error', () => finish(false))
  })
}

function listen(port: number): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server))
  })
}

function fill(value: (name: keyof Ports, index: number) => number): Ports {
  return Object.fromEntries(NAMES.map((name, index) => [name, value(name, index)])) as unknown as Ports
}
