'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { currentItem, type NavSection } from '@/lib/navigation'
import { NavIcon } from './nav-icon'

/** The navigation of a signed-in shell. The current page is marked by a bar, weight and tint. */
export function SidebarNav({ navigation, onNavigate }: { navigation: readonly NavSection[]; onNavigate?: () => void }) {
  const { t } = useI18n()
  const current = currentItem(navigation, usePathname())
  return (
    <nav aria-label={t('nav.main')} className="grid gap-5">
      {navigation.map((section) => (
        <div key={section.key}>
          {navigation.length > 1 && section.key !== 'shared' && <p className="px-3 pb-1 text-xs font-medium text-ink-3">{t(section.label)}</p>}
          <ul>
            {section.items.map((item) => {
              const active = item === current
              return (
                <li key={item.href}>
                  <Link
                    href={item.href}
                    {...(onNavigate && { onClick: onNavigate })}
                    aria-current={active ? 'page' : undefined}
                    className={cn(
                      'relative flex min-h-row items-center gap-3 rounded px-3 text-base transition-colors duration-150',
                      active
                        ? 'bg-brand-wash font-semibold text-brand-ink before:absolute before:inset-y-1.5 before:left-0 before:w-[3px] before:rounded-full before:bg-brand'
                        : 'text-ink-2 hover:bg-sunken hover:text-ink',
                    )}
                  >
                    <NavIcon name={item.icon} className="size-4 shrink-0" />
                    {t(item.label)}
                  </Link>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </nav>
  )
}
