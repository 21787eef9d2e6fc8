'use client'

import type { ReactNode } from 'react'
import { AlertDialog } from '@base-ui/react/alert-dialog'
import { cn } from '@/lib/cn'
import { Button } from './button'
import { buttonStyles } from './button-styles'
import { scrimStyles } from './dialog'

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: ReactNode
  readonly text: ReactNode
  readonly confirmLabel: string
  readonly cancelLabel: string
  readonly onConfirm: () => void
  readonly busy?: boolean
  readonly danger?: boolean
  readonly children?: ReactNode
}

/** Asks before something that cannot be taken back. */
export function Confirm({ open, onOpenChange, title, text, confirmLabel, cancelLabel, onConfirm, busy = false, danger = false, children }: Props) {
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={scrimStyles} />
        <AlertDialog.Viewport className="fixed inset-0 z-40 grid items-end sm:place-items-center sm:p-6">
          <AlertDialog.Popup className="grid w-full gap-4 rounded-t-lg border border-line bg-raised p-5 text-ink shadow-float outline-hidden transition-[opacity,transform] duration-150 ease-out data-starting-style:translate-y-2 data-starting-style:opacity-0 data-ending-style:opacity-0 sm:max-w-sm sm:rounded-lg">
            <div className="grid gap-1.5">
              <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
              <AlertDialog.Description className="text-ink-2">{text}</AlertDialog.Description>
            </div>
            {children}
            <div className="flex flex-wrap justify-end gap-2">
              <AlertDialog.Close className={cn(buttonStyles({ variant: 'outline' }))}>{cancelLabel}</AlertDialog.Close>
              <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
