'use client'

import type { ReactElement, ReactNode } from 'react'
import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip'

/** Lets tooltips that follow each other open without waiting. Once per shell. */
export const TooltipProvider = BaseTooltip.Provider

/** Names a control that shows only an icon. The control still needs its own `aria-label`. */
export function Tooltip({ label, side = 'top', children }: { label: ReactNode; side?: 'top' | 'right' | 'bottom'; children: ReactElement }) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className="z-50">
          <BaseTooltip.Popup className="rounded-sm bg-ink px-2 py-1 text-xs text-canvas transition-opacity duration-150 data-starting-style:opacity-0 data-ending-style:opacity-0">
            {label}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  )
}
