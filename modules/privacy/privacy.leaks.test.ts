import { createGrant } from '@itellico/contracts/access'
import { listAudit } from '@itellico/contracts/audit'
import { login, register } from '@itellico/contracts/auth'
import { createTenantExport, getTenantExport } from '@itellico/contracts/exports'
import { realmOf } from '@itellico/contracts/kit'
import { getPublicProfile, updateOwnProfile } from '@itellico/contracts/profiles'
import { sample } from '@itellico/kernel/sample'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../registry.ts'
import { redisTexts } from '../testing/contents.ts'
import { createDatabase, startApi, type TestApi, type TestTenant } from '../testing/harness.ts'
import { markedPerson, type Marked } from '../testing/marked.ts'
import { PASSWORD } from '../testing/people.ts'

// Values of one person are pushed through the real API and its work, and then looked for wherever they must not be.
let api: TestApi
let tenant: TestTenant
let person: Marked
const lines: string[] = []
const answers: string[] = []

beforeAll(async () => {
  api = await startApi({ ...(await createDatabase()), LOG_LEVEL: 'debug' }, { logTo: { write: (line) => void lines.push(line) } })
  tenant = await api.tenant()
  person = await markedPerson(api, tenant)
  const { marks, caller, profileId } = person
  const known = { email: marks.email, password: 'another long password', firstName: marks.firstName, lastName: marks.lastName, as: 'talent' as const }
  const say = async (answer: Promise<{ body: unknown }>) => void answers.push(JSON.stringify((await answer).body))
  // refused and odd requests, whose answers others may see
  await say(tenant.guest.call(login, { body: { email: marks.email, password: 'not the password' } }))
  await say(tenant.guest.call(register, { body: known }))
  await say(tenant.guest.call(register, { body: { ...known, surprise: marks.text } as never }))
  await say(caller.call(updateOwnProfile, { params: { id: profileId }, body: { values: { height: marks.text, phone: [marks.phone] } as never } }))
  await say(caller.call(updateOwnProfile, { params: { id: profileId }, body: { city: marks.text.repeat(50) } }))
  await api.work()
})
afterAll(() => api.close())

const all = ({ marks }: Marked): string[] => [marks.email, marks.firstName, marks.lastName, marks.phone, marks.city, marks.text, marks.agent]
const found = (text: string, marks: readonly string[]): string[] => marks.filter((m) => text.toLowerCase().includes(m.toLowerCase()))

describe('values of a person', () => {
  it('are not in the log', () => {
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.flatMap((line) => (found(line, all(person)).length ? [line] : []))).toEqual([])
  })

  it('are not in the metrics', async () => {
    const { body } = await api.app.inject({ url: '/metrics' })
    expect(body).toContain('http_request_duration_seconds_bucket')
    expect(found(body, [...all(person), person.marks.ip])).toEqual([])
  })

  it('are not in keys and values of Redis', async () => {
    const texts = await redisTexts(api)
    expect(texts.size).toBeGreaterThan(0)
    expect([...texts].flatMap(([key, value]) => found(`${key} ${value}`, all(person)).map((m) => `${key}: ${m}`))).toEqual([])
  })

  it('are not in the list of background work', async () => {
    const { rows } = await api.kernel.shards.main.pool.query<{ row: string }>('select to_jsonb(t)::text as row from relay.task t where realm = $1', [tenant.id])
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.flatMap(({ row }) => found(row, all(person)))).toEqual([])
  })

  it('are not in refusals that others may see', () => {
    expect(answers).toHaveLength(5)
    expect(answers.flatMap((text) => found(text, all(person)))).toEqual([])
  })

  it('are not in the public profile, beyond what is public', async () => {
    const { slug } = await tenant.ctx.db.profile.findUniqueOrThrow({ where: { id: person.profileId } })
    const text = JSON.stringify(await tenant.guest.ok(getPublicProfile, { params: { slug } }))
    const { marks } = person
    expect(found(text, [marks.email, marks.phone, marks.ip, marks.agent, marks.birthday])).toEqual([])
  })

  it('are masked in the trail for whoever may not see them', async () => {
    const { marks, admin } = person
    const lesser = await tenant.user()
    await admin.caller.ok(createGrant, { body: { userId: lesser.id, effect: 'allow', pattern: 'tenant.audit.read', reason: 'looks after the trail' } })
    const read = async (caller: typeof lesser.caller) => JSON.stringify((await caller.ok(listAudit, { query: { limit: 100 } })).items)
    const again = await tenant.guest.ok(login, { body: { email: lesser.email, password: PASSWORD } })
    const seen = await read(api.caller(tenant.host, again.accessToken))
    expect(seen).toContain(person.userId)
    expect(found(seen, [marks.email, marks.phone, marks.text, marks.ip, marks.agent, marks.city])).toEqual([])
    expect(found(await read(admin.caller), [marks.ip])).toEqual([marks.ip])
  })

  it('are not in exports of the marketplace, beyond what its fields allow', async () => {
    const { admin, marks } = person
    for (const dataset of ['profiles', 'bookings', 'accounts'] as const) {
      const { id } = await admin.caller.ok(createTenantExport, { body: { dataset, format: 'json' } })
      await api.work()
      const { downloadUrl } = await admin.caller.ok(getTenantExport, { params: { id } })
      const { body } = await api.app.inject({ url: downloadUrl ?? '/nowhere', headers: { host: tenant.host } })
      expect(body.startsWith('[')).toBe(true)
      expect([dataset, ...found(body, [marks.email, marks.phone, marks.ip, marks.agent, marks.birthday])]).toEqual([dataset])
    }
  })

  it('are not in anything that staff of the platform can read', async () => {
    const platform = await api.platform()
    const reading = registry.routes.map((r) => r.contract).filter((c) => realmOf(c) === 'platform' && c.method === 'GET' && !c.file)
    expect(reading.length).toBeGreaterThan(5)
    for (const role of ['platform_support', 'super_admin'] as const) {
      const staff = await platform.caller(role)
      for (const c of reading) {
        const params = Object.fromEntries([...c.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, tenant.id]))
        const answer = await staff.call(c, { params, ...(c.query && { query: sample(c.query) }) } as never)
        expect([c.name, ...found(JSON.stringify(answer.body), [...all(person), person.marks.ip])]).toEqual([c.name])
      }
    }
  })
})
