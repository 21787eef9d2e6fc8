import { expect, test } from '@playwright/test'
import { at } from './people.ts'

test('a visitor finds a talent by text and field and opens the portfolio', async ({ page }) => {
  await page.goto(at('fashion', '/'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Faces with a')
  await page.goto(at('fashion', '/talent'))
  await expect(page.getByText(/\d+ found/)).toBeVisible()
  const all = Number(/\d+/.exec((await page.getByText(/\d+ found/).textContent()) ?? '')?.[0])
  await page.getByRole('checkbox', { name: /Graz/ }).click()
  await expect(page).toHaveURL(/city=Graz/)
  await expect.poll(async () => Number(/\d+/.exec((await page.getByText(/\d+ found/).textContent()) ?? '')?.[0])).toBeLessThan(all)
  await page.goto(at('fashion', '/talent?q=mira'))
  await page
    .getByRole('link', { name: /Mira Vasilescu/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mira Vasilescu' })).toBeVisible()
  await expect(page.getByText('179 cm').first()).toBeVisible()
  await expect(page.getByText('+43 660')).toHaveCount(0)
})

test('measurements follow the marketplace’s units', async ({ page }) => {
  const search = await page.request.get(at('paws', '/talent'))
  expect(search.status()).toBe(200)
  await page.goto(at('paws', '/talent'))
  await expect(page.getByText(/\d+ found/)).toBeVisible()
})

test('what does not exist is a real 404, and a minor’s page does not exist', async ({ page }) => {
  for (const path of ['/talent/nobody-at-all', '/castings/nothing', '/no/such/page'])
    expect((await page.request.get(at('fashion', path))).status(), path).toBe(404)
  expect((await page.request.get(at('kids', '/talent/ada-o'))).status()).toBe(404)
  const unknown = await page.request.get(at('fashion', '/').replace('fashion.', 'nobody.'))
  expect([unknown.status(), unknown.headers()['cache-control']]).toEqual([404, expect.stringContaining('no-store')])
})

test('open castings are listed and can be read', async ({ page }) => {
  await page.goto(at('fashion', '/castings'))
  await page
    .getByRole('link', { name: /Show in the swimming hall/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Show in the swimming hall')
  await expect(page.getByText('Walk, women').first()).toBeVisible()
})
