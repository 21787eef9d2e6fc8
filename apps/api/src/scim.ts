import type { Problem } from '@itellico/contracts/kit'
import { scimFilterInvalid, scimNames, scimPatchInvalid, scimTaken, scimValueInvalid } from '@itellico/contracts/scim'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Media type of SCIM (RFC 7644, section 8.1). */
export const SCIM_TYPE = 'application/scim+json'

const TYPES: Readonly<Record<string, string>> = {
  [scimFilterInvalid.code]: 'invalidFilter',
  [scimValueInvalid.code]: 'invalidValue',
  [scimPatchInvalid.code]: 'invalidPath',
  [scimTaken.code]: 'uniqueness',
}

/** A failure as SCIM words it (RFC 7644, section 3.12), with our own code and the id of the request beside. */
export function scimError({ status, code, title, detail, requestId }: Problem): Record<string, unknown> {
  const scimType = TYPES[code] ?? (status === 400 ? 'invalidSyntax' : undefined)
  return { schemas: [scimNames.error], status: String(status), ...(scimType && { scimType }), detail: detail ?? title, code, requestId }
}

interface Answer {
  readonly meta?: { readonly version?: string; readonly location?: string }
}

/** Sends a resource or a list with its version and address; one that the client has already is not sent again. */
export function sendScim(reply: FastifyReply, request: FastifyRequest, body: unknown): unknown {
  if (reply.statusCode === 204) return reply.send()
  const { version, location } = (body as Answer).meta ?? {}
  if (version) reply.header('etag', version)
  if (location) reply.header(reply.statusCode === 201 ? 'location' : 'content-location', location)
  if (version && request.method === 'GET' && request.headers['if-none-match'] === version) return reply.code(304).send()
  return reply.type(SCIM_TYPE).send(body)
}
