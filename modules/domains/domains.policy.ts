import { isIP } from 'node:net'
import { domainToASCII, domainToUnicode } from 'node:url'
import { PROOF_LABEL } from '@itellico/contracts/domains'
import { parse } from 'tldts'

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** A host as it is kept, or why it cannot be used. */
export type HostAnswer = { readonly host: string } | { readonly refused: string }

/** Makes a typed host comparable: small letters, punycode, no scheme, port or trailing dot; refuses what nobody can own. */
export function readHost(typed: string, platformDomain: string): HostAnswer {
  const bare = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '')
  if (isIP(bare.replace(/^\[|\]$/g, ''))) return { refused: 'is an address of a machine, not a domain' }
  if (/[\s/\\@?#:%]/.test(bare)) return { refused: 'is not a domain' }
  const host = domainToASCII(bare)
  const labels = host.split('.')
  if (!host || host.length > 240 || !labels.every((l) => LABEL.test(l))) return { refused: 'is not a domain' }
  // domainToASCII reads numbers like 0x7f.1 as addresses, too
  if (isIP(host) || /^\d+$/.test(labels.at(-1) ?? '')) return { refused: 'is an address of a machine, not a domain' }
  if (labels.length < 2) return { refused: 'needs at least two parts, like agency.example' }
  if (host === platformDomain || host.endsWith(`.${platformDomain}`)) return { refused: 'belongs to the platform' }
  if (parse(host, { allowPrivateDomains: true }).domain === null) return { refused: 'is an ending under which others have their domains' }
  return { host }
}

/** A host as people write it. */
export function shownHost(host: string): string {
  return domainToUnicode(host) || host
}

/** Name and text of the DNS record that proves a domain. */
export function proofOf(host: string, token: string): { name: string; value: string } {
  return { name: `${PROOF_LABEL}.${host}`, value: `itellico-verify=${token}` }
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How long to wait after the n-th look at a domain that is not proven: five minutes, doubled each time, at most a day. */
export function patience(checks: number): number {
  return Math.min(DAY, 5 * MINUTE * 2 ** Math.min(checks, 12))
}
