import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { PAGES } from './pages.ts'
import { at, signIn } from './people.ts'

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) =>
        `${v.id}: ${v.nodes
          .map((n) => n.target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    )
}

for (const { who, tenant, paths } of PAGES) {
  for (const look of ['light', 'dark', 'phone'] as const) {
    test(`${who ?? 'a visitor'}: main pages have no serious fault (${look})`, async ({ browser }) => {
      test.setTimeout(180_000)
      const context = await browser.newContext({
        colorScheme: look === 'dark' ? 'dark' : 'light',
        viewport: look === 'phone' ? { width: 390, height: 844 } : { width: 1280, height: 800 },
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', (e) => errors.push(e.message))
      if (who) await signIn(page, tenant, who)
      const found: Record<string, string[]> = {}
      for (const path of paths) {
        const answer = await page.goto(at(tenant, path))
        expect(answer?.status(), path).toBe(200)
        await expect(page.getByRole('heading').first()).toBeVisible()
        await page.waitForLoadState('networkidle')
        const list = await faults(page)
        if (look === 'phone') {
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
          if (overflow > 1) list.push(`the page is ${overflow} px too wide`)
        }
        if (list.length) found[path] = list
      }
      expect(found).toEqual({})
      expect(errors).toEqual([])
      await context.close()
    })
  }
}
