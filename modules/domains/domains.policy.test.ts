import { describe, expect, it } from 'vitest'
import { patience, readHost, shownHost } from './domains.policy.ts'

describe('a typed domain', () => {
  it.each([
    ['Agency.Example', 'agency.example'],
    [' https://Talents.Agency.Example:8443/ ', 'talents.agency.example'],
    ['agency.example.', 'agency.example'],
    ['Mödel.example', 'xn--mdel-5qa.example'],
    ['XN--MDEL-5QA.example', 'xn--mdel-5qa.example'],
    ['agency.co.uk', 'agency.co.uk'],
  ])('%s is kept as %s', (typed, host) => {
    expect(readHost(typed, 'itellico.test')).toEqual({ host })
  })
  it.each([
    '',
    'agency',
    'localhost',
    '127.0.0.1',
    '127.0.0.1:80',
    '0x7f.1',
    '[::1]',
    '::1',
    'itellico.test',
    'fashion.itellico.test',
    'a.b.ITELLICO.test.',
    'co.uk',
    'github.io',
    'a..example',
    '-a.example',
    'a_b.example',
    '*.agency.example',
    'agency.example/path',
    'somebody@agency.example',
    'agency.example:99999999',
    `${'a'.repeat(64)}.example`,
    `${'abc.'.repeat(70)}example`,
  ])('%s is refused', (typed) => {
    expect(readHost(typed, 'itellico.test')).toHaveProperty('refused')
  })
  it('is shown as people write it', () => {
    expect(shownHost('xn--mdel-5qa.example')).toBe('mödel.example')
  })
})

it('a domain that waits for its proof is looked at less and less often, at least daily', () => {
  expect([0, 1, 2, 8, 9, 500].map((n) => patience(n) / 60_000)).toEqual([5, 10, 20, 1280, 1440, 1440])
})
