import { expect, test, type Page } from '@playwright/test'
import { api, at, signIn } from './people.ts'

/** Height of the lowest of some rows: one in which several things stand above each other is as high as they need. */
const heightOf = (page: Page, row: string): Promise<number> =>
  page.locator(row).evaluateAll((all) => Math.min(...all.map((each) => each.getBoundingClientRect().height)))

test('compact density makes boards and tables denser, and stays', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, 'fashion', 'judith.maier@fashion.example')
  const places = [
    { path: '/desk/board', row: '[role=row]:has([data-bar])' },
    { path: '/desk/roster?view=table', row: 'tbody tr' },
    { path: '/desk/bookings', row: 'tbody tr' },
  ]
  const measure = async (): Promise<number[]> => {
    const heights: number[] = []
    for (const { path, row } of places) {
      await page.goto(at('fashion', path))
      await expect(page.locator(row).first()).toBeVisible({ timeout: 20_000 })
      heights.push(await heightOf(page, row))
    }
    return heights
  }
  const standard = await measure()
  await page.getByRole('button', { name: 'Open your menu' }).click()
  await page.getByRole('menuitemradio', { name: 'Compact' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  const compact = await measure()
  for (const [i, { path }] of places.entries()) expect(compact[i], path).toBeLessThan((standard[i] ?? 0) - 4)
  // before the first paint, so that nothing jumps
  await page.goto(at('fashion', '/desk/board'), { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  // what can be hit stays large enough
  await expect(page.locator('[data-bar]').first()).toBeVisible()
  expect(await heightOf(page, '[data-bar]')).toBeGreaterThanOrEqual(24)
  await page.goto(at('fashion', '/settings'))
  await page.getByRole('button', { name: 'Standard' }).click()
  await expect(page.locator('html')).not.toHaveAttribute('data-density', /./)
  const again = await measure()
  for (const [i, { path }] of places.entries()) expect(again[i], path).toBeGreaterThan((compact[i] ?? 0) + 4)
})

test('nothing moves for people who want it so', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await signIn(page, 'fashion', 'judith.maier@fashion.example')
  const longest = (): Promise<number> =>
    page.evaluate(() => {
      const seconds = (text: string) => Math.max(...text.split(',').map((part) => Number.parseFloat(part) * (part.trim().endsWith('ms') ? 0.001 : 1)))
      return Math.max(
        ...[...document.querySelectorAll('*')].flatMap((e) => [getComputedStyle(e).transitionDuration, getComputedStyle(e).animationDuration]).map(seconds),
      )
    })
  for (const path of ['/desk', '/desk/board', '/talent', '/']) {
    await page.goto(at('fashion', path))
    await expect(page.getByRole('heading').first()).toBeVisible()
    expect(await longest(), path).toBeLessThan(0.001)
  }
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto(at('fashion', '/desk/board'))
  await expect(page.getByRole('heading').first()).toBeVisible()
  expect(await longest()).toBeGreaterThan(0.1)
})

test.describe('on a window narrower than 400 px', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  const fits = async (page: Page): Promise<void> => {
    await expect(page.getByRole('heading').first()).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), page.url()).toBeLessThanOrEqual(0)
  }

  test('a booker works with board, roster and messages', async ({ page }) => {
    await signIn(page, 'fashion', 'booker@fashion.example')
    await page.goto(at('fashion', '/desk/board'))
    await fits(page)
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
    await page.getByRole('button', { name: 'Place option', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    const box = await dialog.boundingBox()
    expect([box?.x, Math.round((box?.y ?? 0) + (box?.height ?? 0))]).toEqual([0, 740])
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    // an entry opens what stands there
    await page
      .getByRole('main')
      .getByRole('listitem')
      .getByRole('button', { name: /Booking|Option|Request/ })
      .first()
      .click()
    await expect(page.getByRole('dialog').getByRole('heading').first()).toBeVisible()
    await fits(page)

    await page.goto(at('fashion', '/desk/roster'))
    await fits(page)
    await page.getByRole('button', { name: 'Table' }).click()
    await expect(page.getByRole('table')).toBeVisible()
    await fits(page)
    await page.getByRole('link', { name: 'Mira Vasilescu' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Mira Vasilescu' })).toBeVisible()
    for (const tab of ['Pictures', 'Calendar', 'Castings']) {
      await page.getByRole('tab', { name: tab }).click()
      await fits(page)
    }

    await page.goto(at('fashion', '/messages'))
    await fits(page)
    await page.locator('[data-conversation]').first().click()
    const words = `On my way ${Date.now()}`
    await page.getByRole('textbox', { name: 'Write a message' }).fill(words)
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByText(words).last()).toBeInViewport()
    await fits(page)
    await page.getByRole('button', { name: 'Back to all conversations' }).click()
    await expect(page.locator('[data-conversation]').first()).toBeVisible()
  })

  test('an operator works with the console', async ({ page }) => {
    await signIn(page, null, 'operator@itellico.example')
    const { items } = (await (await api(page, null, 'GET', '/platform/tenants?q=kids')).json()) as { items: { id: string }[] }
    for (const path of ['/console', '/console/tenants', `/console/tenants/${items[0]?.id}`, '/console/tenants/new', '/console/queues', '/console/audit']) {
      await page.goto(at(null, path))
      await fits(page)
      // the bar of pages scrolls: where one is can be seen
      await expect(page.getByRole('banner').locator('[aria-current=page]')).toBeInViewport({ ratio: 1 })
    }
  })
})
