import { recordAudit } from '@itellico/contracts/audit'
import { because } from '@itellico/contracts/refusals'
import * as life from '@itellico/contracts/tenant-life'
import * as contract from '@itellico/contracts/tenants'
import { asOwner } from '@itellico/kernel/admin'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { systemContext } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import { schemaOf } from '@itellico/kernel/realms'
import { resealTables } from '@itellico/kernel/resealing'
import { forgetRealm } from '@itellico/kernel/tasks'
import type { Prisma } from '../generated/prisma/client.ts'
import { found } from '../actor.ts'
import * as operations from './tenants.operations.ts'
import * as operationRows from './tenants.operations.repository.ts'
import * as repository from './tenants.repository.ts'

/** Asks for an archived tenant to be destroyed before its time; the name confirms it. */
export async function requestPurge(ctx: Ctx, id: string, confirm: string): Promise<life.Operation> {
  return inTx(ctx, async (tx) => {
    const row = found(await repository.find(tx.db, id))
    if (row.status !== 'archived') throw fail(contract.tenantState, because('purgeArchived', { status: row.status }))
    if (confirm !== row.slug) throw fail(life.confirmationWrong, because('writeToConfirm', { word: row.slug }))
    await ask(tx, recordAudit, { action: 'tenants.purge_requested', entity: 'tenant', entityId: id, data: { slug: row.slug } })
    return operations.begin(tx, id, 'purge', {})
  })
}

/** Begins the purge of every archived tenant whose days of grace are over. */
export async function purgeOverdue(ctx: Ctx): Promise<void> {
  for (const id of await repository.purgeable(ctx.db, ctx.now()))
    await inTx(ctx, async (tx) => {
      if (!(await operationRows.findOpen(tx.db, id))) await operations.begin(tx, id, 'purge', {})
    })
}

/**
 * Destroys a tenant: first its keys, so that from then on nothing of it can be read anywhere, then files, background work and tables. What
 * stays is that there was one. Every step can run again after a crash.
 */
export async function purge(ctx: Ctx, { row: op, tell }: operations.Progress): Promise<Prisma.TenantOperationUncheckedUpdateInput | null> {
  const { kernel } = ctx
  const id = op.tenantId
  const row = found(await repository.find(ctx.db, id))
  if (row.status !== 'archived' && row.status !== 'purged') throw fail(contract.tenantState, because('state', { status: row.status }))
  await tell('Destroying the keys', 0, 4)
  await repository.update(ctx.db, id, { status: 'purged', schemaName: null, purgedAt: row.purgedAt ?? ctx.now() })
  kernel.realms.forget()
  await kernel.keyrings.destroy(id)
  await tell('Removing files', 1, 4)
  await kernel.storage.removeRealm(id)
  await tell('Removing background work', 2, 4)
  await forgetRealm(kernel.shards.byName(row.shard).pool, id)
  await tell('Removing tables', 3, 4)
  await asOwner(kernel, row.shard, (client) => client.query(`drop schema if exists "${schemaOf(id)}" cascade`))
  await inTx(ctx, async (tx) => {
    // the address is free again
    await repository.update(tx.db, id, {
      slug: `purged-${id.slice(-12)}`,
      name: 'Purged',
      tagline: '',
      about: '',
      adminInvite: null as unknown as Prisma.InputJsonValue,
      sandboxOf: null,
    })
    await repository.removeStats(tx.db, id)
    await emit(tx, life.tenantPurged, `tenant:${id}`, { tenantId: id })
    await ask(tx, recordAudit, { action: 'tenants.purged', entity: 'tenant', entityId: id })
  })
  return null
}

/** Asks for a new data key for a tenant. */
export async function requestRotation(ctx: Ctx, id: string): Promise<life.Operation> {
  return inTx(ctx, async (tx) => {
    const row = found(await repository.find(tx.db, id))
    if (!row.schemaName) throw fail(contract.tenantState, because('state', { status: row.status }))
    await ask(tx, recordAudit, { action: 'tenants.key_rotation_requested', entity: 'tenant', entityId: id })
    return operations.begin(tx, id, 'key-rotation', {})
  })
}

/** Seals everything of a tenant with a new key while it goes on being used; a run after a crash goes on with the same key. */
export async function rotateKey(ctx: Ctx, { row: op, tell, keep }: operations.Progress): Promise<null> {
  const { kernel } = ctx
  const realm = found(await kernel.realms.byId(op.tenantId))
  const begun = (op.state as { version?: number }).version
  await tell('Making the key', 0, 3)
  const version = begun ?? (await kernel.keyrings.rotate(realm.id))
  if (!begun) await keep({ version })
  kernel.keyrings.forget(realm.id)
  const ring = await kernel.keyrings.of(realm.id)
  await tell('Sealing rows anew', 1, 3)
  const { kept } = await resealTables(systemContext(kernel, realm).db, kernel.sealed, ring)
  await tell('Sealing files anew', 2, 3)
  for await (const key of kernel.storage.list(realm.id)) await kernel.storage.reseal(key)
  // rows that can never be changed keep the key that they were sealed with
  if (kept.length === 0) await kernel.keyrings.dropBelow(realm.id, version)
  return null
}
