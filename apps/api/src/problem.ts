import type { ErrorContract, Problem } from '@itellico/contracts/kit'
import { refused, type FieldProblem, type FieldRule } from '@itellico/contracts/refusals'
import { bodyNotJson, mediaTypeUnsupported, requestInvalid, requestTooLarge, serviceBusy, unstorableText } from '@itellico/contracts/request'
import { AppError } from '@itellico/kernel/errors'
import { Busy } from '@itellico/kernel/gate'
import { SCIM_TYPE, scimError } from './scim.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

/** Failures that the HTTP shell itself reports, by Fastify's code. */
const KNOWN: Readonly<Record<string, ErrorContract>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: mediaTypeUnsupported,
  FST_ERR_CTP_BODY_TOO_LARGE: requestTooLarge,
  FST_ERR_CTP_INVALID_JSON_BODY: bodyNotJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: bodyNotJson,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: requestInvalid,
}

interface Rendered {
  readonly problem: Problem
  readonly headers: Readonly<Record<string, string>>
}

type Failed = Omit<ErrorContract, 'status'> & { readonly status: number }

const internal: Failed = { code: 'internal', status: 500, title: 'Something went wrong on our side' }

const documentOf = ({ code, status, title }: Failed, requestId: string, more: Partial<Problem> = {}): Problem => ({
  type: `/problems/${code}`,
  title,
  status,
  code,
  requestId,
  ...more,
})

function render(error: FastifyError | AppError | Error, requestId: string): Rendered {
  if (error instanceof AppError) {
    const { contract, details } = error
    const more = {
      ...(details.detail && { detail: details.detail }),
      ...(details.reason && { reason: details.reason, facts: { ...details.facts } }),
      ...(details.errors && { errors: [...details.errors] }),
      ...(details.context && { context: { ...details.context } }),
    }
    const headers: Record<string, string> = details.retryAfterSeconds ? { 'retry-after': String(details.retryAfterSeconds) } : {}
    return { problem: documentOf(contract, requestId, more), headers }
  }
  if (error instanceof Busy || isTooSlow(error))
    return {
      problem: documentOf(serviceBusy, requestId, { detail: `${error instanceof Busy ? error.message : 'the database is busy'}; try again in a moment` }),
      headers: { 'retry-after': '1' },
    }
  return { problem: shellProblem(error as FastifyError, requestId), headers: {} }
}

/** Whether a transaction could not begin or end in time (P2028): nothing of it is written. */
function isTooSlow(error: Error): boolean {
  return 'code' in error && error.code === 'P2028'
}

function shellProblem(e: FastifyError, requestId: string): Problem {
  if (e.validation) {
    const errors = e.validation.map((v) => refusalOf(v, fieldOf(v, e.validationContext)))
    const detail = errors
      .map((x) => `${x.field} ${x.message}`)
      .join('; ')
      .slice(0, 1000)
    return documentOf(requestInvalid, requestId, { detail, errors })
  }
  const known = KNOWN[e.code]
  if (known) return documentOf(known, requestId)
  // the database refuses characters that no text may hold (NUL): the client's mistake, not ours
  if (/22021|22P05|invalid byte sequence|unsupported Unicode escape/.test(String(e.message)))
    return documentOf(requestInvalid, requestId, { detail: `${unstorableText.title}.` })
  if (e.statusCode && e.statusCode >= 400 && e.statusCode < 500) return documentOf({ ...requestInvalid, status: e.statusCode }, requestId)
  return documentOf(internal, requestId)
}

type Failure = NonNullable<FastifyError['validation']>[number]

function fieldOf(v: Failure, context: string | undefined): string {
  const path = v.instancePath.slice(1).replaceAll('/', '.')
  const missing =
    v.keyword === 'required' ? String(v.params['missingProperty']) : v.keyword === 'additionalProperties' ? String(v.params['additionalProperty']) : ''
  return [path, missing].filter(Boolean).join('.') || context || 'body'
}

const LIMITS: Readonly<Record<string, readonly [FieldRule, 'min' | 'max']>> = {
  minLength: ['tooShort', 'min'],
  maxLength: ['tooLong', 'max'],
  minItems: ['tooFew', 'min'],
  maxItems: ['tooMany', 'max'],
  minimum: ['min', 'min'],
  maximum: ['max', 'max'],
}

function refusalOf(v: Failure, field: string): FieldProblem {
  const limit = LIMITS[v.keyword]
  if (limit) return refused(field, limit[0], { [limit[1]]: Number(v.params['limit']) })
  if (v.keyword === 'required') return refused(field, 'required')
  if (v.keyword === 'additionalProperties') return refused(field, 'unknown')
  if (v.keyword === 'enum') return refused(field, 'oneOf', { choices: (v.params['allowedValues'] as unknown[]).join(', ') })
  if (v.keyword === 'format' && v.params['format'] === 'email') return refused(field, 'email')
  if (v.keyword === 'format' && v.params['format'] === 'date') return refused(field, 'date')
  if (v.keyword === 'type' && (v.params['type'] === 'number' || v.params['type'] === 'integer')) return refused(field, 'number')
  return refused(field, 'invalid')
}

/** Formats every failure as an RFC 9457 problem document; faults of ours are logged here, once. */
export function sendProblem(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { problem, headers } = render(error, request.id)
  if (problem.code === 'service.busy') request.log.warn({ reason: error.message }, 'request refused')
  else if (problem.status >= 500) request.log.error({ err: error }, 'request failed')
  const contract = request.routeOptions.config.contract
  if (contract?.protocol === 'scim')
    return reply
      .code(problem.status)
      .headers(headers)
      .type(SCIM_TYPE)
      .send(JSON.stringify(scimError(problem)))
  return reply.code(problem.status).headers(headers).type('application/problem+json').send(JSON.stringify(problem))
}
