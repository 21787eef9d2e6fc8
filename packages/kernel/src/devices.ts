import { isIPv6 } from 'node:net'
import type { Kernel } from './kernel.ts'

/** Header with the tokens of devices that have signed in before, separated by blanks. */
export const DEVICE_HEADER = 'x-device-token'
const PURPOSE = 'known-device'
const MOST = 8

/** A device on which a person has signed in before. */
export interface KnownDevice {
  readonly id: string
  readonly userId: string
}

const signed = (realmId: string, { id, userId }: KnownDevice): string => `${realmId}/${userId}/${id}`

/** A token by which a device is known for one person; only we can make it. */
export function deviceToken(kernel: Pick<Kernel, 'signer'>, realmId: string, device: KnownDevice): string {
  return `${device.id}.${device.userId}.${kernel.signer(PURPOSE).sign(signed(realmId, device))}`
}

/** The devices that a header names truthfully. */
export function knownDevices(kernel: Pick<Kernel, 'signer'>, realmId: string, header: string | string[] | undefined): KnownDevice[] {
  if (typeof header !== 'string' || header === '') return []
  return header
    .split(' ')
    .slice(0, MOST)
    .flatMap((token) => {
      const [id = '', userId = '', signature = ''] = token.split('.')
      return kernel.signer(PURPOSE).verify(signed(realmId, { id, userId }), signature) ? [{ id, userId }] : []
    })
}

/** Who is taken for one peer: an IPv4 address, or the /64 that one subscriber of IPv6 has; safe in keys. */
export function peerOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped) return mapped
  if (!isIPv6(ip)) return ip.replace(/[^\d.]/g, '') || 'unknown'
  const [head = '', tail] = ip.split('%')[0]?.split('::') ?? []
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((g) => g.toLowerCase().replace(/^0+(?=.)/, ''))
    .join('_')
}
