import { expect, test } from '@playwright/test'
import { PASSWORD, at, linkIn, mailTo, signIn } from './people.ts'

test('somebody gets all own data, deletes the account, keeps it, and is erased by an admin', async ({ page, browser }) => {
  test.setTimeout(150_000)
  const email = `leaver-${Date.now()}@fashion.example`
  const registered = await page.request.post(at('fashion', '/api/bff/public/auth/register'), {
    headers: { origin: at('fashion', '') },
    data: { email, password: PASSWORD, firstName: 'Lea', lastName: 'Leaver', as: 'talent', dateOfBirth: '1995-04-01' },
  })
  expect(registered.status(), await registered.text()).toBe(202)
  await page.goto(linkIn(await mailTo(page, email, /Confirm your e-mail/)))
  await expect(page.getByText(/confirmed|ready/i).first()).toBeVisible()
  await signIn(page, 'fashion', email)

  await page.goto(at('fashion', '/settings'))
  const data = page.getByRole('region', { name: 'Your data' })
  await data.getByRole('button', { name: 'Get all data' }).click()
  const download = data.getByRole('link', { name: 'Download' })
  await expect(download).toBeVisible({ timeout: 30_000 })
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()])
  expect(file.suggestedFilename()).toMatch(/^personal-data-.*\.zip$/)

  await data.getByRole('button', { name: 'Delete my account' }).click()
  const question = page.getByRole('alertdialog')
  await question.getByLabel(/Type your e-mail/).fill('somebody.else@fashion.example')
  await question.getByRole('button', { name: 'Delete my account' }).click()
  await expect(page.getByText('This is not the address of the account')).toBeVisible()
  await question.getByLabel(/Type your e-mail/).fill(email)
  await question.getByRole('button', { name: 'Delete my account' }).click()
  await expect(page).toHaveURL(/\/login/)
  await mailTo(page, email, /will be deleted on/)

  const enter = async () => {
    await page.getByLabel(/E-mail/).fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await page.goto(at('fashion', '/login'))
  await enter()
  await expect(page.getByRole('heading', { name: 'Your account is about to be deleted' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep my account' }).click()
  await enter()
  await expect(page).toHaveURL(/\/me/)

  const office = await (await browser.newContext()).newPage()
  await signIn(office, 'fashion', 'admin@fashion.example')
  await office.goto(at('fashion', `/admin/users?q=${encodeURIComponent(email)}`))
  await office
    .getByRole('button', { name: /Lea Leaver/ })
    .first()
    .click()
  await office.getByRole('button', { name: 'Erase person' }).click()
  const sure = office.getByRole('alertdialog')
  await sure.getByLabel(/Type the e-mail/).fill(email)
  await sure.getByLabel(/Why/).fill('asked by letter')
  await sure.getByRole('button', { name: 'Erase person' }).click()
  await expect(office.getByText('The person is being erased.')).toBeVisible()
  await office.context().close()
  // signed out behind the back of the page: an open one would go to the sign-in page by itself
  await page.goto('about:blank')
  await page.request.post(at('fashion', '/api/auth/logout'), { headers: { origin: at('fashion', '') } })
  const answer = page
    .getByRole('alert')
    .filter({ hasText: /\S/ })
    .or(page.getByRole('heading', { name: 'Your account is about to be deleted' }))
  await expect
    .poll(
      async () => {
        await page.goto(at('fashion', '/login'))
        await enter()
        return answer.first().textContent()
      },
      { timeout: 40_000 },
    )
    .toMatch(/is wrong/)
})
