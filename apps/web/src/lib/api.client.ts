'use client'

import { ApiProblem, call, type CallInput, type Transport } from '@itellico/contracts/client'
import type { RouteContract } from '@itellico/contracts/kit'
import { stepUpRequired } from '@itellico/contracts/second-factors'
import type { Static } from 'typebox'
import { askStepUp } from './step-up'

const PREFIX = '/api/v1'
let activeAccount: string | null = null

/** Sets the account that calls from this tab act for. Only the shell calls this. */
export function setActiveAccount(accountId: string | null): void {
  // One server process renders for many people: there is no "active account" there.
  if (typeof window !== 'undefined') activeAccount = accountId
}

/** Talks to the API through this origin, where the session lives. */
const transport: Transport = (path, init) => fetch(`/api/bff${path.slice(PREFIX.length)}`, { ...init, credentials: 'same-origin' })

/**
 * Calls the API as the signed-in person in the active account (or as a visitor, for public routes). Rejects with `ApiProblem`.
 * Where the API wants to know once more that it is them, the person is asked, and the call goes out again.
 */
export async function api<C extends RouteContract>(contract: C, input: CallInput<C> = {}): Promise<Static<C['response']>> {
  const send = () => call(transport, contract, { ...(activeAccount && { accountId: activeAccount }), ...input })
  try {
    return await send()
  } catch (cause) {
    if (!(cause instanceof ApiProblem) || cause.problem.code !== stepUpRequired.code || !(await askStepUp())) throw cause
    return send()
  }
}

/** A key for a call that must not happen twice; make one per intention, reuse it when trying again. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID()
}
