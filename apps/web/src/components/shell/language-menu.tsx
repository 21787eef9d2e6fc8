'use client'

import { Globe } from 'lucide-react'
import { buttonStyles } from '@/components/ui/button-styles'
import { Menu, MenuRadio } from '@/components/ui/menu'
import { LOCALE_COOKIE } from '@/lib/cookie-names'
import { useI18n } from '@/lib/i18n/client'
import { remember } from '@/lib/remember'

/** Languages that the marketplace offers; the choice is remembered on this device. */
export function LanguageMenu({ locales }: { locales: readonly string[] }) {
  const { t, locale } = useI18n()
  if (locales.length < 2) return null
  const nameOf = (tag: string) => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  return (
    <Menu
      trigger={
        <button type="button" className={buttonStyles({ variant: 'quiet', size: 'sm' })}>
          <Globe />
          {nameOf(locale)}
        </button>
      }
      align="start"
      side="top"
    >
      <MenuRadio
        label={t('language.label')}
        value={locale}
        options={locales.map((tag) => ({ value: tag, label: nameOf(tag) }))}
        onValueChange={(tag) => {
          remember(LOCALE_COOKIE, tag)
          const url = new URL(location.href)
          url.searchParams.delete('locale')
          location.assign(url)
        }}
      />
    </Menu>
  )
}
