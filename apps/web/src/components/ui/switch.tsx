'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Switch as BaseSwitch } from '@base-ui/react/switch'
import { cn } from '@/lib/cn'

/** Turns something on or off at once. */
export function Switch({ className, label, ...props }: ComponentProps<typeof BaseSwitch.Root> & { label: ReactNode }) {
  return (
    <label className="flex min-h-7 cursor-pointer items-center justify-between gap-3 text-base">
      <span>{label}</span>
      <BaseSwitch.Root
        className={cn(
          'relative h-5 w-9 shrink-0 rounded-full border border-line-strong bg-sunken p-px transition-colors duration-150 data-checked:border-brand data-checked:bg-brand data-disabled:opacity-50',
          className,
        )}
        {...props}
      >
        <BaseSwitch.Thumb className="block size-4 rounded-full bg-ink-2 transition-transform duration-150 ease-out data-checked:translate-x-4 data-checked:bg-on-brand" />
      </BaseSwitch.Root>
    </label>
  )
}
