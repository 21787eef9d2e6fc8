'use client'

import { useMemo, type ReactNode } from 'react'
import { Combobox as BaseCombobox } from '@base-ui/react/combobox'
import { Check, ChevronsUpDown, X } from 'lucide-react'
import { cn } from '@/lib/cn'
import { controlStyles } from './input'
import { floatingStyles, itemStyles } from './floating'

export interface ComboboxOption {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface Props {
  readonly options: readonly ComboboxOption[]
  readonly value: string | null
  readonly onValueChange: (value: string | null) => void
  readonly onSearch?: (text: string) => void
  readonly placeholder?: string
  readonly empty: ReactNode
  readonly clearLabel: string
  readonly openLabel: string
  readonly className?: string
  readonly disabled?: boolean
}

/**
 * One choice of many, found by typing. With `onSearch` the options are those of the last answer of the server,
 * so filtering here is off.
 */
export function Combobox({ options, value, onValueChange, onSearch, placeholder, empty, clearLabel, openLabel, className, disabled }: Props) {
  const items = useMemo(() => [...options], [options])
  const selected = items.find((o) => o.value === value) ?? null
  return (
    <BaseCombobox.Root
      items={items}
      value={selected}
      onValueChange={(next) => onValueChange(next?.value ?? null)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      {...(onSearch && { filter: null, onInputValueChange: (text: string) => onSearch(text) })}
      {...(disabled && { disabled })}
    >
      <BaseCombobox.InputGroup className={cn('relative', className)}>
        <BaseCombobox.Input placeholder={placeholder} className={cn(controlStyles, 'h-control pr-14')} />
        <div className="absolute inset-y-0 right-1 flex items-center text-ink-3">
          <BaseCombobox.Clear aria-label={clearLabel} className="grid size-6 place-items-center rounded-sm hover:text-ink">
            <X className="size-3.5" />
          </BaseCombobox.Clear>
          <BaseCombobox.Trigger aria-label={openLabel} className="grid size-6 place-items-center rounded-sm hover:text-ink">
            <ChevronsUpDown className="size-3.5" />
          </BaseCombobox.Trigger>
        </div>
      </BaseCombobox.InputGroup>
      <BaseCombobox.Portal>
        <BaseCombobox.Positioner sideOffset={4} className="z-50 outline-hidden">
          <BaseCombobox.Popup className={cn(floatingStyles, 'w-(--anchor-width) min-w-56')}>
            <BaseCombobox.Empty>
              <p className="p-3 text-sm text-ink-3">{empty}</p>
            </BaseCombobox.Empty>
            <BaseCombobox.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1 data-empty:p-0">
              {(option: ComboboxOption) => (
                <BaseCombobox.Item key={option.value} value={option} className={itemStyles}>
                  <BaseCombobox.ItemIndicator className="col-start-1">
                    <Check className="size-3.5" />
                  </BaseCombobox.ItemIndicator>
                  <span className="col-start-2 flex justify-between gap-3">
                    <span className="truncate">{option.label}</span>
                    {option.hint && <span className="shrink-0 text-xs text-ink-3">{option.hint}</span>}
                  </span>
                </BaseCombobox.Item>
              )}
            </BaseCombobox.List>
          </BaseCombobox.Popup>
        </BaseCombobox.Positioner>
      </BaseCombobox.Portal>
    </BaseCombobox.Root>
  )
}
