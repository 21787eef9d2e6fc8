import { migrateAll } from '../packages/kernel/src/migrate.ts'
import { modules, modulesUrl } from '../modules/registry.ts'

// Brings the server, the control schema and every tenant up to date.
const adminUrl = process.env['DATABASE_ADMIN_URL'] ?? process.env['DATABASE_URL']
if (!adminUrl) {
  process.stderr.write('DATABASE_ADMIN_URL (or DATABASE_URL) is needed: PostgreSQL as the owner of the schemas\n')
  process.exit(1)
}
const { done, failed } = await migrateAll(adminUrl, modules, modulesUrl, process.env['DATABASE_APP_PASSWORD'] ?? null)
const changed = done.filter((d) => d.applied.length > 0)
process.stdout.write(`${done.length} schemas looked at, ${changed.length} changed\n`)
for (const f of failed) process.stderr.write(`${f.schema} could not be migrated and is served as it is: ${f.error}\n`)
process.exit(failed.length ? 1 : 0)
