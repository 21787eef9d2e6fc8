'use client'

import { useI18n } from '@/lib/i18n/client'
import { languageOf } from '@/lib/locales'
import { useTenant } from '@/lib/me'

/** Languages in which the marketplace speaks, the first one needed, with their names. */
export function useLanguages(): { tag: string; name: string }[] {
  const { locale } = useI18n()
  const { locales } = useTenant()
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  // English stands in wherever a text is missing, so it is always asked for.
  const tags = [...new Set(['en', ...locales.map(languageOf)])]
  return tags.map((tag) => ({ tag, name: names.of(tag) ?? tag }))
}
