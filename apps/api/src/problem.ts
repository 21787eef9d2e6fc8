import type { Problem } from '@itellico/contracts/kit'
import { AppError } from '@itellico/kernel/errors'
import { Busy } from '@itellico/kernel/gate'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

/** Failures that the HTTP shell itself reports, by Fastify's or the database's code. */
const KNOWN: Readonly<Record<string, { status: number; code: string; title: string }>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'request.unsupported_media_type', title: 'This content type is not accepted here' },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'request.too_large', title: 'The request is too large' },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, code: 'request.invalid_json', title: 'The body is not valid JSON' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'request.invalid_json', title: 'The body is empty' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { status: 400, code: 'request.invalid', title: 'The request is not well formed' },
}

interface Rendered {
  readonly problem: Problem
  readonly headers: Readonly<Record<string, string>>
}

function render(error: FastifyError | AppError | Error, requestId: string): Rendered {
  if (error instanceof AppError) {
    const { contract, details } = error
    return {
      problem: {
        type: `/problems/${contract.code}`,
        title: contract.title,
        status: contract.status,
        code: contract.code,
        requestId,
        ...(details.detail && { detail: details.detail }),
        ...(details.errors && { errors: [...details.errors] }),
        ...(details.context && { context: { ...details.context } }),
      },
      headers: details.retryAfterSeconds ? { 'retry-after': String(details.retryAfterSeconds) } : {},
    }
  }
  if (error instanceof Busy)
    return {
      problem: {
        type: '/problems/service.busy',
        title: 'Too much is going on right now',
        status: 503,
        code: 'service.busy',
        detail: `${error.message}; try again in a moment`,
        requestId,
      },
      headers: { 'retry-after': '1' },
    }
  const e = error as FastifyError
  if (e.validation) {
    const errors = e.validation.map((v) => ({ field: fieldOf(v, e.validationContext), message: messageOf(v) }))
    return {
      problem: {
        type: '/problems/request.invalid',
        title: 'The request is not valid',
        status: 400,
        code: 'request.invalid',
        detail: errors
          .map((x) => `${x.field} ${x.message}`)
          .join('; ')
          .slice(0, 1000),
        requestId,
        errors,
      },
      headers: {},
    }
  }
  const known = KNOWN[e.code]
  if (known) return { problem: { type: `/problems/${known.code}`, title: known.title, status: known.status, code: known.code, requestId }, headers: {} }
  // the database refuses characters that no text may hold (NUL): the client's mistake, not ours
  if (/22021|22P05|invalid byte sequence|unsupported Unicode escape/.test(String(e.message)))
    return {
      problem: {
        type: '/problems/request.invalid',
        title: 'The request is not valid',
        status: 400,
        code: 'request.invalid',
        detail: 'A text holds a character that cannot be stored.',
        requestId,
      },
      headers: {},
    }
  if (e.statusCode && e.statusCode >= 400 && e.statusCode < 500)
    return {
      problem: { type: '/problems/request.invalid', title: 'The request is not valid', status: e.statusCode, code: 'request.invalid', requestId },
      headers: {},
    }
  return { problem: { type: '/problems/internal', title: 'Something went wrong on our side', status: 500, code: 'internal', requestId }, headers: {} }
}

type Failure = NonNullable<FastifyError['validation']>[number]

function fieldOf(v: Failure, context: string | undefined): string {
  const path = v.instancePath.slice(1).replaceAll('/', '.')
  const missing =
    v.keyword === 'required' ? String(v.params['missingProperty']) : v.keyword === 'additionalProperties' ? String(v.params['additionalProperty']) : ''
  return [path, missing].filter(Boolean).join('.') || context || 'body'
}

function messageOf(v: Failure): string {
  if (v.keyword === 'required') return 'is required'
  if (v.keyword === 'additionalProperties') return 'is not known here'
  if (v.keyword === 'enum') return `must be one of ${(v.params['allowedValues'] as unknown[]).join(', ')}`
  return v.message ?? 'is not valid'
}

/** Formats every failure as an RFC 9457 problem document; faults of ours are logged here, once. */
export function sendProblem(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { problem, headers } = render(error, request.id)
  if (problem.code === 'service.busy') request.log.warn({ reason: error.message }, 'request refused')
  else if (problem.status >= 500) request.log.error({ err: error }, 'request failed')
  return reply.code(problem.status).headers(headers).type('application/problem+json').send(JSON.stringify(problem))
}
