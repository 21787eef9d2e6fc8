import { expect, test, type Page } from '@playwright/test'
import { at, PASSWORD, signIn } from './people.ts'

async function signInByHand(page: Page, email: string): Promise<void> {
  await page.getByLabel(/E-mail/).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('a disabled user is out at once and cannot come back before the admin says so', async ({ browser }) => {
  test.setTimeout(120_000)
  const [admin, user] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  const email = 'redaktion@kaltwasser.example'
  await signIn(admin, 'fashion', 'admin@fashion.example')
  await signIn(user, 'fashion', email)
  await user.goto(at('fashion', '/client/shortlists'))
  await expect(user.getByText('Live', { exact: true })).toBeVisible()

  await admin.goto(at('fashion', '/admin/users?q=Oskar'))
  await admin.getByRole('button', { name: 'Roles and access of Oskar Liebermann' }).click()
  const sheet = admin.getByRole('dialog', { name: 'Oskar Liebermann' })
  await sheet.getByRole('button', { name: 'Disable' }).click()
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click()
  await expect(sheet.getByText('Cannot sign in.')).toBeVisible()

  // nobody touched that browser
  await expect(user).toHaveURL(/\/login/, { timeout: 5_000 })
  await expect(user.getByText('Your session has ended.', { exact: false })).toBeVisible()
  await signInByHand(user, email)
  await expect(user.getByText('This login has been switched off.', { exact: false })).toBeVisible()

  await sheet.getByRole('button', { name: 'Enable' }).click()
  await expect(sheet.getByRole('button', { name: 'Disable' })).toBeVisible()
  await user.getByRole('button', { name: 'Sign in', exact: true }).click()
  // and is back where they were
  await expect(user).toHaveURL(/\/client\/shortlists/)
  await expect(user.getByRole('heading', { name: 'Shortlists' })).toBeVisible()
})

test('people of a suspended account cannot act for it, are told why, and go on by themselves later', async ({ browser }) => {
  test.setTimeout(120_000)
  const [admin, member] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await signIn(admin, 'fashion', 'admin@fashion.example')
  await signIn(member, 'fashion', 'marie@feldundfaden.example')
  await member.goto(at('fashion', '/client'))
  await expect(member.getByText('Live', { exact: true })).toBeVisible()

  await admin.goto(at('fashion', '/admin/accounts?q=Feld'))
  await admin.getByRole('button', { name: 'Feld & Faden' }).click()
  const sheet = admin.getByRole('dialog', { name: 'Feld & Faden' })
  await sheet.getByRole('button', { name: 'Suspend' }).click()
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Suspend' }).click()
  await expect(sheet.getByText('Suspended')).toBeVisible()
  let connect = (): void => undefined
  const back = new Promise<void>((resolve) => (connect = resolve))
  try {
    await expect(member.getByText('Feld & Faden is suspended.')).toBeVisible({ timeout: 10_000 })
    for (const path of ['/client/shortlists', '/client/castings/new']) {
      await member.goto(at('fashion', path))
      await expect(member).toHaveURL(/\/no-access/)
      await expect(member.getByRole('heading', { name: 'You cannot work here right now' })).toBeVisible()
    }
    const bff = (path: string) => member.request.get(at('fashion', `/api/bff${path}`))
    expect([(await bff('/account/shortlists')).status(), (await bff('/user/me')).status()]).toEqual([403, 200])
    // what they said to others is still theirs to read
    await member.getByRole('main').getByRole('link', { name: 'Messages' }).click()
    await expect(member.getByRole('heading', { level: 1, name: 'Messages' })).toBeVisible()
    // the account comes back just before their browser is connected again
    await member.route('**/api/bff/user/realtime-ticket', async (route) => {
      await back
      await route.continue()
    })
    await member.goto(at('fashion', '/no-access'))
    await expect(member.getByRole('heading', { name: 'You cannot work here right now' })).toBeVisible()
  } finally {
    await sheet.getByRole('button', { name: 'Reactivate' }).click()
    await expect(sheet.getByRole('button', { name: 'Suspend' })).toBeVisible()
    connect()
  }
  await expect(member).toHaveURL(/\/client$/, { timeout: 10_000 })
  await expect(member.getByText('Feld & Faden is suspended.')).toHaveCount(0)
  await member.goto(at('fashion', '/client/shortlists'))
  await expect(member.getByRole('heading', { name: 'Shortlists' })).toBeVisible()
})
