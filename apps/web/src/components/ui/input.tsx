'use client'

import type { ComponentProps } from 'react'
import { Field as BaseField } from '@base-ui/react/field'
import { cn } from '@/lib/cn'

/** Look of everything one types into. */
export const controlStyles =
  'w-full min-w-0 rounded border border-line-strong bg-surface px-2.5 text-base text-ink placeholder:text-ink-3 transition-colors duration-150 hover:border-ink-3 focus-visible:border-brand disabled:cursor-not-allowed disabled:opacity-60 data-invalid:border-bad pointer-coarse:text-md'

/** One line of text. Inside a `Field` it gets its label by itself. */
export function Input({ className, ...props }: ComponentProps<typeof BaseField.Control>) {
  return <BaseField.Control className={cn(controlStyles, 'h-control', className)} {...props} />
}

/** Several lines of text. */
export function Textarea({ className, rows = 4, ...props }: ComponentProps<'textarea'>) {
  return <BaseField.Control render={<textarea rows={rows} {...props} />} className={cn(controlStyles, 'h-auto resize-y py-2', className)} />
}
