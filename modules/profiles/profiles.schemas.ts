import { recordAudit } from '@itellico/contracts/audit'
import { fieldsOf, type Definition } from '@itellico/contracts/model-schema'
import { versionStale } from '@itellico/contracts/kit'
import * as contract from '@itellico/contracts/profiles'
import { because } from '@itellico/contracts/refusals'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { actorId } from '../actor.ts'
import { incompatibilities, openDefinition, withDeprecated } from './profiles.policy.ts'
import * as repository from './profiles.repository.ts'

const EMPTY: Definition = { sections: [{ key: 'basics', label: { en: 'Basics' }, fields: [] }] }

/** The published fields; a marketplace without any has one empty section at version 0. */
export async function current(ctx: Ctx): Promise<{ id: string | null; version: number; definition: Definition; publishedAt: Date }> {
  const row = await repository.currentSchema(ctx.db)
  return row
    ? { id: row.id, version: row.version, definition: row.definition as Definition, publishedAt: row.publishedAt }
    : { id: null, version: 0, definition: EMPTY, publishedAt: new Date(0) }
}

/** The fields for an edit form. */
export async function forMembers(ctx: Ctx): Promise<contract.ModelSchema> {
  const s = await current(ctx)
  return { id: s.id ?? newId(), version: s.version, definition: s.definition, publishedAt: s.publishedAt.toISOString() }
}

/** The fields that everybody may see. */
export async function forPublic(ctx: Ctx): Promise<{ version: number; definition: Definition }> {
  const s = await current(ctx)
  return { version: s.version, definition: openDefinition(s.definition, 'public', false) }
}

/** The fields with their history, for the editor. */
export async function forEditor(ctx: Ctx) {
  const [now, history, profileCount] = await Promise.all([forMembers(ctx), repository.schemaHistory(ctx.db), repository.countAll(ctx.db)])
  return {
    current: now,
    versions: history.map((h) => ({ version: h.version, publishedAt: h.publishedAt.toISOString(), fieldCount: fieldsOf(h.definition as Definition).length })),
    profileCount,
  }
}

/** Publishes a new version of the fields. What is left out is kept as deprecated, what was promised cannot break. */
export async function publish(ctx: Ctx, baseVersion: number, definition: Definition): Promise<contract.ModelSchema> {
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, 'profile-schema')
    const before = await current(tx)
    if (before.version !== baseVersion) throw fail(versionStale, because('fieldsPublished', { version: before.version }))
    const problems = incompatibilities(before.definition, definition)
    if (problems.length) throw fail(contract.schemaIncompatible, { errors: problems })
    const version = before.version + 1
    await repository.insertSchema(tx.db, { id: newId(), version, definition: withDeprecated(before.definition, definition), publishedBy: actorId(tx) })
    await emit(tx, contract.schemaPublished, 'schema:profile', { version })
    await ask(tx, recordAudit, {
      action: 'profiles.schema_published',
      entity: 'schema',
      entityId: null,
      data: { version },
      changes: [{ field: 'fields', from: fieldsOf(before.definition).map((f) => f.key), to: fieldsOf(definition).map((f) => f.key) }],
    })
    return forMembers(tx)
  })
}

/** Publishes the first version of the fields; does nothing when there is one. */
export async function install(ctx: Ctx, definition: Definition): Promise<void> {
  await inTx(ctx, async (tx) => {
    await lockInTx(tx, 'profile-schema')
    if ((await current(tx)).version > 0) return
    await repository.insertSchema(tx.db, { id: newId(), version: 1, definition, publishedBy: null })
    await emit(tx, contract.schemaPublished, 'schema:profile', { version: 1 })
  })
}
