import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Agent, fetch as send, type RequestInit as SendInit } from 'undici'

/** An address was given that this installation does not call. */
export class OutboundRefused extends Error {}

/** Calls addresses that people typed in. */
export interface Outbound {
  /** Whether private addresses and plain http may be called: in tests and demos only. */
  readonly open: boolean
  /** Calls a public https address; follows no redirects, gives up after five seconds and after a megabyte. */
  fetch(url: string, init?: object): Promise<Response>
  close(): Promise<void>
}

const TIMEOUT_MS = 5_000
const MOST_BYTES = 1024 * 1024

// IANA special-purpose registries: what is not for everybody on the internet
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
const CLOSED_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]
const closed = new BlockList()
for (const [net, bits] of CLOSED_V4) closed.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of CLOSED_V6) closed.addSubnet(net, bits, 'ipv6')
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')

/** Whether an address of a machine is one that everybody on the internet can have. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !closed.check(address, 'ipv4')
  return isIP(address) === 6 && global.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** Finds the machine of a name, and refuses when one of its addresses is private: the address that is looked at is the one that is called. */
const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (err, found) => {
    if (err) return done(err, [])
    if (found.length === 0 || found.some(({ address }) => !isPublicAddress(address))) return done(new OutboundRefused(`${host} is not a public address`), [])
    const [first] = found
    return options.all || !first ? done(null, found) : done(null, first.address, first.family)
  })
}

/** Refuses what cannot be called before anything is asked. */
export function checkAddress(url: string, open: boolean): void {
  const { protocol, hostname, username, password } = new URL(url)
  if (username || password) throw new OutboundRefused('an address with a password in it')
  if (open && protocol === 'http:') return
  if (protocol !== 'https:') throw new OutboundRefused('not an https address')
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (!open && isIP(bare) && !isPublicAddress(bare)) throw new OutboundRefused(`${bare} is not a public address`)
}

/** Makes the way to the outside of a process. */
export function openOutbound(open: boolean): Outbound {
  const dispatcher = new Agent({
    connect: { timeout: TIMEOUT_MS, ...(!open && { lookup: lookupPublic }) },
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    maxResponseSize: MOST_BYTES,
  })
  return {
    open,
    async fetch(url, init = {}) {
      checkAddress(url, open)
      const answer = await send(url, { ...(init as SendInit), redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS), dispatcher })
      return answer as unknown as Response
    },
    close: () => dispatcher.close(),
  }
}
