import 'server-only'
import { cache } from 'react'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { locale as localeParam, tenant as tenantParam } from 'next/root-params'
import { me as meContract, type Me } from '@itellico/contracts/auth'
import { ApiProblem, call, type CallInput } from '@itellico/contracts/client'
import type { RouteContract } from '@itellico/contracts/kit'
import type { Permission } from '@itellico/contracts/permissions'
import type { Static } from 'typebox'
import { ACCOUNT_COOKIE } from './cookie-names'
import { sessionCookie } from './cookies'
import { mayDo } from './permissions'
import { PLATFORM_REALM, freshSession, renewedSession, type StoredSession } from './session-store'
import { upstream } from './upstream'

/**
 * The session of this request, or null. A session of another tenant counts as none.
 * Reads cookies: call it below a Suspense boundary.
 */
export const getSession = cache(async (): Promise<StoredSession | null> => {
  // a session is fresh or not by the clock, which belongs to a request and never to a prerender
  await connection()
  const jar = await cookies()
  const realm = (await tenantParam()) ?? PLATFORM_REALM
  const sid = jar.get(sessionCookie())?.value
  const session = sid ? await freshSession(sid) : null
  return session?.realm === realm ? session : null
})

/** The session of this request; sends everybody else to the sign-in page. */
export async function requireSession(): Promise<StoredSession> {
  const session = await getSession()
  if (!session) await toSignIn()
  return session as StoredSession
}

async function toSignIn(): Promise<never> {
  const from = (await headers()).get('x-page-path')
  const query = new URLSearchParams({ ...(from && { next: from }), ...((await cookies()).has(sessionCookie()) && { ended: '1' }) })
  redirect(`/login${query.size > 0 ? `?${query}` : ''}`)
}

/** Calls the API as the signed-in person. Never cached. A refused session leads to the sign-in page. */
export async function userCall<C extends RouteContract>(contract: C, input: CallInput<C> = {}): Promise<Static<C['response']>> {
  const session = await requireSession()
  const incoming = await headers()
  const accountId = input.accountId ?? (contract.path.startsWith('/account') ? await getActiveAccountId(await requireMe()) : null)
  const callAs = ({ tenantId, accessToken }: StoredSession) => {
    const transport = upstream({
      tenant: tenantId,
      accessToken,
      ...(incoming.get('x-client-ip') && { forwardedFor: incoming.get('x-client-ip') ?? '' }),
      ...(incoming.get('x-request-id') && { requestId: incoming.get('x-request-id') ?? '' }),
    })
    return call(transport, contract, { ...input, ...(accountId && { accountId }) })
  }
  try {
    return await callAs(session)
  } catch (cause) {
    if (!isSignedOut(cause)) throw cause
  }
  const renewed = await renew(session)
  if (!renewed) return toSignIn()
  try {
    return await callAs(renewed)
  } catch (cause) {
    if (isSignedOut(cause)) return toSignIn()
    throw cause
  }
}

const isSignedOut = (cause: unknown) => cause instanceof ApiProblem && cause.problem.status === 401

/** The session with a new token, once for all calls of a request whose token was refused. */
const renew = cache(async (session: StoredSession): Promise<StoredSession | null> => {
  const sid = (await cookies()).get(sessionCookie())?.value
  return sid ? renewedSession(sid, session.accessToken) : null
})

/** The signed-in person, or null. */
export const getMe = cache(async (): Promise<Me | null> => ((await getSession()) ? userCall(meContract) : null))

/** The signed-in person; sends everybody else to the sign-in page. */
export async function requireMe(): Promise<Me> {
  await requireSession()
  return (await getMe()) as Me
}

/** The account that the person acts for: the chosen one when it is theirs, else their first. */
export async function getActiveAccountId(me: Me): Promise<string | null> {
  const chosen = (await cookies()).get(ACCOUNT_COOKIE)?.value
  return me.memberships.find((m) => m.accountId === chosen)?.accountId ?? me.memberships[0]?.accountId ?? null
}

/** Lets people with the permission through; sends the others to the page that explains. The API decides again. */
export async function requirePermission(permission: Permission): Promise<Me> {
  const me = await requireMe()
  if (!mayDo(me, permission, await getActiveAccountId(me))) redirect('/no-access')
  return me
}

/** Language of the page, from its address inside the application; English on the platform's own host. */
export async function getLocale(): Promise<string> {
  return (await localeParam()) ?? 'en'
}
