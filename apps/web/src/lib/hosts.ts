/** What a host name stands for. */
export type HostMatch = { kind: 'platform' } | { kind: 'tenant'; host: string } | { kind: 'invalid' }

const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/
const IPV4 = /^\d+(\.\d+){3}$/
const RESERVED = new Set(['www', 'app', 'console'])

/** Host name without port and trailing dot, in lower case. */
export function hostName(raw: string | null): string {
  return (raw ?? '').toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
}

/** Decides whether a host is the platform's own or one that a tenant may have. */
export function matchHost(raw: string | null, platformDomain: string): HostMatch {
  const host = hostName(raw)
  if (!HOST.test(host)) return { kind: 'invalid' }
  if (host === platformDomain || IPV4.test(host)) return { kind: 'platform' }
  if (host.endsWith(`.${platformDomain}`)) {
    const label = host.slice(0, -platformDomain.length - 1)
    if (RESERVED.has(label)) return { kind: 'platform' }
    if (label.includes('.')) return { kind: 'invalid' }
  }
  return { kind: 'tenant', host }
}
