'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Field as BaseField } from '@base-ui/react/field'
import { cn } from '@/lib/cn'

interface Props {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly optional?: string
  readonly className?: string
  readonly name?: string
  readonly children: ReactNode
}

/** A label, a control, and below it a hint or what is wrong. Control and texts are tied together for assistive technology. */
export function Field({ label, hint, error, optional, className, name, children }: Props) {
  return (
    <BaseField.Root invalid={Boolean(error)} className={cn('grid content-start gap-1.5', className)} {...(name && { name })}>
      <BaseField.Label className="flex items-baseline justify-between gap-3 text-sm font-medium text-ink">
        <span>{label}</span>
        {optional && <span className="text-xs font-normal text-ink-3">{optional}</span>}
      </BaseField.Label>
      {children}
      {hint && !error && <BaseField.Description className="text-xs text-ink-3">{hint}</BaseField.Description>}
      <BaseField.Error match={Boolean(error)} className="text-xs font-medium text-bad">
        {error}
      </BaseField.Error>
    </BaseField.Root>
  )
}

/** Groups several controls under one legend. */
export function FieldSet({ legend, className, children, ...props }: ComponentProps<'fieldset'> & { legend: ReactNode }) {
  return (
    <fieldset className={cn('grid gap-3', className)} {...props}>
      <legend className="mb-2 text-sm font-medium text-ink">{legend}</legend>
      {children}
    </fieldset>
  )
}
