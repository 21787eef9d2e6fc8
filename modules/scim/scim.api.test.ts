import * as apiKeys from '@itellico/contracts/api-keys'
import * as auth from '@itellico/contracts/auth'
import { listAudit } from '@itellico/contracts/audit'
import { listUsers, updateUser } from '@itellico/contracts/accounts'
import * as contract from '@itellico/contracts/scim'
import { scimNames } from '@itellico/contracts/scim'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'
import { PASSWORD, type TestUser } from '../testing/people.ts'

let api: TestApi
let tenant: TestTenant
let admin: TestUser
let token: string
let counter = 0

interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  // what a directory reads is loosely typed on its side, too
  readonly body: { readonly id: string; readonly [name: string]: unknown }
}

beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())
beforeEach(async () => {
  tenant = await api.tenant()
  admin = await tenant.user({ roles: ['tenant_admin'] })
  await tenant.user({ roles: ['tenant_admin'] })
  token = await scimToken(admin.caller)
})

async function scimToken(by: Caller, scopes = ['tenant.scim.manage']): Promise<string> {
  return (await by.ok(apiKeys.createApiKey, { body: { name: 'Directory', scopes, expiresInDays: 365 } })).secret
}

async function send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object, headers: Record<string, string> = {}): Promise<Reply> {
  const answer = await api.app.inject({
    method,
    url: `/scim/v2${path}`,
    headers: { host: tenant.host, authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/scim+json' }), ...headers },
    ...(body && { payload: JSON.stringify(body) }),
  })
  return { status: answer.statusCode, headers: answer.headers, body: (answer.body ? answer.json() : {}) as Reply['body'] }
}
const find = (filter: string, more = '', kind = 'Users'): Promise<Reply> => send('GET', `/${kind}?filter=${encodeURIComponent(filter)}${more}`)
const patchOf = (...Operations: object[]): object => ({ schemas: [scimNames.patch], Operations })
const freshAddress = (): string => `new-${++counter}-${tenant.id.slice(-6)}@agency.example`
const person = (userName: string, more: object = {}): object => ({
  schemas: [scimNames.user],
  userName,
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  emails: [{ primary: true, value: userName, type: 'work' }],
  active: true,
  ...more,
})
const added = async (userName = freshAddress(), more: object = {}): Promise<string> => (await send('POST', '/Users', person(userName, more))).body.id
const resources = (reply: Reply): Record<string, unknown>[] => reply.body['Resources'] as Record<string, unknown>[]
const rolesOf = async (id: string): Promise<string[]> =>
  (await admin.caller.ok(listUsers, { query: { limit: 100 } })).items.find((u) => u.id === id)?.roles ?? []

describe('the conversation of Okta', () => {
  it('looks for a user, adds, reads, changes as a whole, switches off and on', async () => {
    const userName = freshAddress()
    const none = await find(`userName eq "${userName}"`, '&startIndex=1&count=100')
    expect([none.status, none.body]).toEqual([200, { schemas: [scimNames.list], totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] }])

    const made = await send('POST', '/Users', {
      ...person(userName, { displayName: 'Ada Lovelace', locale: 'en-US', externalId: '00ujl29u0le5T6Aj10h7', groups: [], password: '1mz050nq' }),
    })
    expect([made.status, made.headers['content-type']]).toEqual([201, 'application/scim+json; charset=utf-8'])
    expect(made.body).toMatchObject({ userName, externalId: '00ujl29u0le5T6Aj10h7', active: true, name: { givenName: 'Ada', familyName: 'Lovelace' } })
    expect(JSON.stringify(made.body)).not.toContain('1mz050nq')
    const { id } = made.body
    expect(made.headers['location']).toBe((made.body['meta'] as { location: string }).location)
    expect(made.headers['location']).toContain(`/scim/v2/Users/${id}`)

    const read = await send('GET', `/Users/${id}`)
    expect(read.body).toEqual(made.body)
    const changed = await send('PUT', `/Users/${id}`, {
      ...person(userName),
      id,
      name: { givenName: 'Augusta', familyName: 'King' },
      meta: { resourceType: 'User' },
    })
    expect([changed.status, changed.body['displayName'], changed.body['externalId']]).toEqual([200, 'Augusta King', undefined])

    const off = await send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { active: false } }))
    expect([off.status, off.body['active']]).toEqual([200, false])
    const on = await send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { active: true } }))
    expect(on.body['active']).toBe(true)
  })

  it('pushes a group and its members', async () => {
    const [a, b] = [await added(), await added()]
    const made = await send('POST', '/Groups', { schemas: [scimNames.group], displayName: 'Bookers', members: [{ value: a, display: 'Ada' }] })
    expect([made.status, (made.body['members'] as unknown[]).length]).toEqual([201, 1])
    const changed = await send(
      'PATCH',
      `/Groups/${made.body.id}`,
      patchOf(
        { op: 'replace', value: { id: made.body.id, displayName: 'All bookers' } },
        { op: 'remove', path: `members[value eq "${a}"]` },
        { op: 'add', path: 'members', value: [{ value: b, display: 'Ada' }] },
      ),
    )
    expect(changed.body).toMatchObject({ displayName: 'All bookers', members: [{ value: b }] })
    expect((await send('GET', `/Users/${b}`)).body['groups']).toMatchObject([{ value: made.body.id, display: 'All bookers' }])
    expect((await send('DELETE', `/Groups/${made.body.id}`)).status).toBe(204)
    expect((await send('GET', `/Groups/${made.body.id}`)).status).toBe(404)
  })
})

