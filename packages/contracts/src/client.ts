import type { Static, TSchema } from 'typebox'
import { servedAt, type Problem, type RouteContract } from './kit.ts'

type In<S> = S extends TSchema ? Static<S> : never

/** What a call of a route takes, by its contract. */
export interface CallInput<C extends RouteContract> {
  readonly params?: In<Exclude<C['params'], undefined>>
  readonly query?: In<Exclude<C['query'], undefined>>
  readonly body?: In<Exclude<C['body'], undefined>>
  readonly accountId?: string
  readonly idempotencyKey?: string
  readonly ifMatch?: number
  readonly signal?: AbortSignal
}

/** A failed call: the problem document that the server sent. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

/** Sends a request and gives the response; the base URL and credentials are the transport's business. */
export type Transport = (path: string, init: RequestInit) => Promise<Response>

/** Path and query string of a call. */
export function urlOf(contract: RouteContract, input: { params?: unknown; query?: unknown }): string {
  const params = (input.params ?? {}) as Record<string, string>
  const path = servedAt(contract).replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(params[key])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null || value === '') continue
    search.set(key, Array.isArray(value) ? value.join(',') : String(value))
  }
  const query = search.toString()
  return `${path}${query ? `?${query}` : ''}`
}

/** Calls a route by its contract; resolves with the typed body, rejects with {@link ApiProblem}. */
export async function call<C extends RouteContract>(transport: Transport, contract: C, input: CallInput<C> = {}): Promise<Static<C['response']>> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (input.body !== undefined) headers['content-type'] = 'application/json'
  if (input.accountId) headers['x-account-id'] = input.accountId
  if (input.idempotencyKey) headers['idempotency-key'] = input.idempotencyKey
  if (input.ifMatch !== undefined) headers['if-match'] = `"${input.ifMatch}"`
  const response = await transport(urlOf(contract, input), {
    method: contract.method,
    headers,
    ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
    ...(input.signal && { signal: input.signal }),
  })
  if (response.status === 204) return null as Static<C['response']>
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new ApiProblem(toProblem(response, body))
  return body as Static<C['response']>
}

function toProblem(response: Response, body: unknown): Problem {
  if (body && typeof body === 'object' && 'code' in body && 'title' in body) return body as Problem
  return {
    type: 'about:blank',
    title: 'The service did not answer as expected',
    status: response.status,
    code: 'client.unexpected_answer',
    requestId: response.headers.get('x-request-id') ?? '',
  }
}
