import * as contract from '@itellico/contracts/accounts'
import { recordAudit } from '@itellico/contracts/audit'
import { bumpEpoch, setUserAccess, userRecords } from '@itellico/contracts/auth'
import { refused } from '@itellico/contracts/refusals'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { decodeIdCursor, toPage } from '@itellico/kernel/paging'
import { accountOf, found, userOf } from '../actor.ts'
import { slugify } from '../slugs.ts'
import { requireGivable } from './accounts.giving.ts'
import { inviteTo, toInvitation } from './accounts.invitations.ts'
import { leadRole, setMembership } from './accounts.membership.ts'
import * as repository from './accounts.repository.ts'

type AccountRow = NonNullable<Awaited<ReturnType<typeof repository.find>>>

function toAccount(a: AccountRow): contract.Account {
  return {
    id: a.id,
    name: a.name,
    slug: a.slug,
    type: a.type as contract.Account['type'],
    status: a.status as contract.Account['status'],
    city: a.city,
    country: a.country,
    website: a.website,
    about: a.about,
    verifiedAt: a.verifiedAt?.toISOString() ?? null,
    memberCount: a._count.members,
    createdAt: a.createdAt.toISOString(),
    version: a.version,
  }
}

/** An account by id. */
export async function get(ctx: Ctx, id: string): Promise<contract.Account> {
  return toAccount(found(await repository.find(ctx.db, id)))
}

async function membersOf(ctx: Ctx, accountId: string): Promise<contract.Member[]> {
  const rows = await repository.members(ctx.db, [accountId])
  const users = new Map((await ask(ctx, userRecords, { ids: rows.map((r) => r.userId) })).map((u) => [u.id, u]))
  return rows.flatMap((r) => {
    const u = users.get(r.userId)
    return u
      ? [
          {
            userId: u.id,
            email: u.email,
            firstName: u.firstName,
            lastName: u.lastName,
            role: r.role,
            status: u.status,
            joinedAt: r.createdAt.toISOString(),
          },
        ]
      : []
  })
}

/** Members and open invitations of an account. */
export async function listMembers(ctx: Ctx, accountId: string): Promise<{ items: contract.Member[]; invitations: contract.Invitation[] }> {
  const [items, invitations] = await Promise.all([membersOf(ctx, accountId), repository.openInvitations(ctx.db, accountId, ctx.now())])
  return { items, invitations: invitations.map(toInvitation) }
}

/** Changes the role of a member; the last one who runs the account keeps it. */
export async function changeRole(ctx: Ctx, userId: string, role: string): Promise<contract.Member> {
  const { accountId } = accountOf(ctx)
  found(await repository.findMember(ctx.db, accountId, userId))
  await requireGivable(ctx, [role], 'account', accountOf(ctx).grants)
  await setMembership(ctx, { accountId, userId, role })
  return found((await membersOf(ctx, accountId)).find((m) => m.userId === userId))
}

/** Removes a member; access ends at once. */
export async function removeMember(ctx: Ctx, userId: string): Promise<void> {
  const { accountId } = accountOf(ctx)
  found(await repository.findMember(ctx.db, accountId, userId))
  await setMembership(ctx, { accountId, userId, role: null })
}

/** All accounts, newest first. */
export async function list(ctx: Ctx, query: { q?: string; type?: string; status?: string; cursor?: string; limit?: number }) {
  const limit = query.limit ?? 20
  const rows = await repository.list(ctx.db, { ...query, beforeId: decodeIdCursor(query.cursor) }, limit + 1)
  return toPage(rows, limit, toAccount)
}

