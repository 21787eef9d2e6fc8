import { migrateFleet } from '../packages/kernel/src/fleet.ts'
import { variables } from '../packages/kernel/src/config.ts'
import { modules, modulesUrl } from '../modules/registry.ts'

// Brings the server, the control schema and every tenant up to date.
const adminUrl = process.env['DATABASE_ADMIN_URL'] ?? process.env['DATABASE_URL']
if (!adminUrl) {
  process.stderr.write('DATABASE_ADMIN_URL (or DATABASE_URL) is needed: PostgreSQL as the owner of the schemas\n')
  process.exit(1)
}
let shown = 0
const { schemas, changed, failed, held } = await migrateFleet({
  servers: [{ name: 'main', adminUrl }, ...variables.DATABASE_SHARDS.parse(process.env['DATABASE_SHARDS'])],
  modules,
  modulesUrl,
  appPassword: process.env['DATABASE_APP_PASSWORD'] ?? null,
  onProgress: (done, total) => {
    if (total < 20 || Date.now() - shown < 1000) return
    shown = Date.now()
    process.stdout.write(`${done} of ${total} tenants\n`)
  },
})
process.stdout.write(`${schemas} schemas looked at, ${changed.length} changed\n`)
for (const f of failed) process.stderr.write(`${f.schema} could not be migrated and is served as it is: ${f.error}\n`)
if (held) process.stderr.write(`${held} tenants were left as they are, because a canary failed\n`)
process.exit(failed.length ? 1 : 0)
