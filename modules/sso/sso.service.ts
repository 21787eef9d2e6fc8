import { accountNames } from '@itellico/contracts/accounts'
import { recordAudit } from '@itellico/contracts/audit'
import { findLogin } from '@itellico/contracts/auth'
import { refused } from '@itellico/contracts/refusals'
import {
  MAX_CONNECTIONS,
  SSO_ACS,
  SSO_CALLBACK,
  ssoInvalid,
  ssoLastWay,
  ssoLimit,
  type OfferedConnection,
  type SsoConnection,
  type SsoIdentity,
  type SsoKind,
  type SsoTest,
} from '@itellico/contracts/sso'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { webUrl } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import { found, userOf } from '../actor.ts'
import { toDomain } from './sso.domains.ts'
import { note, rulesOf } from './sso.identities.ts'
import { certificateEnds } from './sso.metadata.ts'
import * as repository from './sso.repository.ts'
import { entityIdOf } from './sso.saml.ts'
import { providerOf, requireRules, type Typed } from './sso.settings.ts'

type Row = NonNullable<Awaited<ReturnType<typeof repository.find>>>
type Rules = SsoConnection['rules']

function toConnection(row: Row): SsoConnection {
  const { id, name, enabled, issuer, clientId, ssoUrl, groupsClaim, provisions, syncsRoles, trustsMfa } = row
  return {
    ...{ id, name, enabled, issuer, clientId, ssoUrl, groupsClaim, provisions, syncsRoles, trustsMfa },
    kind: row.kind as SsoKind,
    hasSecret: row.clientSecret !== null,
    certificatesUntil: row.certificates.flatMap((c) => certificateEnds(c)?.toISOString() ?? []),
    rules: rulesOf(row),
    domains: row.domains.map(toDomain),
    test: row.test === null ? null : (JSON.parse(row.test) as SsoTest),
    createdAt: row.createdAt.toISOString(),
  }
}

type Change = 'added' | 'changed' | 'enabled' | 'disabled' | 'removed'
interface Changed {
  readonly field: string
  readonly from: unknown
  readonly to: unknown
}
async function audit(ctx: Ctx, change: Change, { id, name }: { id: string; name: string }, changes: Changed[] = []): Promise<void> {
  await ask(ctx, recordAudit, { action: `sso.connection_${change}`, entity: 'sso_connection', entityId: id, data: { name }, changes })
}

/** Connections with what has to be entered at the providers. */
export async function list(ctx: Ctx) {
  const at = (path: string): string => webUrl(ctx.kernel.config, ctx.realm, path)
  const items = (await repository.list(ctx.db)).map(toConnection)
  const ids = [...new Set(items.flatMap((c) => c.rules.flatMap((r) => r.accountId ?? [])))]
  const accounts = (await ask(ctx, accountNames, { ids })).map(({ id, name }) => ({ id, name }))
  return { items, accounts, callback: at(SSO_CALLBACK), acs: at(SSO_ACS), entityId: entityIdOf(ctx.realm) }
}

/** Adds a connection, switched off. */
export async function create(ctx: Ctx, { kind, name, ...typed }: Typed & { kind: SsoKind; name: string }): Promise<SsoConnection> {
  const provider = await providerOf(ctx, kind, typed, null)
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, 'sso-connections')
    if ((await repository.count(tx.db)) >= MAX_CONNECTIONS) throw fail(ssoLimit)
    const id = newId()
    await repository.insert(tx.db, { id, kind, name: named(name), ...provider })
    await audit(tx, 'added', { id, name })
    return toConnection(found(await repository.find(tx.db, id)))
  })
}

/** What can be changed of a connection. */
export interface Update extends Typed {
  readonly name?: string
  readonly enabled?: boolean
  readonly groupsClaim?: string
  readonly rules?: Rules
  readonly provisions?: boolean
  readonly syncsRoles?: boolean
  readonly trustsMfa?: boolean
}

