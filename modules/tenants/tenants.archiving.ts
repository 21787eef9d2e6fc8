import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { recordAudit } from '@itellico/contracts/audit'
import { ensureUser, passwordResetRequested, setUserAccess, userRecords } from '@itellico/contracts/auth'
import { currentDefinition, schemaPublished } from '@itellico/contracts/profiles'
import { because, refused } from '@itellico/contracts/refusals'
import * as life from '@itellico/contracts/tenant-life'
import * as contract from '@itellico/contracts/tenants'
import { asOwner } from '@itellico/kernel/admin'
import { writeArchive, readArchive, type ArchiveSource } from '@itellico/kernel/archive'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { systemContext } from '@itellico/kernel/kernel'
import { loadMigrations } from '@itellico/kernel/migrate'
import type { FileAnswer } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { schemaOf } from '@itellico/kernel/realms'
import sharp from 'sharp'
import type { Prisma } from '../generated/prisma/client.ts'
import { actorId, found } from '../actor.ts'
import { archiveFile, readArchiveLink } from './tenants.links.ts'
import { maskRow } from './tenants.mask.ts'
import * as operations from './tenants.operations.ts'
import * as operationRows from './tenants.operations.repository.ts'
import * as repository from './tenants.repository.ts'

const KEEP_DAYS = 7
const DAY = 86_400_000

/** What an archive says of the tenant itself: enough to make it again elsewhere. */
const portable = (row: repository.TenantRow): Record<string, unknown> => ({
  slug: row.slug,
  name: row.name,
  tagline: row.tagline,
  about: row.about,
  industry: row.industry,
  plan: row.plan,
  theme: row.theme,
  locales: row.locales,
  currency: row.currency,
  timezone: row.timezone,
  unitSystem: row.unitSystem,
  settings: row.settings,
})

/** Asks for an archive of a tenant. */
export async function requestExport(ctx: Ctx, id: string): Promise<life.Operation> {
  return inTx(ctx, async (tx) => {
    const row = found(await repository.find(tx.db, id))
    if (!row.schemaName) throw fail(contract.tenantState, because('state', { status: row.status }))
    await ask(tx, recordAudit, { action: 'tenants.archive_requested', entity: 'tenant', entityId: id })
    return operations.begin(tx, id, 'archive', {})
  })
}

/** Asks for a copy of a tenant with masked personal data. */
export async function requestSandbox(ctx: Ctx, id: string, slug: string): Promise<life.Operation> {
  return inTx(ctx, async (tx) => {
    const row = found(await repository.find(tx.db, id))
    if (!row.schemaName || row.sandboxOf) throw fail(contract.tenantState, row.sandboxOf ? because('isSandbox') : because('state', { status: row.status }))
    if (await repository.slugTaken(tx.db, slug)) throw fail(contract.tenantSlugTaken, { errors: [refused('slug', 'taken')] })
    await ask(tx, recordAudit, { action: 'tenants.sandbox_requested', entity: 'tenant', entityId: id, data: { slug } })
    return operations.begin(tx, id, 'sandbox', { slug, tenantId: newId(), userId: actorId(tx) }, slug)
  })
}

/** What is needed to write a tenant down. */
export async function sourceOf(ctx: Ctx, row: repository.TenantRow): Promise<Omit<ArchiveSource, 'client'>> {
  const { keyrings, storage } = ctx.kernel
  return { tenantId: row.id, tenant: portable(row), ring: await keyrings.of(row.id), storage, sealed: ctx.kernel.sealed }
}

/** Writes the archive of an operation; running it again writes it anew. */
export async function writeOut(ctx: Ctx, { row: op, tell }: operations.Progress): Promise<Prisma.TenantOperationUncheckedUpdateInput> {
  const row = found(await repository.find(ctx.db, op.tenantId))
  await tell('Writing the archive', 0, 2)
  const key = randomBytes(32)
  const source = await sourceOf(ctx, row)
  const bytes = await asOwner(ctx.kernel, row.shard, (client) =>
    ctx.kernel.storage.write(archiveFile(ctx, op.id), Readable.from(writeArchive({ ...source, client }, key), { objectMode: false })),
  )
  await tell('Keeping the archive', 1, 2)
  return { total: 2, state: { bytes }, secret: { key: key.toString('base64') }, expiresAt: new Date(ctx.now().getTime() + KEEP_DAYS * DAY) }
}

