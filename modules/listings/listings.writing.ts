import { applicationCounts } from '@itellico/contracts/applications'
import { recordAudit } from '@itellico/contracts/audit'
import * as contract from '@itellico/contracts/listings'
import { because } from '@itellico/contracts/refusals'
import { stateLock } from '@itellico/contracts/policies'
import { inTx, lockInTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { accountOf } from '../actor.ts'
import { freeSlug, slugify } from '../slugs.ts'
import { dateOnly, fromDateOnly, iso } from '../time.ts'
import * as policy from './listings.policy.ts'
import * as repository from './listings.repository.ts'
import { hold, read, requireDates, type Row } from './listings.service.ts'

const textOf = (text: string | null | undefined): string | null => text?.trim() || null
const dayOf = (text: string | null | undefined): Date | null => (text ? fromDateOnly(text) : null)
const instantOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null)

function requireRoles(edits: readonly contract.RoleEdit[], existing: readonly { id: string }[]): policy.RoleData[] {
  const roles = policy.planRoles(edits, existing, newId)
  if (!roles) throw fail(contract.roleUnknown)
  return roles
}

/** Writes a casting for the active account, as a draft or published at once. */
export async function create(ctx: Ctx, input: contract.NewListing): Promise<contract.Listing> {
  const { accountId } = accountOf(ctx)
  const status = input.publish ? 'published' : 'draft'
  const title = input.title.trim()
  const dates = { startsOn: dayOf(input.startsOn), endsOn: dayOf(input.endsOn), deadline: instantOf(input.deadline) }
  requireDates(ctx, dates, status === 'published')
  const roles = requireRoles(input.roles, [])
  return inTx(ctx, async (tx) => {
    const wanted = slugify(title, 'casting')
    await lockInTx(tx, `listing-slug/${wanted}`)
    const slug = await freeSlug(wanted, (s) => repository.slugTaken(tx.db, s))
    const now = tx.now()
    const id = newId()
    await repository.insert(
      tx.db,
      {
        id,
        slug,
        accountId,
        title,
        description: input.description.trim(),
        status,
        location: textOf(input.location),
        usage: textOf(input.usage),
        ...dates,
        publishedAt: status === 'published' ? now : null,
        createdAt: now,
        updatedAt: now,
      },
      roles,
    )
    await emit(tx, contract.listingChanged, `listing:${id}`, { listingId: id, accountId, status })
    await ask(tx, recordAudit, {
      action: 'listings.created',
      entity: 'listing',
      entityId: id,
      data: { title },
      changes: [{ field: 'status', from: null, to: status }],
    })
    return read(tx, id)
  })
}

/** Changes a casting. Roles and fees stay as they are once somebody has applied: people applied for what they read. */
export async function update(ctx: Ctx, id: string, change: contract.ListingEdit, ifMatch: number | null): Promise<contract.Listing> {
  return inTx(ctx, async (tx) => {
    const row = await hold(tx, id, ifMatch)
    const status = row.status as contract.ListingStatus
    if (!policy.canEdit(status)) throw fail(contract.listingState, because('castingEdit', { status }))
    const data = {
      ...(change.title !== undefined && { title: change.title.trim() }),
      ...(change.description !== undefined && { description: change.description.trim() }),
      ...(change.location !== undefined && { location: textOf(change.location) }),
      ...(change.usage !== undefined && { usage: textOf(change.usage) }),
      ...(change.startsOn !== undefined && { startsOn: dayOf(change.startsOn) }),
      ...(change.endsOn !== undefined && { endsOn: dayOf(change.endsOn) }),
      ...(change.deadline !== undefined && { deadline: instantOf(change.deadline) }),
    }
    // an old deadline of a published casting is only looked at when it is given anew
    requireDates(tx, { ...row, ...data }, status === 'published' && change.deadline !== undefined)
    const rolesChanged = change.roles !== undefined && (await replaceRoles(tx, row, change.roles))
    await repository.update(tx.db, id, { ...data, updatedAt: tx.now() })
    await emit(tx, contract.listingChanged, `listing:${id}`, { listingId: id, accountId: row.accountId, status })
    const changes = Object.keys(data)
      .map((field) => ({ field, from: plain(row, field), to: plain({ ...row, ...data }, field) }))
      .filter((c) => c.from !== c.to)
    await ask(tx, recordAudit, {
      action: 'listings.updated',
      entity: 'listing',
      entityId: id,
      data: { title: data.title ?? row.title },
      changes: [...changes, ...(rolesChanged ? [{ field: 'roles', from: row.roles.map((r) => r.name), to: change.roles?.map((r) => r.name) }] : [])],
    })
    return read(tx, id)
  })
}

function plain(row: Row, field: string): string | null {
  if (field === 'startsOn' || field === 'endsOn') return dateOnly(row[field])
  return field === 'deadline' ? iso(row.deadline) : row[field as 'title']
}

async function replaceRoles(tx: TxCtx, row: Row, edits: readonly contract.RoleEdit[]): Promise<boolean> {
  const roles = requireRoles(edits, row.roles)
  if (policy.sameRoles(roles, row.roles)) return false
  const [count] = await ask(tx, applicationCounts, { listingIds: [row.id] })
  if (stateLock.decide({ applications: count?.total ?? 0, changesTerms: true })) throw fail(contract.listingLocked)
  await repository.writeRoles(tx.db, row.id, roles)
  return true
}
