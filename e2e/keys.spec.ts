import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { at, signIn } from './people.ts'

const section = (page: Page) => page.getByRole('region', { name: 'API keys' })

/** Calls what the example on the page calls, with a secret. */
async function status(page: Page, url: string, secret: string): Promise<number> {
  return (await page.request.get(url, { headers: { authorization: `Bearer ${secret}` } })).status()
}

/** The secret that is shown this once. */
async function takeSecret(page: Page): Promise<string> {
  const secret = (await page.getByLabel('The key', { exact: true }).textContent()) ?? ''
  expect(secret).toMatch(/^itm_live_\w{62}$/)
  return secret
}

test('somebody makes a key, uses it, renews it with an overlap; an admin revokes it', async ({ page, browser }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, 'fashion', 'booker@fashion.example')
  await page.goto(at('fashion', '/settings'))
  await section(page).getByRole('button', { name: 'New key' }).click()
  const dialog = page.getByRole('dialog', { name: 'New key' })
  await expect(dialog.getByRole('button', { name: 'Make the key' })).toBeDisabled()
  await expect(dialog.getByRole('checkbox', { name: 'Change the own password and second factors, end sessions' })).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(
    violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`),
  ).toEqual([])
  await dialog.getByLabel('What it is for').fill('Website import')
  await dialog.getByRole('checkbox', { name: 'See the own identity, memberships and sessions' }).check()
  await dialog.getByRole('checkbox', { name: 'See the roster' }).check()
  await dialog.getByRole('button', { name: 'Make the key' }).click()

  await expect(page.getByRole('dialog', { name: 'Copy the key now' })).toBeVisible()
  const first = await takeSecret(page)
  await page.getByRole('button', { name: 'Copy the key', exact: true }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first)
  const example =
    (await page
      .getByRole('dialog')
      .getByText(/^curl http/)
      .textContent()) ?? ''
  const url = /http\S+/.exec(example)?.[0] ?? ''
  expect(await status(page, url, first)).toBe(200)
  expect(await status(page, url.replace('/user/me', '/user/notifications'), first)).toBe(403)
  await page.getByRole('button', { name: 'I have kept it' }).click()
  await expect(section(page).getByText('Website import')).toBeVisible()
  await expect(page.getByText(first)).toHaveCount(0)

  await section(page).getByRole('button', { name: 'Renew Website import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Renew', exact: true }).click()
  const second = await takeSecret(page)
  await page.getByRole('button', { name: 'I have kept it' }).click()
  await expect(section(page).getByText(/The secret before works until/)).toBeVisible()
  for (const secret of [first, second]) expect(await status(page, url, secret)).toBe(200)

  const other = await (await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })).newPage()
  await signIn(other, 'fashion', 'admin@fashion.example')
  await other.goto(at('fashion', '/admin/keys'))
  const row = other.getByRole('row', { name: /Website import/ })
  await expect(row).toContainText('Active')
  await row.getByRole('button', { name: 'Revoke Website import' }).click()
  await other.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toContainText('Revoked')
  for (const secret of [first, second]) expect(await status(page, url, secret)).toBe(401)
  await page.reload()
  await expect(section(page).getByText('Revoked')).toBeVisible()
})
