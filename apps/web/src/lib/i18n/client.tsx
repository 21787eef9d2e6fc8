'use client'

import { createContext, use, useMemo, type ReactNode } from 'react'
import { translator, type Translate } from './translate'

interface I18n {
  readonly locale: string
  readonly t: Translate
}
const Context = createContext<I18n>({ locale: 'en', t: translator('en') })

/** Gives client components the language of the page. */
export function I18nProvider({ locale, children }: { locale: string; children: ReactNode }) {
  const value = useMemo(() => ({ locale, t: translator(locale) }), [locale])
  return <Context value={value}>{children}</Context>
}

/** Language of the page and its texts. */
export function useI18n(): I18n {
  return use(Context)
}
