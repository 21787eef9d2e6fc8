'use client'

import type { ReactElement, ReactNode } from 'react'
import { Drawer } from '@base-ui/react/drawer'
import { X } from 'lucide-react'
import { cn } from '@/lib/cn'
import { buttonStyles } from './button-styles'
import { scrimStyles } from './dialog'

interface Props {
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly trigger?: ReactElement
  readonly side?: 'right' | 'bottom' | 'left'
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly closeLabel: string
  readonly footer?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

const sides = {
  right: 'ml-auto h-dvh w-full max-w-md border-l data-starting-style:translate-x-full data-ending-style:translate-x-full',
  left: 'mr-auto h-dvh w-[85vw] max-w-xs border-r data-starting-style:-translate-x-full data-ending-style:-translate-x-full',
  bottom: 'mt-auto max-h-[88dvh] w-full rounded-t-lg border-t data-starting-style:translate-y-full data-ending-style:translate-y-full',
}
const swipe = { right: 'right', left: 'left', bottom: 'down' } as const

/** A panel that slides in from an edge and leaves the page in view: details, filters. Swiping closes it. */
export function Sheet({ open, onOpenChange, trigger, side = 'right', title, description, closeLabel, footer, className, children }: Props) {
  return (
    <Drawer.Root swipeDirection={swipe[side]} {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      {trigger && <Drawer.Trigger render={trigger} />}
      <Drawer.Portal>
        <Drawer.Backdrop className={scrimStyles} />
        <Drawer.Viewport className="fixed inset-0 z-40 flex">
          <Drawer.Popup
            className={cn(
              'flex flex-col border-line bg-raised text-ink shadow-float outline-hidden transition-transform duration-200 ease-out',
              sides[side],
              className,
            )}
          >
            <div className="flex items-start justify-between gap-4 border-b border-line px-5 py-4">
              <div className="grid gap-0.5">
                <Drawer.Title className="text-lg font-semibold">{title}</Drawer.Title>
                {description && <Drawer.Description className="text-sm text-ink-2">{description}</Drawer.Description>}
              </div>
              <Drawer.Close aria-label={closeLabel} className={cn(buttonStyles({ variant: 'quiet', size: 'icon' }), '-mr-2')}>
                <X />
              </Drawer.Close>
            </div>
            <Drawer.Content className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</Drawer.Content>
            {footer && (
              <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3 pb-[max(.75rem,env(safe-area-inset-bottom))]">{footer}</div>
            )}
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  )
}

/** Closes the sheet around it. */
export const SheetClose = Drawer.Close
