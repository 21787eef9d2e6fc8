import { env } from './env'
import { hostName } from './hosts'

/**
 * The policy for pages of a host; uploads go to the main host of its marketplace. Inline scripts stay allowed: prerendered shells carry Next's inline data and cannot hold a
 * nonce per request. Everything else is closed to this origin, the live connection and the upload origins.
 */
export function contentSecurityPolicy(host: string, secure: boolean, mainHost = hostName(host)): string {
  const hosts = [...new Set([hostName(host), mainHost])].map((h) => `${h}:${env.publicApiPort}`)
  const live = env.publicRealtimeUrl ? [env.publicRealtimeUrl, env.publicRealtimeUrl.replace(/^http/, 'ws')] : []
  const origins = [...hosts.flatMap((h) => (secure ? [`https://${h}`, `wss://${h}`] : [`http://${h}`, `ws://${h}`])), ...live, env.uploadOrigins]
  return [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${env.isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${origins.filter(Boolean).join(' ')}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
