'use client'

import Link from 'next/link'
import { buttonStyles } from '@/components/ui/button-styles'
import { cn } from '@/lib/cn'
import { ACCOUNT_COOKIE } from '@/lib/cookie-names'
import { useI18n } from '@/lib/i18n/client'
import { homeOf } from '@/lib/permissions'
import { UserMenu } from './user-menu'
import { useSession } from './use-session'

const chosenAccount = () => new RegExp(`(?:^|; )${ACCOUNT_COOKIE}=([^;]*)`).exec(document.cookie)?.[1] ?? null

/**
 * The end of the public header. The markup is the same for everybody and cached; a mark on `<html>` set before the first
 * paint decides which half shows, so nothing jumps.
 */
export function HeaderAccount() {
  const { t } = useI18n()
  const me = useSession()
  return (
    <>
      <div className="flex items-center gap-1 signed-in:hidden">
        <Link href="/login" className={cn(buttonStyles({ variant: 'quiet' }), 'px-2.5')}>
          {t('nav.signIn')}
        </Link>
        <Link href="/register" className={cn(buttonStyles({ variant: 'solid' }), 'max-sm:hidden')}>
          {t('nav.join')}
        </Link>
      </div>
      <div className="flex min-w-24 items-center justify-end gap-2 signed-out:hidden">
        {me && (
          <>
            <Link href={homeOf(me, chosenAccount())} className={buttonStyles({ variant: 'outline' })}>
              {t('nav.workspace')}
            </Link>
            <UserMenu me={me} settingsHref="/settings" density={false} />
          </>
        )}
      </div>
    </>
  )
}
