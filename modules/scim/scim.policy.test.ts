import { scimNames, type ScimPatch } from '@itellico/contracts/scim'
import { describe, expect, it } from 'vitest'
import { pageOf, readFilter } from './scim.filters.ts'
import { applyPatch } from './scim.patch.ts'

const user = {
  schemas: [scimNames.user],
  id: '01890000-0000-7000-8000-000000000001',
  externalId: 'E-1',
  userName: 'Ada@Agency.example',
  name: { formatted: 'Ada Lovelace', givenName: 'Ada', familyName: 'Lovelace' },
  displayName: 'Ada Lovelace',
  active: true,
  emails: [{ value: 'ada@agency.example', type: 'work', primary: true }],
  meta: { resourceType: 'User', lastModified: '2026-05-01T10:00:00.000Z', location: 'x' },
}

describe('a filter', () => {
  it.each([
    ['userName eq "ada@agency.example"', true],
    ['USERNAME EQ "ADA@agency.EXAMPLE"', true],
    [`${scimNames.user}:userName eq "ada@agency.example"`, true],
    ['userName eq "ada"', false],
    ['userName sw "ada" and active eq true', true],
    ['userName sw "ada" and active eq false', false],
    ['active eq True', true],
    ['externalId eq "e-1" or externalId eq "e-2"', true],
    ['emails[type eq "work" and value co "@agency"]', true],
    ['emails[type eq "home" and value co "@agency"]', false],
    ['name.familyName co "love"', true],
    ['not (userName eq "x")', true],
    ['(userName eq "x" or name.givenName sw "a") and active eq true', true],
    ['meta.lastModified gt "2026-01-01T00:00:00Z"', true],
    ['meta.lastModified gt "2027-01-01T00:00:00Z"', false],
    ['externalId pr', true],
  ])('%s is %s', (text, fits) => {
    expect(readFilter(text).fits(user)).toBe(fits)
  })
  it('says which one value would find it', () => {
    expect(readFilter('userName eq "A@b.c"').exact).toEqual({ attribute: 'userName', value: 'a@b.c' })
    expect(readFilter('externalId eq "x" and active eq true').exact).toEqual({ attribute: 'externalId', value: 'x' })
    expect(readFilter('emails[type eq "work" and value eq "a@b.c"]').exact).toEqual({ attribute: 'email', value: 'a@b.c' })
    for (const text of ['userName eq "a" or userName eq "b"', 'not (userName eq "a")', 'userName co "a"', 'userName ne "a"'])
      expect(readFilter(text).exact).toBeNull()
  })
  it.each([
    '',
    'userName',
    'userName eq',
    'a b c',
    '(((',
    'userName eq "a',
    'constructor eq 1',
    '__proto__ pr',
    'nothing.here eq "x"',
    'x'.repeat(500),
    `${'('.repeat(200)}a eq 1${')'.repeat(200)}`,
  ])('that is not understood is refused: %s', (text) => {
    expect(() => readFilter(text).fits(user)).toThrow(/filter/i)
  })
  it('pages as it is asked', () => {
    expect(pageOf({})).toEqual({ skip: 0, take: 100 })
    expect(pageOf({ startIndex: 3, count: 2 })).toEqual({ skip: 2, take: 2 })
    expect(pageOf({ startIndex: -5, count: -1 })).toEqual({ skip: 0, take: 0 })
    expect(pageOf({ count: 10_000 }).take).toBe(200)
  })
})

const patch = (...Operations: ScimPatch['Operations']) => applyPatch('user', user, { schemas: [scimNames.patch], Operations })

describe('a PATCH', () => {
  it.each<[string, ScimPatch['Operations'], object]>([
    ['a text for a switch', [{ op: 'Replace', path: 'active', value: 'False' }], { active: false }],
    ['no path', [{ op: 'replace', value: { active: false } }], { active: false }],
    [
      'dotted names',
      [{ op: 'Replace', value: { 'name.givenName': 'Augusta', active: 'False' } }],
      { name: { givenName: 'Augusta', familyName: 'Lovelace' }, active: false },
    ],
    [
      'an address by its kind',
      [{ op: 'Replace', path: 'emails[type eq "work"].value', value: 'n@agency.example' }],
      { emails: [{ value: 'n@agency.example' }] },
    ],
    ['the whole name of an attribute', [{ op: 'add', path: `${scimNames.user}:externalId`, value: 'E-2' }], { externalId: 'E-2' }],
    [
      'attributes that are not kept',
      [
        { op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', value: 'x' },
        { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '1' },
        { op: 'add', path: 'title', value: 'x' },
        { op: 'add', path: 'emails[type eq "other"].value', value: 'x@y.z' },
        { op: 'replace', path: 'name.familyName', value: 'King' },
      ],
      { name: { givenName: 'Ada', familyName: 'King' } },
    ],
    ['nothing that is kept', [{ op: 'replace', value: { nickName: 'x' } }], { userName: 'Ada@Agency.example' }],
  ])('with %s is understood', async (_, operations, expected) => {
    expect(await patch(...operations)).toMatchObject(expected)
  })
  it('can take away', async () => {
    expect(await patch({ op: 'remove', path: 'externalId' })).not.toHaveProperty('externalId')
  })
  it.each<[string, ScimPatch['Operations'][number]]>([
    ['without a path and attributes', { op: 'replace', value: 'x' }],
    ['of a broken path', { op: 'replace', path: 'emails[type eq', value: 'x' }],
    ['of another kind', { op: 'replace', path: 'active', value: 'perhaps' }],
    ['without what must be there', { op: 'remove', path: 'userName' }],
    ['of what all objects have', { op: 'add', path: '[x]', value: 1 }],
  ])('%s is refused', async (_, operation) => {
    await expect(patch(operation)).rejects.toMatchObject({ contract: { code: 'scim.patch_invalid' } })
  })
  it('never reaches the prototype of anything', async () => {
    await patch({ op: 'add', value: JSON.parse('{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}') as object })
    await patch({ op: 'add', path: '__proto__.x', value: 1 })
    expect(({} as { x?: number }).x).toBeUndefined()
  })
})
