import { expect, test } from '@playwright/test'
import { at, linkIn, mailTo, signIn } from './people.ts'

test('a talent registers, confirms the address from the mailbox and signs in', async ({ page }) => {
  const email = `nina.${Date.now()}@people.example`
  await page.goto(at('fashion', '/register'))
  await page.getByLabel('First name').fill('Nina')
  await page.getByLabel('Last name').fill('Berg')
  await page.getByLabel(/E-mail/).fill(email)
  await page.getByLabel('Password', { exact: true }).fill('a garden of plums')
  const birth = page.getByLabel(/Date of birth/)
  if (await birth.count()) await birth.first().fill('1999-05-04')
  const consent = page.getByRole('checkbox')
  for (let i = 0; i < (await consent.count()); i++) await consent.nth(i).check()
  await page
    .getByRole('button', { name: /Join|Register|Create/ })
    .last()
    .click()
  const link = linkIn(await mailTo(page, email, /Confirm your e-mail/))
  expect(new URL(link).host).toBe(new URL(at('fashion', '/')).host)
  await page.goto(link)
  await expect(page.getByText(/confirmed/i).first()).toBeVisible()
  await page.goto(at('fashion', '/login'))
  await page.getByLabel(/E-mail/).fill(email)
  await page.getByLabel('Password', { exact: true }).fill('a garden of plums')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/(me|desk)/)
})

test('a wrong password is refused in words, and a forgotten one is set anew', async ({ page }) => {
  const email = 'scout@fashion.example'
  await page.goto(at('fashion', '/login'))
  await page.getByLabel(/E-mail/).fill(email)
  await page.getByLabel('Password', { exact: true }).fill('not this one')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText(/address or password is wrong/i).first()).toBeVisible()
  await page.goto(at('fashion', '/forgot-password'))
  await page.getByLabel(/E-mail/).fill(email)
  await page
    .getByRole('button')
    .filter({ hasText: /send|link/i })
    .first()
    .click()
  await page.goto(linkIn(await mailTo(page, email, /Set a new password|Neues Passwort/)))
  await page
    .getByLabel(/password/i)
    .first()
    .fill('plums in the garden')
  await page
    .getByRole('button', { name: /set|save|change/i })
    .last()
    .click()
  await expect
    .poll(async () =>
      (
        await page.request.post(at('fashion', '/api/auth/login'), { data: { email, password: 'plums in the garden' }, headers: { origin: at('fashion', '') } })
      ).status(),
    )
    .toBe(200)
})

test('devices are listed and one can be signed out', async ({ browser }) => {
  const [here, there] = [await browser.newPage(), await browser.newPage()]
  await signIn(here, 'fashion', 'finance@fashion.example')
  await signIn(there, 'fashion', 'finance@fashion.example')
  const me = async (page: typeof here): Promise<number> => (await page.request.get(at('fashion', '/api/bff/user/me'))).status()
  expect([await me(here), await me(there)]).toEqual([200, 200])
  await here.goto(at('fashion', '/settings'))
  const { items } = (await (await here.request.get(at('fashion', '/api/bff/user/sessions'))).json()) as { items: { id: string; current: boolean }[] }
  expect(items.length).toBeGreaterThanOrEqual(2)
  for (const s of items.filter((x) => !x.current))
    await here.request.delete(at('fashion', `/api/bff/user/sessions/${s.id}`), { headers: { origin: at('fashion', '') } })
  expect([await me(here), await me(there)]).toEqual([200, 401])
})

test('signing out ends the session, and the page asks to sign in again', async ({ page }) => {
  await signIn(page, 'fashion', 'finance@fashion.example')
  await page.goto(at('fashion', '/settings'))
  await expect(page).toHaveURL(/\/settings/)
  await page.request.post(at('fashion', '/api/auth/logout'), { headers: { origin: at('fashion', '') } })
  await expect(page).toHaveURL(/\/login/)
  await page.goto(at('fashion', '/settings'))
  await expect(page).toHaveURL(/\/login/)
})
