'use client'

import { ApiProblem } from '@itellico/contracts/client'
import type { Problem } from '@itellico/contracts/kit'
import { stepUpRequired } from '@itellico/contracts/second-factors'
import * as sso from '@itellico/contracts/sso'
import { failureText } from '@/lib/catalogue/problem-texts'
import type { Translate } from '@/lib/i18n/translate'
import { askStepUp } from '@/lib/step-up'
import type { Unfinished } from './sign-in'

interface Begin {
  readonly purpose: 'sign-in' | 'link' | 'test'
  readonly connectionId: string
  readonly next?: string | null
  readonly remember?: boolean
}

async function post<T extends object>(way: 'start' | 'unfinished', body: object): Promise<T> {
  const answer = await fetch(`/api/auth/sso/${way}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  })
  const value = (await answer.json()) as T | Problem
  if (answer.ok) return value as T
  throw new ApiProblem(value as Problem)
}

/** Leaves for a provider. Rejects with `ApiProblem` when that cannot begin. */
export async function goToProvider({ next, ...begin }: Begin): Promise<void> {
  const body = { ...begin, ...(next && { next }) }
  const begun = await post<{ url: string }>('start', body).catch(async (cause: unknown) => {
    if (!(cause instanceof ApiProblem) || cause.problem.code !== stepUpRequired.code || !(await askStepUp())) throw cause
    return post<{ url: string }>('start', body)
  })
  location.assign(begun.url)
}

/** What is left to prove after a sign-in at a provider; null when there is nothing any more. */
export const leftToProve = (): Promise<Unfinished | null> => post<Unfinished>('unfinished', {}).catch(() => null)

const KNOWN = Object.values(sso).filter((value): value is typeof sso.ssoRefused => typeof value === 'object' && 'code' in value && 'status' in value)

/** What went wrong at a provider, from the code in the address of the page; other codes say nothing. */
export function providerProblem(code: string | null, t: Translate): string | undefined {
  if (code === null || code === 'step' || code === 'linked') return undefined
  const { title = '', status = 401 } = KNOWN.find((e) => e.code === code) ?? {}
  if (title === '') return t('sso.failed')
  return failureText({ type: '', title, status, code, requestId: '' }, t)
}
