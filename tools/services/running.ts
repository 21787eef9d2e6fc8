import { composeEnvironment, APP_ROLE } from './environment.ts'
import { resolveDataDir } from './paths.ts'
import { OWNER_ROLE } from './postgres.ts'
import { readPorts } from './ports.ts'
import { loadSecrets } from './secrets.ts'

/** The environment of the product that runs on this data folder, or of the servers that the environment names. */
export function runningEnvironment(base: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const dataDir = resolveDataDir(base)
  const ports = readPorts(base)
  const secrets = loadSecrets(dataDir)
  const database = (user: string, password: string): string => `postgresql://${user}:${password}@127.0.0.1:${ports.postgres}/itellico`
  return composeEnvironment({
    base,
    dataDir,
    ports,
    secrets,
    addresses: {
      databaseUrl: base.DATABASE_URL ?? database(APP_ROLE, secrets.databaseAppPassword),
      databaseAdminUrl: base.DATABASE_ADMIN_URL ?? database(OWNER_ROLE, secrets.databaseOwnerPassword),
      redisUrl: base.REDIS_URL ?? `redis://:${secrets.redisPassword}@127.0.0.1:${ports.redis}/0`,
      smtpUrl: base.SMTP_URL ?? `smtp://127.0.0.1:${ports.smtp}`,
      mailboxUrl: base.MAILBOX_URL ?? '',
    },
  })
}
