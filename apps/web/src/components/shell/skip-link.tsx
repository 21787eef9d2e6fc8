'use client'

import { useI18n } from '@/lib/i18n/client'

/** The first stop of the Tab key: past the navigation. */
export function SkipLink() {
  const { t } = useI18n()
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded focus:bg-ink focus:px-3 focus:py-2 focus:text-canvas"
    >
      {t('nav.skip')}
    </a>
  )
}
