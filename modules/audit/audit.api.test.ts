import { createAccount } from '@itellico/contracts/accounts'
import * as contract from '@itellico/contracts/audit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi, type TestTenant } from '../testing/harness.ts'

let api: TestApi
let tenant: TestTenant

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
})
afterAll(() => api.close())

describe('the trail', () => {
  it('tells what happened by action and facts, and in English', async () => {
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    await admin.caller.ok(createAccount, { body: { type: 'agency', name: 'Nord Faces', ownerEmail: 'owner@nord.example' } })
    const { items } = await admin.caller.ok(contract.listAudit, { query: { action: 'accounts.created' } })
    expect(items.map((e) => [e.action, e.data, e.summary])).toEqual([['accounts.created', { name: 'Nord Faces' }, 'The account Nord Faces was created']])
    expect((await admin.caller.ok(contract.listAudit, { query: { q: 'nord faces', action: 'accounts.created' } })).items).toHaveLength(1)
  })
})
