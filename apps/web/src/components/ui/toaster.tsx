'use client'

import { Toaster as Sonner } from 'sonner'

/** Shows notices in the corner; raise one with `toast` of sonner, failures with `toastProblem`. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-left"
      offset={16}
      mobileOffset={{ bottom: 72 }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'flex w-full font-sans items-start gap-3 rounded-lg border border-line bg-raised p-3.5 text-base text-ink shadow-float',
          title: 'font-medium',
          description: 'text-sm text-ink-3',
          icon: 'mt-0.5',
          actionButton: 'ml-auto rounded-sm bg-ink px-2 py-1 text-sm text-canvas',
          error: 'border-l-2 border-l-bad',
          success: 'border-l-2 border-l-ok',
        },
      }}
    />
  )
}
