import { recordAudit } from '@itellico/contracts/audit'
import { replayErasures } from '@itellico/contracts/privacy'
import { because } from '@itellico/contracts/refusals'
import * as contract from '@itellico/contracts/tenants'
import { asOwner } from '@itellico/kernel/admin'
import { ArchiveError, readArchive, type ArchiveHead } from '@itellico/kernel/archive'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { systemContext } from '@itellico/kernel/kernel'
import { loadMigrations } from '@itellico/kernel/migrate'
import { ask } from '@itellico/kernel/operations'
import { schemaOf } from '@itellico/kernel/realms'
import type { Prisma } from '../generated/prisma/client.ts'
import { found } from '../actor.ts'
import * as repository from './tenants.repository.ts'
import { addressFree } from './tenants.service.ts'
import { toTenant } from './tenants.view.ts'

type Portable = Omit<Prisma.TenantUncheckedCreateInput, 'id' | 'status'>

/** Takes a tenant from an archive, of this installation or another, as a new one; under another address if one is given. */
export async function importTenant(
  ctx: Ctx,
  source: AsyncIterable<Buffer>,
  key: Buffer,
  options: { slug?: string | undefined; shard?: string | undefined } = {},
): Promise<contract.Tenant> {
  const { kernel } = ctx
  const id = newId()
  const names = kernel.shards.all.map((s) => s.name)
  const shard = options.shard ?? (await repository.leastLoaded(ctx.db, names))
  const ring = await kernel.keyrings.of(id)
  const migrations = await loadMigrations('tenant', kernel.registry.modules, kernel.modulesUrl)
  const accept = async (head: ArchiveHead): Promise<void> => {
    if (head.format !== 1) throw new ArchiveError('this is not an archive that is known here')
    const tenant = head.tenant as unknown as Portable
    const slug = options.slug ?? tenant.slug
    if (!(await addressFree(ctx, slug))) throw fail(contract.tenantSlugTaken, because('addressTaken', { slug }))
    await repository.insert(ctx.db, {
      ...tenant,
      id,
      slug,
      shard,
      status: 'provisioning',
      provisioning: { step: 'copying', part: null, done: 0, total: 1, error: null },
    })
  }
  try {
    await asOwner(kernel, shard, (client) =>
      readArchive(source, key, { client, tenantId: id, ring, storage: kernel.storage, sealed: kernel.sealed, migrations, accept }),
    )
  } catch (e) {
    await repository.remove(ctx.db, id)
    await kernel.keyrings.destroy(id)
    throw e
  }
  const tenant = await inTx(ctx, async (tx) => {
    await repository.update(tx.db, id, {
      status: 'active',
      schemaName: schemaOf(id),
      provisioning: { step: 'ready', part: null, done: 1, total: 1, error: null },
    })
    await emit(tx, contract.tenantProvisioned, `tenant:${id}`, { tenantId: id })
    await ask(tx, recordAudit, { action: 'tenants.imported', entity: 'tenant', entityId: id })
    return toTenant(tx, found(await repository.find(tx.db, id)))
  })
  kernel.realms.forget()
  // who was erased since the archive was written is erased from it, too
  await ask(systemContext(kernel, found(await kernel.realms.byId(id)), ctx.requestId), replayErasures, {})
  return tenant
}
