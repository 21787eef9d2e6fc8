import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSigner } from './crypto.ts'
import { deviceToken, knownDevices, peerOf } from './devices.ts'

const secret = randomBytes(32)
const kernel = { signer: (purpose: string) => createSigner(secret, purpose) }
const device = { id: 'd1', userId: 'u1' }

describe('a token of a device', () => {
  const token = deviceToken(kernel, 'realm', device)
  it('names device and person, several beside each other', () => {
    const other = { id: 'd1', userId: 'u2' }
    expect(knownDevices(kernel, 'realm', `${token} ${deviceToken(kernel, 'realm', other)}`)).toEqual([device, other])
  })
  it('is worth nothing in another realm, for another person, or made up', () => {
    expect(knownDevices(kernel, 'other', token)).toEqual([])
    expect(knownDevices(kernel, 'realm', token.replace('u1', 'u2'))).toEqual([])
    for (const made of ['', 'x', 'd1.u1.', `${token}x`, 'd1.u1.aaaa']) expect(knownDevices(kernel, 'realm', made)).toEqual([])
  })
})

describe('a peer', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:aaaa::1', '2001_db8_1_2'],
    ['2001:0db8:0001:0002::ffff', '2001_db8_1_2'],
    ['2001:db8::1', '2001_db8_0_0'],
    ['::1', '0_0_0_0'],
    ['fe80::1%eth0', 'fe80_0_0_0'],
    ['', 'unknown'],
  ])('of %s is %s', (ip, peer) => {
    expect(peerOf(ip)).toBe(peer)
  })
})
