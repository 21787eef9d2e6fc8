'use client'

import { useId, type ComponentProps, type ReactNode } from 'react'
import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox'
import { Check, Minus } from 'lucide-react'
import { cn } from '@/lib/cn'

type Props = Omit<ComponentProps<typeof BaseCheckbox.Root>, 'children'> & { label?: ReactNode; count?: ReactNode; labelClassName?: string }

/** A box to tick, with its label and perhaps a count at the end of the line. */
export function Checkbox({ className, label, count, labelClassName, ...props }: Props) {
  const id = useId()
  const box = (
    <BaseCheckbox.Root
      // Named from the start: Base UI finds a label around it only once the page is alive.
      {...(label !== undefined && { 'aria-labelledby': id })}
      className={cn(
        'grid size-4.5 shrink-0 place-items-center rounded-xs border border-line-strong bg-surface transition-colors duration-150 data-checked:border-brand data-checked:bg-brand data-checked:text-on-brand data-indeterminate:border-brand data-indeterminate:bg-brand data-indeterminate:text-on-brand data-disabled:opacity-50',
        className,
      )}
      {...props}
    >
      <BaseCheckbox.Indicator>
        {props.indeterminate ? <Minus className="size-3" strokeWidth={3} /> : <Check className="size-3" strokeWidth={3} />}
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  )
  if (label === undefined) return box
  return (
    <label id={id} className={cn('flex min-h-7 cursor-pointer items-center gap-2.5 text-base text-ink', labelClassName)}>
      {box}
      <span className="min-w-0 flex-1">{label}</span>
      {count !== undefined && <span className="tabular text-xs text-ink-3">{count}</span>}
    </label>
  )
}
