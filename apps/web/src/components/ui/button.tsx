'use client'

import type { ComponentProps } from 'react'
import { Button as BaseButton } from '@base-ui/react/button'
import type { VariantProps } from 'class-variance-authority'
import { cn } from '@/lib/cn'
import { buttonStyles } from './button-styles'
import { Spinner } from './spinner'

type Props = ComponentProps<typeof BaseButton> & VariantProps<typeof buttonStyles> & { busy?: boolean }

/** A button. `busy` shows that work is going on and keeps it from being pressed twice. */
export function Button({ className, variant, size, busy = false, disabled, children, ...props }: Props) {
  return (
    <BaseButton
      className={cn(buttonStyles({ variant, size }), className)}
      disabled={disabled || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      {...props}
    >
      {busy && <Spinner />}
      {children}
    </BaseButton>
  )
}