/** Creates an account and invites who runs it. */
export async function create(
  ctx: Ctx,
  input: { name: string; type: 'agency' | 'client' | 'individual' | 'guardian'; ownerEmail: string; city?: string; country?: string },
): Promise<contract.Account> {
  return inTx(ctx, async (tx) => {
    const slug = slugify(input.name, 'account')
    await lockInTx(tx, `account-slug/${slug}`)
    if (await repository.slugTaken(tx.db, slug)) throw fail(contract.slugTaken, { errors: [refused('name', 'accountNameTaken')] })
    const { id } = await repository.create(tx.db, {
      id: newId(),
      slug,
      name: input.name.trim(),
      type: input.type,
      status: 'active',
      city: input.city ?? null,
      country: input.country ?? null,
    })
    await inviteTo(tx, id, input.ownerEmail, leadRole(input.type))
    await ask(tx, recordAudit, { action: 'accounts.created', entity: 'account', entityId: id, data: { name: input.name.trim() } })
    return get(tx, id)
  })
}

/** An account with members, for the marketplace's admins. */
export async function getWithMembers(ctx: Ctx, id: string) {
  const account = await get(ctx, id)
  const { items, invitations } = await listMembers(ctx, id)
  return { ...account, members: items, invitations }
}

/** Approves, suspends or reactivates an account; its members lose or regain their rights at once. */
export async function setStatus(ctx: Ctx, id: string, status: 'active' | 'suspended'): Promise<contract.Account> {
  return inTx(ctx, async (tx) => {
    const before = await get(tx, id)
    if (before.status === status) return before
    await repository.setStatus(tx.db, id, status)
    const members = await repository.members(tx.db, [id])
    await ask(tx, bumpEpoch, { userIds: members.map((m) => m.userId), endSessions: false, reason: `account ${status}` })
    await emit(tx, contract.accountStatusChanged, `account:${id}`, { accountId: id, status })
    await ask(tx, recordAudit, {
      action: 'accounts.status_changed',
      entity: 'account',
      entityId: id,
      data: { name: before.name, status },
      changes: [{ field: 'status', from: before.status, to: status }],
    })
    return get(tx, id)
  })
}

async function withAccounts(ctx: Ctx, users: Awaited<ReturnType<typeof userRecordsOf>>): Promise<contract.User[]> {
  const memberships = await repository.membershipsOf(
    ctx.db,
    users.map((u) => u.id),
  )
  return users.map(({ locale: _locale, ...u }) => ({
    ...u,
    accounts: memberships.filter((m) => m.userId === u.id).map((m) => ({ id: m.accountId, name: m.account.name, role: m.role })),
  }))
}

const userRecordsOf = (ctx: Ctx, filter: { ids?: string[]; q?: string; role?: string; beforeId?: string; limit?: number }) => ask(ctx, userRecords, filter)

/** All users of the marketplace, newest first. */
export async function listUsers(ctx: Ctx, query: { id?: string; q?: string; role?: string; cursor?: string; limit?: number }) {
  const limit = query.limit ?? 20
  const before = decodeIdCursor(query.cursor)
  const rows = await userRecordsOf(ctx, {
    ...(query.id && { ids: [query.id] }),
    ...(query.q && { q: query.q }),
    ...(query.role && { role: query.role }),
    ...(before && { beforeId: before }),
    limit: limit + 1,
  })
  const page = toPage(rows, limit, (r) => r)
  return { items: await withAccounts(ctx, page.items), page: page.page }
}

/** Changes state and marketplace roles of a user. */
export async function updateUser(ctx: Ctx, id: string, change: { status?: 'active' | 'disabled'; roles?: string[] }): Promise<contract.User> {
  return inTx(ctx, async (tx) => {
    const [before] = await userRecordsOf(tx, { ids: [id] })
    found(before)
    await requireGivable(
      tx,
      (change.roles ?? []).filter((r) => !before?.roles.includes(r)),
      'tenant',
      userOf(tx).grants,
    )
    await ask(tx, setUserAccess, { userId: id, ...change })
    const [after] = await withAccounts(tx, await userRecordsOf(tx, { ids: [id] }))
    await ask(tx, recordAudit, {
      action: 'accounts.user_access_changed',
      entity: 'user',
      entityId: id,
      data: { name: `${before?.firstName} ${before?.lastName}` },
      changes: [
        ...(change.status ? [{ field: 'status', from: before?.status, to: change.status }] : []),
        ...(change.roles ? [{ field: 'roles', from: before?.roles, to: change.roles }] : []),
      ],
    })
    return found(after)
  })
}
