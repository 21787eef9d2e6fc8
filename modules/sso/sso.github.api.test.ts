import { me } from '@itellico/contracts/auth'
import * as contract from '@itellico/contracts/sso'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startGithub, type TestGithub } from '../testing/github.ts'
import { startApi, type TestApi, type TestTenant } from '../testing/harness.ts'

const BROWSER = 'the-secret-of-one-browser'
const CLIENT = { clientId: 'app', clientSecret: 'shh' }
let api: TestApi
let github: TestGithub
let tenant: TestTenant
let connectionId = ''

beforeAll(async () => {
  api = await startApi({ OUTBOUND_PRIVATE: 'yes', PUBLIC_SCHEME: 'http', PUBLIC_WEB_PORT: '3000' })
  github = await startGithub(CLIENT)
  tenant = await api.tenant()
  const admin = (await tenant.user({ roles: ['tenant_admin'] })).caller
  connectionId = (await admin.ok(contract.createConnection, { body: { kind: 'github', name: 'GitHub', issuer: github.issuer, ...CLIENT } })).id
  await admin.ok(contract.updateConnection, { params: { id: connectionId }, body: { enabled: true, provisions: true } })
})
afterAll(async () => {
  await api.close()
  await github.close()
})

async function bring(user: object, emails: unknown): Promise<{ code: string; state: string }> {
  Object.assign(github, { user, emails })
  const body = { connectionId, browser: BROWSER, origin: `http://${tenant.host}:3000` }
  return github.visit((await tenant.guest.ok(contract.startSso, { body })).url)
}
const finish = (answer: object) => tenant.guest.problem(contract.finishSso, { body: { browser: BROWSER, ...answer } as never })
const email = (address: string, more: object = {}) => ({ email: address, primary: true, verified: true, ...more })

describe('a sign-in at GitHub', () => {
  it('knows people by their number and their confirmed main address', async () => {
    const emails = [email('old@people.example', { primary: false }), email('octo@people.example')]
    const done = await tenant.guest.ok(contract.finishSso, { body: { browser: BROWSER, ...(await bring({ id: 42, login: 'octo', name: null }, emails)) } })
    const person = await api.caller(tenant.host, done.tokens?.accessToken).ok(me, {})
    expect([person.email, person.firstName, person.emailVerified]).toEqual(['octo@people.example', 'octo', true])
    expect(await finish(await bring({ id: 42, login: 'renamed' }, [email('other@people.example', { verified: false })]))).toBe('200')
    expect(await tenant.ctx.db.ssoIdentity.count()).toBe(1)
  })
  it.each([
    [[]],
    [[email('a@people.example', { verified: false })]],
    [[email('a@people.example', { verified: 'true' })]],
    [[email('a@people.example', { primary: false })]],
    [{ message: 'no' }],
  ])('makes nothing of addresses that are not confirmed: %j', async (emails) => {
    expect(await finish(await bring({ id: 7, login: 'x' }, emails))).toBe('409 sso.link_first')
  })
  it.each([{}, { id: '42' }, { id: null }, { id: 1.5 }])('refuses who has no number: %j', async (user) => {
    expect(await finish(await bring(user, [email('octo@people.example')]))).toBe('401 sso.refused')
  })
  it('refuses a code of another sign-in', async () => {
    const [mine, theirs] = [await bring({ id: 1 }, []), await bring({ id: 1 }, [])]
    expect(await finish({ ...mine, code: theirs.code })).toBe('401 sso.refused')
  })
})
