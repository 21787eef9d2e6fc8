import * as contract from '@itellico/contracts/access'
import { membersWithRole } from '@itellico/contracts/accounts'
import { recordAudit } from '@itellico/contracts/audit'
import { bumpEpoch, holdersOf } from '@itellico/contracts/auth'
import { versionStale } from '@itellico/contracts/kit'
import { matches, permissions, systemRoles } from '@itellico/contracts/permissions'
import { because, refused, type FieldProblem } from '@itellico/contracts/refusals'
import {
  MAX_INHERITANCE,
  beyond,
  catalogue,
  decide,
  lineOf,
  patternsOf,
  rulesOfRole,
  shippedRoles,
  tierOfPattern,
  type RoleRules,
} from '@itellico/contracts/rights'
import { inTx, lockInTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { found, userOf } from '../actor.ts'
import { slugify } from '../slugs.ts'
import * as repository from './access.repository.ts'
import { rolesHere } from './access.rights.ts'

type Roles = ReadonlyMap<string, RoleRules>
const LOCK = 'custom-roles'

function toRole(rules: RoleRules, roles: Roles, own: repository.RoleRow | undefined): contract.Role {
  const all = rulesOfRole(rules.key, roles)
  const shipped = systemRoles.find((r) => r.key === rules.key)
  return {
    key: rules.key,
    name: own?.name ?? shipped?.name ?? rules.key,
    description: own?.description ?? shipped?.description ?? '',
    scope: rules.scope,
    shipped: !own,
    inherits: rules.inherits,
    allow: [...rules.allow],
    deny: [...rules.deny],
    permissions: catalogue.filter((p) => decide(all, p).allowed).map((key) => ({ key, description: permissions[key] })),
    version: own?.version ?? 1,
  }
}

/** The roles that people of the marketplace can have: shipped ones first. */
export async function list(ctx: Ctx): Promise<contract.Role[]> {
  const [roles, rows] = await Promise.all([rolesHere(ctx), repository.roles(ctx.db)])
  return [...roles.values()]
    .filter((r) => r.scope !== 'platform')
    .map((r) =>
      toRole(
        r,
        roles,
        rows.find((row) => row.key === r.key),
      ),
    )
}

/** The roles that members of accounts can have, by name. */
export async function listOfAccounts(ctx: Ctx) {
  const all = await list(ctx)
  return all.filter((r) => r.scope === 'account').map(({ key, name, description, shipped }) => ({ key, name, description, shipped }))
}

/** Which of some roles can be held in a scope, and what each comes to. */
export async function rolesIn(ctx: Ctx, scope: 'account' | 'tenant', keys: readonly string[]) {
  const roles = await rolesHere(ctx)
  return keys.flatMap((key) => {
    if (roles.get(key)?.scope !== scope) return []
    return [{ key, patterns: patternsOf(rulesOfRole(key, roles)) }]
  })
}

/** The roles that some roles are or stand on. */
export async function rolesBehind(ctx: Ctx, keys: readonly string[]): Promise<string[]> {
  const roles = keys.every((key) => shippedRoles.has(key)) ? shippedRoles : await rolesHere(ctx)
  return [...new Set(keys.flatMap((key) => lineOf(key, roles).map((r) => r.key)))]
}

/** Refuses patterns of another tier, or that fit no permission there is. */
export function unfitPatterns(field: string, patterns: readonly string[], tier: string): FieldProblem[] {
  return patterns.flatMap((pattern) => {
    if (tierOfPattern(pattern) !== tier) return [refused(field, 'patternTier', { pattern, tier })]
    return catalogue.some((p) => matches(pattern, p)) ? [] : [refused(field, 'patternUnknown', { pattern })]
  })
}

/** Refuses a role that stands on what it cannot stand on, or that gives what whoever makes it does not have. */
function check(ctx: Ctx, role: RoleRules, roles: Roles): void {
  const errors = [...unfitPatterns('allow', role.allow, role.scope), ...unfitPatterns('deny', role.deny, role.scope)]
  if (role.inherits !== null) {
    const line = lineOf(role.key, roles)
    const base = roles.get(role.inherits)
    if (base?.scope !== role.scope) errors.push(refused('inherits', 'roleScope'))
    else if ((line.at(-1)?.inherits ?? null) !== null) errors.push(refused('inherits', 'roleCircle'))
    else if (line.length > MAX_INHERITANCE) errors.push(refused('inherits', 'roleDepth', { max: MAX_INHERITANCE }))
  }
  if (errors.length) throw fail(contract.rulesUnfit, { errors })
  // what an account's people may do is the account's own affair: its owner has all of it
  if (role.scope === 'account') return
  const more = beyond(userOf(ctx).grants, patternsOf(rulesOfRole(role.key, roles)))
  if (more.length) throw fail(contract.beyondOwn, because('beyondOwn', { permission: more[0] ?? '' }))
}

/** Everybody who holds one of some roles, in the marketplace or in an account. */
async function holdersOfAny(tx: TxCtx, roles: string[]): Promise<string[]> {
  return [...new Set([...(await ask(tx, holdersOf, { roles })), ...(await ask(tx, membersWithRole, { roles }))])]
}

/** Whoever holds the role, or one that stands on it, has the new rights at the next request. */
async function renewHolders(tx: TxCtx, key: string, roles: Roles): Promise<void> {
  const touched = [...roles.keys()].filter((k) => lineOf(k, roles).some((r) => r.key === key))
  await ask(tx, bumpEpoch, { userIds: await holdersOfAny(tx, touched), endSessions: false, reason: 'a role was changed' })
}

interface RoleInput {
  readonly name: string
  readonly description: string
  readonly scope: 'account' | 'tenant'
  readonly inherits?: string | null
  readonly allow: readonly string[]
  readonly deny: readonly string[]
}

/** Makes a role of the marketplace. */
export async function create(ctx: Ctx, input: RoleInput): Promise<contract.Role> {
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, LOCK)
    const roles = await rolesHere(tx)
    const base = `custom_${slugify(input.name, 'role').replaceAll('-', '_').slice(0, 30)}`
    let key = base
    for (let n = 2; roles.has(key); n++) key = `${base}_${n}`
    const rules: RoleRules = { key, scope: input.scope, inherits: input.inherits ?? null, allow: input.allow, deny: input.deny }
    const next = new Map([...roles, [key, rules] as const])
    check(tx, rules, next)
    const { scope, inherits, allow, deny } = rules
    const row = await repository.insertRole(tx.db, {
      id: newId(),
      key,
      name: input.name.trim(),
      description: input.description.trim(),
      scope,
      inherits,
      allow: [...allow],
      deny: [...deny],
    })
    await ask(tx, recordAudit, { action: 'access.role_created', entity: 'role', entityId: row.id, data: { name: row.name } })
    return toRole(rules, next, row)
  })
}

