import { isIP } from 'node:net'
import { domainToASCII, domainToUnicode } from 'node:url'
import { PROOF_LABEL } from '@itellico/contracts/domains'
import type { FieldRule } from '@itellico/contracts/refusals'
import { parse } from 'tldts'

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** A host as it is kept, or why it cannot be used. */
export type HostAnswer = { readonly host: string } | { readonly refused: FieldRule }

/** Makes a typed host comparable: small letters, punycode, no scheme, port or trailing dot; refuses what nobody can own. */
export function readHost(typed: string, platformDomain: string): HostAnswer {
  const bare = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '')
  if (isIP(bare.replace(/^\[|\]$/g, ''))) return { refused: 'domainMachine' }
  if (/[\s/\\@?#:%]/.test(bare)) return { refused: 'domain' }
  const host = domainToASCII(bare)
  const labels = host.split('.')
  if (!host || host.length > 240 || !labels.every((l) => LABEL.test(l))) return { refused: 'domain' }
  // domainToASCII reads numbers like 0x7f.1 as addresses, too
  if (isIP(host) || /^\d+$/.test(labels.at(-1) ?? '')) return { refused: 'domainMachine' }
  if (labels.length < 2) return { refused: 'domainParts' }
  if (host === platformDomain || host.endsWith(`.${platformDomain}`)) return { refused: 'domainPlatform' }
  if (parse(host, { allowPrivateDomains: true }).domain === null) return { refused: 'domainEnding' }
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
