import 'server-only'
import { locale as localeParam } from 'next/root-params'
import { translator, type Translate } from './translate'

/** Language of this page and its texts; English on the platform's own host. */
export async function getI18n(): Promise<{ locale: string; t: Translate }> {
  const locale = (await localeParam()) ?? 'en'
  return { locale, t: translator(locale) }
}
