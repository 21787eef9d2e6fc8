'use client'

import type { ReactElement, ReactNode } from 'react'
import { Popover as BasePopover } from '@base-ui/react/popover'
import { cn } from '@/lib/cn'
import { floatingStyles } from './floating'

interface Props {
  readonly trigger: ReactElement
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly label: string
  readonly align?: 'start' | 'center' | 'end'
  readonly className?: string
  readonly children: ReactNode
}

/** A small floating panel with content of its own. */
export function Popover({ trigger, open, onOpenChange, label, align = 'end', className, children }: Props) {
  return (
    <BasePopover.Root {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner align={align} sideOffset={6} className="z-50 outline-hidden">
          <BasePopover.Popup aria-label={label} className={cn(floatingStyles, 'max-w-[calc(100vw-1rem)]', className)}>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  )
}
