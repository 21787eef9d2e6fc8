import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Addresses } from './environment.ts'
import type { Ports } from './ports.ts'

interface DemoLogin {
  tenant: string
  host: string
  persona: string
  email: string
  password: string
}

/** Prints where to look, the demo logins, the mailbox and the API reference. */
export function printWhereToLook(dataDir: string, ports: Ports, addresses: Addresses): void {
  const file = path.join(dataDir, 'demo-logins.json')
  const logins = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoLogin[]) : []
  const url = (host: string) => `http://${host.split(':')[0]}:${ports.web}`
  const rows: [string, string][] = [
    ...[...new Set(logins.map((login) => login.host))].map((host): [string, string] => [
      logins.find((login) => login.host === host)?.tenant ?? host,
      url(host),
    ]),
    ...(logins.length === 0 ? [['platform', url('localhost')] as [string, string]] : []),
    ['API reference', `http://localhost:${ports.api}/reference`],
    ...(addresses.mailboxUrl ? [['mailbox', addresses.mailboxUrl] as [string, string]] : []),
    ['data and logs', dataDir],
  ]
  console.log('\nWhere to look')
  for (const [name, target] of rows) console.log(`  ${name.padEnd(22)} ${target}`)
  if (logins.length === 0) return
  console.log('\nDemo logins')
  for (const { tenant, persona, email, password } of logins) {
    console.log(`  ${tenant.padEnd(22)} ${persona.padEnd(18)} ${email.padEnd(34)} ${password}`)
  }
}
