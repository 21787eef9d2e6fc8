import { APP_ROLE, type Addresses } from './environment.ts'
import { startMail } from './mail.ts'
import type { Ports } from './ports.ts'
import { createDatabase, startPostgres } from './postgres.ts'
import { startRedis } from './redis.ts'
import type { Secrets } from './secrets.ts'
import { step } from './steps.ts'
import type { Supervisor } from './supervisor.ts'

/** What the servers need to start. */
export interface StackOptions {
  base: NodeJS.ProcessEnv
  dataDir: string
  ports: Ports
  secrets: Secrets
  database: string
  /** False trades safety against a crash for speed: for tests only. */
  durable: boolean
}

/** The ports that will be used, given which servers the environment already names. */
export function neededPorts(base: NodeJS.ProcessEnv): (keyof Ports)[] {
  const own: (keyof Ports)[] = ['web', 'api', 'worker']
  if (!base.DATABASE_URL) own.push('postgres')
  if (!base.REDIS_URL) own.push('redis')
  if (!base.SMTP_URL) own.push('smtp', 'mailbox')
  return own
}

/** Starts PostgreSQL, Redis and the mail catcher, or uses those that DATABASE_URL, REDIS_URL and SMTP_URL name. */
export async function startStack(supervisor: Supervisor, options: StackOptions): Promise<Addresses> {
  const database = await databaseAddresses(supervisor, options)
  const redisUrl = await redisAddress(supervisor, options)
  const mail = await mailAddresses(supervisor, options)
  return { ...database, redisUrl, ...mail }
}

async function databaseAddresses(supervisor: Supervisor, options: StackOptions) {
  const { base, dataDir, ports, secrets, durable } = options
  if (base.DATABASE_URL) {
    if (!base.DATABASE_ADMIN_URL) {
      throw new Error('With DATABASE_URL set, DATABASE_ADMIN_URL (a role that may create roles and schemas) is needed too.')
    }
    console.log(`  ✓ PostgreSQL: yours, at ${new URL(base.DATABASE_URL).host}`)
    return { databaseUrl: base.DATABASE_URL, databaseAdminUrl: base.DATABASE_ADMIN_URL }
  }
  const label = `PostgreSQL on 127.0.0.1:${ports.postgres}`
  return step(label, async () => {
    const ownerPassword = secrets.databaseOwnerPassword
    const server = await startPostgres(supervisor, { dataDir, port: ports.postgres, ownerPassword, durable })
    await createDatabase(server.url('postgres'), options.database)
    return {
      databaseUrl: server.url(options.database, APP_ROLE, secrets.databaseAppPassword),
      databaseAdminUrl: server.url(options.database),
    }
  })
}

async function redisAddress(supervisor: Supervisor, options: StackOptions): Promise<string> {
  const { base, dataDir, ports, secrets, durable } = options
  if (base.REDIS_URL) {
    console.log(`  ✓ Redis: yours, at ${new URL(base.REDIS_URL).host}`)
    return base.REDIS_URL
  }
  const label = `Redis on 127.0.0.1:${ports.redis}`
  const server = await step(
    label,
    () => startRedis(supervisor, { dataDir, port: ports.redis, password: secrets.redisPassword, durable }),
    ({ origin }) => `${label} (${origin})`,
  )
  return server.url()
}

async function mailAddresses(supervisor: Supervisor, { base, dataDir, ports }: StackOptions) {
  if (base.SMTP_URL) {
    console.log(`  ✓ Mail: yours, at ${new URL(base.SMTP_URL).host}`)
    return { smtpUrl: base.SMTP_URL, mailboxUrl: base.MAILBOX_URL ?? '' }
  }
  return step(`Mail catcher on 127.0.0.1:${ports.smtp}`, () => startMail(supervisor, { dataDir, smtpPort: ports.smtp, webPort: ports.mailbox }))
}
