import { keyPermissions, mayBeInKey } from '@itellico/contracts/api-keys'
import { permissions, systemRoles } from '@itellico/contracts/permissions'
import { describe, expect, it } from 'vitest'
import { hashOf, isSecret, makeKey, newPublicId, opens, readKey, rightsOfKey } from './api-keys.policy.ts'

const DAY = 86_400_000

describe('the form of a key', () => {
  it('has a mark, an id, a secret of 256 bits and a checksum', () => {
    const id = newPublicId()
    const { text, secret } = makeKey(id)
    expect(text).toMatch(/^itm_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/)
    expect(readKey(text)).toEqual({ publicId: id, secret })
    expect(43 * Math.log2(62)).toBeGreaterThan(255)
  })
  it('does not change with time: this key was made by hand', () => {
    // made apart from this code, with Python's zlib.crc32
    const body = `itm_live_${'A'.repeat(12)}_${'B'.repeat(43)}`
    expect(readKey(`${body}0d78dS`)).toEqual({ publicId: 'A'.repeat(12), secret: 'B'.repeat(43) })
    expect(readKey(`${body}0d78dT`)).toBeNull()
  })
  it('finds every single letter that is mistyped, swapped or missing', () => {
    const { text } = makeKey(newPublicId())
    const wrong: string[] = []
    for (let i = 0; i < text.length; i++) {
      wrong.push(text.slice(0, i) + (text[i] === 'x' ? 'y' : 'x') + text.slice(i + 1), text.slice(0, i) + text.slice(i + 1))
      const [a, b] = [text[i], text[i + 1]]
      if (b !== undefined && a !== b) wrong.push(`${text.slice(0, i)}${b}${a}${text.slice(i + 2)}`)
    }
    expect(wrong.filter((w) => readKey(w) !== null)).toEqual([])
  })
  it.each([
    '',
    'itm_live_',
    'itm_live__',
    `itm_live_${'a'.repeat(5000)}`,
    'itm_test_AAAAAAAAAAAA_B',
    ` ${makeKey(newPublicId()).text}`,
    'itm_live_ÄÄÄÄÄÄÄÄÄÄÄÄ_x',
  ])('refuses %j', (text) => expect(readKey(text)).toBeNull())
})

describe('a secret', () => {
  const [old, fresh] = [makeKey('A'.repeat(12)).secret, makeKey('A'.repeat(12)).secret]
  const now = new Date('2026-05-01T10:00:00Z')
  const key = {
    secretHash: hashOf(fresh),
    previousHash: hashOf(old),
    previousUntil: new Date(now.getTime() + DAY),
    expiresAt: new Date(now.getTime() + 30 * DAY),
    revokedAt: null,
  }
  it('is compared by its hash', () => {
    expect(hashOf(fresh)).toMatch(/^[0-9a-f]{64}$/)
    expect([isSecret(fresh, hashOf(fresh)), isSecret(old, hashOf(fresh))]).toEqual([true, false])
  })
  it('opens until the overlap, the expiry or the revocation', () => {
    const at = (ms: number): Date => new Date(now.getTime() + ms)
    expect([opens(fresh, key, now), opens(old, key, now)]).toEqual([true, true])
    expect([opens(fresh, key, at(DAY)), opens(old, key, at(DAY))]).toEqual([true, false])
    expect(opens(fresh, key, at(30 * DAY - 1))).toBe(true)
    expect(opens(fresh, key, at(30 * DAY))).toBe(false)
    expect(opens(fresh, { ...key, revokedAt: now }, now)).toBe(false)
    expect(opens('other', key, now)).toBe(false)
  })
})

describe('the rights of a key', () => {
  const roleGrants = (key: string): readonly string[] => systemRoles.find((r) => r.key === key)?.grants ?? []
  const owner = {
    grants: [...roleGrants('user'), ...roleGrants('tenant_manager')],
    accounts: [
      { accountId: 'agency', role: 'account_booker', grants: roleGrants('account_booker') },
      { accountId: 'client', role: 'client_booker', grants: roleGrants('client_booker') },
    ],
  }
  const rights = (scopes: string[], accountId: string | null = null) => {
    const r = rightsOfKey(owner, scopes, accountId)
    return [...r.grants, ...r.accounts.flatMap((a) => a.grants.map((g) => `${a.accountId}:${g}`))]
  }

  it.each<[string[], string | null, string[]]>([
    [['user.messages.read'], null, ['user.messages.read']],
    [['account.bookings.confirm'], null, ['agency:account.bookings.confirm']],
    [['account.bookings.read'], null, ['agency:account.bookings.read', 'client:account.bookings.read']],
    [['account.bookings.read'], 'client', ['client:account.bookings.read']],
    [['account.bookings.read'], 'elsewhere', []],
    [['account.data.export'], null, []],
    [['tenant.users.*'], null, ['tenant.users.read']],
    [['tenant.users.*', 'user.messages.*'], 'agency', ['user.messages.read', 'user.messages.send']],
    [['tenant.settings.update'], null, []],
    [['user.security.manage', 'user.security.*', 'user.keys.manage', 'tenant.keys.read'], null, []],
    [['account.*.read'], 'client', ['settings', 'users', 'talents', 'bookings', 'listings', 'applications'].map((r) => `client:account.${r}.read`)],
  ])('%j bound to %s are %j', (scopes, accountId, expected) => {
    expect(rights(scopes, accountId)).toEqual(expected)
  })
  it('never hold what is not among the rights of the owner, nor proofs and keys, whatever the scopes are', () => {
    for (const role of systemRoles) {
      const all = rightsOfKey({ grants: role.grants, accounts: [] }, ['user.*', 'account.*', 'tenant.*', 'platform.*', '*'], null).grants
      expect(all).toEqual(keyPermissions(role.grants))
      expect(all.filter((p) => /^user\.security|\.keys\.|^tenant\.security|^platform/.test(p))).toEqual([])
    }
    expect(Object.keys(permissions).filter((p) => !mayBeInKey(p) && !p.startsWith('platform.'))).toEqual([
      'user.security.manage',
      'user.keys.manage',
      'tenant.security.manage',
      'tenant.keys.read',
      'tenant.keys.manage',
    ])
  })
})
