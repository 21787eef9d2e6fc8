'use client'

import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { cn } from '@/lib/cn'
import { floatingStyles, itemStyles } from './floating'

/** A list of actions behind a button. */
export function Menu({
  trigger,
  align = 'end',
  side = 'bottom',
  className,
  children,
}: {
  trigger: ReactElement
  align?: 'start' | 'end'
  side?: 'top' | 'bottom' | 'right'
  className?: string
  children: ReactNode
}) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner align={align} side={side} sideOffset={6} className="z-50 outline-hidden">
          <BaseMenu.Popup className={cn(floatingStyles, 'max-h-(--available-height) min-w-48 overflow-y-auto p-1', className)}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

const rowStyles =
  'flex min-h-8 cursor-default items-center gap-2.5 rounded-sm px-2.5 py-1 text-base outline-hidden select-none data-disabled:opacity-45 data-highlighted:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3'

/** An action. `render` turns it into a link. */
export function MenuItem({ className, danger = false, ...props }: ComponentProps<typeof BaseMenu.Item> & { danger?: boolean }) {
  return <BaseMenu.Item className={cn(rowStyles, danger && 'text-bad [&_svg]:text-bad', className)} {...props} />
}

/** An action that leads to another page. */
export function MenuLink({ className, ...props }: ComponentProps<typeof BaseMenu.LinkItem>) {
  return <BaseMenu.LinkItem className={cn(rowStyles, className)} {...props} />
}

/** A choice of one among several inside a menu. */
export function MenuRadio<T extends string>({
  label,
  value,
  onValueChange,
  options,
}: {
  label: ReactNode
  value: T
  onValueChange: (value: T) => void
  options: readonly { value: T; label: ReactNode }[]
}) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-3">{label}</BaseMenu.GroupLabel>
      <BaseMenu.RadioGroup value={value} onValueChange={(next) => onValueChange(next as T)}>
        {options.map((option) => (
          <BaseMenu.RadioItem key={option.value} value={option.value} closeOnClick={false} className={itemStyles}>
            <BaseMenu.RadioItemIndicator className="col-start-1">
              <Check className="size-3.5" />
            </BaseMenu.RadioItemIndicator>
            <span className="col-start-2">{option.label}</span>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </BaseMenu.Group>
  )
}

/** A line between groups. */
export function MenuSeparator() {
  return <BaseMenu.Separator className="mx-1 my-1 h-px bg-line" />
}
