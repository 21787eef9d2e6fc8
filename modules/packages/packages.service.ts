import { recordAudit } from '@itellico/contracts/audit'
import type { AuditAction } from '@itellico/contracts/audit-actions'
import * as contract from '@itellico/contracts/packages'
import { versionStale } from '@itellico/contracts/kit'
import { visibleProfiles, type ProfileRef } from '@itellico/contracts/profiles'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { accountOf, actorId, found } from '../actor.ts'
import { hasRoom } from './packages.policy.ts'
import * as repository from './packages.repository.ts'
import { toDetail, toShortlists } from './packages.view.ts'

const MOST_SHOWN = 200

/** Talents by id; one that does not exist, is not published or may not be seen is a 404. */
async function requireTalents(ctx: Ctx, ids: readonly string[]): Promise<Map<string, ProfileRef>> {
  const refs = new Map((await ask(ctx, visibleProfiles, { ids: [...ids] })).map((p) => [p.id, p]))
  for (const id of ids) found(refs.get(id))
  return refs
}

async function hold(tx: TxCtx, id: string, ifMatch: number | null) {
  const row = found(await repository.hold(tx.db, accountOf(tx).accountId, id))
  if (ifMatch !== null && ifMatch !== row.version) throw fail(versionStale, { context: { version: row.version } })
  return row
}

type Happened = Extract<AuditAction, `packages.${string}`>

async function audit(
  tx: TxCtx,
  id: string,
  action: Happened,
  data: Record<string, string>,
  changes: { field: string; from: unknown; to: unknown }[] = [],
): Promise<void> {
  await ask(tx, recordAudit, { action, entity: 'shortlist', entityId: id, data, changes })
}

/** Shortlists of the active account, last changed first; with `profileId` also whether they hold that talent. */
export async function list(ctx: Ctx, profileId: string | undefined) {
  const rows = await repository.list(ctx.db, accountOf(ctx).accountId, MOST_SHOWN)
  const holding = new Set(
    profileId
      ? await repository.holding(
          ctx.db,
          rows.map((r) => r.id),
          profileId,
        )
      : [],
  )
  return (await toShortlists(ctx, rows)).map((s) => ({ ...s, contains: holding.has(s.id) }))
}

/** A shortlist of the active account. */
export async function get(ctx: Ctx, id: string): Promise<contract.ShortlistDetail> {
  return toDetail(ctx, found(await repository.find(ctx.db, accountOf(ctx).accountId, id)))
}

/** Starts a shortlist, with talents in the given order. */
export async function create(ctx: Ctx, input: { name: string; note?: string; profileIds?: string[] }): Promise<contract.ShortlistDetail> {
  const { accountId } = accountOf(ctx)
  const profileIds = [...new Set(input.profileIds)]
  return inTx(ctx, async (tx) => {
    await requireTalents(tx, profileIds)
    const id = newId()
    const now = tx.now()
    const name = input.name.trim()
    await repository.insert(tx.db, { id, accountId, name, note: input.note?.trim() ?? '', createdBy: actorId(tx), createdAt: now, updatedAt: now })
    // a millisecond apart, so that the order stays
    await repository.addItems(
      tx.db,
      profileIds.map((profileId, i) => ({ shortlistId: id, profileId, note: '', addedBy: actorId(tx), addedAt: new Date(now.getTime() + i) })),
    )
    await audit(tx, id, 'packages.created', { name }, profileIds.length ? [{ field: 'talents', from: 0, to: profileIds.length }] : [])
    return get(tx, id)
  })
}

/** Changes name or note of a shortlist. */
export async function update(ctx: Ctx, id: string, change: { name?: string; note?: string }, ifMatch: number | null): Promise<contract.ShortlistDetail> {
  return inTx(ctx, async (tx) => {
    const row = await hold(tx, id, ifMatch)
    const data = { ...(change.name !== undefined && { name: change.name.trim() }), ...(change.note !== undefined && { note: change.note.trim() }) }
    await repository.update(tx.db, id, { ...data, updatedAt: tx.now() })
    await audit(
      tx,
      id,
      'packages.updated',
      { name: data.name ?? row.name },
      Object.entries(data).map(([field, to]) => ({ field, from: row[field as 'name' | 'note'], to })),
    )
    return get(tx, id)
  })
}

/** Deletes a shortlist. */
export async function remove(ctx: Ctx, id: string): Promise<void> {
  await inTx(ctx, async (tx) => {
    const row = await hold(tx, id, null)
    await repository.remove(tx.db, id)
    await audit(tx, id, 'packages.deleted', { name: row.name })
  })
}

/** Puts a talent on a shortlist. Doing it twice changes nothing but the note, if one is given. */
export async function add(ctx: Ctx, id: string, input: { profileId: string; note?: string }, ifMatch: number | null): Promise<contract.ShortlistDetail> {
  return inTx(ctx, async (tx) => {
    const row = await hold(tx, id, ifMatch)
    const talent = found((await requireTalents(tx, [input.profileId])).get(input.profileId))
    const there = row.items.find((i) => i.profileId === talent.id)
    const note = input.note?.trim()
    if (there && (note === undefined || note === there.note)) return toDetail(tx, row)
    if (there) await repository.setItemNote(tx.db, id, talent.id, note ?? '')
    else {
      if (!hasRoom(row.items.length, 1)) throw fail(contract.shortlistFull)
      const last = row.items.at(-1)?.addedAt.getTime() ?? 0
      await repository.addItems(tx.db, [
        { shortlistId: id, profileId: talent.id, note: note ?? '', addedBy: actorId(tx), addedAt: new Date(Math.max(tx.now().getTime(), last + 1)) },
      ])
    }
    await repository.update(tx.db, id, { updatedAt: tx.now() })
    await audit(tx, id, there ? 'packages.talent_noted' : 'packages.talent_added', { talent: talent.displayName, name: row.name })
    return get(tx, id)
  })
}

/** Takes a talent off a shortlist. */
export async function take(ctx: Ctx, id: string, profileId: string): Promise<void> {
  await inTx(ctx, async (tx) => {
    const row = await hold(tx, id, null)
    found((await repository.removeItem(tx.db, id, profileId)) || null)
    await repository.update(tx.db, id, { updatedAt: tx.now() })
    await audit(tx, id, 'packages.talent_removed', { name: row.name }, [{ field: 'talent', from: profileId, to: null }])
  })
}
