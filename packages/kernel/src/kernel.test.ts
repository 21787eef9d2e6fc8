import { storageKey } from './storage.ts'
import { matches } from '@itellico/contracts/permissions'
import { describe, expect, it } from 'vitest'
import { createSigner } from './crypto.ts'
import { tenantKey } from './keys.ts'
import { decodeCursor, decodeIdCursor, decodeTimeCursor, encodeCursor, toPage } from './paging.ts'
import { normaliseHost, schemaOf } from './realms.ts'

describe('keys', () => {
  it('always carry the realm, and cannot be talked out of it', () => {
    expect(tenantKey('abc', 'user', 'u1')).toBe('tenant:abc:user:u1')
    for (const part of ['a:b', '*', '', '../x', 'a b']) expect(() => tenantKey('abc', part)).toThrow('unsafe key part')
    for (const part of ['..', 'a/b', '.hidden', '', 'a\0']) expect(() => storageKey('abc', part)).toThrow('unsafe file name')
  })
  it('make schema names of ids only', () => {
    expect(schemaOf('0190f3a0-0000-7000-8000-000000000001')).toBe('t_0190f3a0000070008000000000000001')
    expect(() => schemaOf('x"; drop schema control')).toThrow('not a tenant id')
  })
  it('fold hosts', () => {
    expect(normaliseHost('Fashion.LOCALHOST.:3000')).toBe('fashion.localhost')
    expect(normaliseHost('Fashion.LOCALHOST:3000')).toBe('fashion.localhost')
    expect(normaliseHost('fashion.localhost.')).toBe('fashion.localhost')
  })
})

describe('signers', () => {
  const secret = Buffer.alloc(32, 1)
  it('of one purpose are worth nothing for another', () => {
    const [a, b] = [createSigner(secret, 'a'), createSigner(secret, 'b')]
    expect(a.verify('text', a.sign('text'))).toBe(true)
    expect(b.verify('text', a.sign('text'))).toBe(false)
    expect(a.verify('text2', a.sign('text'))).toBe(false)
    expect(a.verify('text', '')).toBe(false)
  })
})

describe('cursors', () => {
  it('come back as they were, and nonsense is refused', () => {
    expect(decodeCursor(encodeCursor(['ä', 1, null]), 3)).toEqual(['ä', 1, null])
    for (const bad of ['', 'x', encodeCursor(['one']), Buffer.from('{"a":1}').toString('base64url'), Buffer.from('[{}, {}]').toString('base64url')])
      expect(() => decodeCursor(bad, 2)).toThrow()
    expect(() => decodeIdCursor(encodeCursor(['not-an-id']))).toThrow()
    expect(() => decodeTimeCursor(encodeCursor(['9999999-01-01', '0190f3a0-0000-7000-8000-000000000001']))).toThrow()
  })
  it('are given only when there is more', () => {
    const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    expect(toPage(rows, 3, (r) => r.id)).toEqual({ items: ['a', 'b', 'c'], page: { nextCursor: null, limit: 3 } })
    expect(toPage(rows, 2, (r) => r.id).page.nextCursor).toBe(encodeCursor(['b']))
  })
})

describe('patterns of permissions', () => {
  it.each([
    ['account.*', 'account.bookings.read', true],
    ['account.*.read', 'account.bookings.read', true],
    ['account.*.read', 'account.bookings.create', false],
    ['account.book', 'account.bookings.read', false],
    ['account.bookings', 'account.bookings.read', false],
    ['*', 'tenant.users.read', true],
    ['tenant.*', 'tenantx.users.read', false],
    ['account.bookings.*', 'account.bookings', false],
  ])('%s against %s is %s', (pattern, permission, expected) => {
    expect(matches(pattern, permission)).toBe(expected)
  })
})
