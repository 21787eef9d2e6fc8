import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { at, signIn } from './people.ts'

const PAGES: readonly { who: string | null; tenant: 'fashion' | 'kids' | null; paths: readonly string[] }[] = [
  { who: null, tenant: 'fashion', paths: ['/', '/talent', '/talent/mira-vasilescu', '/castings', '/login', '/register'] },
  {
    who: 'booker@fashion.example',
    tenant: 'fashion',
    paths: ['/desk', '/desk/board', '/desk/bookings', '/desk/roster', '/desk/talent', '/desk/castings', '/messages'],
  },
  {
    who: 'client@fashion.example',
    tenant: 'fashion',
    paths: ['/client', '/client/talent', '/client/talent/mira-vasilescu', '/client/shortlists', '/client/bookings', '/client/castings', '/client/castings/new'],
  },
  { who: 'client@kids.example', tenant: 'kids', paths: ['/client/talent', '/client/talent/ada-o'] },
  { who: 'brand@bramble.example', tenant: 'kids', paths: ['/client/talent', '/client/talent/ada-o'] },
  { who: 'talent@fashion.example', tenant: 'fashion', paths: ['/me', '/me/profile', '/me/pictures', '/me/calendar', '/me/bookings', '/me/applications'] },
  {
    who: 'admin@fashion.example',
    tenant: 'fashion',
    paths: [
      '/admin',
      '/admin/accounts',
      '/admin/talent',
      '/admin/users',
      '/admin/roles',
      '/admin/keys',
      '/admin/directory',
      '/admin/branding',
      '/admin/domains',
      '/admin/pages',
      '/admin/fields',
      '/admin/fields/template',
      '/admin/usage',
      '/admin/audit',
      '/admin/isolation',
      '/admin/exports',
    ],
  },
  { who: 'operator@itellico.example', tenant: null, paths: ['/console', '/console/tenants', '/console/tenants/new', '/console/queues', '/console/audit'] },
]

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
