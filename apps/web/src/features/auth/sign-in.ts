'use client'

import { accountLeaving } from '@itellico/contracts/auth'
import { ApiProblem } from '@itellico/contracts/client'
import type { Problem } from '@itellico/contracts/kit'
import { enrolmentRequired, secondFactorRequired, type PendingSignIn } from '@itellico/contracts/second-factors'

/** Where a person who has just signed in begins. */
export interface SignedIn {
  readonly home: string
}

/** A sign-in whose password was right and which is not finished. */
export interface Unfinished {
  readonly kind: 'confirm' | 'enrol'
  readonly pending: PendingSignIn
}

/** Asks this server to sign in, in one of its ways. Rejects with `ApiProblem`. */
export async function postSignIn<T extends SignedIn = SignedIn>(way: 'login' | 'mfa' | 'passkey' | 'enrolment', body: object): Promise<T> {
  const answer = await fetch(`/api/auth/${way}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  })
  const value = (await answer.json()) as T | Problem
  if ('home' in value) return value
  throw new ApiProblem(value)
}

/** A sign-in of somebody whose account is about to be deleted. */
export interface Leaving {
  readonly ticket: string
  readonly erasedAt: string
}

/** With what somebody can keep their account, or null when that is not why a sign-in was refused. */
export function leavingOf(cause: unknown): Leaving | null {
  return cause instanceof ApiProblem && cause.problem.code === accountLeaving.code ? (cause.problem.context as unknown as Leaving) : null
}

/** What is left to do after a right password, or null when that is not why a sign-in was refused. */
export function unfinished(cause: unknown): Unfinished | null {
  if (!(cause instanceof ApiProblem)) return null
  const { code, context } = cause.problem
  const kind = code === secondFactorRequired.code ? 'confirm' : code === enrolmentRequired.code ? 'enrol' : null
  return kind && { kind, pending: context as unknown as PendingSignIn }
}
