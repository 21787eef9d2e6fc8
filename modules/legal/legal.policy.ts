import { legalKinds, type LegalPage, type LegalTexts } from '@itellico/contracts/legal'

/** What kind of page lives at an address. */
export function kindOf(slug: string): LegalPage['kind'] {
  return legalKinds.find((k) => k === slug) ?? 'free'
}

const language = (locale: string): string => locale.slice(0, 2)
const filled = (texts: LegalTexts, locale: string | undefined): locale is string => locale !== undefined && Boolean(texts[locale]?.body.trim())

/** The language in which somebody reads a page: the wanted one, its sister, the marketplace's first, else any that has a text. */
export function readingLocale(texts: LegalTexts, wanted: string | undefined, offered: readonly string[]): string | null {
  const has = Object.keys(texts).sort()
  const sister = (locale: string | undefined): string | undefined =>
    has.find((l) => locale !== undefined && language(l) === language(locale) && filled(texts, l))
  const candidates = [wanted, sister(wanted), ...offered.flatMap((l) => [l, sister(l)]), ...has]
  return candidates.find((l) => filled(texts, l)) ?? null
}
