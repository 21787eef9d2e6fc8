'use client'

import type { ReactElement, ReactNode } from 'react'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { cn } from '@/lib/cn'
import { buttonStyles } from './button-styles'

interface Props {
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly trigger?: ReactElement
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly closeLabel: string
  /** A click beside it does not close it, for what is shown only once. */
  readonly lasting?: boolean
  readonly footer?: ReactNode
  readonly className?: string
  readonly children?: ReactNode
}

export const scrimStyles = 'fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-starting-style:opacity-0 data-ending-style:opacity-0'

/** A question or a short task that must be finished before going on. On phones it rises from the bottom edge. */
export function Dialog({ open, onOpenChange, trigger, title, description, closeLabel, lasting = false, footer, className, children }: Props) {
  return (
    <BaseDialog.Root disablePointerDismissal={lasting} {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      {trigger && <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={scrimStyles} />
        <BaseDialog.Viewport className="fixed inset-0 z-40 grid items-end overflow-y-auto sm:place-items-center sm:p-6">
          <BaseDialog.Popup
            className={cn(
              'relative flex max-h-[92dvh] w-full flex-col rounded-t-lg border border-line bg-raised text-ink shadow-float outline-hidden transition-[opacity,transform] duration-150 ease-out data-starting-style:translate-y-2 data-starting-style:opacity-0 data-ending-style:opacity-0 sm:max-w-md sm:rounded-lg',
              className,
            )}
          >
            <div className="flex items-start justify-between gap-4 px-5 pt-5 pb-3">
              <div className="grid gap-1">
                <BaseDialog.Title className="text-lg font-semibold">{title}</BaseDialog.Title>
                {description && <BaseDialog.Description className="text-base text-ink-2">{description}</BaseDialog.Description>}
              </div>
              <BaseDialog.Close aria-label={closeLabel} className={cn(buttonStyles({ variant: 'quiet', size: 'icon' }), '-mt-1 -mr-2')}>
                <X />
              </BaseDialog.Close>
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
            {footer && (
              <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3 pb-[max(.75rem,env(safe-area-inset-bottom))]">{footer}</div>
            )}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

/** Closes the dialog around it. */
export const DialogClose = BaseDialog.Close
