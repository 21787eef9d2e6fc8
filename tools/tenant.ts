/**
 * `npm run tenant -- <command>`: looks after tenants of the running product.
 *   list                              tenants with state, server and address
 *   export <slug> <file>              writes a tenant into an archive; prints its key
 *   import <file> <key> [--slug s] [--shard s]   reads a tenant from an archive
 *   move <slug> <shard>               moves a tenant to another database server
 *   rotate-key <slug>                 gives a tenant a new data key
 *   verify-audit [slug]               follows the chain of a tenant's audit trail, or of the platform's
 *   replay-erasures <slug>            erases everybody again who was erased before and is back in a restored backup
 *   rewrap                            wraps all data keys with the current master key
 *   rotate-signing-key                makes a new key for access tokens; running processes take it up by themselves
 *   rotate-service-key                makes a new key between processes, which take it up by themselves
 */
import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, renameSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { asOwner } from '../packages/kernel/src/admin.ts'
import { writeArchive } from '../packages/kernel/src/archive.ts'
import { loadConfig } from '../packages/kernel/src/config.ts'
import { replayErasures } from '../packages/contracts/src/privacy.ts'
import { openKernel, systemContext } from '../packages/kernel/src/kernel.ts'
import { ask } from '../packages/kernel/src/operations.ts'
import { clientFactory, sealed } from '../modules/database.ts'
import { verify } from '../modules/audit/audit.chain.ts'
import { modulesUrl, registry } from '../modules/registry.ts'
import { rotateServiceKey } from '../modules/service-tokens.ts'
import { addSigningKey } from '../modules/signing.ts'
import { requestMove } from '../modules/tenants/tenants.move.ts'
import { sourceOf } from '../modules/tenants/tenants.archiving.ts'
import { importTenant } from '../modules/tenants/tenants.importing.ts'
import { list as operationsOf } from '../modules/tenants/tenants.operations.ts'
import { requestRotation } from '../modules/tenants/tenants.purge.ts'
import * as repository from '../modules/tenants/tenants.repository.ts'
import { runningEnvironment } from './services/running.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { slug: { type: 'string' }, shard: { type: 'string' } } })
const [command, ...args] = positionals
const kernel = openKernel({
  config: loadConfig({ LOG_LEVEL: 'warn', ...runningEnvironment() }),
  service: 'tenant-tool',
  registry,
  clientFactory,
  sealed,
  modulesUrl,
})
const ctx = systemContext(kernel, kernel.realms.platform)

class Usage extends Error {}

async function tenantOf(slug: string | undefined): Promise<repository.TenantRow> {
  const all = await repository.list(ctx.db, { ...(slug && { q: slug }), beforeId: null }, 1000)
  const row = all.find((t) => t.slug === slug)
  if (!row) throw new Usage(slug ? `There is no tenant ${slug}.` : 'Which tenant? Give its address name.')
  return row
}

/** Waits for the worker to do what was asked, telling each step. */
async function follow(tenantId: string, id: string): Promise<void> {
  for (let shown = ''; ;) {
    const operation = (await operationsOf(ctx, tenantId)).items.find((o) => o.id === id)
    if (operation && operation.step !== shown) process.stdout.write(`${(shown = operation.step)}\n`)
    if (operation?.status === 'done') return
    if (operation?.status === 'failed' || operation?.status === 'aborted') throw new Usage(operation.error ?? 'It was called off.')
    await new Promise((r) => setTimeout(r, 500))
  }
}

const commands: Readonly<Record<string, () => Promise<void>>> = {
  async list() {
    for (const t of await repository.list(ctx.db, { beforeId: null }, 100_000))
      process.stdout.write(`${t.slug.padEnd(32)} ${t.status.padEnd(12)} ${t.shard.padEnd(10)} ${t.plan.padEnd(13)} ${t.id}\n`)
  },
  async export() {
    const row = await tenantOf(args[0])
    const file = args[1]
    if (!file) throw new Usage('Where to? Give a file.')
    const key = randomBytes(32)
    const source = await sourceOf(ctx, row)
    await asOwner(kernel, row.shard, (client) => pipeline(writeArchive({ ...source, client }, key), createWriteStream(`${file}.part`, { mode: 0o600 })))
    renameSync(`${file}.part`, file)
    process.stdout.write(`Written to ${file}. Its key, without which nobody can read it:\n${key.toString('base64')}\n`)
  },
  async import() {
    const [file, key] = args
    if (!file || Buffer.from(key ?? '', 'base64').length !== 32) throw new Usage('Give the file and its key (32 bytes in base64).')
    const tenant = await importTenant(ctx, createReadStream(file), Buffer.from(key ?? '', 'base64'), { slug: values.slug, shard: values.shard })
    process.stdout.write(`${tenant.name} is at ${tenant.host}\n`)
  },
  async move() {
    const row = await tenantOf(args[0])
    const operation = await requestMove(ctx, row.id, args[1] ?? '')
    await follow(row.id, operation.id)
  },
  async 'rotate-key'() {
    const row = await tenantOf(args[0])
    const operation = await requestRotation(ctx, row.id)
    await follow(row.id, operation.id)
  },
  async 'verify-audit'() {
    const realm = args[0] ? await kernel.realms.byId((await tenantOf(args[0])).id) : kernel.realms.platform
    if (!realm) throw new Usage('This tenant has no tables.')
    const found = await verify(systemContext(kernel, realm))
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`)
    if (found.brokenAt) throw new Usage(`The chain is broken at place ${found.brokenAt.seq}: ${found.brokenAt.why.replaceAll('_', ' ')}.`)
  },
  async 'replay-erasures'() {
    const realm = await kernel.realms.byId((await tenantOf(args[0])).id)
    if (!realm) throw new Usage('This tenant has no tables.')
    const { count } = await ask(systemContext(kernel, realm), replayErasures, {})
    process.stdout.write(count === 1 ? 'One person was erased again.\n' : `${count} persons were erased again.\n`)
  },
  async rewrap() {
    process.stdout.write(`${await kernel.keyrings.rewrap()} keys wrapped anew\n`)
  },
  async 'rotate-signing-key'() {
    const file = kernel.config.SIGNING_KEYS_FILE
    if (!file) throw new Usage('Say with SIGNING_KEYS_FILE where keys are kept.')
    const { kid, from } = addSigningKey(file, ctx.now())
    process.stdout.write(`The key ${kid} in ${file} signs from ${from.toISOString()} on; give every machine the same file before that.\n`)
  },
  async 'rotate-service-key'() {
    const file = kernel.config.SERVICE_KEYS_FILE
    const { name, from } = rotateServiceKey(file)
    process.stdout.write(`The key ${name} in ${file} signs from ${from.toISOString()} on; give every machine the same file before that.\n`)
  },
}

try {
  const run = commands[command ?? '']
  if (!run) throw new Usage(`Usage: npm run tenant -- <${Object.keys(commands).join('|')}> …`)
  await run()
} catch (e) {
  process.stderr.write(`${(e as Error).message}\n`)
  process.exitCode = 1
}
await kernel.close()
