'use client'

import { useState } from 'react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Menu as MenuIcon } from 'lucide-react'
import { buttonStyles } from '@/components/ui/button-styles'
import { Sheet } from '@/components/ui/sheet'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'

export interface PublicNavItem {
  readonly href: string
  readonly label: string
}

/** The links of the public header: in a row, or behind a button on phones. */
export function PublicNav({ items }: { items: readonly PublicNavItem[] }) {
  const { t } = useI18n()
  const pathname = usePathname()
  const [open, setOpen] = useState(false)
  const isCurrent = (href: string) => pathname === href || pathname.startsWith(`${href}/`)
  return (
    <>
      <nav aria-label={t('nav.main')} className="hidden items-center gap-6 md:flex">
        {items.map((item) => (
          <Link
            key={item.href}
            href={item.href}
            aria-current={isCurrent(item.href) ? 'page' : undefined}
            className={cn(
              'border-b-2 border-transparent py-1 text-base font-medium text-ink-2 transition-colors duration-150 hover:text-ink',
              isCurrent(item.href) && 'border-brand text-ink',
            )}
          >
            {item.label}
          </Link>
        ))}
      </nav>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        side="left"
        title={t('nav.menu')}
        closeLabel={t('common.close')}
        trigger={
          <button type="button" aria-label={t('nav.menu')} className={cn(buttonStyles({ variant: 'quiet', size: 'icon' }), 'md:hidden')}>
            <MenuIcon />
          </button>
        }
      >
        <nav aria-label={t('nav.main')} className="grid">
          {[{ href: '/', label: t('nav.home') }, ...items, { href: '/login', label: t('nav.signIn') }, { href: '/register', label: t('nav.join') }].map(
            (item) => (
              <Link key={item.href} href={item.href} onClick={() => setOpen(false)} className="headline border-b border-line py-3 text-xl last:border-b-0">
                {item.label}
              </Link>
            ),
          )}
        </nav>
      </Sheet>
    </>
  )
}
