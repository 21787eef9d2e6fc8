'use client'

import type { ReactNode } from 'react'
import { Select as BaseSelect } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { cn } from '@/lib/cn'
import { controlStyles } from './input'
import { floatingStyles, itemStyles } from './floating'

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
  /** Stands before the label, in the list and in the closed control. */
  readonly icon?: ReactNode
}

interface Props {
  readonly options: readonly SelectOption[]
  readonly value: string | null
  readonly onValueChange: (value: string) => void
  readonly placeholder?: string
  readonly name?: string
  readonly disabled?: boolean
  readonly className?: string
  readonly 'aria-label'?: string
  readonly id?: string
}

/** One choice of a few. For more than about 15 use `Combobox`. */
export function Select({ options, value, onValueChange, placeholder, name, disabled, className, id, 'aria-label': label }: Props) {
  return (
    <BaseSelect.Root
      items={[...options]}
      value={value}
      onValueChange={(next) => next !== null && onValueChange(next)}
      {...(name && { name })}
      {...(disabled && { disabled })}
    >
      <BaseSelect.Trigger id={id} aria-label={label} className={cn(controlStyles, 'flex h-control items-center justify-between gap-2 text-left', className)}>
        <span className="flex min-w-0 items-center gap-2">
          {options.find((o) => o.value === value)?.icon}
          <BaseSelect.Value className="truncate data-placeholder:text-ink-3" placeholder={placeholder} />
        </span>
        <BaseSelect.Icon className="text-ink-3">
          <ChevronsUpDown className="size-3.5" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-hidden">
          <BaseSelect.Popup className={cn(floatingStyles, 'max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1')}>
            <BaseSelect.List>
              {options.map((option) => (
                <BaseSelect.Item key={option.value} value={option.value} disabled={option.disabled ?? false} className={itemStyles}>
                  <span className="col-start-2 flex items-center gap-2">
                    {option.icon}
                    <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
                  </span>
                  <BaseSelect.ItemIndicator className="col-start-1 row-start-1">
                    <Check className="size-3.5" />
                  </BaseSelect.ItemIndicator>
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  )
}
