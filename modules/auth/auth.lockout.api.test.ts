import * as contract from '@itellico/contracts/auth'
import type * as argon from '@node-rs/argon2'
import type * as bcrypt from '@node-rs/bcrypt'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { startApi, type Answer, type TestApi, type TestTenant } from '../testing/harness.ts'
import { PASSWORD, type TestUser } from '../testing/people.ts'

const work = vi.hoisted(() => ({ ours: 0, imported: 0 }))
// the real libraries, counted
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon>()
  return { ...real, verify: (...args: Parameters<typeof real.verify>) => (work.ours++, real.verify(...args)) }
})
vi.mock('@node-rs/bcrypt', async (original) => {
  const real = await original<typeof bcrypt>()
  return { ...real, verify: (...args: Parameters<typeof real.verify>) => (work.imported++, real.verify(...args)) }
})

let api: TestApi
let tenant: TestTenant
let clock = new Date('2026-06-01T09:00:00Z')
const later = (seconds: number): void => void (clock = new Date(clock.getTime() + seconds * 1000))

beforeAll(async () => {
  api = await startApi({ RATE_LIMIT_SCALE: '1' }, { clock: () => clock })
  tenant = await api.tenant()
})
afterAll(() => api.close())
afterEach(() => later(3600))

const signIn = (email: string, password: string, from: string, device?: string): Promise<Answer> =>
  tenant.guest.call(contract.login, { body: { email, password } }, { 'x-forwarded-for': from, ...(device && { 'x-device-token': device }) })
const codeIn = (answer: Answer): string => `${answer.status} ${(answer.body as { code?: string }).code ?? ''}`.trim()
const waitIn = (answer: Answer): number => Number(answer.headers['retry-after'])
const WRONG = '401 auth.invalid_credentials'
const WAIT = '429 request.rate_limited'

describe('guessing', () => {
  it.each(['known', 'unknown'])('a %s address from one peer ends after five tries, the right password too, until the window is over', async (kind) => {
    const user = await tenant.user()
    const email = kind === 'known' ? user.email : 'nobody@people.example'
    const peer = kind === 'known' ? '203.0.113.1' : '203.0.113.2'
    for (let i = 0; i < 5; i++) expect(codeIn(await signIn(email, 'wrong', peer))).toBe(WRONG)
    const refused = await signIn(email, PASSWORD, peer)
    expect([codeIn(refused), waitIn(refused)]).toEqual([WAIT, 900])
    expect((refused.body as { detail: string }).detail).toBe('Too many tries. Wait 15 minutes, or set a new password.')
    later(900)
    expect((await signIn(email, PASSWORD, peer)).status).toBe(kind === 'known' ? 200 : 401)
  })

  it('in parallel makes no more than five tries', async () => {
    const user = await tenant.user()
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(user.email, 'wrong', '203.0.113.3')))
    expect(answers.map(codeIn).filter((c) => c === WRONG)).toHaveLength(5)
  })

  it('spells the address in capitals for nothing', async () => {
    const user = await tenant.user()
    for (let i = 0; i < 5; i++) await signIn(i % 2 ? user.email : user.email.toUpperCase(), 'wrong', '203.0.113.4')
    expect(codeIn(await signIn(` ${user.email}`, 'wrong', '203.0.113.4'))).toBe(WAIT)
  })

  it('from the addresses of one IPv6 subscriber is guessing of one peer', async () => {
    const user = await tenant.user()
    for (let i = 0; i < 5; i++) expect(codeIn(await signIn(user.email, 'wrong', `2001:db8:7:7::${i + 1}`))).toBe(WRONG)
    expect(codeIn(await signIn(user.email, 'wrong', '2001:db8:7:7:abcd::9'))).toBe(WAIT)
    expect(codeIn(await signIn(user.email, 'wrong', '2001:db8:7:8::1'))).toBe(WRONG)
  })

  it('is on the trail once, not a thousand times', async () => {
    const user = await tenant.user()
    for (let i = 0; i < 12; i++) await signIn(user.email, 'wrong', '203.0.113.5')
    const entries = await tenant.ctx.db.auditEntry.findMany({ where: { entityId: user.id, action: 'auth.login_slowed' } })
    expect(entries).toHaveLength(1)
  })
})

