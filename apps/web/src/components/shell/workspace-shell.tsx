'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import type { Logos } from '@itellico/contracts/branding'
import { StepUpDialog } from '@/features/auth/step-up-dialog'
import { useI18n } from '@/lib/i18n/client'
import { useCan, usePerson } from '@/lib/me'
import { navigationFor } from '@/lib/navigation'
import { workspaceOfAccount } from '@/lib/permissions'
import { useLive, useLiveConnection } from '@/lib/realtime'
import { AccountSwitcher } from './account-switcher'
import { BottomBar } from './bottom-bar'
import { NotificationBell } from './notification-bell'
import { Palette } from './palette'
import { SidebarNav } from './sidebar'
import { SkipLink } from './skip-link'
import { SuspendedAccounts } from './suspended-accounts'
import { UserMenu } from './user-menu'
import { Wordmark } from './wordmark'

/** The frame around every signed-in page of a marketplace. */
export function WorkspaceShell({
  marketplace,
  logos,
  liveOrigin,
  livePort,
  children,
}: {
  marketplace: string
  logos: Logos
  liveOrigin: string
  livePort: string
  children: ReactNode
}) {
  const { t } = useI18n()
  const { me, account, accountId } = usePerson()
  const workspace = workspaceOfAccount(account?.accountType)
  const asMember = useCan('account.talents.read') && (workspace === 'client' || workspace === 'desk')
  const navigation = navigationFor(me, accountId)
  const connected = useLive((s) => s.connected)
  useLiveConnection(liveOrigin, livePort)
  return (
    <div className="grid min-h-dvh lg:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink />
      <aside className="sticky top-0 hidden h-dvh flex-col gap-4 overflow-y-auto border-r border-line px-2 py-3 lg:flex">
        <Link href="/" className="px-3 py-2">
          <Wordmark name={marketplace} logos={logos} />
        </Link>
        <AccountSwitcher />
        <SidebarNav navigation={navigation} />
        <p role="status" className="mt-auto flex items-center gap-2 px-3 py-1 text-xs text-ink-3">
          <span aria-hidden className={connected ? 'size-1.5 rounded-full bg-ok' : 'size-1.5 rounded-full border border-ink-3'} />
          {connected ? t('shell.live') : t('shell.offline')}
        </p>
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="sticky top-0 z-20 flex h-13 items-center gap-2 border-b border-line bg-canvas px-4 lg:px-8">
          <Link href="/" className="mr-auto min-w-0 truncate lg:hidden">
            <Wordmark name={marketplace} logos={logos} />
          </Link>
          <div className="lg:mr-auto">
            <Palette navigation={navigation} talent={asMember ? { accountId, base: `/${workspace}/talent` } : { accountId: null, base: '/talent' }} />
          </div>
          <NotificationBell href="/notifications" />
          <UserMenu me={me} settingsHref="/settings" />
        </header>
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 px-4 pt-6 pb-24 outline-hidden lg:px-8 lg:pb-12">
          <SuspendedAccounts />
          {children}
        </main>
      </div>
      <BottomBar navigation={navigation} />
      <StepUpDialog />
    </div>
  )
}
