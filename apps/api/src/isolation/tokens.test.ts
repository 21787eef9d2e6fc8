import { readdirSync, readFileSync } from 'node:fs'
import { acceptInvitation, getInvitation, inviteMember } from '@itellico/contracts/accounts'
import { forgotPassword, logout, me, refresh, register, resetPassword, verifyEmail } from '@itellico/contracts/auth'
import { sha256 } from '@itellico/kernel/crypto'
import { opaqueToken } from '@itellico/modules/auth/auth.tokens'
import { PASSWORD } from '@itellico/modules/testing/people'
import { startApi, type TestApi, type TestTenant } from '@itellico/modules/testing/harness'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let api: TestApi
let alpha: TestTenant
let beta: TestTenant

beforeAll(async () => {
  api = await startApi()
  alpha = await api.tenant()
  beta = await api.tenant()
})
afterAll(() => api.close())

/** The token that a message carried, and its row in the other marketplace too, so that only the signature tells them apart. */
async function mailed(purpose: 'verify' | 'reset'): Promise<string> {
  const row = await alpha.ctx.db.emailToken.findFirstOrThrow({ where: { purpose }, orderBy: { id: 'desc' } })
  const token = opaqueToken(api.kernel, 'email-token', alpha.id, row.id)
  expect(sha256(token)).toBe(row.tokenHash)
  const victim = await beta.user()
  await beta.ctx.db.emailToken.create({ data: { ...row, userId: victim.id } })
  return token
}

describe('links in messages of one marketplace', () => {
  it('confirm no address in another', async () => {
    await alpha.guest.ok(register, { body: { email: 'new@people.example', password: PASSWORD, firstName: 'New', lastName: 'Person', as: 'client' } })
    await api.work()
    const token = await mailed('verify')
    expect(await beta.guest.problem(verifyEmail, { body: { token } })).toBe('410 auth.link_invalid')
    expect(await api.caller(api.config.PLATFORM_DOMAIN).problem(verifyEmail, { body: { token } })).toBe('410 auth.link_invalid')
    expect((await alpha.guest.ok(verifyEmail, { body: { token } })).email).toBe('new@people.example')
  })

  it('set no password in another', async () => {
    const user = await alpha.user()
    await alpha.guest.ok(forgotPassword, { body: { email: user.email } })
    await api.work()
    const token = await mailed('reset')
    const body = { token, password: 'another horse battery' }
    expect(await beta.guest.problem(resetPassword, { body })).toBe('410 auth.link_invalid')
    await alpha.guest.ok(resetPassword, { body })
  })

  it('invite nobody into another', async () => {
    const owner = await alpha.party('agency')
    await owner.caller.ok(inviteMember, { body: { email: 'guest@people.example', role: 'account_booker' } })
    // the token itself is in the message only; the same row in beta shows that an unknown one and alpha's are one answer there
    const row = await alpha.ctx.db.invitation.findFirstOrThrow({ orderBy: { id: 'desc' } })
    const token = 'a-token-that-only-alpha-has-given-away-0000'
    await alpha.ctx.db.invitation.update({ where: { id: row.id }, data: { tokenHash: sha256(token) } })
    const unknown = await beta.guest.problem(getInvitation, { params: { token: 'a-token-that-nobody-has-given-away-000000' } })
    expect(await beta.guest.problem(getInvitation, { params: { token } })).toBe(unknown)
    expect(await beta.guest.problem(acceptInvitation, { params: { token }, body: { firstName: 'A', lastName: 'B', password: PASSWORD } })).toBe(unknown)
    expect((await alpha.guest.call(getInvitation, { params: { token } })).status).toBe(200)
  })
})

describe('a session of one marketplace', () => {
  it('is neither refreshed nor ended in another', async () => {
    const user = await alpha.user()
    const body = { refreshToken: user.refreshToken }
    expect(await beta.guest.problem(refresh, { body })).toBe('401 auth.session_ended')
    await beta.guest.call(logout, { body })
    expect((await user.caller.ok(me)).id).toBe(user.id)
    await alpha.guest.ok(refresh, { body })
  })
})

describe('kinds of links', () => {
  it('that we sign are all known here: a new one has to be tried on another host', () => {
    const root = new URL('../../../../', import.meta.url)
    const files = ['modules', 'apps/api/src', 'apps/worker/src', 'packages/kernel/src'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
        .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts') && !f.includes('generated') && !f.includes('node_modules') && !f.startsWith('testing'))
        .map((f) => readFileSync(new URL(`${folder}/${f}`, root), 'utf8')),
    )
    const purposes = new Set<string>()
    for (const text of files)
      for (const [, literal, name] of text.matchAll(/(?:\.signer\(|opaqueToken\([\w.]+, |openToken\([\w.]+, )(?:'([^']+)'|(\w+))/g)) {
        const value = literal ?? new RegExp(`const ${name} = '([^']+)'`).exec(text)?.[1]
        if (value) purposes.add(value)
      }
    expect([...purposes].sort()).toEqual(
      [
        'email-token', // above
        'export-download', // twins.test.ts
        'isolation-probe', // a password, no link
        'known-device', // no link, and bound to realm and person: devices.test.ts, auth.mfa.api.test.ts
        'media-upload', // twins.test.ts
        'media-view', // twins.test.ts
        'person-export', // privacy.api.test.ts
        'queue-dashboard', // of the platform
        'refresh-token', // above
        'tenant-archive', // of the platform
        'tenant-signup', // of the platform
      ].sort(),
    )
  })
})
