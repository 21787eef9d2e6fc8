import { expect, test, type Page } from '@playwright/test'
import { at, linkIn, mailTo, signIn } from './people.ts'

const NEW_PASSWORD = 'nine lives of a cat'

/** Takes one step of a tenant's life from its page in the console. */
async function take(page: Page, name: string, fill: { label?: RegExp; text?: string; confirm?: string } = {}): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
  const dialog = page.getByRole('alertdialog')
  if (fill.label && fill.text) await dialog.getByLabel(fill.label).fill(fill.text)
  await dialog.getByRole('button', { name: fill.confirm ?? name, exact: true }).click()
  await expect(dialog).toBeHidden()
}

test('somebody opens a marketplace, the platform looks after it, and it ends', async ({ page, browser }) => {
  test.setTimeout(180_000)
  const slug = `cats-${Date.now().toString(36)}`
  const email = `owner@${slug}.example`

  await page.goto(at(null, '/signup'))
  await page.getByLabel('Name', { exact: true }).fill('Nine Lives')
  await page.getByLabel('Address', { exact: true }).fill(slug)
  await expect(page.getByText(`${slug}.localhost is free`)).toBeVisible()
  await page.getByText('Starter').click()
  await page.getByLabel('First name').fill('Ida')
  await page.getByLabel('Last name').fill('Katz')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Open it' }).click()
  await expect(page.getByRole('heading', { name: 'Nine Lives is open' })).toBeVisible({ timeout: 60_000 })

  await page.goto(linkIn(await mailTo(page, email, /./)))
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByRole('heading', { name: 'Your password is set' })).toBeVisible()
  await page.goto(at(null, '/').replace('localhost', `${slug}.localhost`) + 'login')
  await page.getByLabel(/e-mail/i).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/admin/)
  await page.goto(at(null, '/').replace('localhost', `${slug}.localhost`) + 'admin/usage')
  await expect(page.getByRole('meter', { name: 'People with a login' })).toHaveAttribute('aria-valuetext', '1 of 20')

  const staff = await browser.newPage()
  await signIn(staff, null, 'operator@itellico.example')
  await staff.goto(at(null, '/console/tenants'))
  await staff.getByLabel('Name or address').fill(slug)
  await staff.getByRole('link', { name: /Nine Lives/ }).click()
  await expect(staff.getByText('Trial ends')).toBeVisible()

  await take(staff, 'New data key')
  const operations = staff.getByRole('region', { name: 'What is and was done to it' })
  await expect(operations.getByRole('listitem').filter({ hasText: 'New data key' }).getByText('Done')).toBeVisible({ timeout: 30_000 })
  await take(staff, 'Write an archive')
  await expect(operations.getByRole('link', { name: 'Download' })).toBeVisible({ timeout: 30_000 })
  const archive = await staff.request.get((await operations.getByRole('link', { name: 'Download' }).getAttribute('href')) ?? '')
  expect([archive.status(), (await archive.body()).subarray(0, 4).toString()]).toEqual([200, 'ITE1'])

  await take(staff, 'Begin maintenance')
  await expect(staff.getByText('Under maintenance')).toBeVisible()
  await staff.getByRole('button', { name: 'End maintenance' }).click()
  await expect(staff.getByText('Under maintenance')).toBeHidden()

  await take(staff, 'Close', { label: /Reason/, text: 'the cats moved on' })
  await expect(staff.getByText(/Closed\. Its admins can read and export/)).toBeVisible()
  await take(staff, 'Destroy now', { label: /Address/, text: slug })
  await expect(staff.getByText('Destroyed on purpose')).toBeVisible({ timeout: 30_000 })
})
