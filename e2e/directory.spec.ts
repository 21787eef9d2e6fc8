import { expect, test } from '@playwright/test'
import { api, at, signIn } from './people.ts'

test('a directory sends a person and a group, and the admin says which role the group gives', async ({ page }) => {
  await signIn(page, 'fashion', 'admin@fashion.example')
  const made = await api(page, 'fashion', 'POST', '/user/api-keys', { name: 'Directory', scopes: ['tenant.scim.manage'], expiresInDays: 1 })
  expect(made.status(), await made.text()).toBe(201)
  const { key, secret } = (await made.json()) as { key: { id: string }; secret: string }

  await page.goto(at('fashion', '/admin/directory'))
  const baseUrl = (await page.getByRole('region', { name: 'Connect a directory' }).locator('code').textContent()) ?? ''
  const send = async (path: string, data: object): Promise<string> => {
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/scim+json' }
    const answer = await page.request.post(`${baseUrl}${path}`, { data, headers })
    expect(answer.status(), await answer.text()).toBe(201)
    return ((await answer.json()) as { id: string }).id
  }
  const email = 'frieda.frisch@fashion.example'
  const person = await send('/Users', { userName: email, name: { givenName: 'Frieda', familyName: 'Frisch' }, emails: [{ value: email, type: 'work' }] })
  await send('/Groups', { displayName: 'Front office', members: [{ value: person }] })

  await page.reload()
  const row = page.getByRole('row', { name: /Front office/ })
  await row.getByRole('combobox', { name: 'Role of Front office' }).click()
  await page.getByRole('option', { name: 'Marketplace manager' }).click()
  await expect(page.getByText('The role is changed for all members')).toBeVisible()
  await page.goto(at('fashion', '/admin/users?q=Frieda'))
  await expect(page.getByRole('row', { name: /Frieda Frisch/ })).toContainText('Marketplace manager')

  // and back as it was, for whoever comes next
  const gone = await page.request.delete(`${baseUrl}/Users/${person}`, { headers: { authorization: `Bearer ${secret}` } })
  expect(gone.status()).toBe(204)
  expect((await page.request.delete(at('fashion', `/api/bff/user/api-keys/${key.id}`), { headers: { origin: at('fashion', '') } })).status()).toBe(204)
})
