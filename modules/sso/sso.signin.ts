import { recordAudit } from '@itellico/contracts/audit'
import { sessionAlive, signInByProvider, type Tokens } from '@itellico/contracts/auth'
import { enrolmentRequired, secondFactorRequired } from '@itellico/contracts/second-factors'
import { ssoRefused, ssoStateInvalid, type SsoTest } from '@itellico/contracts/sso'
import type { Ctx } from '@itellico/kernel/context'
import { randomToken } from '@itellico/kernel/crypto'
import { DEVICE_HEADER } from '@itellico/kernel/devices'
import { AppError, fail } from '@itellico/kernel/errors'
import { ask } from '@itellico/kernel/operations'
import { found } from '../actor.ts'
import { link, loginOf, note, rulesOf, setRoles } from './sso.identities.ts'
import { authorizationUrl, readCode } from './sso.oidc.ts'
import { keepPending, requireOwnOrigin, takePending, type Pending } from './sso.pending.ts'
import { rolesOf, safePath, type Claimed } from './sso.policy.ts'
import * as repository from './sso.repository.ts'
import { readResponse, samlUrl } from './sso.saml.ts'

type Found = NonNullable<Awaited<ReturnType<typeof repository.find>>>

/** What a browser brings to begin. */
export interface Begin {
  readonly connectionId: string
  readonly browser: string
  readonly origin: string
  readonly next?: string
  readonly remember?: boolean
}

/** Sends a browser to a provider: to sign in, to link an identity, or to test a connection that need not be switched on yet. */
export async function begin(ctx: Ctx, purpose: Pending['purpose'], input: Begin): Promise<{ url: string }> {
  const origin = await requireOwnOrigin(ctx, input.origin)
  const connection = found(await repository.find(ctx.db, input.connectionId))
  found(connection.enabled || purpose === 'test' || null)
  const pending = {
    connectionId: connection.id,
    version: connection.version,
    purpose,
    userId: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    sessionId: ctx.actor.kind === 'user' ? ctx.actor.sessionId : null,
    origin,
    nonce: randomToken(),
    verifier: randomToken(),
    next: safePath(input.next),
    remember: input.remember ?? false,
  }
  const state = await keepPending(ctx, pending, input.browser)
  const url = connection.kind === 'saml' ? await samlUrl(ctx, connection, origin, state) : await authorizationUrl(ctx, connection, pending, state)
  return { url }
}

/** What a browser brings back from a provider. */
export interface Answer {
  readonly browser: string
  readonly state: string
  readonly code?: string
  readonly iss?: string
  readonly samlResponse?: string
}

interface Finished {
  readonly purpose: Pending['purpose']
  readonly connectionId: string
  readonly next: string | null
  readonly remember: boolean
  readonly tokens: Tokens | null
}

/** Takes what a browser brings back from a provider, once, and from the browser that went there only. */
export async function finish(ctx: Ctx, answer: Answer, headers: Readonly<Record<string, string | undefined>>): Promise<Finished> {
  const { pending, own } = await takePending(ctx, answer.state, answer.browser)
  const connection = await repository.find(ctx.db, pending.connectionId)
  if (!connection) throw fail(ssoStateInvalid)
  const done = { purpose: pending.purpose, connectionId: connection.id, next: pending.next, remember: pending.remember, tokens: null }
  try {
    if (!own || connection.version !== pending.version || !(connection.enabled || pending.purpose === 'test')) throw fail(ssoStateInvalid)
    const claimed = await read(ctx, connection, pending, answer)
    if (pending.purpose === 'test') await keepTest(ctx, connection, claimed)
    else if (pending.purpose === 'link') await link(ctx, connection, claimed, await stillSignedIn(ctx, pending))
    else return { ...done, tokens: await signIn(ctx, connection, pending, claimed, headers) }
    return done
  } catch (e) {
    if (!(e instanceof AppError) || e.contract === secondFactorRequired || e.contract === enrolmentRequired) throw e
    await ask(ctx, recordAudit, {
      action: 'sso.refused',
      entity: 'sso_connection',
      entityId: connection.id,
      data: { name: connection.name, code: e.contract.code },
    })
    if (pending.purpose !== 'test' || !own) throw e
    await saveTest(ctx, connection, { ...nobody, problem: e.contract.code })
    return done
  }
}

async function stillSignedIn(ctx: Ctx, { userId, sessionId }: Pending): Promise<string> {
  if (userId === null || sessionId === null || !(await ask(ctx, sessionAlive, { sessionId }))) throw fail(ssoStateInvalid)
  return userId
}

function read(ctx: Ctx, connection: Found, pending: Pending, { state, code, iss, samlResponse }: Answer): Promise<Claimed> {
  const saml = connection.kind === 'saml'
  if (saml && samlResponse !== undefined) return readResponse(ctx, connection, connection.domains, pending, { state, response: samlResponse })
  if (!saml && code !== undefined) return readCode(ctx, connection, pending, { state, code, iss })
  // the provider refused, or somebody called it off there
  throw fail(ssoRefused)
}

async function signIn(ctx: Ctx, connection: Found, pending: Pending, claimed: Claimed, headers: Readonly<Record<string, string | undefined>>): Promise<Tokens> {
  const userId = await loginOf(ctx, connection, claimed)
  await setRoles(ctx, connection, claimed, userId)
  await note(ctx, 'signed_in', connection.name, userId)
  return ask(ctx, signInByProvider, {
    userId,
    factors: connection.trustsMfa && claimed.secondFactor,
    remember: pending.remember,
    userAgent: headers['user-agent'] ?? '',
    devices: headers[DEVICE_HEADER] ?? null,
  })
}

const nobody: Omit<SsoTest, 'at' | 'problem'> = { subject: null, email: null, emailVerified: false, name: null, groups: [], roles: [], secondFactor: false }

async function keepTest(ctx: Ctx, connection: Found, claimed: Claimed): Promise<void> {
  const { subject, email, emailVerified, groups, secondFactor } = claimed
  const name = [claimed.firstName, claimed.lastName].filter(Boolean).join(' ') || null
  await saveTest(ctx, connection, {
    problem: null,
    subject,
    email,
    emailVerified,
    name,
    groups: groups.slice(0, 50),
    roles: rolesOf(rulesOf(connection), groups),
    secondFactor,
  })
}

async function saveTest(ctx: Ctx, connection: Found, test: Omit<SsoTest, 'at'>): Promise<void> {
  await repository.saveTest(ctx.db, connection.id, JSON.stringify({ at: ctx.now().toISOString(), ...test }))
  await ask(ctx, recordAudit, { action: 'sso.connection_tested', entity: 'sso_connection', entityId: connection.id, data: { name: connection.name } })
}
