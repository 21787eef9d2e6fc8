'use client'

import type { ReactNode } from 'react'
import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { cn } from '@/lib/cn'

interface Props<T extends string> {
  readonly label: string
  readonly value: T
  readonly onValueChange: (value: T) => void
  readonly options: readonly { value: T; label: ReactNode }[]
  readonly className?: string
}

/** Two to four choices of which one holds, all in sight. */
export function Segmented<T extends string>({ label, value, onValueChange, options, className }: Props<T>) {
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      onValueChange={([next]) => next && onValueChange(next as T)}
      className={cn('inline-flex h-control items-stretch rounded border border-line-strong p-0.5', className)}
    >
      {options.map((option) => (
        <Toggle
          key={option.value}
          value={option.value}
          className="inline-flex min-w-8 items-center justify-center gap-1.5 rounded-xs px-2.5 text-sm font-medium text-ink-3 transition-colors duration-150 hover:text-ink data-pressed:bg-ink data-pressed:text-canvas [&_svg]:size-4"
        >
          {option.label}
        </Toggle>
      ))}
    </ToggleGroup>
  )
}
