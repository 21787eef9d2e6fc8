'use client'

import Link from 'next/link'
import { LogOut, Settings2 } from 'lucide-react'
import type { Me } from '@itellico/contracts/auth'
import { Avatar } from '@/components/ui/avatar'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { useI18n } from '@/lib/i18n/client'
import { AppearanceMenu } from './appearance-menu'
import { signOut } from './use-session'

/** Who is signed in, their settings, how the application looks, and the way out. */
export function UserMenu({ me, settingsHref, density = true }: { me: Me; settingsHref: string; density?: boolean }) {
  const { t } = useI18n()
  const name = `${me.firstName} ${me.lastName}`
  return (
    <Menu
      trigger={
        <button type="button" aria-label={t('shell.openMenu')} className="rounded-full p-0.5">
          <Avatar name={name} size="sm" className="rounded-full" />
        </button>
      }
      className="w-60"
    >
      <div className="px-2.5 pt-2 pb-2">
        <p className="truncate font-semibold">{name}</p>
        <p className="truncate text-xs text-ink-3">{me.email}</p>
      </div>
      <MenuSeparator />
      <MenuLink render={<Link href={settingsHref} />}>
        <Settings2 />
        {t('shell.settings')}
      </MenuLink>
      <MenuSeparator />
      <AppearanceMenu density={density} />
      <MenuSeparator />
      <MenuItem onClick={() => void signOut()}>
        <LogOut />
        {t('shell.signOut')}
      </MenuItem>
    </Menu>
  )
}