async function own(tx: TxCtx, key: string): Promise<repository.RoleRow> {
  if (shippedRoles.has(key)) throw fail(contract.roleShipped)
  return found(await repository.findRole(tx.db, key))
}

/** Changes a role of the marketplace. */
export async function update(ctx: Ctx, key: string, change: Partial<Omit<RoleInput, 'scope'>>, ifMatch: number | null): Promise<contract.Role> {
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, LOCK)
    const before = await own(tx, key)
    if (ifMatch !== null && ifMatch !== before.version) throw fail(versionStale, { context: { version: before.version } })
    const rules: RoleRules = {
      key,
      scope: before.scope as 'account' | 'tenant',
      inherits: change.inherits === undefined ? before.inherits : change.inherits,
      allow: change.allow ?? before.allow,
      deny: change.deny ?? before.deny,
    }
    const roles = new Map([...(await rolesHere(tx)), [key, rules] as const])
    check(tx, rules, roles)
    const row = await repository.updateRole(tx.db, key, {
      name: change.name?.trim() ?? before.name,
      description: change.description?.trim() ?? before.description,
      inherits: rules.inherits,
      allow: [...rules.allow],
      deny: [...rules.deny],
    })
    await renewHolders(tx, key, roles)
    const changes = (['name', 'description', 'inherits', 'allow', 'deny'] as const).flatMap((field) =>
      JSON.stringify(before[field]) === JSON.stringify(row[field]) ? [] : [{ field, from: before[field], to: row[field] }],
    )
    await ask(tx, recordAudit, { action: 'access.role_changed', entity: 'role', entityId: row.id, data: { name: row.name }, changes })
    return toRole(rules, roles, row)
  })
}

/** Deletes a role that nobody holds and that no other stands on. */
export async function remove(ctx: Ctx, key: string): Promise<void> {
  await inTx(ctx, async (tx) => {
    await lockInTx(tx, LOCK)
    const row = await own(tx, key)
    const holders = (await holdersOfAny(tx, [key])).length
    const heirs = (await repository.roles(tx.db)).filter((r) => r.inherits === key).length
    if (holders + heirs > 0) throw fail(contract.roleInUse, because('roleInUse', { holders, roles: heirs }))
    await repository.deleteRole(tx.db, key)
    await ask(tx, recordAudit, { action: 'access.role_deleted', entity: 'role', entityId: row.id, data: { name: row.name } })
  })
}