describe('the conversation of Entra', () => {
  it('probes, adds, changes by paths and with texts for switches', async () => {
    expect((await find('userName eq "non-existent-guid"')).body['totalResults']).toBe(0)
    const userName = freshAddress()
    const made = await send('POST', '/Users', {
      schemas: [scimNames.user, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
      externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
      userName,
      active: true,
      emails: [{ primary: true, type: 'work', value: userName }],
      meta: { resourceType: 'User' },
      name: { formatted: 'givenName familyName', familyName: 'familyName', givenName: 'givenName' },
      roles: [],
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Sales' },
    })
    expect(made.status).toBe(201)
    const { id } = made.body
    expect(resources(await find('externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"')).map((r) => r['id'])).toEqual([id])

    const next = freshAddress()
    const changed = await send(
      'PATCH',
      `/Users/${id}`,
      patchOf(
        { op: 'Replace', path: 'emails[type eq "work"].value', value: next },
        { op: 'Replace', path: 'name.familyName', value: 'updatedFamilyName' },
        { op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', value: 'Design' },
        { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+43 1 234' },
      ),
    )
    expect(changed.body).toMatchObject({
      userName,
      emails: [{ value: next, type: 'work', primary: true }],
      name: { familyName: 'updatedFamilyName', givenName: 'givenName' },
    })
    const renamed = await send('PATCH', `/Users/${id}`, patchOf({ op: 'Replace', path: 'userName', value: next }))
    expect(renamed.body['userName']).toBe(next)
    const off = await send('PATCH', `/Users/${id}`, patchOf({ op: 'Replace', path: 'active', value: 'False' }))
    expect([off.status, off.body['active']]).toEqual([200, false])

    expect((await send('DELETE', `/Users/${id}`)).status).toBe(204)
    expect((await send('GET', `/Users/${id}`)).status).toBe(404)
    expect((await send('DELETE', `/Users/${id}`)).status).toBe(404)
    expect((await find(`userName eq "${next}"`)).body['totalResults']).toBe(0)
    const back = await send('POST', '/Users', person(next))
    expect([back.status, back.body.id, back.body['active']]).toEqual([201, id, true])
    // an id of the directory is free again with the user who had it
    await send('DELETE', `/Users/${id}`)
    expect((await send('POST', '/Users', person(freshAddress(), { externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef' }))).status).toBe(201)
  })

  it('keeps groups: by name, without members, adding and removing some', async () => {
    const a = await added()
    const made = await send('POST', '/Groups', {
      schemas: [scimNames.group, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
      externalId: '8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159',
      displayName: 'Marketplace manager',
      meta: { resourceType: 'Group' },
    })
    const { id } = made.body
    expect([made.status, made.body['members']]).toEqual([201, []])
    const seen = await find('displayName eq "MARKETPLACE manager"', '&excludedAttributes=members', 'Groups')
    expect(resources(seen).map((g) => [g['id'], 'members' in g])).toEqual([[id, false]])
    await send('PATCH', `/Groups/${id}`, patchOf({ op: 'Add', path: 'members', value: [{ $ref: null, value: a }] }))
    expect(await rolesOf(a)).toEqual(['tenant_manager'])
    await send('PATCH', `/Groups/${id}`, patchOf({ op: 'Remove', path: 'members', value: [{ $ref: null, value: a }] }))
    expect(await rolesOf(a)).toEqual([])
    expect((await send('POST', '/Groups', { displayName: 'marketplace MANAGER' })).body).toMatchObject({
      status: '409',
      scimType: 'uniqueness',
      code: 'scim.taken',
    })
  })
})

describe('switching somebody off', () => {
  it('ends sessions and keys at once', async () => {
    const user = await tenant.user()
    const key = await scimToken(user.caller, ['user.profile.read'])
    const asKey = api.caller(tenant.host, key)
    await asKey.ok(auth.me)
    const [found] = resources(await find(`userName eq "${user.email.toUpperCase()}"`))
    expect(found?.['id']).toBe(user.id)
    await send('PATCH', `/Users/${user.id}`, patchOf({ op: 'Replace', path: 'active', value: 'False' }))
    expect(await user.caller.problem(auth.me)).toBe('401 auth.session_ended')
    expect(await asKey.problem(auth.me)).toBe('401 keys.invalid')
    expect(await tenant.guest.problem(auth.login, { body: { email: user.email, password: PASSWORD } })).toBe('403 auth.access_disabled')
    expect(await tenant.guest.problem(auth.refresh, { body: { refreshToken: user.refreshToken } })).toBe('401 auth.session_ended')
  })
})

describe('roles', () => {
  it('follow groups, and the admin says which group gives which', async () => {
    const a = await added()
    const group = (await send('POST', '/Groups', { displayName: 'Office Vienna', members: [{ value: a }] })).body.id
    expect(await rolesOf(a)).toEqual([])
    const { items, baseUrl } = await admin.caller.ok(contract.listDirectoryGroups)
    expect(items).toEqual([{ id: group, name: 'Office Vienna', members: 1, role: null }])
    expect(baseUrl).toMatch(/\/scim\/v2$/)
    const setRole = (role: contract.GroupRole | null) => admin.caller.ok(contract.setDirectoryGroupRole, { params: { id: group }, body: { role } })
    await setRole('tenant_manager')
    expect(await rolesOf(a)).toEqual(['tenant_manager'])
    const second = (await send('POST', '/Groups', { displayName: 'tenant_manager', members: [{ value: a }] })).body.id
    await setRole('tenant_admin')
    expect((await rolesOf(a)).sort()).toEqual(['tenant_admin', 'tenant_manager'])
    await setRole(null)
    expect(await rolesOf(a)).toEqual(['tenant_manager'])
    await send('DELETE', `/Groups/${second}`)
    expect(await rolesOf(a)).toEqual([])
    expect(await api.caller(tenant.host, token).problem(contract.setDirectoryGroupRole, { params: { id: group }, body: { role: 'tenant_admin' } })).toBe(
      '403 keys.session_needed',
    )
  })
  it('end with a removed user', async () => {
    const a = await added()
    const group = (await send('POST', '/Groups', { displayName: 'tenant_admin', members: [{ value: a }] })).body.id
    expect(await rolesOf(a)).toEqual(['tenant_admin'])
    await send('DELETE', `/Users/${a}`)
    expect(await rolesOf(a)).toEqual([])
    expect((await send('GET', `/Groups/${group}`)).body['members']).toEqual([])
    const refused = await send('PATCH', `/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: [{ value: a }] }))
    expect(refused.body).toMatchObject({ status: '400', scimType: 'invalidValue' })
  })
})

describe('whom a directory never changes', () => {
  const off = patchOf({ op: 'replace', path: 'active', value: false })
  it('whoever its token belongs to, in any way', async () => {
    const refused = [
      await send('PATCH', `/Users/${admin.id}`, off),
      await send('PATCH', `/Users/${admin.id}`, patchOf({ op: 'replace', path: 'emails[type eq "work"].value', value: freshAddress() })),
      await send('PUT', `/Users/${admin.id}`, person(freshAddress())),
      await send('DELETE', `/Users/${admin.id}`),
      await send('POST', '/Groups', { displayName: 'tenant_manager', members: [{ value: admin.id }] }),
      await send('POST', '/Groups', { displayName: 'tenant_manager', members: [{ value: admin.id.toUpperCase() }] }),
      await send('PATCH', `/Users/${admin.id.toUpperCase()}`, patchOf({ op: 'replace', path: 'userName', value: 'somebody-else' })),
      await send('DELETE', `/Users/${admin.id.toUpperCase()}`),
    ]
    expect(refused.map((r) => [r.status, r.body['code']])).toEqual(refused.map(() => [403, 'scim.protected']))
    expect((await send('GET', '/Groups')).body['totalResults']).toBe(0)
    await admin.caller.ok(auth.me)
    // what changes nothing is no change
    const { body } = await send('GET', `/Users/${admin.id}`)
    expect((await send('PUT', `/Users/${admin.id}`, body)).status).toBe(200)
  })
  it('the last admin: all others can be taken away, and the owner of the token is one', async () => {
    const others = (await admin.caller.ok(listUsers, { query: { role: 'tenant_admin' } })).items.filter((u) => u.id !== admin.id)
    expect(others).toHaveLength(1)
    for (const { id } of others) expect((await send('DELETE', `/Users/${id}`)).status).toBe(204)
    expect((await send('PATCH', `/Users/${admin.id}`, off)).body).toMatchObject({ status: '403', code: 'scim.protected' })
    expect((await admin.caller.ok(listUsers, { query: { role: 'tenant_admin' } })).items.filter((u) => u.status === 'active').map((u) => u.id)).toEqual([
      admin.id,
    ])
  })
  it('people of the platform: they are not there', async () => {
    const operator = await (await api.platform()).caller('super_admin')
    const { id, email } = await operator.ok(auth.me)
    expect((await send('GET', `/Users/${id}`)).status).toBe(404)
    expect((await send('DELETE', `/Users/${id}`)).status).toBe(404)
    expect((await find(`userName eq "${email}"`)).body['totalResults']).toBe(0)
  })
})

describe('lists', () => {
  it('page by startIndex and count, the oldest first, and count what they leave out', async () => {
    const ids = [await added(), await added(), await added()]
    const all = await send('GET', '/Users?count=200')
    const total = all.body['totalResults'] as number
    expect(resources(all)).toHaveLength(total)
    const pages = [1, 2, 3, 4, 5].map((n) => send('GET', `/Users?startIndex=${n}&count=1`))
    expect((await Promise.all(pages)).flatMap(resources).map((r) => r['id'])).toEqual(resources(all).map((r) => r['id']))
    expect(
      resources(all)
        .slice(-3)
        .map((r) => r['id']),
    ).toEqual(ids)
    expect((await send('GET', '/Users?count=0')).body).toMatchObject({ totalResults: total, itemsPerPage: 0, Resources: [] })
    expect((await send('GET', `/Users?startIndex=${total + 1}`)).body).toMatchObject({ totalResults: total, itemsPerPage: 0 })
    const some = await find('userName co "@agency.example" and active eq true', '&startIndex=2&count=1')
    expect([some.body['totalResults'], resources(some).map((r) => r['id'])]).toEqual([3, [ids[1]]])
    const names = await find('userName sw "new-"', '&attributes=userName')
    expect(Object.keys(resources(names)[0] ?? {}).sort()).toEqual(['id', 'meta', 'schemas', 'userName'])
  })
  it('refuse filters that nobody understands, in the words of SCIM', async () => {
    const answer = await find('userName eq')
    expect([answer.status, answer.headers['content-type']]).toEqual([400, 'application/scim+json; charset=utf-8'])
    expect(answer.body).toMatchObject({ schemas: [scimNames.error], status: '400', scimType: 'invalidFilter' })
  })
})

describe('versions', () => {
  it('are sent, spare an answer, and refuse what was changed meanwhile', async () => {
    const id = await added()
    const first = await send('GET', `/Users/${id}`)
    const etag = String(first.headers['etag'])
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/)
    expect((await send('GET', `/Users/${id}`, undefined, { 'if-none-match': etag })).status).toBe(304)
    const rename = (name: string, match: string) =>
      send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', path: 'name.givenName', value: name }), { 'if-match': match })
    const changed = await rename('Augusta', etag)
    expect([changed.status, changed.headers['etag'] !== etag]).toEqual([200, true])
    expect((await rename('Eve', etag)).body).toMatchObject({ status: '412', code: 'request.stale_version' })
    expect((await rename('Eve', '"garbage"')).status).toBe(412)
    expect((await rename('Ada', '*')).status).toBe(200)
    expect((await send('DELETE', `/Users/${id}`, undefined, { 'if-match': etag })).status).toBe(412)
  })
})

describe('conflicts and mistakes', () => {
  it('are told in the words of SCIM', async () => {
    const userName = freshAddress()
    const id = await added(userName, { externalId: 'x-1' })
    const other = await added()
    const told = async (reply: Promise<Reply>) => {
      const { status, body } = await reply
      return [status, body['status'], body['scimType'], body['code']]
    }
    const taken = [409, '409', 'uniqueness', 'scim.taken']
    expect(await told(send('POST', '/Users', person(userName.toUpperCase())))).toEqual(taken)
    expect(await told(send('POST', '/Users', person(freshAddress(), { externalId: 'X-1' })))).toEqual(taken)
    expect(await told(send('POST', '/Users', person(admin.email)))).toEqual(taken)
    expect(await told(send('PATCH', `/Users/${other}`, patchOf({ op: 'replace', path: 'userName', value: userName })))).toEqual(taken)
    expect(await told(send('PATCH', `/Users/${other}`, patchOf({ op: 'replace', path: 'emails[type eq "work"].value', value: userName })))).toEqual(taken)
    expect(await told(send('POST', '/Users', person('no-address', { emails: [] })))).toEqual([400, '400', 'invalidValue', 'scim.value_invalid'])
    expect(await told(send('POST', '/Users', { schemas: [scimNames.user] }))).toEqual([400, '400', 'invalidSyntax', 'request.invalid'])
    expect(await told(send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', path: 'emails[type eq', value: 1 })))).toEqual([
      400,
      '400',
      'invalidPath',
      'scim.patch_invalid',
    ])
    expect(await told(send('GET', '/Users/01890000-0000-7000-8000-000000000000'))).toEqual([404, '404', undefined, 'access.not_found'])
  })
  it('of many at once end with one user', async () => {
    const userName = freshAddress()
    const answers = await Promise.all(Array.from({ length: 5 }, () => send('POST', '/Users', person(userName))))
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409, 409, 409, 409])
  })
})

describe('the token', () => {
  it('is an API key with the right for it, and nothing less', async () => {
    const good = token
    token = 'itm_live_x'
    expect((await send('GET', '/Users')).body).toMatchObject({ schemas: [scimNames.error], status: '401', code: 'keys.invalid' })
    token = await scimToken(admin.caller, ['tenant.users.manage', 'tenant.users.read'])
    expect((await send('GET', '/Users')).body).toMatchObject({ status: '403', code: 'access.permission_denied' })
    const other = await api.tenant()
    token = good
    expect((await send('GET', '/Users', undefined, { host: other.host })).status).toBe(401)
    const manager = await tenant.user({ roles: ['tenant_manager'] })
    expect(await manager.caller.problem(apiKeys.createApiKey, { body: { name: 'x', scopes: ['tenant.scim.manage'], expiresInDays: 1 } })).toBe(
      '422 keys.scope_refused',
    )
  })
  it('ends with its owner’s role', async () => {
    const second = (await admin.caller.ok(listUsers, { query: { role: 'tenant_admin' } })).items.find((u) => u.id !== admin.id)?.id ?? ''
    const fresh = api.caller(tenant.host, (await signIn(second)).accessToken)
    await fresh.ok(updateUser, { params: { id: admin.id }, body: { roles: [] } })
    expect((await send('GET', '/Users')).status).toBe(403)
  })
})

it('says what it can: configuration, kinds and schemas', async () => {
  const config = await send('GET', '/ServiceProviderConfig')
  expect(config.body).toMatchObject({ patch: { supported: true }, etag: { supported: true }, bulk: { supported: false } })
  expect(resources(await send('GET', '/ResourceTypes')).map((r) => r['endpoint'])).toEqual(['/Users', '/Groups'])
  const [user] = resources(await send('GET', '/Schemas'))
  expect((user?.['attributes'] as { name: string }[]).map((a) => a.name)).toEqual([
    'userName',
    'name',
    'displayName',
    'preferredLanguage',
    'active',
    'emails',
    'groups',
  ])
})

it('the trail tells what the directory did, and with which key', async () => {
  const id = await added()
  await send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', path: 'active', value: false }))
  await send('DELETE', `/Users/${id}`)
  const { items } = await admin.caller.ok(listAudit, { query: { entityId: id } })
  expect(items.map((e) => [e.action, e.key?.name, e.actorId])).toEqual(
    ['scim.user_removed', 'scim.user_changed', 'scim.user_added'].map((a) => [a, 'Directory', admin.id]),
  )
  expect(items[1]?.changes).toEqual([{ field: 'status', from: 'active', to: 'disabled' }])
})

it('a link to set a password that went to the old address opens nothing once the address is another', async () => {
  const user = await tenant.user()
  const now = new Date()
  await tenant.ctx.db.emailToken.create({
    data: { id: user.id, userId: user.id, purpose: 'reset', tokenHash: user.id, expiresAt: new Date(now.getTime() + 60_000) },
  })
  const moved = freshAddress()
  await send('PATCH', `/Users/${user.id}`, patchOf({ op: 'replace', path: 'emails[type eq "work"].value', value: moved }))
  expect(await tenant.ctx.db.emailToken.count({ where: { userId: user.id } })).toBe(0)
  await tenant.guest.ok(auth.login, { body: { email: moved, password: PASSWORD } })
  // the directory still knows them by their name
  expect(resources(await find(`userName eq "${user.email}"`)).map((r) => r['id'])).toEqual([user.id])
})

async function signIn(id: string): Promise<auth.Tokens> {
  const user = await tenant.ctx.db.user.findUniqueOrThrow({ where: { id } })
  return tenant.guest.ok(auth.login, { body: { email: user.email, password: PASSWORD } })
}
