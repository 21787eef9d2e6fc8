'use client'

import { useState } from 'react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Menu as MenuIcon } from 'lucide-react'
import { Sheet } from '@/components/ui/sheet'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { currentItem, type NavItem, type NavSection } from '@/lib/navigation'
import { NavIcon } from './nav-icon'
import { SidebarNav } from './sidebar'

const slot = 'grid h-14 flex-1 place-content-center justify-items-center gap-0.5 text-2xs font-medium'

/** The navigation of phones: what is needed most at the thumb, the rest one step away. */
export function BottomBar({ navigation }: { navigation: readonly NavSection[] }) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const current = currentItem(navigation, usePathname())
  const items: NavItem[] = navigation
    .flatMap((s) => s.items)
    .filter((i) => i.primary)
    .slice(0, 4)
  return (
    <nav aria-label={t('nav.main')} className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden">
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item === current ? 'page' : undefined}
          className={cn(slot, item === current ? 'text-brand-ink shadow-[inset_0_2px_0_var(--brand)]' : 'text-ink-3')}
        >
          <NavIcon name={item.icon} className="size-5" />
          {t(item.label)}
        </Link>
      ))}
      <Sheet
        open={open}
        onOpenChange={setOpen}
        side="bottom"
        title={t('nav.menu')}
        closeLabel={t('common.close')}
        trigger={
          <button type="button" className={cn(slot, current && !items.includes(current) ? 'text-brand-ink' : 'text-ink-3')}>
            <MenuIcon aria-hidden className="size-5" strokeWidth={1.75} />
            {t('nav.more')}
          </button>
        }
      >
        <SidebarNav navigation={navigation} onNavigate={() => setOpen(false)} />
      </Sheet>
    </nav>
  )
}
