'use client'

import { useEffect, type ReactNode } from 'react'
import { Toaster } from '@/components/ui/toaster'
import { TooltipProvider } from '@/components/ui/tooltip'
import { useAppearance } from '@/lib/appearance'
import { I18nProvider } from '@/lib/i18n/client'
import { QueryProvider } from '@/lib/query'

/** Everything that client components rely on; once per document. */
export function Providers({ locale, children }: { locale: string; children: ReactNode }) {
  const load = useAppearance((s) => s.load)
  useEffect(() => {
    load()
    // Tests wait for this: markup is visible before it is alive.
    document.documentElement.setAttribute('data-hydrated', '')
  }, [load])
  return (
    <I18nProvider locale={locale}>
      <QueryProvider>
        <TooltipProvider>{children}</TooltipProvider>
        <Toaster />
      </QueryProvider>
    </I18nProvider>
  )
}
