import { recordAudit } from '@itellico/contracts/audit'
import { userRecords } from '@itellico/contracts/auth'
import { systemRoles } from '@itellico/contracts/permissions'
import {
  scimTaken,
  scimValueInvalid,
  type DirectoryGroup,
  type GroupRole,
  type ScimGroup,
  type ScimGroupInput,
  type ScimListQuery,
  type ScimPatch,
} from '@itellico/contracts/scim'
import type { Ctx, TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { scimUrl } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import { found } from '../actor.ts'
import { pageOf, readFilter } from './scim.filters.ts'
import { applyPatch } from './scim.patch.ts'
import { changing, setAccess } from './scim.people.ts'
import * as repository from './scim.repository.ts'
import { requireVersion, shaped, toGroup, toList, type Login } from './scim.view.ts'

type Group = repository.GroupRow
const BATCH = 1000
const keyOf = (name: string): string => name.trim().toLowerCase()

/** The role of the marketplace that a group is named like, or null. */
export function roleNamed(name: string): GroupRole | null {
  const role = systemRoles.find((r) => r.scope === 'tenant' && [r.key, r.name.toLowerCase()].includes(keyOf(name)))
  return (role?.key as GroupRole | undefined) ?? null
}

async function logins(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Login>> {
  const all = new Map<string, Login>()
  for (let from = 0; from < ids.length; from += BATCH)
    for (const u of await ask(ctx, userRecords, { ids: ids.slice(from, from + BATCH), limit: BATCH })) all.set(u.id, u)
  return all
}

async function view(ctx: Ctx, groups: readonly Group[]): Promise<ScimGroup[]> {
  const known = await logins(ctx, [...new Set(groups.flatMap((g) => g.members.map((m) => m.userId)))])
  const names = new Map([...known].map(([id, u]) => [id, `${u.firstName} ${u.lastName}`.trim()]))
  return groups.map((g) => toGroup(ctx, g, names))
}

const one = async (ctx: Ctx, id: string): Promise<ScimGroup> => found((await view(ctx, [found(await repository.group(ctx.db, id))]))[0])

/** A group. */
export async function get(ctx: Ctx, id: string, query: { attributes?: string; excludedAttributes?: string }): Promise<ScimGroup> {
  return shaped(await one(ctx, id), query)
}

/** Groups, by filter and page. */
export async function list(ctx: Ctx, query: ScimListQuery) {
  const { skip, take } = pageOf(query)
  const fits = query.filter ? readFilter(query.filter).fits : () => true
  const all = (await view(ctx, await repository.groups(ctx.db))).filter(fits)
  return toList(
    all.slice(skip, skip + take).map((g) => shaped(g, query)),
    all.length,
    skip,
  )
}

/** Gives and takes the role of a group, for those who come and go; another group that gives it keeps it for them. */
async function move(tx: TxCtx, role: string | null, come: readonly string[], go: readonly string[]): Promise<void> {
  if (!role) return
  const kept = new Set((await repository.groupsOf(tx.db, go)).filter((m) => m.group.role === role).map((m) => m.userId))
  const people = await logins(tx, [...come, ...go])
  for (const id of come) await setAccess(tx, found(people.get(id)), { gains: [role] })
  for (const id of go.filter((g) => !kept.has(g))) {
    const login = people.get(id)
    if (login) await setAccess(tx, login, { loses: [role] })
  }
}

async function setMembers(tx: TxCtx, group: Pick<Group, 'id' | 'role' | 'members'>, wanted: readonly string[]): Promise<{ come: string[]; go: string[] }> {
  const have = new Set(group.members.map((m) => m.userId))
  const want = new Set(wanted.map((id) => id.toLowerCase()))
  const come = [...want].filter((id) => !have.has(id))
  const go = [...have].filter((id) => !want.has(id))
  const known = await logins(tx, come)
  const removed = new Set((await repository.links(tx.db, come)).filter((l) => l.removedAt).map((l) => l.userId))
  const unknown = come.find((id) => !known.has(id) || removed.has(id))
  if (unknown) throw fail(scimValueInvalid, { detail: `There is no user ${unknown}.` })
  await repository.removeMembers(tx.db, { groupId: group.id, userIds: go })
  await repository.addMembers(tx.db, group.id, come)
  await move(tx, group.role, come, go)
  return { come, go }
}

async function requireFree(tx: TxCtx, name: string, ownId: string | null): Promise<void> {
  const known = await repository.groupNamed(tx.db, keyOf(name))
  if (known && known.id !== ownId) throw fail(scimTaken, { detail: 'There is a group with this displayName.' })
}

const audit = (
  tx: TxCtx,
  action: 'group_added' | 'group_changed' | 'group_removed' | 'group_role_changed',
  id: string,
  name: string,
  changes: readonly { field: string; from: unknown; to: unknown }[] = [],
) => ask(tx, recordAudit, { action: `scim.${action}`, entity: 'group', entityId: id, data: { name }, ...(changes.length > 0 && { changes: [...changes] }) })

/** Adds a group; one that is named like a role of the marketplace gives it. */
export async function create(ctx: Ctx, input: ScimGroupInput): Promise<ScimGroup> {
  return changing(ctx, async (tx) => {
    const displayName = input.displayName.trim()
    await requireFree(tx, displayName, null)
    const group = { id: newId(), role: roleNamed(displayName), members: [] }
    await repository.insertGroup(tx.db, {
      id: group.id,
      displayName,
      nameKey: keyOf(displayName),
      externalId: input.externalId?.trim() || null,
      role: group.role,
      createdAt: tx.now(),
      updatedAt: tx.now(),
    })
    await audit(tx, 'group_added', group.id, displayName, group.role ? [{ field: 'role', from: null, to: group.role }] : [])
    await setMembers(
      tx,
      group,
      (input.members ?? []).map((m) => m.value),
    )
    return one(tx, group.id)
  })
}

async function change(tx: TxCtx, id: string, input: ScimGroupInput): Promise<ScimGroup> {
  const group = found(await repository.group(tx.db, id))
  const displayName = input.displayName.trim()
  const externalId = input.externalId?.trim() || null
  await requireFree(tx, displayName, id)
  const { come, go } = await setMembers(
    tx,
    group,
    (input.members ?? []).map((m) => m.value),
  )
  const changes = [
    ...(displayName === group.displayName ? [] : [{ field: 'name', from: group.displayName, to: displayName }]),
    ...(externalId === group.externalId ? [] : [{ field: 'externalId', from: group.externalId, to: externalId }]),
    ...(come.length + go.length === 0 ? [] : [{ field: 'members', from: go, to: come }]),
  ]
  if (changes.length > 0) {
    // a new name changes no rights: which role a group gives is said when it is added, or by an admin
    await repository.updateGroup(tx.db, id, { displayName, nameKey: keyOf(displayName), externalId, updatedAt: tx.now() })
    await audit(tx, 'group_changed', id, displayName, changes)
  }
  return one(tx, id)
}

/** Changes a group as a whole. */
export async function replace(ctx: Ctx, id: string, input: ScimGroupInput, ifMatch: string | undefined): Promise<ScimGroup> {
  return changing(ctx, async (tx) => {
    requireVersion(await one(tx, id), ifMatch)
    return change(tx, id, input)
  })
}

/** Changes name or members of a group. */
export async function patch(
  ctx: Ctx,
  id: string,
  message: ScimPatch,
  ifMatch: string | undefined,
  check: (value: unknown) => ScimGroupInput,
): Promise<ScimGroup> {
  return changing(ctx, async (tx) => {
    const before = await one(tx, id)
    requireVersion(before, ifMatch)
    const { meta: _meta, ...own } = before
    return change(tx, id, check(await applyPatch('group', own, message)))
  })
}

/** Removes a group; its members lose the role that it gave. */
export async function remove(ctx: Ctx, id: string, ifMatch: string | undefined): Promise<void> {
  await changing(ctx, async (tx) => {
    requireVersion(await one(tx, id), ifMatch)
    const group = found(await repository.group(tx.db, id))
    await setMembers(tx, group, [])
    await repository.deleteGroup(tx.db, id)
    await audit(tx, 'group_removed', id, group.displayName)
  })
}

const toDirectoryGroup = (g: Group): DirectoryGroup => ({ id: g.id, name: g.displayName, members: g.members.length, role: g.role as GroupRole | null })

/** Groups as the admins see them, and where a directory finds SCIM. */
export async function overview(ctx: Ctx): Promise<{ baseUrl: string; items: DirectoryGroup[] }> {
  return { baseUrl: scimUrl(ctx.kernel.config, ctx.realm, ''), items: (await repository.groups(ctx.db)).map(toDirectoryGroup) }
}

/** Says which role a group gives; its members get and lose it at once. */
export async function setRole(ctx: Ctx, id: string, role: GroupRole | null): Promise<DirectoryGroup> {
  return changing(ctx, async (tx) => {
    const group = found(await repository.group(tx.db, id))
    if (group.role !== role) {
      await repository.updateGroup(tx.db, id, { role, updatedAt: tx.now() })
      const members = group.members.map((m) => m.userId)
      await move(tx, role, members, [])
      await move(tx, group.role, [], members)
      await audit(tx, 'group_role_changed', id, group.displayName, [{ field: 'role', from: group.role, to: role }])
    }
    return toDirectoryGroup(found(await repository.group(tx.db, id)))
  })
}