const SHOWN = ['name', 'enabled', 'issuer', 'clientId', 'ssoUrl', 'groupsClaim', 'rules', 'provisions', 'syncsRoles', 'trustsMfa'] as const

/** Changes a connection; sign-ins that are under way at its provider end. */
export async function update(ctx: Ctx, id: string, { issuer, clientId, clientSecret, metadata, name, rules, ...rest }: Update): Promise<SsoConnection> {
  const before = found(await repository.find(ctx.db, id))
  const provider = await providerOf(
    ctx,
    before.kind as SsoKind,
    {
      ...(issuer !== undefined && { issuer }),
      ...(clientId !== undefined && { clientId }),
      ...(clientSecret !== undefined && { clientSecret }),
      ...(metadata !== undefined && { metadata }),
    },
    before,
  )
  if (rules) await requireRules(ctx, rules)
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, `sso-connection/${id}`)
    const old = toConnection(found(await repository.find(tx.db, id)))
    await repository.update(tx.db, id, {
      ...provider,
      ...rest,
      ...(name !== undefined && { name: named(name) }),
      ...(rules && { rules: rules.map((r) => ({ ...r })) }),
    })
    const next = toConnection(found(await repository.find(tx.db, id)))
    const changes = SHOWN.filter((f) => JSON.stringify(old[f]) !== JSON.stringify(next[f])).map((field) => ({ field, from: old[field], to: next[field] }))
    if (old.enabled !== next.enabled) await audit(tx, next.enabled ? 'enabled' : 'disabled', next)
    if (changes.some((c) => c.field !== 'enabled') || clientSecret !== undefined || metadata !== undefined) await audit(tx, 'changed', next, changes)
    return next
  })
}

function named(name: string): string {
  if (name.trim() === '') throw fail(ssoInvalid, { errors: [refused('name', 'required')] })
  return name.trim()
}

/** Removes a connection with its domains and the links of people to it. */
export async function remove(ctx: Ctx, id: string): Promise<void> {
  await inTx(ctx, async (tx) => {
    const row = found(await repository.find(tx.db, id))
    await repository.remove(tx.db, id)
    await audit(tx, 'removed', row)
  })
}

const offer = ({ id, name, kind }: repository.ConnectionRow): OfferedConnection => ({ id, name, kind: kind as SsoKind })

/** Providers that the sign-in page offers. */
export async function offered(ctx: Ctx): Promise<OfferedConnection[]> {
  return (await repository.listEnabled(ctx.db)).map(offer)
}

/** Identities that the own login is linked to, and what else can be linked. */
export async function identities(ctx: Ctx): Promise<{ items: SsoIdentity[]; offered: OfferedConnection[] }> {
  const rows = await repository.listIdentities(ctx.db, userOf(ctx).userId)
  const items = rows.map((r) => ({
    id: r.id,
    connectionId: r.connectionId,
    name: r.connection.name,
    email: r.email,
    createdAt: r.createdAt.toISOString(),
    lastUsedAt: r.lastUsedAt?.toISOString() ?? null,
  }))
  return { items, offered: (await offered(ctx)).filter((o) => !items.some((i) => i.connectionId === o.id)) }
}

/** Unlinks an identity, unless the person could not sign in any more. */
export async function unlink(ctx: Ctx, id: string): Promise<void> {
  const { userId } = userOf(ctx)
  await inTx(ctx, async (tx) => {
    await lockInTx(tx, `sso-identities/${userId}`)
    const rows = await repository.listIdentities(tx.db, userId)
    const row = found(rows.find((r) => r.id === id))
    const login = await ask(tx, findLogin, { userId })
    if (rows.length === 1 && !login?.hasPassword && login?.passkeys === 0) throw fail(ssoLastWay)
    await repository.removeIdentity(tx.db, userId, id)
    await note(tx, 'unlinked', row.connection.name, userId)
  })
}
