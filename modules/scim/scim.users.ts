import { recordAudit } from '@itellico/contracts/audit'
import { changeIdentity, ensureUser, findUserByEmail, userRecords, userWindow } from '@itellico/contracts/auth'
import { scimTaken, type ScimListQuery, type ScimPatch, type ScimUser, type ScimUserInput } from '@itellico/contracts/scim'
import type { Ctx, TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { ask } from '@itellico/kernel/operations'
import { normalised } from '@itellico/kernel/sealing'
import { found } from '../actor.ts'
import { pageOf, readFilter, type Filter } from './scim.filters.ts'
import { applyPatch } from './scim.patch.ts'
import { changing, loginOf, requireOthers, setAccess } from './scim.people.ts'
import { readUser, type UserWish } from './scim.reading.ts'
import * as repository from './scim.repository.ts'
import { requireVersion, shaped, toList, toUser, type Login } from './scim.view.ts'

const BATCH = 500
type Shape = { attributes?: string; excludedAttributes?: string }

const indexOf = async (ctx: Ctx, text: string): Promise<string> => (await ctx.kernel.keyrings.of(ctx.realm.id)).index(normalised(text))
const nameOf = (u: { firstName: string; lastName: string }): string => `${u.firstName} ${u.lastName}`.trim()

/** Logins as SCIM words them, in the order of their ids; those whom the directory has taken out are left out. */
async function view(ctx: Ctx, logins: readonly Login[]): Promise<ScimUser[]> {
  const ids = logins.map((u) => u.id)
  const [links, memberships] = await Promise.all([repository.links(ctx.db, ids), repository.groupsOf(ctx.db, ids)])
  const linkOf = new Map(links.map((l) => [l.userId, l]))
  return logins
    .filter((u) => !linkOf.get(u.id)?.removedAt)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((u) =>
      toUser(
        ctx,
        u,
        linkOf.get(u.id),
        memberships.filter((m) => m.userId === u.id).map((m) => m.group),
      ),
    )
}

const viewIds = async (ctx: Ctx, ids: readonly string[]): Promise<ScimUser[]> =>
  ids.length === 0 ? [] : view(ctx, await ask(ctx, userRecords, { ids: [...ids], limit: ids.length }))

const one = async (ctx: Ctx, id: string): Promise<ScimUser> => found((await viewIds(ctx, [id]))[0])

/** A user. */
export async function get(ctx: Ctx, id: string, query: Shape): Promise<ScimUser> {
  return shaped(await one(ctx, id), query)
}

/** Ids of those who can have an exact value: addresses are kept sealed, and found by their index. */
async function candidates(ctx: Ctx, { attribute, value }: NonNullable<Filter['exact']>): Promise<string[]> {
  if (attribute === 'id') return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? [value] : []
  const index = await indexOf(ctx, value)
  const link = attribute === 'email' ? null : await repository.linkBy(ctx.db, attribute === 'userName' ? { userNameIndex: index } : { externalIdIndex: index })
  const login = attribute === 'externalId' ? null : await ask(ctx, findUserByEmail, { email: value })
  return [...new Set([link?.userId, login?.userId].filter((id) => id !== undefined))]
}

async function matching(ctx: Ctx, filter: Filter): Promise<ScimUser[]> {
  if (filter.exact) return (await viewIds(ctx, await candidates(ctx, filter.exact))).filter(filter.fits)
  const all: ScimUser[] = []
  for (let skip = 0; ; skip += BATCH) {
    const { ids } = await ask(ctx, userWindow, { skip, take: BATCH, exceptIds: [] })
    if (ids.length === 0) return all
    all.push(...(await viewIds(ctx, ids)).filter(filter.fits))
  }
}

/** Users of the marketplace, by filter and page, the oldest first. */
export async function list(ctx: Ctx, query: ScimListQuery) {
  const { skip, take } = pageOf(query)
  if (query.filter) {
    const all = await matching(ctx, readFilter(query.filter))
    return toList(
      all.slice(skip, skip + take).map((u) => shaped(u, query)),
      all.length,
      skip,
    )
  }
  const { ids, total } = await ask(ctx, userWindow, { skip, take, exceptIds: await repository.removedIds(ctx.db) })
  return toList(
    (await viewIds(ctx, ids)).map((u) => shaped(u, query)),
    total,
    skip,
  )
}

/** Refuses names and ids of others. */
async function requireFree(tx: TxCtx, wish: UserWish, ownId: string | null): Promise<void> {
  const byName = await repository.linkBy(tx.db, { userNameIndex: await indexOf(tx, wish.userName) })
  const byExternal = wish.externalId ? await repository.linkBy(tx.db, { externalIdIndex: await indexOf(tx, wish.externalId) }) : null
  for (const [what, link] of [
    ['userName', byName],
    ['externalId', byExternal],
  ] as const)
    if (link && link.userId !== ownId) throw fail(scimTaken, { detail: `The ${what} belongs to another user.` })
}

async function saveLink(tx: TxCtx, userId: string, wish: UserWish): Promise<void> {
  await repository.saveLink(tx.db, {
    userId,
    userName: wish.userName,
    userNameIndex: await indexOf(tx, wish.userName),
    externalId: wish.externalId,
    externalIdIndex: wish.externalId ? await indexOf(tx, wish.externalId) : null,
    removedAt: null,
  })
}

const audit = (tx: TxCtx, action: 'user_added' | 'user_changed' | 'user_removed', userId: string, name: string, changes: readonly Change[] = []) =>
  ask(tx, recordAudit, { action: `scim.${action}`, entity: 'user', entityId: userId, data: { name }, ...(changes.length > 0 && { changes: [...changes] }) })
interface Change {
  readonly field: string
  readonly from: unknown
  readonly to: unknown
}

/** Adds a user, or brings back one whom the directory had taken out. Whoever is here already is found by a filter, not added twice. */
export async function create(ctx: Ctx, input: ScimUserInput): Promise<ScimUser> {
  const wish = readUser(ctx, input)
  return changing(ctx, async (tx) => {
    const [byName, byEmail] = [
      await repository.linkBy(tx.db, { userNameIndex: await indexOf(tx, wish.userName) }),
      await ask(tx, findUserByEmail, { email: wish.email }),
    ]
    const known = byEmail?.userId ?? byName?.userId
    const [link] = known ? await repository.links(tx.db, [known]) : []
    if (known && link?.removedAt) return bringBack(tx, known, wish)
    if (known) throw fail(scimTaken, { detail: 'There is a user with this userName or e-mail address.' })
    await requireFree(tx, wish, null)
    const { userId, created } = await ask(tx, ensureUser, {
      email: wish.email,
      firstName: wish.firstName,
      lastName: wish.lastName,
      password: null,
      locale: wish.locale ?? tx.realm.locales[0] ?? 'en',
    })
    // who registered in this very moment
    if (!created) throw fail(scimTaken)
    await saveLink(tx, userId, wish)
    if (wish.active === false) await setAccess(tx, await loginOf(tx, userId), { active: false })
    await audit(tx, 'user_added', userId, nameOf(wish))
    return one(tx, userId)
  })
}

async function bringBack(tx: TxCtx, userId: string, wish: UserWish): Promise<ScimUser> {
  requireOthers(tx, userId)
  await requireFree(tx, wish, userId)
  await changeLogin(tx, await loginOf(tx, userId), wish)
  await saveLink(tx, userId, wish)
  await setAccess(tx, await loginOf(tx, userId), { active: wish.active ?? true })
  await audit(tx, 'user_added', userId, nameOf(wish))
  return one(tx, userId)
}

/** Changes name, address and language of a login; gives what has changed, without the address itself. */
async function changeLogin(tx: TxCtx, login: Login, wish: UserWish): Promise<Change[]> {
  const next = { email: wish.email, firstName: wish.firstName, lastName: wish.lastName, locale: wish.locale ?? login.locale }
  const fields = (['email', 'firstName', 'lastName', 'locale'] as const).filter((f) => login[f] !== next[f])
  if (fields.length === 0) return []
  requireOthers(tx, login.id)
  const { outcome } = await ask(tx, changeIdentity, { userId: login.id, ...next })
  if (outcome === 'taken') throw fail(scimTaken, { detail: 'The e-mail address belongs to another user.' })
  return fields.map((field) => ({ field, from: login[field], to: next[field] }))
}

async function change(tx: TxCtx, before: ScimUser, input: ScimUserInput): Promise<ScimUser> {
  const { id } = before
  const wish = readUser(tx, input)
  const login = await loginOf(tx, id)
  await requireFree(tx, wish, id)
  const links = (['userName', 'externalId'] as const).flatMap((field) =>
    (before[field] ?? null) === wish[field] ? [] : [{ field, from: before[field] ?? null, to: wish[field] }],
  )
  if (links.some((l) => l.field === 'userName')) requireOthers(tx, id)
  const identity = await changeLogin(tx, login, wish)
  // somebody who is known by the address alone keeps the user name when the address changes
  if (links.length > 0 || identity.some((c) => c.field === 'email')) await saveLink(tx, id, wish)
  const access = wish.active === null ? [] : await setAccess(tx, login, { active: wish.active })
  const changes = [...links, ...identity, ...access]
  if (changes.length > 0) await audit(tx, 'user_changed', id, nameOf(wish), changes)
  return one(tx, id)
}

/** Changes a user as a whole; `active` stays as it is where it is not said. */
export async function replace(ctx: Ctx, id: string, input: ScimUserInput, ifMatch: string | undefined): Promise<ScimUser> {
  return changing(ctx, async (tx) => {
    const before = await one(tx, id)
    requireVersion(before, ifMatch)
    return change(tx, before, input)
  })
}

/** Changes parts of a user. */
export async function patch(
  ctx: Ctx,
  id: string,
  message: ScimPatch,
  ifMatch: string | undefined,
  check: (value: unknown) => ScimUserInput,
): Promise<ScimUser> {
  return changing(ctx, async (tx) => {
    const before = await one(tx, id)
    requireVersion(before, ifMatch)
    const { groups: _groups, meta: _meta, ...own } = before
    return change(tx, before, check(await applyPatch('user', own, message)))
  })
}

/** Takes a user out of the directory: the login is switched off, and leaves all groups. What they did stays. */
export async function remove(ctx: Ctx, userId: string, ifMatch: string | undefined): Promise<void> {
  await changing(ctx, async (tx) => {
    const before = await one(tx, userId)
    const { id } = before
    requireVersion(before, ifMatch)
    requireOthers(tx, id)
    const groups = await repository.groupsOf(tx.db, [id])
    const login = await loginOf(tx, id)
    await repository.removeMembers(tx.db, { userIds: [id] })
    const changes = await setAccess(tx, login, { active: false, loses: groups.flatMap((m) => m.group.role ?? []) })
    const name = before.userName ?? login.email
    await repository.saveLink(tx.db, {
      userId: id,
      userName: name,
      userNameIndex: await indexOf(tx, name),
      externalId: null,
      externalIdIndex: null,
      removedAt: tx.now(),
    })
    await audit(tx, 'user_removed', id, nameOf(login), changes)
  })
}
