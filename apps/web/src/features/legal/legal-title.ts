import { legalKinds, type LegalPage, type LegalTexts } from '@itellico/contracts/legal'
import type { Translate } from '@/lib/i18n/translate'

/** What a page is called, in the reader's language where it has one. */
export function legalTitle(page: Pick<LegalPage, 'slug' | 'kind' | 'texts'>, locale: string, t: Translate): string {
  const texts: LegalTexts = page.texts
  const near = Object.keys(texts).find((l) => l.slice(0, 2) === locale.slice(0, 2))
  const text = texts[locale] ?? (near ? texts[near] : undefined) ?? Object.values(texts)[0]
  if (text?.title) return text.title
  const kind = legalKinds.find((k) => k === page.kind)
  return kind ? t(`leg.${kind}`) : page.slug
}
