import { describe, expect, it } from 'vitest'
import {
  address,
  domainOf,
  isMultiFactor,
  isMultiFactorClass,
  membershipsAfter,
  readDomain,
  rolesAfter,
  rolesOf,
  ruleFits,
  safePath,
  text,
  texts,
} from './sso.policy.ts'

const rules = [
  { group: 'a', role: 'tenant_manager' },
  { group: 'b', role: 'tenant_admin' },
] as const

describe('the rules', () => {
  it('give each role once', () => {
    expect(rolesOf([...rules, { group: 'c', role: 'tenant_admin' }], ['b', 'c', 'x'])).toEqual(['tenant_admin'])
    expect(rolesOf(rules, [])).toEqual([])
  })
  it('take away only what they know, and only when told to', () => {
    expect(rolesAfter(['tenant_admin', 'other'], ['tenant_manager'], rules, false)).toEqual(['other', 'tenant_admin', 'tenant_manager'])
    expect(rolesAfter(['tenant_admin', 'other'], ['tenant_manager'], rules, true)).toEqual(['other', 'tenant_manager'])
  })
})

describe('rules about accounts', () => {
  const inA = [
    { group: 'chiefs', role: 'account_owner', accountId: 'a' },
    { group: 'staff', role: 'account_booker', accountId: 'a' },
  ] as const
  it('give the role of the first that fits', () => {
    expect(membershipsAfter([], inA, ['staff', 'chiefs'], false)).toEqual([{ accountId: 'a', role: 'account_owner' }])
    expect(membershipsAfter([], inA, [], true)).toEqual([])
    expect(rolesOf(inA, ['staff', 'chiefs'])).toEqual([])
  })
  it('change who is a member only when told to, and nothing in accounts that no rule names', () => {
    const has = [
      { accountId: 'a', role: 'account_owner' },
      { accountId: 'b', role: 'account_owner' },
    ]
    expect(membershipsAfter(has, inA, ['staff'], false)).toEqual([])
    expect(membershipsAfter(has, inA, ['staff'], true)).toEqual([{ accountId: 'a', role: 'account_booker' }])
    expect(membershipsAfter(has, inA, [], true)).toEqual([{ accountId: 'a', role: null }])
  })
  it('fit the kind of their account', () => {
    expect([ruleFits(inA[0], 'agency'), ruleFits(inA[0], 'client'), ruleFits(inA[0], undefined)]).toEqual([true, false, false])
    expect([ruleFits({ group: 'x', role: 'tenant_admin' }, undefined), ruleFits({ group: 'x', role: 'guardian' }, undefined)]).toEqual([true, false])
  })
})

describe('what a provider says', () => {
  it('is read as text only when it is text', () => {
    expect([text(' Nora '), text(''), text(7), text({}), text('a\0b'), text('x'.repeat(99))]).toEqual(['Nora', null, null, null, 'ab', 'x'.repeat(80)])
    expect([texts('a'), texts(['a', 1, '', 'b']), texts(null), texts({ a: 1 })]).toEqual([['a'], ['a', 'b'], [], []])
    expect([address('a@b.example'), address('a@b@c'), address(['a@b.example']), address(undefined)]).toEqual(['a@b.example', null, null, null])
  })
  it('is a second factor only in the words of the standards', () => {
    expect([isMultiFactor(['pwd', 'mfa'], undefined), isMultiFactor(['pwd', 'otp'], undefined), isMultiFactor('mfa', undefined)]).toEqual([true, false, true])
    expect([isMultiFactor(undefined, 'http://schemas.openid.net/pape/policies/2007/06/multi-factor'), isMultiFactor(undefined, '1')]).toEqual([true, false])
    expect([isMultiFactorClass('https://refeds.org/profile/mfa'), isMultiFactorClass('urn:oasis:names:tc:SAML:2.0:ac:classes:Password')]).toEqual([true, false])
  })
})

describe('a domain', () => {
  it('of an address is what stands behind the last @, in the spelling of the DNS', () => {
    expect([domainOf('a@B.Example'), domainOf('"a@x"@b.example'), domainOf('a@mödel.example'), domainOf('nobody'), domainOf('@b.example')]).toEqual([
      'b.example',
      'b.example',
      'xn--mdel-5qa.example',
      '',
      '',
    ])
  })
  it('is one that somebody can own', () => {
    expect([readDomain('Mödel.example'), readDomain('@a.example'), readDomain('com'), readDomain('github.io'), readDomain('1.2.3.4')]).toEqual([
      'xn--mdel-5qa.example',
      'a.example',
      null,
      null,
      null,
    ])
  })
})

it('a path to go to stays on the page’s own host', () => {
  expect([safePath('/a?b=c#d'), safePath('//a'), safePath('/\\a'), safePath('https://a'), safePath('/a b'), safePath(undefined)]).toEqual([
    '/a?b=c#d',
    null,
    null,
    null,
    null,
    null,
  ])
})
