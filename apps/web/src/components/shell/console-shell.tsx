'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { StepUpDialog } from '@/features/auth/step-up-dialog'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { currentItem, navigationFor } from '@/lib/navigation'
import { useLive, useLiveConnection } from '@/lib/realtime'
import { NavIcon } from './nav-icon'
import { NotificationBell } from './notification-bell'
import { Palette } from './palette'
import { SkipLink } from './skip-link'
import { UserMenu } from './user-menu'
import { Wordmark } from './wordmark'

/** The frame of the platform console: one dark bar with everything in a row, so that nobody takes it for a marketplace. */
export function ConsoleShell({ liveOrigin, livePort, children }: { liveOrigin: string; livePort: string; children: ReactNode }) {
  const { t } = useI18n()
  const { me } = usePerson()
  const navigation = navigationFor(me, null)
  const current = currentItem(navigation, usePathname())
  const connected = useLive((s) => s.connected)
  const bar = useRef<HTMLUListElement>(null)
  // on a narrow screen the bar scrolls: where one is must be in sight
  useEffect(() => {
    const item = bar.current?.querySelector<HTMLElement>('[aria-current=page]')
    if (item) bar.current?.scrollTo({ left: item.offsetLeft - (bar.current.clientWidth - item.offsetWidth) / 2 })
  }, [current])
  useLiveConnection(liveOrigin, livePort)
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <header data-theme="dark" className="sticky top-0 z-20 bg-canvas text-ink">
        <div className="wrap flex h-13 items-center gap-3">
          <Link href="/console" className="mr-auto flex items-baseline gap-2.5">
            <Wordmark name="itellico" />
            <span className="font-mono text-2xs text-ink-3">platform</span>
          </Link>
          <span role="status" className="hidden items-center gap-2 font-mono text-2xs text-ink-3 md:flex">
            <span aria-hidden className={connected ? 'size-1.5 rounded-full bg-ok' : 'size-1.5 rounded-full border border-ink-3'} />
            {connected ? t('shell.live') : t('shell.offline')}
          </span>
          <Palette navigation={navigation} talent={null} />
          <NotificationBell href="/console/notifications" />
          <UserMenu me={me} settingsHref="/console/settings" />
        </div>
        <nav aria-label={t('nav.main')} className="border-t border-line">
          <ul ref={bar} className="wrap no-scrollbar relative flex gap-1 overflow-x-auto">
            {navigation
              .flatMap((s) => s.items)
              .map((item) => (
                <li key={item.href}>
                  <Link
                    href={item.href}
                    aria-current={item === current ? 'page' : undefined}
                    className={cn(
                      'flex h-10 items-center gap-2 border-b-2 border-transparent px-3 text-base whitespace-nowrap text-ink-2 transition-colors duration-150 hover:text-ink',
                      item === current && 'border-brand font-semibold text-ink',
                    )}
                  >
                    <NavIcon name={item.icon} className="size-4" />
                    {t(item.label)}
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className="wrap pt-7 pb-16 outline-hidden">
        {children}
      </main>
      <StepUpDialog />
    </div>
  )
}
