'use client'

import type { ComponentProps } from 'react'
import { Tabs as BaseTabs } from '@base-ui/react/tabs'
import { cn } from '@/lib/cn'

/** Views of one thing side by side. Use links with `aria-current` where each view has an address. */
export const Tabs = BaseTabs.Root

/** The row of names; the line under the current one moves along. */
export function TabsList({ className, children, ...props }: ComponentProps<typeof BaseTabs.List>) {
  return (
    <BaseTabs.List className={cn('no-scrollbar relative flex gap-5 overflow-x-auto border-b border-line', className)} {...props}>
      {children}
      <BaseTabs.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-brand transition-[translate,width] duration-150 ease-out" />
    </BaseTabs.List>
  )
}

/** The name of a view. */
export function TabsTab({ className, ...props }: ComponentProps<typeof BaseTabs.Tab>) {
  return (
    <BaseTabs.Tab
      className={cn('h-9 whitespace-nowrap text-base font-medium text-ink-3 transition-colors duration-150 hover:text-ink data-active:text-ink', className)}
      {...props}
    />
  )
}

/** A view. */
export const TabsPanel = BaseTabs.Panel
