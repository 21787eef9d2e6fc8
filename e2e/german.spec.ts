import { globSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { dictionaries } from '../apps/web/src/lib/i18n/translate.ts'
import { PAGES } from './pages.ts'
import { at, signIn } from './people.ts'

const en: Record<string, string> = dictionaries['en'] ?? {}
const de: Record<string, string> = dictionaries['de'] ?? {}
const SAMPLE = /\{\w+\}|\|/

/** English sentences and labels that a German page must not show: of two words at least, since single ones can be names or German, too. */
const english = new Set(
  Object.keys(en).flatMap((key) => {
    const text = en[key] ?? ''
    return text !== de[key] && /\w+ \w+/.test(text) && !SAMPLE.test(text) ? [text.trim()] : []
  }),
)
/** Words that mark a sentence as English, whoever wrote it. */
const MARKS = /\b(the|and|with|your|you|has|were|been|this|that|from|cannot|yet|they|what|which|are|of)\b/gi
/** What people of the demo wrote is in their own language. */
const written = globSync('tools/demo/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
const isContent = (text: string): boolean =>
  Array.from({ length: Math.max(1, text.length - 24) }, (_, i) => text.slice(i, i + 25)).some((part) => written.includes(part))

for (const { who, tenant, paths } of PAGES.filter((p) => p.tenant === 'fashion')) {
  test(`${who ?? 'a visitor'}: nothing of the product is English on the German pages`, async ({ browser }) => {
    test.setTimeout(120_000)
    const context = await browser.newContext({ locale: 'de-AT', reducedMotion: 'reduce' })
    const page = await context.newPage()
    if (who) await signIn(page, tenant, who)
    const found: Record<string, string[]> = {}
    for (const path of paths) {
      await page.goto(at(tenant, path))
      await expect(page.locator('html')).toHaveAttribute('lang', /^de/)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await page.waitForLoadState('networkidle')
      const texts = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        const seen = new Set<string>()
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const holder = node.parentElement
          if (holder && !holder.closest('script,style,noscript,[lang="en"]')) seen.add((node.textContent ?? '').trim())
        }
        for (const e of document.querySelectorAll('[aria-label],[title],[placeholder],[alt]'))
          for (const name of ['aria-label', 'title', 'placeholder', 'alt']) seen.add(e.getAttribute(name)?.trim() ?? '')
        return [...seen].filter(Boolean)
      })
      const left = texts.filter((text) => english.has(text) || ((text.match(MARKS) ?? []).length >= 2 && !isContent(text)))
      if (left.length) found[path] = left
    }
    expect(found).toEqual({})
    await context.close()
  })
}