describe('an attacker with many addresses', () => {
  /** Guesses from as many peers as it takes until somebody must wait. */
  async function attack(user: TestUser): Promise<Answer> {
    for (let i = 0; ; i++) {
      const answer = await signIn(user.email, 'wrong', `198.51.100.${i}`)
      if (answer.status === 429) return answer
      expect(i).toBeLessThan(40)
    }
  }

  it('is slowed by waits that grow', async () => {
    const user = await tenant.user()
    const waits = [waitIn(await attack(user))]
    for (let i = 0; i < 5; i++) {
      later(waits.at(-1) ?? 0)
      expect(codeIn(await signIn(user.email, 'wrong', `192.0.2.${i}`))).toBe(WRONG)
      waits.push(waitIn(await signIn(user.email, 'wrong', `192.0.2.${100 + i}`)))
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32])
  })

  it('never keeps the owner out on a device where they have signed in before', async () => {
    const user = await tenant.user()
    const { device = '' } = (await signIn(user.email, PASSWORD, '203.0.113.7')).body as contract.Tokens
    await attack(user)
    expect(codeIn(await signIn(user.email, PASSWORD, '203.0.113.8'))).toBe(WAIT)
    expect((await signIn(user.email, PASSWORD, '203.0.113.8', device)).status).toBe(200)
    // not even behind the attacker's own address
    expect((await signIn(user.email, PASSWORD, '198.51.100.1', device)).status).toBe(200)
  })

  it('gains nothing from a device of their own', async () => {
    const [victim, attacker] = [await tenant.user(), await tenant.user()]
    const { device = '' } = (await signIn(attacker.email, PASSWORD, '203.0.113.9')).body as contract.Tokens
    const made = device.replace(attacker.id, victim.id)
    for (let i = 0; i < 5; i++) expect(codeIn(await signIn(victim.email, 'wrong', '203.0.113.9', i % 2 ? device : made))).toBe(WRONG)
    expect(codeIn(await signIn(victim.email, 'wrong', '203.0.113.9', device))).toBe(WAIT)
  })

  it('with the device itself has ten tries', async () => {
    const user = await tenant.user()
    const { device = '' } = (await signIn(user.email, PASSWORD, '203.0.113.10')).body as contract.Tokens
    for (let i = 0; i < 10; i++) expect(codeIn(await signIn(user.email, 'wrong', `203.0.113.${20 + i}`, device))).toBe(WRONG)
    expect(codeIn(await signIn(user.email, 'wrong', '203.0.113.40', device))).toBe(WAIT)
  })
})

describe('the address of a visitor', () => {
  it('is not what they claim, when they come without a proxy of ours', async () => {
    const direct = await startApi({ RATE_LIMIT_SCALE: '1', TRUSTED_PROXIES: '192.0.2.254' }, { clock: () => clock })
    try {
      const market = await direct.tenant()
      const user = await market.user()
      const tries: string[] = []
      for (let i = 0; i < 6; i++)
        tries.push(
          codeIn(await market.guest.call(contract.login, { body: { email: user.email, password: 'wrong' } }, { 'x-forwarded-for': `198.51.100.${i}` })),
        )
      expect(tries).toEqual([...Array.from({ length: 5 }, () => WRONG), WAIT])
    } finally {
      await direct.close()
    }
  })

  it('is the one that our proxy saw, whatever stands left of it', async () => {
    const user = await tenant.user()
    for (let i = 0; i < 5; i++) await signIn(user.email, 'wrong', `10.0.0.${i}, 203.0.113.50`)
    expect(codeIn(await signIn(user.email, 'wrong', '10.9.9.9, 203.0.113.50'))).toBe(WAIT)
    expect(codeIn(await signIn(user.email, 'wrong', '203.0.113.50, 203.0.113.51'))).toBe(WRONG)
  })
})

describe('the work of a sign-in', () => {
  const measured = async (email: string): Promise<readonly [number, number]> => {
    work.ours = work.imported = 0
    await signIn(email, 'wrong', '203.0.113.60')
    return [work.ours, work.imported]
  }

  it('is the same for an unknown address, a known one, one without a password and one with a hash from elsewhere', async () => {
    const { hash } = await import('@node-rs/bcrypt')
    const [plain, imported, invited] = [await tenant.user(), await tenant.user(), await tenant.user()]
    await tenant.ctx.db.user.update({ where: { id: invited.id }, data: { passwordHash: null } })
    expect([await measured('nobody@people.example'), await measured(plain.email), await measured(invited.email)]).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ])
    await tenant.ctx.db.user.update({ where: { id: imported.id }, data: { passwordHash: await hash(PASSWORD, { cost: 10 }) } })
    later(3600)
    expect([await measured('nobody@people.example'), await measured(plain.email), await measured(invited.email), await measured(imported.email)]).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ])
    // the right password turns the hash into one of ours, and the extra work is over for everybody
    expect((await signIn(imported.email, PASSWORD, '203.0.113.61')).status).toBe(200)
    expect((await tenant.ctx.db.user.findUnique({ where: { id: imported.id } }))?.passwordHash).toMatch(/^\$argon2id\$/)
    expect((await signIn(imported.email, PASSWORD, '203.0.113.61')).status).toBe(200)
    expect(await measured('nobody@people.example')).toEqual([1, 0])
  })

  it('is none while somebody must wait', async () => {
    const user = await tenant.user()
    for (let i = 0; i < 5; i++) await signIn(user.email, 'wrong', '203.0.113.60')
    expect(await measured(user.email)).toEqual([0, 0])
  })
})

describe('addresses', () => {
  it('are compared without capitals and width, kept as typed, and apart with a plus', async () => {
    const typed = 'Mia.Holt+Jobs@People.Example'
    const person = { password: 'a garden of plums', firstName: 'Mia', lastName: 'Holt', as: 'talent' as const, dateOfBirth: '1999-04-01' }
    await tenant.guest.ok(contract.register, { body: { email: typed, ...person } })
    const users = await tenant.ctx.db.user.findMany({ where: { firstName: 'Mia' } })
    expect(users.map((u) => u.email)).toEqual([typed])
    await tenant.ctx.db.user.update({ where: { id: users[0]?.id ?? '' }, data: { emailVerifiedAt: clock } })
    for (const email of ['mia.holt+jobs@people.example', 'MIA.HOLT+JOBS@PEOPLE.EXAMPLE', ' ｍia.holt+jobs@people.example'])
      expect((await signIn(email, person.password, '203.0.113.70')).status, email).toBe(200)
    expect(codeIn(await signIn('mia.holt@people.example', person.password, '203.0.113.70'))).toBe(WRONG)
  })
})
