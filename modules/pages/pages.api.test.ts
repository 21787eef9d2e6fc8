import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { json } from 'node:stream/consumers'
import { updateRosterProfile } from '@itellico/contracts/profiles'
import { updateTenantProfile } from '@itellico/contracts/tenants'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApi, type TestApi } from '../testing/harness.ts'

let web: Server
let api: TestApi
const calls: { tags: string[]; token: string }[] = []

beforeAll(async () => {
  web = createServer((request, response) => {
    void json(request).then((body) => {
      calls.push({ tags: (body as { tags: string[] }).tags, token: String(request.headers['x-service-token']) })
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
  expect(calls.map((c) => c.tags)).toEqual([[`tenant:${slug}:profiles`], [`tenant:${slug}`, `tenant:${slug}:profiles`, `tenant:${slug}:listings`]])
  expect(new Set(calls.map((c) => c.token))).toEqual(new Set([api.config.SERVICE_TOKEN]))
})
