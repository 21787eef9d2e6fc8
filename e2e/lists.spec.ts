import { expect, test } from '@playwright/test'
import { at, signIn } from './people.ts'

test('a link clicked while the typed text still waits goes where it points', async ({ page }) => {
  await signIn(page, null, 'operator@itellico.example')
  // The page behind the link comes only after the list has taken up the text.
  await page.route(/\/console\/tenants\/[0-9a-f-]{36}/, async (route) => {
    await page.waitForURL(/q=Linie/)
    await route.continue()
  })
  await page.goto(at(null, '/console/tenants'))
  const link = page
    .getByRole('main')
    .getByRole('link', { name: /Linie Neun/ })
    .first()
  await expect(link).toBeVisible()
  await page.getByLabel('Name or address').fill('Linie Neun')
  await link.click()
  await expect(page).toHaveURL(/\/console\/tenants\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1, name: /Linie Neun/ })).toBeVisible()
})