/** The file of an archive, for whoever holds the link. */
export async function download(ctx: Ctx, token: string): Promise<FileAnswer> {
  const id = readArchiveLink(ctx, token)
  const op = id ? await operationRows.find(ctx.db, id) : null
  const file = op && (await ctx.kernel.storage.read(archiveFile(ctx, op.id)))
  if (!op || !file) throw fail(life.archiveKeyGone)
  const row = await repository.find(ctx.db, op.tenantId)
  await ask(ctx, recordAudit, {
    action: 'tenants.archive_downloaded',
    entity: 'tenant',
    entityId: op.tenantId,
  })
  return {
    stream: file.stream,
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(file.size),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="${row?.slug ?? 'tenant'}-${op.createdAt.toISOString().slice(0, 10)}.itellico"`,
    },
  }
}

/** Removes the files of archives that are over. */
export async function removeExpired(ctx: Ctx): Promise<void> {
  for (const op of await operationRows.expired(ctx.db, ctx.now(), 50)) {
    await ctx.kernel.storage.remove(archiveFile(ctx, op.id))
    await operationRows.update(ctx.db, op.id, { expiresAt: null, secret: null as unknown as Prisma.InputJsonValue })
  }
}

/** A picture that shows nobody. */
const neutralPicture = (): Promise<Buffer> =>
  sharp({ create: { width: 600, height: 800, channels: 3, background: { r: 200, g: 198, b: 195 } } })
    .webp()
    .toBuffer()

/** Copies a tenant into a sandbox: a tenant of its own with masked people and neutral pictures. A run after a crash begins anew. */
export async function makeSandbox(ctx: Ctx, { row: op, tell }: operations.Progress): Promise<Prisma.TenantOperationUncheckedUpdateInput> {
  const { slug, tenantId, userId } = op.input as { slug: string; tenantId: string; userId: string | null }
  const row = found(await repository.find(ctx.db, op.tenantId))
  const { kernel } = ctx
  await tell('Preparing the copy', 0, 4)
  if (!(await repository.find(ctx.db, tenantId)))
    await repository.insert(ctx.db, {
      id: tenantId,
      ...(portable(row) as Omit<Prisma.TenantUncheckedCreateInput, 'id' | 'status'>),
      slug,
      name: `${row.name} (sandbox)`.slice(0, 80),
      shard: row.shard,
      status: 'provisioning',
      sandboxOf: row.id,
      provisioning: { step: 'copying', part: null, done: 0, total: 1, error: null },
    })
  await asOwner(kernel, row.shard, (client) => client.query(`drop schema if exists "${schemaOf(tenantId)}" cascade`))
  await kernel.storage.removeRealm(tenantId)
  await tell('Copying and masking', 1, 4)
  const picture = await neutralPicture()
  const key = randomBytes(32)
  const [source, ring, migrations] = await Promise.all([
    sourceOf(ctx, row),
    kernel.keyrings.of(tenantId),
    loadMigrations('tenant', kernel.registry.modules, kernel.modulesUrl),
  ])
  await asOwner(kernel, row.shard, (from) =>
    asOwner(kernel, row.shard, (to) =>
      readArchive(writeArchive({ ...source, client: from, changeRow: maskRow, changeFile: (path) => (path.startsWith('media/') ? picture : null) }, key), key, {
        client: to,
        tenantId,
        ring,
        storage: kernel.storage,
        sealed: kernel.sealed,
        migrations,
        accept: () => Promise.resolve(),
      }),
    ),
  )
  await repository.update(ctx.db, tenantId, { schemaName: schemaOf(tenantId) })
  kernel.realms.forget()
  const realm = found(await kernel.realms.byId(tenantId))
  const inside = systemContext(kernel, realm, ctx.requestId)
  await tell('Building the search', 2, 4)
  const { version } = await ask(inside, currentDefinition, {})
  await inTx(inside, async (tx) => void (await emit(tx, schemaPublished, `schema:${version}`, { version })))
  await tell('Inviting you', 3, 4)
  await inviteRequester(ctx, inside, userId)
  await repository.update(ctx.db, tenantId, { status: 'active', provisioning: { step: 'ready', part: null, done: 1, total: 1, error: null } })
  kernel.realms.forget()
  return { total: 4, state: { target: realm.host } }
}

/** Whoever asked for the sandbox becomes its admin. */
async function inviteRequester(ctx: Ctx, inside: Ctx, userId: string | null): Promise<void> {
  const [staff] = userId ? await ask(ctx, userRecords, { ids: [userId] }) : []
  if (!staff) return
  await inTx(inside, async (tx) => {
    const input = { email: staff.email, firstName: staff.firstName, lastName: staff.lastName, password: null, locale: inside.realm.locales[0] ?? 'en' }
    const { userId: id, created } = await ask(tx, ensureUser, input)
    await ask(tx, setUserAccess, { userId: id, roles: ['tenant_admin'] })
    if (created) await emit(tx, passwordResetRequested, `user:${id}`, { userId: id, welcome: true })
  })
}
