import path from 'node:path'
import type { Ports } from './ports.ts'
import type { Secrets } from './secrets.ts'

/** The role that the application connects as; `tools/migrate.ts` creates it with `DATABASE_APP_PASSWORD`. */
export const APP_ROLE = 'itellico_app'

/** Addresses of the servers that the processes use. */
export interface Addresses {
  databaseUrl: string
  databaseAdminUrl: string
  redisUrl: string
  smtpUrl: string
  mailboxUrl: string
}

/** What the environment of the children is made of. */
export interface EnvironmentParts {
  base: NodeJS.ProcessEnv
  dataDir: string
  ports: Ports
  secrets: Secrets
  addresses: Addresses
}

/** The environment of everything that start, dev and test run: the one place where these variables are made. */
export function composeEnvironment({ base, dataDir, ports, secrets, addresses }: EnvironmentParts): NodeJS.ProcessEnv {
  const host = base.HOST ?? '127.0.0.1'
  return {
    ...base,
    DATA_DIR: dataDir,
    STORAGE_DIR: base.STORAGE_DIR ?? path.join(dataDir, 'storage'),
    HOST: host,
    WEB_PORT: String(ports.web),
    API_PORT: String(ports.api),
    WORKER_PORT: String(ports.worker),
    PUBLIC_WEB_PORT: base.PUBLIC_WEB_PORT ?? String(ports.web),
    PUBLIC_API_PORT: base.PUBLIC_API_PORT ?? String(ports.api),
    PLATFORM_DOMAIN: base.PLATFORM_DOMAIN ?? 'localhost',
    WEB_URL: base.WEB_URL ?? `http://127.0.0.1:${ports.web}`,
    API_URL: base.API_URL ?? `http://127.0.0.1:${ports.api}`,
    DATABASE_URL: addresses.databaseUrl,
    DATABASE_ADMIN_URL: addresses.databaseAdminUrl,
    DATABASE_APP_PASSWORD: new URL(addresses.databaseUrl).password,
    REDIS_URL: addresses.redisUrl,
    SMTP_URL: addresses.smtpUrl,
    MAILBOX_URL: addresses.mailboxUrl,
    MASTER_KEY_FILE: base.MASTER_KEY_FILE ?? secrets.masterKeyFile,
    SECRET_KEY: base.SECRET_KEY ?? secrets.secretKey,
    SERVICE_KEYS_FILE: base.SERVICE_KEYS_FILE ?? secrets.serviceKeysFile,
    JWT_PRIVATE_KEY: base.JWT_PRIVATE_KEY ?? secrets.jwtPrivateKey,
    SIGNING_KEYS_FILE: base.SIGNING_KEYS_FILE ?? path.join(dataDir, 'signing-keys.json'),
    DEMO_LOGINS: base.DEMO_LOGINS ?? 'true',
    // whoever looks around signs in as many people from one address
    RATE_LIMIT_SCALE: base.RATE_LIMIT_SCALE ?? '20',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
