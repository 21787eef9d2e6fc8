'use client'

import type { FieldValues, Path, UseFormSetError } from 'react-hook-form'
import { toast } from 'sonner'
import { ApiProblem } from '@itellico/contracts/client'
import { failureText, refusalText } from './catalogue/problem-texts'
import type { Translate } from './i18n/translate'

/** What a failure means to the person: a sentence, fit to be shown. */
export function problemText(cause: unknown, t: Translate): string {
  if (!(cause instanceof ApiProblem)) return cause instanceof TypeError ? t('error.network') : t('error.text')
  const { status, code, reason } = cause.problem
  if (status === 429) return reason ? failureText(cause.problem, t) : t('error.rateLimited')
  if (status === 412) return t('error.stale')
  if (status >= 500 || code === 'client.unexpected_answer') return t('error.text')
  return failureText(cause.problem, t)
}

/** Shows a failure as a notice in the corner. For failures of things that have no form. */
export function toastProblem(cause: unknown, t: Translate): void {
  const reference = cause instanceof ApiProblem && cause.problem.status >= 500 ? cause.problem.requestId : ''
  toast.error(problemText(cause, t), reference ? { description: t('error.reference', { id: reference }) } : {})
}

const ENDED = new Set(['auth.sign_in_required', 'auth.session_ended'])

/** Whether a failure says that nobody is signed in any more. */
export function isSessionOver(cause: unknown): boolean {
  return cause instanceof ApiProblem && ENDED.has(cause.problem.code)
}

/** Whether a failure names fields of what was sent. */
export function isFieldProblem(cause: unknown): boolean {
  return cause instanceof ApiProblem && (cause.problem.errors?.length ?? 0) > 0
}

/** The code of a failure, for branches such as "ask again with acknowledgement". */
export function problemCode(cause: unknown): string | null {
  return cause instanceof ApiProblem ? cause.problem.code : null
}

/**
 * Puts a failure into a form: named fields get their message, the rest becomes the form's own error (`root`).
 * `fields` maps names of the API to names of the form where they differ.
 */
export function problemToForm<T extends FieldValues>(cause: unknown, setError: UseFormSetError<T>, t: Translate, fields: Record<string, Path<T>> = {}): void {
  const errors = cause instanceof ApiProblem ? (cause.problem.errors ?? []) : []
  for (const [index, problem] of errors.entries()) {
    const { field } = problem
    const name = field.replace(/^(body)?[./]/, '').replaceAll('/', '.')
    setError(fields[name] ?? (name as Path<T>), { type: 'server', message: refusalText(problem, t) }, { shouldFocus: index === 0 })
  }
  setError('root', { type: 'server', message: errors.length > 0 ? t('form.checkFields') : problemText(cause, t) })
}
