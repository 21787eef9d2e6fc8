import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { repoRoot } from './paths.ts'
import { waitUntil } from './ports.ts'
import type { Child } from './processes.ts'
import type { Supervisor } from './supervisor.ts'

/** Where and how to run the mail catcher. */
export interface MailOptions {
  dataDir: string
  smtpPort: number
  webPort: number
}

/** A running mail catcher: it takes every mail and sends none on. */
export interface MailCatcher {
  process: Child
  smtpUrl: string
  /** The page that shows the mails. */
  mailboxUrl: string
}

/** Starts a real SMTP server that keeps mails in the data folder and shows them on a web page. */
export async function startMail(supervisor: Supervisor, options: MailOptions): Promise<MailCatcher> {
  const folder = path.join(options.dataDir, 'mail')
  mkdirSync(folder, { recursive: true })
  const mailboxUrl = `http://localhost:${options.webPort}`
  const child = await supervisor.start({
    name: 'mail catcher',
    command: process.execPath,
    args: [
      path.join(repoRoot, 'node_modules', 'maildev', 'dist', 'bin', 'maildev.js'),
      ...['--smtp', String(options.smtpPort), '--ip', '127.0.0.1'],
      ...['--web', String(options.webPort), '--web-ip', '127.0.0.1'],
      ...['--mail-directory', folder, '--max-emails', '2000'],
    ],
    cwd: folder,
    env: { PATH: process.env.PATH },
    output: path.join(options.dataDir, 'logs', 'mail.log'),
  })
  const page = () => fetch(`http://127.0.0.1:${options.webPort}/`, { headers: { accept: 'text/html' } })
  await waitUntil(async () => (await page()).ok, 30_000, 'The mail catcher')
  return { process: child, smtpUrl: `smtp://127.0.0.1:${options.smtpPort}`, mailboxUrl }
}
