import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { env } from './env'

/** Header that holds the address of the visitor; whatever comes from outside under this name is overwritten. */
export const CLIENT_ADDRESS_HEADER = 'x-client-ip'

const LANGUAGE_FREE = /^\/(?:_next|media|api)\//

/**
 * The visitor's address: the peer of the connection, or, behind trusted proxies, the entry that the outermost of them wrote.
 * Entries further left are whatever the visitor likes to claim.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trustedProxies: number): string {
  if (trustedProxies <= 0) return peer
  const chain = [
    ...(forwardedFor ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    peer,
  ]
  return chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? peer
}

/**
 * Does the two things that Next offers no place for: every request carries the visitor's true address (Next believes
 * `x-forwarded-for`), and pages tell caches that one address serves several languages (Next overwrites `vary`).
 */
export function prepareHttp(): void {
  // Not imported: the build also compiles this for a runtime without Node's modules, where it does nothing.
  const http = globalThis.process?.getBuiltinModule?.('node:http')
  if (!http) return
  const emit = http.Server.prototype.emit as (event: string | symbol, ...args: unknown[]) => boolean
  http.Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
    if (event === 'request' || event === 'upgrade') stampAddress(args[0] as IncomingMessage)
    if (event === 'request' && !LANGUAGE_FREE.test((args[0] as IncomingMessage).url ?? '')) varyByLanguage(args[1] as ServerResponse)
    return emit.call(this, event, ...args)
  } as typeof emit
}

function stampAddress({ headers, socket }: IncomingMessage) {
  const forwarded = headers['x-forwarded-for']
  headers[CLIENT_ADDRESS_HEADER] = clientAddress(socket.remoteAddress ?? '', Array.isArray(forwarded) ? forwarded.join(',') : forwarded, env.trustedProxies)
}

function varyByLanguage(response: ServerResponse) {
  const writeHead = response.writeHead as (...args: unknown[]) => ServerResponse
  response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (!response.headersSent) response.setHeader('vary', [response.getHeader('vary'), 'accept-language, cookie'].flat().filter(Boolean).join(', '))
    return writeHead.apply(response, args)
  } as typeof response.writeHead
}
