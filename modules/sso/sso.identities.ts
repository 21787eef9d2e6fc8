import { lastAdmin, lastOwner, membershipsOf, setMembership } from '@itellico/contracts/accounts'
import { recordAudit } from '@itellico/contracts/audit'
import { ensureUser, findLogin, setUserAccess } from '@itellico/contracts/auth'
import { ssoLinkFirst, ssoNoLogin, ssoRequired, ssoTaken, type RoleRule } from '@itellico/contracts/sso'
import { inTx, lockInTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { sha256 } from '@itellico/kernel/crypto'
import { AppError, fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { forcedFor } from './sso.domains.ts'
import { membershipsAfter, rolesAfter, rolesOf, type Claimed } from './sso.policy.ts'
import * as repository from './sso.repository.ts'

type Connection = repository.ConnectionRow

/** The rules of a connection. */
export const rulesOf = (connection: Connection): RoleRule[] => connection.rules as unknown as RoleRule[]
const subjectHash = ({ issuer, subject }: Claimed): string => sha256(`${issuer}\n${subject}`)

/** Notes something about a person and a connection on the trail. */
export async function note(
  ctx: Ctx,
  action: 'linked' | 'provisioned' | 'roles_changed' | 'signed_in' | 'unlinked',
  name: string,
  userId: string,
): Promise<void> {
  await ask(ctx, recordAudit, { action: `sso.${action}`, entity: 'user', entityId: userId, data: { name } })
}

/**
 * The login of somebody whom a provider has confirmed. Who is linked is known by the provider's own name for them; a new one is linked by
 * address only when the provider and this marketplace have both confirmed it, and gets a login only where the connection makes some.
 */
export async function loginOf(ctx: Ctx, connection: Connection, claimed: Claimed): Promise<string> {
  return inTx(ctx, async (tx) => {
    const userId = await findOrMake(tx, connection, claimed)
    const login = await ask(tx, findLogin, { userId })
    const forced = login && (await forcedFor(tx, login.email))
    if (forced && forced.id !== connection.id) throw fail(ssoRequired, { context: { connection: forced } })
    return userId
  })
}

async function findOrMake(tx: TxCtx, connection: Connection, claimed: Claimed): Promise<string> {
  await lockInTx(tx, `sso/${connection.id}/${subjectHash(claimed)}`)
  const known = await repository.findIdentity(tx.db, connection.id, subjectHash(claimed))
  if (known) {
    await repository.touchIdentity(tx.db, known.id, claimed.email, tx.now())
    return known.userId
  }
  // says the same whether there is such a login or not: nobody has proven that the address is theirs
  if (!claimed.email || !claimed.emailVerified) throw fail(ssoLinkFirst)
  await lockInTx(tx, `sso-address/${claimed.email.toLowerCase()}`)
  const login = await ask(tx, findLogin, { email: claimed.email })
  if (login && !login.emailVerified) throw fail(ssoLinkFirst)
  if (!login && !connection.provisions) throw fail(ssoNoLogin)
  const userId = login?.userId ?? (await provision(tx, connection, claimed, claimed.email))
  await keep(tx, connection, claimed, userId)
  return userId
}

async function provision(tx: TxCtx, connection: Connection, claimed: Claimed, email: string): Promise<string> {
  const { userId, created } = await ask(tx, ensureUser, {
    email,
    firstName: claimed.firstName ?? email.split('@')[0]?.slice(0, 80) ?? '',
    lastName: claimed.lastName ?? '',
    password: null,
    locale: tx.realm.locales[0] ?? 'en',
  })
  // somebody registered with the address in this very moment: whose it is has not been proven here
  if (!created) throw fail(ssoLinkFirst)
  await note(tx, 'provisioned', connection.name, userId)
  return userId
}

async function keep(tx: TxCtx, connection: Connection, claimed: Claimed, userId: string): Promise<void> {
  const identity = { id: newId(), connectionId: connection.id, userId, subjectHash: subjectHash(claimed), email: claimed.email, createdAt: tx.now() }
  if (!(await repository.insertIdentity(tx.db, identity))) throw fail(ssoTaken)
  await note(tx, 'linked', connection.name, userId)
}

/** Links an identity to the login of whoever asked for it, and has signed in for that. */
export async function link(ctx: Ctx, connection: Connection, claimed: Claimed, userId: string): Promise<void> {
  await inTx(ctx, async (tx) => {
    const known = await repository.findIdentity(tx.db, connection.id, subjectHash(claimed))
    if (known && known.userId !== userId) throw fail(ssoTaken)
    if (!known) await keep(tx, connection, claimed, userId)
  })
}

/** Gives and takes roles and memberships by the groups at the provider; the last admin and the last owner stay. */
export async function setRoles(ctx: Ctx, connection: Connection, claimed: Claimed, userId: string): Promise<void> {
  const rules = rulesOf(connection)
  const login = rules.length > 0 ? await ask(ctx, findLogin, { userId }) : null
  if (!login?.active) return
  const has = [...login.roles].sort()
  const roles = rolesAfter(has, rolesOf(rules, claimed.groups), rules, connection.syncsRoles)
  const memberships = membershipsAfter(await ask(ctx, membershipsOf, { userId }), rules, claimed.groups, connection.syncsRoles)
  let changed = roles.join() !== has.join() && (await keepsLast(ctx, () => ask(ctx, setUserAccess, { userId, roles })))
  for (const membership of memberships) changed = (await keepsLast(ctx, () => ask(ctx, setMembership, { userId, ...membership }))) || changed
  if (changed) await note(ctx, 'roles_changed', connection.name, userId)
}

/** Makes a change, unless it would take the last admin or owner away; says whether it was made. */
async function keepsLast(ctx: Ctx, change: () => Promise<unknown>): Promise<boolean> {
  try {
    await change()
    return true
  } catch (e) {
    if (!(e instanceof AppError) || (e.contract !== lastAdmin && e.contract !== lastOwner)) throw e
    ctx.log.warn('the groups of a provider would take the last admin or owner away')
    return false
  }
}
