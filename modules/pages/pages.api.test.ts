import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { json } from 'node:stream/consumers'
import { orderMedia } from '@itellico/contracts/media'
import { hideRosterProfile, updateRosterProfile } from '@itellico/contracts/profiles'
import { searchProfiles } from '@itellico/contracts/search'
import { updateTenantProfile } from '@itellico/contracts/tenants'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readServiceToken } from '../service-tokens.ts'
import { startApi, type TestApi } from '../testing/harness.ts'

let web: Server
let answered: Promise<void> = Promise.resolve()
let api: TestApi
const calls: { tags: string[]; token: string }[] = []
/** What is looked at when the web server is told, as it would be by a page that is made anew then. */
let look: () => Promise<void> = () => Promise.resolve()

beforeAll(async () => {
  web = createServer((request, response) => {
    void json(request).then(async (body) => {
      calls.push({ tags: (body as { tags: string[] }).tags, token: String(request.headers['x-service-token']) })
      await look()
      await answered
      response.writeHead(204).end()
    })
  }).listen(0, '127.0.0.1')
  await once(web, 'listening')
  api = await startApi({ WEB_URL: `http://127.0.0.1:${(web.address() as { port: number }).port}` })
})
afterAll(async () => {
  await api.close()
  web.close()
})

it('changes of profiles and settings make the tenant’s own pages anew, several changes at once', async () => {
  const tenant = await api.tenant()
  const agency = await tenant.party('agency')
  const admin = await tenant.user({ roles: ['tenant_admin'] })
  const p = await tenant.profile(agency.accountId)
  await api.work()
  calls.length = 0
  for (const bio of ['a', 'b', 'c']) await agency.caller.ok(updateRosterProfile, { params: { id: p.id }, body: { bio } })
  await admin.caller.ok(updateTenantProfile, { body: { tagline: 'New' } })
  await api.work()
  const slug = tenant.host.split('.')[0] ?? ''
  expect(calls.map((c) => c.tags)).toEqual([[`tenant:${slug}`, `tenant:${slug}:profiles`, `tenant:${slug}:listings`], [`tenant:${slug}:profiles`]])
  expect(await Promise.all(calls.map((c) => readServiceToken(api.config.SERVICE_KEYS_FILE, c.token, 'web')))).toEqual(calls.map(() => 'worker'))
})

it('lists are made anew only when the search knows of the change', async () => {
  const tenant = await api.tenant()
  const agency = await tenant.party('agency')
  const p = await tenant.profile(agency.accountId)
  await api.work()
  const found: number[] = []
  look = async () => void found.push((await tenant.guest.ok(searchProfiles, {})).page.total ?? -1)
  await agency.caller.ok(hideRosterProfile, { params: { id: p.id } })
  await api.work()
  look = () => Promise.resolve()
  expect(found).toEqual([0])
})

it('a change that comes while pages are made anew is not lost', async () => {
  const tenant = await api.tenant()
  const agency = await tenant.party('agency')
  const p = await tenant.profile(agency.accountId)
  await api.work()
  calls.length = 0
  const order = () => agency.caller.ok(orderMedia, { params: { id: p.id }, body: { ids: [] } })
  let answer = (): void => undefined
  answered = new Promise((resolve) => (answer = resolve))
  await order()
  const working = api.work()
  await vi.waitFor(() => expect(calls).toHaveLength(1))
  await order()
  answer()
  await working
  await api.work()
  expect(calls).toHaveLength(2)
})
