import { request as overHttp } from 'node:http'
import { request as overTls } from 'node:https'
import type { RouteContract } from '@itellico/contracts/kit'
import { urlOf } from '@itellico/contracts/client'
import type { Config } from '@itellico/kernel/config'
import { apiBase } from '@itellico/kernel/config'
import { mintServiceToken } from '../service-tokens.ts'

/** What the API answered: state, problem code, and the body as text without what differs at every request. */
export interface Reply {
  readonly status: number
  readonly code: string | null
  readonly text: string
}

/** One request to the real API. */
export interface Question {
  readonly host: string
  readonly method: string
  /** Path under `/api/v1` with its query, or one of SCIM. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

const PATIENCE_MS = 20_000

/** The path of a route with its places filled, under `/api/v1` unless it is one of SCIM. */
export function pathOf(contract: RouteContract, params: Readonly<Record<string, string>>, query?: unknown): string {
  return urlOf(contract, { params, query }).replace(/^\/api\/v1/, '')
}

/** Asks the API as a stranger on the network would: over HTTP, with the host of a marketplace. Our own token only keeps guests' limits away. */
export async function askApi(config: Config, question: Question): Promise<Reply> {
  const token = await mintServiceToken(config.SERVICE_KEYS_FILE, 'worker', 'api')
  const url = new URL(`${apiBase(config)}${question.path.startsWith('/scim/v2/') ? '' : '/api/v1'}${question.path}`)
  const body = question.body === undefined ? null : JSON.stringify(question.body)
  const send = url.protocol === 'https:' ? overTls : overHttp
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method: question.method,
        timeout: PATIENCE_MS,
        headers: {
          host: question.host,
          'x-service-token': token,
          ...(body !== null && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
          ...question.headers,
        },
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => resolve(toReply(response.statusCode ?? 0, Buffer.concat(parts).toString('utf8'))))
      },
    )
    request.on('timeout', () => request.destroy(new Error('the API did not answer in time')))
    request.on('error', reject)
    request.end(body ?? undefined)
  })
}

function toReply(status: number, text: string): Reply {
  try {
    const { requestId: _, ...rest } = JSON.parse(text) as Record<string, unknown>
    return { status, code: typeof rest['code'] === 'string' ? rest['code'] : null, text: JSON.stringify(rest) }
  } catch {
    return { status, code: null, text }
  }
}

/** A reply in few words. */
export function wordsOf(reply: Reply): string {
  return `${reply.status}${reply.code ? ` ${reply.code}` : ''}`
}
